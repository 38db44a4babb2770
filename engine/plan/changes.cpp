#include "plan/changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "plan/record.h"
#include "plan/words.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr int kChangesSchema = 1;
constexpr std::size_t kMostOfAKind = 1000;
constexpr std::size_t kMostProblemsNamed = 50;
constexpr std::size_t kLongestText = 2000;  // bytes
constexpr std::size_t kLongestId = 100;
constexpr int kFirstYear = 2000;
constexpr int kLastYear = 2199;

bool is_near(Day day) {
  const int year = static_cast<int>(std::chrono::year_month_day(day).year());
  return kFirstYear <= year && year <= kLastYear;
}

std::vector<std::string> task_ids(const Plan& plan) {
  std::vector<std::string> ids;
  for (const PlanDay& day : plan.days)
    for (const Task& task : day.tasks) ids.push_back(task.id);
  return ids;
}

class ChangesReader {
 public:
  ChangesReader(Findings& findings, const Plan* plan) : findings_(findings), plan_(plan) {
    if (plan) ids_ = task_ids(*plan);
    known_.insert(ids_.begin(), ids_.end());
  }

  PlanChanges read(Fields& root) {
    each(root, "add", [&](Fields& fields) { read_added(fields); });
    each(root, "drop", [&](Fields& fields) { read_dropped(fields); });
    each(root, "move", [&](Fields& fields) { read_moved(fields); });
    each(root, "resume", [&](Fields& fields) { read_resumed(fields); });
    each(root, "allocation", [&](Fields& fields) { read_allocation(fields); });
    return std::move(changes_);
  }

 private:
  template <class Read>
  void each(Fields& root, std::string_view key, Read read) {
    const auto tables = root.tables(key);
    if (tables.size() > kMostOfAKind)
      root.problem(key, "too-many", fmt::format("[[{}]] may stand {} times, not {}", key, kMostOfAKind, tables.size()));
    for (std::size_t i = 0; i < tables.size() && i < kMostOfAKind; ++i) {
      Fields fields(*tables[i], findings_, fmt::format("[[{}]]", key));
      read(fields);
      fields.finish();
    }
  }

  static Day need_day(Fields& fields, std::string_view key) {
    if (!fields.has(key)) (void)fields.need_text(key);
    const auto day = fields.day(key);
    if (day && !is_near(*day))
      fields.problem(key, "far-away", fmt::format("{} is far away; a date is of the years {} to {}", to_string(*day), kFirstYear, kLastYear));
    return day && is_near(*day) ? *day : Day{};
  }

  static std::string bounded_text(Fields& fields, std::string_view key) {
    std::string text = fields.text(key).value_or("");
    if (text.size() > kLongestText)
      fields.problem(key, "too-long", fmt::format("{} takes at most {} bytes", key, kLongestText));
    return text;
  }

  // The task that a change is about, and whether it can be made.
  bool read_task(Fields& fields, std::string& task) {
    task = fields.need_text("task");
    if (task.empty()) return false;
    fields.name(fmt::format("the change of '{}'", task), task);
    if (!is_kebab(task) || task.size() > kLongestId) {
      fields.problem("task", "bad-id", fmt::format("'{}' is no id of a task", shorten(task, 60)));
      return false;
    }
    if (own_.has(task)) {
      fields.problem("task", "own-task", fmt::format("'{}' is a task of your own: change it in its [[add]]", task));
      return false;
    }
    if (!changed_.insert(task).second) {
      fields.problem("task", "duplicate-id", fmt::format("'{}' is dropped or moved twice", task));
      return false;
    }
    if (!plan_ || known_.contains(task)) return true;
    const auto near = is_full(findings_.problems) ? std::nullopt : nearest(task, ids_);
    fields.problem("task", "unknown-task",
                   near ? fmt::format("the plan has no task '{}'; did you mean '{}'?", task, *near)
                        : fmt::format("the plan has no task '{}'", task),
                   Severity::Warning);
    return false;
  }

  void read_dropped(Fields& fields) {
    std::string task;
    if (read_task(fields, task)) changes_.dropped.push_back(std::move(task));
  }

  void read_moved(Fields& fields) {
    MovedByHand moved;
    const bool known = read_task(fields, moved.task);
    moved.to = need_day(fields, "to");
    moved.slot = read_enum(fields, "slot", kSlots);
    if (known) changes_.moved.push_back(std::move(moved));
  }

  void read_resumed(Fields& fields) {
    Resumed resumed;
    resumed.on = need_day(fields, "on");
    resumed.week = static_cast<int>(fields.need_integer("week", 1, plan_ ? plan_->weeks : kMostWeeks));
    if (std::ranges::find(changes_.resumed, resumed.on, &Resumed::on) != changes_.resumed.end())
      fields.problem("on", "duplicate-id", fmt::format("{} stands in two [[resume]]", to_string(resumed.on)));
    changes_.resumed.push_back(resumed);
  }

