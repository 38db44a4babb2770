// `plan add`, `plan move`, `plan drop`, `plan keep`, `plan changes`: the learner's own changes of the plan.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/open_study.h"
#include "cli/practice_names.h"
#include "cli/screen.h"
#include "cli/screen/plan_changes.h"
#include "cli/unread.h"
#include "cli/wire/wire.h"
#include "source/source.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::array<std::string_view, 4> kAreaWords{"design", "coding", "leadership", "mocks"};
constexpr std::array<std::string_view, 3> kSlotWords{"morning", "noon", "evening"};

constexpr Operand<Text> kOwnTitle{"TITLE"};
constexpr Operand<Name> kOneTask{"TASK", {Offer::From::Tasks}};
constexpr Operand<Date> kToDate{"DATE"};
constexpr Option<Date> kOnDay{"--on", "DATE", "the day it belongs to, before the interview"};
constexpr Option<Whole> kItsMinutes{"--minutes", "N", "how long it takes", {1, 24 * 60}};
constexpr Option<Choice<std::string_view>> kItsArea{"--area", "AREA", "design, coding, leadership or mocks; by its unit without it", {kAreaWords}};
constexpr Option<Choice<std::string_view>> kItsSlot{"--slot", "SLOT", "morning, noon or evening; the evening without it", {kSlotWords}};
constexpr Option<Whole> kItsCount{"--count", "N", "how many it counts", {1, 1000}};
constexpr Option<Choice<std::string_view>> kItsUnit{"--unit", "UNIT", "what it counts: problems, designs, stories", {kUnits}};

template <class Enum, std::size_t N>
Enum enum_of(std::string_view word, const std::array<Enum, N>& values) {
  return *std::ranges::find_if(values, [&](Enum value) { return to_string(value) == word; });
}

// What plan.toml says must be known here: where it cannot be read, the plan is taken as it was shipped.
OpenStudy open_with_changes(const Arguments& arguments, World& world) {
  OpenStudy study = open_study(arguments, world);
  refuse_unread_text(study->problems(), "plan.toml");
  return study;
}

// A day on which something can still be done before the interview.
Day need_coming(Day date, const Study& study, std::string_view what) {
  const Day today = study.now().day;
  const Day interview = study.timeline().interview();
  if (date < today) throw UsageError(fmt::format("{}: {} is past", what, long_date(date)));
  if (date >= interview)
    throw UsageError(fmt::format("{}: {} is not before the interview, {}", what, long_date(date), long_date(interview)));
  return date;
}

// Changes plan.toml; what the study says is as it is by that. UsageError where it cannot be.
TextsChanged change_plan(Study& study, const std::function<PlanText(const std::string&)>& change) {
  std::string wrong;
  TextsChanged done = study.change_texts([&](const StudyTexts& now) {
    PlanText text = change(now.plan);
    wrong = text.wrong;
    return StudyTexts{now.settings, std::move(text.text), now.rounds};
  });
  if (!wrong.empty()) throw UsageError(wrong);
  if (done.changed) study.read_texts_again();
  return done;
}

struct Told {
  std::vector<std::string> sentences;
  std::vector<std::string> tasks;
  std::vector<Day> days;  // whose room is told
};

void tell(const Told& told, const TextsChanged& done, Study& study, const Arguments& arguments, World& world) {
  tell_remarks(study, arguments, world);
  std::vector<DayRoom> rooms;
  for (const Day day : told.days) rooms.push_back(day_room(study.standpoint(), day));
  std::string text = fmt::format("{}", fmt::join(told.sentences, " "));
  if (arguments.json) {
    world.out << replanned_json(done.deed, told.tasks, rooms, text);
    return;
  }
  for (const DayRoom& room : rooms) text += " " + room_sentence(room);
  world.out << paragraph(text, text_width(world));
}

// The task as the plan has it now, or as it was shipped where it was dropped.
WholeTask need_whole(const Study& study, const std::string& id) { return whole_task(study.standpoint(), {}, id).value(); }

