// Views as JSON, in the shapes that scripts rely on: one line each, with a newline behind it.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "calendar/calendar.h"
#include "decklint/decklint.h"
#include "history/history.h"
#include "study/study.h"
#include "view/view.h"

namespace starling {

[[nodiscard]] std::string to_json(const DayView& view, std::span<const CardView> cards, const DayRule& rule);
// Lists with the lines of them that are open.
[[nodiscard]] std::string lists_json(std::span<const ChecklistView> lists);
[[nodiscard]] std::string to_json(const CardQuestion& question, const DayRule& rule);
[[nodiscard]] std::string to_json(const StoryQuestion& question, const DayRule& rule);
[[nodiscard]] std::string to_json(const NoQuestion& none, const DayRule& rule);
[[nodiscard]] std::string to_json(const AnswerView& answer, const DayRule& rule);
[[nodiscard]] std::string to_json(const ItemView& view, const DayRule& rule);
[[nodiscard]] std::string plan_json(const std::string& plan, std::span<const PlanWeekView> weeks);
[[nodiscard]] std::string whole_task_json(const WholeTask& whole, const DayRule& rule);
[[nodiscard]] std::string plan_changes_json(std::span<const PlanChangeView> views);
// What a change of the plan came to: its tasks, how full their days are, the sentence for people.
[[nodiscard]] std::string replanned_json(const std::optional<Deed>& deed, std::span<const std::string> tasks,
                                         std::span<const DayRoom> days, const std::string& text);
[[nodiscard]] std::string problems_json(std::span<const ProblemView> views, const DayRule& rule);
// With cue, invariant, steps, cost and pitfalls where `plan` is set.
[[nodiscard]] std::string problem_json(const ProblemView& view, bool plan, const DayRule& rule);
[[nodiscard]] std::string next_problems_json(std::span<const NextProblem> next, const DayRule& rule);
[[nodiscard]] std::string questions_json(std::span<const InterviewQuestionView> views, const DayRule& rule);
[[nodiscard]] std::string question_json(const InterviewQuestionView& view, const DayRule& rule);
[[nodiscard]] std::string exercises_json(std::span<const ExerciseView> views, const DayRule& rule);
// With what a strong answer has where `after` is set.
[[nodiscard]] std::string exercise_json(const ExerciseView& view, std::span<const LevelPrompt> prompts, bool after,
                                        const DayRule& rule);
// Null as "next" where there is nothing.
[[nodiscard]] std::string to_do_json(const std::optional<ToDo>& doing);
[[nodiscard]] std::string to_json(const WeekReport& report);
// `written`: what became of the note, where one was asked for.
[[nodiscard]] std::string month_json(const MonthReport& report, const std::optional<NoteWritten>& written);
// `written`: what became of the note, where one was asked for.
[[nodiscard]] std::string debrief_json(const DebriefView& view, const std::optional<NoteWritten>& written);
[[nodiscard]] std::string to_json(const GatesView& view);
// `applied`: the deed of the way that was taken, where one was.
[[nodiscard]] std::string replan_json(const ReplanView& view, const std::optional<Deed>& applied);
[[nodiscard]] std::string to_json(const InterviewDate& view);
// `file`: where the calendar was written to; empty: nowhere.
[[nodiscard]] std::string calendar_json(const CalendarView& view, const EventCalendar& calendar, const DayRule& rule,
                                        const std::string& file);
[[nodiscard]] std::string to_json(const WeakView& view);
[[nodiscard]] std::string to_json(const SheetView& view);
[[nodiscard]] std::string to_json(const LoopView& view);
[[nodiscard]] std::string to_json(const RoundSheetView& view);
// What a change of loop.toml came to: its rounds as they are by that, the sentence for people.
[[nodiscard]] std::string rounds_json(const std::optional<Deed>& deed, std::span<const Round> rounds, const std::string& text);
[[nodiscard]] std::string to_json(const BeginningView& view);
[[nodiscard]] std::string to_json(const PlansView& view);
[[nodiscard]] std::string memory_json(const MemoryModel& model, std::span<const ReviewedOnce> reviews, double retention);
// What was written down of the plan, and the task that it counts for.
[[nodiscard]] std::string written_json(const Deed& deed, const std::string& text, const std::optional<TaskView>& task);
[[nodiscard]] std::string to_json(const MocksView& view);
[[nodiscard]] std::string feedback_json(std::span<const FeedbackPoint> points);
[[nodiscard]] std::string metrics_json(std::span<const MetricView> views);
[[nodiscard]] std::string to_json(const StatsView& view);
[[nodiscard]] std::string to_json(const CoverageReport& report);
[[nodiscard]] std::string decks_json(std::span<const DeckRow> rows);
[[nodiscard]] std::string deck_json(const Deck& deck, int week, std::span<const CardRow> rows);
[[nodiscard]] std::string search_json(const SearchView& view, const std::string& query);
// `mended` where something was to be mended.
[[nodiscard]] std::string problems_json(std::span<const Problem> problems, const std::optional<std::vector<MendedFile>>& mended = {});
[[nodiscard]] std::string stale_json(std::span<const StaleCard> stale);
[[nodiscard]] std::string flags_json(std::span<const FlaggedCard> rows);
[[nodiscard]] std::string needs_json(const NeedsGraph& graph);
// What a flag, or taking all of them off, did; `card` is "deck/card".
[[nodiscard]] std::string flagging_json(const Flagging& done, const std::string& card, std::span<const ItemId> items);
[[nodiscard]] std::string to_json(const ForecastView& forecast);
[[nodiscard]] std::string to_json(const ReadinessView& view);
[[nodiscard]] std::string simulations_json(std::span<const Run> runs, std::span<const Simulation> results);
[[nodiscard]] std::string stories_json(std::span<const StoryView> views, const DayRule& rule);
[[nodiscard]] std::string to_json(const LintView& view);
[[nodiscard]] std::string lint_rules_json(std::span<const LintRuleView> rules, const LintSettings& settings);
// The questions that a story invites, and a drill of them.
[[nodiscard]] std::string probes_json(const ProbesView& view, std::span<const DrillStep> steps);
// With the text of one length where it is given.
[[nodiscard]] std::string story_json(const StoryView& view, const std::optional<ShownLength>& told, const DayRule& rule);
// `why`: the reason for a principle that nobody named; empty: it was named, or there is none.
[[nodiscard]] std::string new_story_json(const NewStory& story, const std::string& file, const std::string& why);
[[nodiscard]] std::string archived_json(const std::string& id, const std::string& file, bool archived, bool changed);
[[nodiscard]] std::string wins_json(std::span<const Win> wins);
[[nodiscard]] std::string mined_json(std::span<const MinedPrompt> prompts);
// What was put away or called back by `deed`: one item, or the schedules of one card.
[[nodiscard]] std::string put_away_json(const std::optional<Deed>& deed, const std::string& named, std::span<const ItemId> items,
                                        const ItemState& state);
[[nodiscard]] std::string whole_card_json(const WholeCard& whole);
// A card or a story that was added or edited: where it lies, and what is wrong with its file.
[[nodiscard]] std::string edited_json(const std::string& id, const TextPlace& place, bool changed,
                                      const std::string& said, std::span<const Problem> mistakes);
// What was renamed in the history, and the file in which an id was changed; empty: in none.
[[nodiscard]] std::string renamed_json(std::span<const Renamed> renames, const std::optional<Deed>& deed,
                                       const std::string& file);
// What was taken back or brought back, last first; `now` is what the settings are by that.
[[nodiscard]] std::string changes_json(std::span<const Deed> deeds, const Settings& now);

}  // namespace starling