  void read_allocation(Fields& fields) {
    Allocation own;
    own.level = need_word(fields, "level", kLevels);
    own.area = need_enum(fields, "area", kAreas);
    own.hours = static_cast<int>(fields.need_integer("hours", 1, kMostHours));
    for (const Allocation& other : changes_.allocations)
      if (other.level == own.level && other.area == own.area)
        fields.problem("area", "duplicate-id", fmt::format("{} of {} has its hours twice", to_string(own.area), own.level));
    changes_.allocations.push_back(std::move(own));
  }

  void read_added(Fields& fields) {
    AddedTask added;
    Task& task = added.task;
    task.id = need_id(fields, "task", kOwnTask, own_);
    if (task.id.size() > kLongestId) fields.problem("id", "too-long", fmt::format("an id has at most {} letters", kLongestId));
    if (known_.contains(task.id)) fields.problem("id", "duplicate-id", fmt::format("the plan has a task '{}'", task.id));
    added.on = need_day(fields, "on");
    task.slot = need_enum(fields, "slot", kSlots);
    task.area = need_enum(fields, "area", kAreas);
    task.title = fields.need_text("title");
    if (display_width(task.title) > kTitleColumns || task.title.size() > kLongestText)
      fields.problem("title", "too-long", fmt::format("a title takes at most {} columns", kTitleColumns));
    if (task.title.find('\n') != task.title.npos) fields.problem("title", "wrong-type", "a title is one line");
    task.minutes = static_cast<int>(fields.need_integer("minutes", 1, kMostMinutes));
    task.doing = bounded_text(fields, "do");
    task.done_when = bounded_text(fields, "done_when");
    const Amount amount = read_amount(fields);
    task.count = amount.count;
    task.unit = amount.unit;
    read_practice_of(fields, task);
    task.mock = fields.word("mock", kMocks).value_or("");
    task.origin = {"own", ""};
    changes_.added.push_back(std::move(added));
  }

  static void read_practice_of(Fields& fields, Task& task) {
    task.problems = fields.texts("problems");
    if (task.problems.size() > kMostProblemsNamed)
      fields.problem("problems", "too-many", fmt::format("a task names at most {} problems", kMostProblemsNamed));
    for (const std::string& id : task.problems)
      if (!is_kebab(id) || id.size() > kLongestId)
        fields.problem("problems", "bad-id", fmt::format("'{}' is no problem id", shorten(id, 60)));
    count_problems(fields, task);
    task.exercise = fields.text("exercise").value_or("");
    if (!task.exercise.empty() && (!is_kebab(task.exercise) || task.exercise.size() > kLongestId))
      fields.problem("exercise", "bad-id", fmt::format("'{}' is no exercise id", shorten(task.exercise, 60)));
  }

  Findings& findings_;
  const Plan* plan_;
  std::vector<std::string> ids_;  // of the plan
  std::set<std::string, std::less<>> known_;
  std::set<std::string, std::less<>> changed_;
  TakenIds own_;
  PlanChanges changes_;
};

PlanChangesFile read(std::string_view text, std::string_view file, const Plan* plan) {
  TomlDocument document = parse_toml(text, file, kChangesSchema);
  Findings findings{std::string(file), std::move(document.problems)};
  PlanChanges changes;
  if (document.root && !document.root->members.empty()) {
    Fields root(*document.root, findings, "plan.toml");
    root.schema(kChangesSchema, true);
    changes = ChangesReader(findings, plan).read(root);
    root.finish();
  }
  PlanChangesFile result{std::nullopt, std::move(findings.problems)};
  sort_by_place(result.problems);
  if (document.root && !has_error(result.problems)) result.changes = std::move(changes);
  return result;
}

}  // namespace

bool PlanChanges::empty() const { return *this == PlanChanges{}; }

PlanChanges changes_since(PlanChanges changes, Day first) {
  std::erase_if(changes.moved, [&](const MovedByHand& each) { return each.to < first; });
  std::erase_if(changes.added, [&](const AddedTask& each) { return each.on < first; });
  std::erase_if(changes.resumed, [&](const Resumed& each) { return each.on < first; });
  return changes;
}

PlanChangesFile read_plan_changes(std::string_view text, std::string_view file, const Plan& plan) {
  return read(text, file, &plan);
}

PlanChangesFile read_plan_changes(std::string_view text, std::string_view file) { return read(text, file, nullptr); }

std::string own_task_id(std::string_view title, const Plan& plan, const PlanChanges& changes) {
  std::vector<std::string> taken = task_ids(plan);
  for (const AddedTask& each : changes.added) taken.push_back(each.task.id);
  const std::string name = kebab(std::string(title));
  const std::string id = std::string(kOwnTask) + (name.empty() ? "task" : name);
  std::string one = id;
  for (int number = 2; std::ranges::find(taken, one) != taken.end(); ++number) one = fmt::format("{}-{}", id, number);
  return one;
}

}  // namespace starling
