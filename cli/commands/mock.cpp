// `mock add`, `mock list`, `feedback list`, `feedback close`: mock interviews and what came of them.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/logging.h"
#include "cli/open_study.h"
#include "cli/screen.h"
#include "cli/screen/mocks.h"
#include "cli/wire/wire.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr Operand<Choice<std::string_view>> kType{"TYPE", {kMocks}};
constexpr Option<Text> kFeedback{"--feedback", "TEXT", "a point to work on; again for more"};
constexpr Option<Text> kWith{"--with", "WHO", "whom it was with, for yourself"};
constexpr Operand<Whole> kPoint{"N", {1, 100'000}};
constexpr Switch kClosedToo{"--all", "closed ones too"};

Exit run_mock_add(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const std::optional<Day> on = day_given(arguments, *study);
  const std::string type(arguments.operand(kType));
  Mocked event{type, std::string(arguments.value(kAtLevel).value_or(study->settings().level)), arguments.value(kMinutesTaken),
               scores_given(arguments), arguments.values(kFeedback), note_given(arguments)};
  if (event.scores.empty())
    throw UsageError("a mock needs a score at least, such as --score communication=3.5; feedback alone is a note");
  for (const std::string& point : event.feedback)
    if (trimmed(point).empty()) throw UsageError("--feedback has nothing in it");
  if (const auto with = arguments.value(kWith)) event.note += fmt::format("{}with {}", event.note.empty() ? "" : "; ", *with);
  const Standpoint from = study->standpoint();
  const Task* task = task_of_mock(from.timeline, from.progress, from.settings.level, on.value_or(from.now.day), type);
  const double mean = *mean_score(event.scores);
  const auto points = static_cast<int>(event.feedback.size());
  const auto minutes = event.minutes;
  std::vector<Event> events{std::move(event)};
  if (task) events.emplace_back(TaskDone{task->id, target_of(*task), minutes, ""});
  const Deed deed = study->log(events, {}, on);
  tell_remarks(*study, arguments, world);
  std::string text = fmt::format("{} mock: {:.2g} of 5", type, mean);
  if (points > 0) text += fmt::format(", {} to work on", counted(points, "point"));
  tell_written({deed, text + ".", task}, *study, arguments, world);
  return Exit::Ok;
}

Exit run_mock_list(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const MocksView view = mocks_view(study->standpoint());
  world.out << (arguments.json ? to_json(view) : mocks_screen(view, Style(world.colour), text_width(world)));
  return Exit::Ok;
}

Exit run_feedback_list(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const std::vector<FeedbackPoint> points = feedback_points(study->standpoint().progress, arguments.has(kClosedToo) ? Points::All : Points::Open);
  world.out << (arguments.json ? feedback_json(points) : feedback_screen(points, study->standpoint().progress.since, Style(world.colour), text_width(world)));
  return Exit::Ok;
}

Exit run_feedback_close(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const std::optional<Day> on = day_given(arguments, *study);
  const int number = arguments.operand(kPoint);
  const std::vector<FeedbackPoint> points = feedback_points(study->standpoint().progress, Points::All);
  const auto point = std::ranges::find(points, number, &FeedbackPoint::number);
  if (point == points.end())
    throw UsageError(points.empty() ? std::string("no mock has left a point to work on yet")
                                    : fmt::format("there is no point {}; they go from 1 to {}: starling feedback list", number,
                                                  points.back().number));
  if (point->closed) throw UsageError(fmt::format("point {} is closed already", number));
  const std::string text = fmt::format("Closed: {}", point->text);
  const Deed deed = study->log({FeedbackClosed{point->mock, point->place}}, {}, on);
  tell_remarks(*study, arguments, world);
  tell_written({deed, text, nullptr}, *study, arguments, world);
  return Exit::Ok;
}

}  // namespace

const Command kMockAddCommand{
    .name = "mock add",
    .operands = {one(kType)},
    .summary = "a mock interview was held: its scores, and what to work on",
    .options = {&kScore, &kFeedback, &kAtLevel, &kMinutesTaken, &kWith, &kNote, &kOn},
    .examples = {"starling mock add design --score scope=3 --score depth=2.5 --feedback \"name a number early\"",
                 "starling mock add bar-raiser --level L7 --score ownership=4 --minutes 60"},
    .run = run_mock_add};

const Command kMockListCommand{.name = "mock list",
                               .summary = "the mock interviews so far",
                               .examples = {"starling mock list", "starling mock list --json"},
                               .pages = true,
                               .run = run_mock_list};

const Command kFeedbackListCommand{.name = "feedback list",
                                   .summary = "the points of mocks that are still to be worked on",
                                   .options = {&kClosedToo},
                                   .examples = {"starling feedback list", "starling feedback list --all"},
                                   .pages = true,
                                   .run = run_feedback_list};

const Command kFeedbackCloseCommand{.name = "feedback close",
                                    .operands = {one(kPoint)},
                                    .summary = "a point of feedback is dealt with",
                                    .options = {&kOn},
                                    .examples = {"starling feedback close 1"},
                                    .run = run_feedback_close};

}  // namespace starling
