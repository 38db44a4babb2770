// Every command, each defined beside the code that runs it.
#pragma once

#include <span>
#include <string>

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/world.h"

namespace starling {

// In the order of the help; the first is what runs where no command is named.
[[nodiscard]] std::span<const Command> commands();

// One call, from its words to its exit; the one place where errors become text.
Exit dispatch(std::span<const std::string> words, World& world);

extern const Command kTodayCommand;
extern const Command kReviewCommand;
extern const Command kNextCommand;
extern const Command kAnswerCommand;
extern const Command kUndoCommand;
extern const Command kRedoCommand;
extern const Command kInitCommand;
extern const Command kConfigCommand;
extern const Command kPlanCommand;
extern const Command kWeekCommand;
extern const Command kMonthCommand;
extern const Command kGatesCommand;
extern const Command kWeakCommand;
extern const Command kSheetCommand;
extern const Command kDebriefCommand;
extern const Command kDebriefAddCommand;
extern const Command kDebriefOutcomeCommand;
extern const Command kBreakCommand;
extern const Command kReplanCommand;
extern const Command kDateCommand;
extern const Command kIcsCommand;
extern const Command kDoCommand;
extern const Command kDoneCommand;
extern const Command kCheckCommand;
extern const Command kLogProblemCommand;
extern const Command kLogDesignCommand;
extern const Command kLogStudyCommand;
extern const Command kMockAddCommand;
extern const Command kMockListCommand;
extern const Command kFeedbackListCommand;
extern const Command kFeedbackCloseCommand;
extern const Command kMetricListCommand;
extern const Command kMetricSetCommand;
extern const Command kBaselineCommand;
extern const Command kPlanShowCommand;
extern const Command kPlanAddCommand;
extern const Command kPlanMoveCommand;
extern const Command kPlanDropCommand;
extern const Command kPlanKeepCommand;
extern const Command kPlanChangesCommand;
extern const Command kProblemListCommand;
extern const Command kProblemShowCommand;
extern const Command kProblemNextCommand;
extern const Command kExerciseListCommand;
extern const Command kExerciseShowCommand;
extern const Command kQuestionListCommand;
extern const Command kQuestionShowCommand;
extern const Command kStoryNewCommand;
extern const Command kStoryListCommand;
extern const Command kStoryShowCommand;
extern const Command kStoryEditCommand;
extern const Command kStoryLintCommand;
extern const Command kStoryTellCommand;
extern const Command kStoryProbeCommand;
extern const Command kStoryRenameCommand;
extern const Command kStoryArchiveCommand;
extern const Command kStoryMineCommand;
extern const Command kWinCommand;
extern const Command kWinListCommand;
extern const Command kWinDropCommand;
extern const Command kCoverageCommand;
extern const Command kLoopCommand;
extern const Command kLoopAddCommand;
extern const Command kLoopDropCommand;
extern const Command kLoopUsedCommand;
extern const Command kLoopSheetCommand;
extern const Command kDeckListCommand;
extern const Command kDeckCheckCommand;
extern const Command kDeckShowCommand;
extern const Command kDeckNewCommand;
extern const Command kCardShowCommand;
extern const Command kCardEditCommand;
extern const Command kCardAddCommand;
extern const Command kCardRenameCommand;
extern const Command kCardSuspendCommand;
extern const Command kCardUnsuspendCommand;
extern const Command kCardBuryCommand;
extern const Command kCardFlagCommand;
extern const Command kCardUnflagCommand;
extern const Command kSearchCommand;
extern const Command kWhyCommand;
extern const Command kStatsCommand;
extern const Command kMemoryCommand;
extern const Command kOptimiseCommand;
extern const Command kForecastCommand;
extern const Command kReadinessCommand;
extern const Command kSimulateCommand;
extern const Command kBackupCommand;
extern const Command kRestoreCommand;
extern const Command kDoctorCommand;
extern const Command kCompletionCommand;
extern const Command kCompleteCommand;
extern const Command kManCommand;

}  // namespace starling
