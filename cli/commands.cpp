#include "cli/commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <sstream>
#include <vector>

#include "backup/backup.h"
#include "cli/help.h"
#include "cli/open_study.h"
#include "cli/places.h"
#include "cli/topics.h"
#include "source/source.h"
#include "log/log.h"
#include "study/study.h"

namespace starling {

namespace {

constexpr int kHelpColumns = 80;  // lines longer than that are hard to read

Exit fail(World& world, Exit exit, std::string_view text) {
  put_remark(world, fmt::format("starling: {}", text));
  return exit;
}

}  // namespace

std::span<const Command> commands() {
  static const std::vector<Command> kCommands{
      kTodayCommand,
      kReviewCommand,
      kNextCommand,
      kAnswerCommand,
      kUndoCommand,
      kRedoCommand,
      kInitCommand,
      kConfigCommand,
      kPlanCommand,
      kPlanShowCommand,
      kPlanAddCommand,
      kPlanMoveCommand,
      kPlanDropCommand,
      kPlanKeepCommand,
      kPlanChangesCommand,
      kWeekCommand,
      kMonthCommand,
      kGatesCommand,
      kWeakCommand,
      kSheetCommand,
      kDebriefCommand,
      kDebriefAddCommand,
      kDebriefOutcomeCommand,
      kBreakCommand,
      kReplanCommand,
      kDateCommand,
      kIcsCommand,
      kDoCommand,
      kDoneCommand,
      kCheckCommand,
      kLogProblemCommand,
      kLogDesignCommand,
      kLogStudyCommand,
      kMockAddCommand,
      kMockListCommand,
      kFeedbackListCommand,
      kFeedbackCloseCommand,
      kMetricListCommand,
      kMetricSetCommand,
      kBaselineCommand,
      kProblemListCommand,
      kProblemShowCommand,
      kProblemNextCommand,
      kExerciseListCommand,
      kExerciseShowCommand,
      kQuestionListCommand,
      kQuestionShowCommand,
      kStoryNewCommand,
      kStoryListCommand,
      kStoryShowCommand,
      kStoryEditCommand,
      kStoryLintCommand,
      kStoryTellCommand,
      kStoryProbeCommand,
      kStoryRenameCommand,
      kStoryArchiveCommand,
      kStoryMineCommand,
      kWinCommand,
      kWinListCommand,
      kWinDropCommand,
      kCoverageCommand,
      kLoopCommand,
      kLoopAddCommand,
      kLoopDropCommand,
      kLoopUsedCommand,
      kLoopSheetCommand,
      kDeckListCommand,
      kDeckCheckCommand,
      kDeckShowCommand,
      kDeckNewCommand,
      kCardShowCommand,
      kCardEditCommand,
      kCardAddCommand,
      kCardRenameCommand,
      kCardSuspendCommand,
      kCardUnsuspendCommand,
      kCardBuryCommand,
      kCardFlagCommand,
      kCardUnflagCommand,
      kSearchCommand,
      kWhyCommand,
      kStatsCommand,
      kMemoryCommand,
      kOptimiseCommand,
      kForecastCommand,
      kReadinessCommand,
      kSimulateCommand,
      kBackupCommand,
      kRestoreCommand,
      kDoctorCommand,
      kCompletionCommand,
      kCompleteCommand,
      kManCommand,
  };
  return kCommands;
}

namespace {

// What is written to a stream while it lives is kept, and then shown page by page or printed.
class Paged {
 public:
  Paged(World& world, bool wanted) : world_(world), before_(wanted && world.page ? world.out.rdbuf(&kept_) : nullptr) {}
  // Where the command ended by an error, what it said before is printed.
  ~Paged() {
    if (before_ == nullptr) return;
    world_.out.rdbuf(before_);
    world_.out << kept_.str();
  }
  Paged(const Paged&) = delete;
  Paged& operator=(const Paged&) = delete;

  void show() {
    if (before_ == nullptr) return;
    world_.out.rdbuf(before_);
    before_ = nullptr;
    if (const std::string text = kept_.str(); !text.empty() && !world_.page(text)) world_.out << text;
  }

 private:
  World& world_;
  std::stringbuf kept_;
  std::streambuf* before_;
};

Exit run(std::span<const std::string> words, World& world) {
  try {
    Call call = parse_call(words, commands());
    if (call.version) {
      world.out << "starling " << STARLING_VERSION << '\n';
      return Exit::Ok;
    }
    if (call.help) {
      const int width = std::min(kHelpColumns, text_width(world));
      Paged paged(world, call.pager);
      world.out << (call.topic           ? topic_text(*call.topic, width)
                    : call.command       ? command_help(*call.command, width)
                    : call.group.empty() ? overview(commands(), width)
                                         : group_help(commands(), call.group, width));
      paged.show();
      return Exit::Ok;
    }
    if (call.arguments.colour != "auto") world.colour = Ink(call.arguments.colour == "always");
    if (call.arguments.home) world.home = *call.arguments.home;
    world.home = without_tilde(world.home, world.user);
    const Command& command = call.command ? *call.command : commands().front();
    Paged paged(world, call.pager && command.pages && !call.arguments.json);
    const Exit exit = command.run(call.arguments, world);
    paged.show();
    return exit;
  } catch (const UsageError& error) {
    return fail(world, Exit::Usage, error.what());
  } catch (const TextError& error) {
    for (const Problem& problem : error.problems) put_remark(world, to_line(problem));
    return Exit::BadText;
  } catch (const LogError& error) {
    return fail(world, Exit::Database, error.what());
  } catch (const FileError& error) {
    return fail(world, Exit::Database, error.what());
  } catch (const BackupError& error) {
    return fail(world, Exit::Database, error.what());
  }
}

}  // namespace

Exit dispatch(std::span<const std::string> words, World& world) {
  const Exit exit = run(words, world);
  if (world.out.flush()) return exit;
  return fail(world, Exit::Database, "the output could not be written, perhaps the disk is full; what was kept stays kept");
}

}  // namespace starling