std::string name_of_task(const WholeTask& whole) { return fmt::format("'{}' ({})", whole.task.task->title, whole.task.task->id); }

// What is done counts for the week and the gates; taken out of the plan, it would count nowhere.
void need_open(const Study& study, const WholeTask& whole) {
  if (!is_open(study.standpoint().progress, *whole.task.task))
    throw UsageError(fmt::format("{} is done, and what is done stays in the plan", name_of_task(whole)));
}

Area area_given(const Arguments& arguments) {
  if (const auto area = arguments.value(kItsArea)) return enum_of(*area, kAreas);
  const std::string_view unit = arguments.value(kItsUnit).value_or("");
  if (unit == "designs" || unit == "services" || unit == "concepts") return Area::Design;
  if (unit == "stories" || unit == "tellings" || unit == "principles" || unit == "drafts") return Area::Leadership;
  return unit == "mocks" ? Area::Mocks : Area::Coding;
}

AddedTask task_given(const Arguments& arguments, const Study& study) {
  if (!arguments.has(kOnDay)) throw UsageError("plan add needs the day: --on DATE");
  if (!arguments.has(kItsMinutes)) throw UsageError("plan add needs how long it takes: --minutes N");
  if (arguments.has(kItsCount) != arguments.has(kItsUnit)) throw UsageError("--count and --unit go together");
  AddedTask added{need_coming(*arguments.value(kOnDay), study, "--on"), {}};
  Task& task = added.task;
  task.title = std::string(trimmed(without_controls(joined_words(arguments.operands(kOwnTitle)))));
  if (task.title.empty()) throw UsageError("TITLE has nothing in it");
  if (display_width(task.title) > kTitleColumns)
    throw UsageError(fmt::format("a title takes at most {} columns, not {}", kTitleColumns, display_width(task.title)));
  task.id = own_task_id(task.title, study.timeline().plan(), study.timeline().learner().changes);
  task.slot = enum_of(arguments.value(kItsSlot).value_or("evening"), kSlots);
  task.area = area_given(arguments);
  task.minutes = *arguments.value(kItsMinutes);
  if (const auto count = arguments.value(kItsCount)) task.count = *count;
  task.unit = arguments.value(kItsUnit).value_or("");
  return added;
}

Exit run_plan_add(const Arguments& arguments, World& world) {
  const auto study = open_with_changes(arguments, world);
  const AddedTask added = task_given(arguments, *study);
  const TextsChanged done = change_plan(*study, [&](const std::string& text) { return with_added(text, added); });
  const Task& task = added.task;
  tell({{fmt::format("Added: '{}' ({}), {}, {}, {}, {}.", task.title, task.id, short_date(added.on), to_string(task.slot),
                     to_string(task.area), duration(task.minutes))},
        {task.id},
        {added.on}},
       done, *study, arguments, world);
  return Exit::Ok;
}

Exit run_plan_move(const Arguments& arguments, World& world) {
  const auto study = open_with_changes(arguments, world);
  const std::string id = need_task(*study, arguments.operand(kOneTask));
  const Day to = need_coming(arguments.operand(kToDate), *study, "DATE");
  const WholeTask before = need_whole(*study, id);
  const std::string name = name_of_task(before);
  const TextsChanged done = change_plan(*study, [&](const std::string& text) { return with_moved(text, id, to); });
  const std::string from = before.date && *before.date != to ? fmt::format(" from {}", short_date(*before.date)) : "";
  tell({{fmt::format("Moved: {}{} to {}.", name, from, short_date(to))}, {id}, {to}}, done, *study, arguments, world);
  return Exit::Ok;
}

Exit run_plan_drop(const Arguments& arguments, World& world) {
  const auto study = open_with_changes(arguments, world);
  Told told;
  for (const std::string& word : arguments.operands(kOneTask)) {
    const std::string id = need_task(*study, word);
    if (std::ranges::find(told.tasks, id) != told.tasks.end()) continue;
    const WholeTask whole = need_whole(*study, id);
    if (whole.by == WholeTask::By::Dropped) throw UsageError(fmt::format("{} was dropped before", name_of_task(whole)));
    need_open(*study, whole);
    told.sentences.push_back(fmt::format("Dropped: {}.", name_of_task(whole)));
    told.tasks.push_back(id);
    if (whole.date && std::ranges::find(told.days, *whole.date) == told.days.end()) told.days.push_back(*whole.date);
  }
  const TextsChanged done = change_plan(*study, [&](const std::string& text) {
    PlanText all{text, ""};
    for (const std::string& id : told.tasks)
      if (all.wrong.empty()) all = with_dropped(all.text, id);
    return all.wrong.empty() ? all : PlanText{text, all.wrong};
  });
  tell(told, done, *study, arguments, world);
  return Exit::Ok;
}

Exit run_plan_keep(const Arguments& arguments, World& world) {
  const auto study = open_with_changes(arguments, world);
  const std::string id = need_task(*study, arguments.operand(kOneTask));
  const WholeTask before = need_whole(*study, id);
  if (before.by == WholeTask::By::Added) need_open(*study, before);
  const std::string name = name_of_task(before);
  const TextsChanged done = change_plan(*study, [&](const std::string& text) { return without(text, id); });
  Told told{{}, {id}, {}};
  const auto now = find_task(study->timeline(), id);
  if (!done.changed)
    told.sentences.push_back(fmt::format("Nothing to take back: plan.toml says nothing of {}.", name));
  else if (!now)
    told.sentences.push_back(fmt::format("Taken out of the plan again: {}.", name));
  else
    told.sentences.push_back(fmt::format("As the plan has it again: {}, {}.", name, now->date ? short_date(*now->date) : "no date"));
  if (done.changed && now && now->date) told.days.push_back(*now->date);
  tell(told, done, *study, arguments, world);
  return done.changed ? Exit::Ok : Exit::NotMet;
}

Exit run_plan_changes(const Arguments& arguments, World& world) {
  const auto study = open_with_changes(arguments, world);
  const auto views = plan_changes_view(study->standpoint());
  world.out << (arguments.json ? plan_changes_json(views) : plan_changes_screen(views, text_width(world)));
  return Exit::Ok;
}

}  // namespace

const Command kPlanAddCommand{.name = "plan add",
                              .operands = {some(kOwnTitle)},
                              .summary = "a task of your own on a day of the plan",
                              .options = {&kOnDay, &kItsMinutes, &kItsArea, &kItsSlot, &kItsCount, &kItsUnit},
                              .examples = {"starling plan add Three graph problems --on 2026-12-26 --minutes 45"},
                              .run = run_plan_add};

const Command kPlanMoveCommand{.name = "plan move",
                               .operands = {one(kOneTask), one(kToDate)},
                               .summary = "a task to another day, by id or its number of today",
                               .examples = {"starling plan move w05-d2-two-pointers 2026-12-24"},
                               .run = run_plan_move};

const Command kPlanDropCommand{.name = "plan drop",
                               .operands = {some(kOneTask)},
                               .summary = "tasks that you will not do, out of the plan",
                               .examples = {"starling plan drop w05-d1-sliding-window"},
                               .run = run_plan_drop};

const Command kPlanKeepCommand{.name = "plan keep",
                               .operands = {one(kOneTask)},
                               .summary = "a task as the plan has it again, be it dropped or moved",
                               .examples = {"starling plan keep w05-d1-sliding-window"},
                               .run = run_plan_keep};

const Command kPlanChangesCommand{.name = "plan changes",
                                  .summary = "what you changed in the plan",
                                  .examples = {"starling plan changes"},
                                  .pages = true,
                                  .run = run_plan_changes};

}  // namespace starling
