#include "plan/change_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "source/source.h"

namespace starling {

namespace {

constexpr std::string_view kChangesFile = "plan.toml";

TableRecord record_of_dropped(std::string_view task) {
  return {"drop", std::string(task), {{"task", starling::quoted(task)}}};
}
TableRecord record_of(const MovedByHand& moved) {
  TableRecord record{"move", moved.task, {{"task", starling::quoted(moved.task)}, {"to", to_string(moved.to)}}};
  if (moved.slot) record.fields.emplace_back("slot", starling::quoted(to_string(*moved.slot)));
  return record;
}
TableRecord record_of(const Resumed& resumed) {
  return {"resume", to_string(resumed.on), {{"on", to_string(resumed.on)}, {"week", fmt::format("{}", resumed.week)}}};
}
TableRecord record_of(const AddedTask& added) {
  const Task& task = added.task;
  TableRecord record{"add", task.id, {{"id", starling::quoted(task.id)}, {"on", to_string(added.on)}}};
  const auto add = [&](std::string_view key, std::string value) { record.fields.emplace_back(key, std::move(value)); };
  const auto add_text = [&](std::string_view key, std::string_view text) {
    if (!text.empty()) add(key, starling::quoted(text));
  };
  add_text("slot", to_string(task.slot));
  add_text("area", to_string(task.area));
  add_text("title", task.title);
  add("minutes", fmt::format("{}", task.minutes));
  add_text("do", task.doing);
  add_text("done_when", task.done_when);
  if (task.count) add("count", fmt::format("{}", *task.count));
  add_text("unit", task.unit);
  std::vector<std::string> problems;
  for (const std::string& id : task.problems) problems.push_back(starling::quoted(id));
  if (!problems.empty()) add("problems", fmt::format("[{}]", fmt::join(problems, ", ")));
  add_text("exercise", task.exercise);
  add_text("mock", task.mock);
  return record;
}

std::vector<TableRecord> records_of(const PlanChanges& changes) {
  std::vector<TableRecord> records;
  for (const std::string& task : changes.dropped) records.push_back(record_of_dropped(task));
  for (const MovedByHand& each : changes.moved) records.push_back(record_of(each));
  for (const AddedTask& each : changes.added) records.push_back(record_of(each));
  for (const Resumed& each : changes.resumed) records.push_back(record_of(each));
  return records;
}

std::string why_unreadable(const PlanChangesFile& file) {
  const auto error = std::ranges::find(file.problems, Severity::Error, &Problem::severity);
  return error == file.problems.end() ? std::string("plan.toml cannot be read")
                                      : fmt::format("line {} of plan.toml is wrong: {}", error->line, error->text);
}

// What stands in a text, and the changes that are made there: a text and what it must say by that.
class Edit {
 public:
  explicit Edit(std::string_view text) : old_(text), changed_(text, "plan-changes") {
    const PlanChangesFile file = read_plan_changes(text, kChangesFile);
    if (!file.changes) {
      wrong_ = why_unreadable(file);
      return;
    }
    before_ = *file.changes;
    wanted_ = plan_entries(before_);
  }

  [[nodiscard]] const PlanChanges& before() const { return before_; }

  void put(const TableRecord& record) {
    wanted_.insert_or_assign(record.what(), record.value());
    changed_.put(record);
  }
  void take_out(const TableRecord& record) {
    if (wanted_.erase(record.what()) > 0) changed_.take_out(record);
  }
  void refuse(std::string why) {
    if (wrong_.empty()) wrong_ = std::move(why);
  }

  PlanText done() {
    if (!wrong_.empty()) return {std::string(old_), wrong_};
    if (wanted_ == plan_entries(before_)) return {std::string(old_), ""};
    std::string text = changed_.take();
    const PlanChangesFile file = read_plan_changes(text, kChangesFile);
    if (file.changes && plan_entries(*file.changes) == wanted_ && file.changes->allocations == before_.allocations)
      return {std::move(text), ""};
    // What the values themselves make wrong, or a spelling that cannot be changed in its place.
    const PlanChangesFile was = read_plan_changes(old_, kChangesFile);
    const auto error = std::ranges::find(file.problems, Severity::Error, &Problem::severity);
    const bool own_fault = error != file.problems.end() && error->rule != "toml" && !has_error(was.problems);
    return {std::string(old_), own_fault ? error->text : "plan.toml is written in a way that only an editor can change"};
  }

 private:
  std::string_view old_;
  TableText changed_;
  PlanChanges before_;
  PlanEntries wanted_;
  std::string wrong_;
};

// The record of that name alone, with the field that names it.
TableRecord named(std::string kind, std::string_view name) {
  const std::string key = kind == "add" ? "id" : kind == "resume" ? "on" : "task";
  return {std::move(kind), std::string(name), {{key, starling::quoted(name)}}};
}

const AddedTask* own_task(const PlanChanges& changes, std::string_view id) {
  for (const AddedTask& each : changes.added)
    if (each.task.id == id) return &each;
  return nullptr;
}

}  // namespace

PlanText with_dropped(std::string_view text, std::string_view task) {
  Edit edit(text);
  edit.take_out(named("move", task));
  if (own_task(edit.before(), task))
    edit.take_out(named("add", task));
  else if (!task.starts_with(kOwnTask))
    edit.put(record_of_dropped(task));
  return edit.done();
}

PlanText with_moved(std::string_view text, std::string_view task, Day to) {
  Edit edit(text);
  edit.take_out(named("drop", task));
  if (const AddedTask* own = own_task(edit.before(), task)) {
    AddedTask moved = *own;
    moved.on = to;
    edit.put(record_of(moved));
  } else if (task.starts_with(kOwnTask)) {
    edit.refuse(fmt::format("there is no task '{}' of your own", task));
  } else {
    edit.put(record_of(MovedByHand{std::string(task), to}));
  }
  return edit.done();
}

PlanText with_added(std::string_view text, const AddedTask& added) {
  Edit edit(text);
  if (own_task(edit.before(), added.task.id)) edit.refuse(fmt::format("there is a task '{}' already", added.task.id));
  edit.put(record_of(added));
  return edit.done();
}

PlanText with_resumed(std::string_view text, const Resumed& resumed) {
  Edit edit(text);
  edit.put(record_of(resumed));
  return edit.done();
}

PlanText without(std::string_view text, std::string_view task) {
  Edit edit(text);
  for (const char* kind : {"drop", "move", "add"}) edit.take_out(named(kind, task));
  return edit.done();
}

PlanText without_resumed(std::string_view text, Day on) {
  Edit edit(text);
  edit.take_out(named("resume", to_string(on)));
  return edit.done();
}

PlanEntries plan_entries(const PlanChanges& changes) {
  PlanEntries entries;
  for (const TableRecord& record : records_of(changes)) entries.emplace(record.what(), record.value());
  return entries;
}

PlanText with_entry(std::string_view text, const std::string& what, const std::optional<std::string>& value) {
  const std::size_t blank = what.find(' ');
  const std::string kind = what.substr(0, blank);
  const std::string name = blank == what.npos ? "" : what.substr(blank + 1);
  Edit edit(text);
  if (!value) {
    edit.take_out(named(kind, name));
    return edit.done();
  }
  const auto alone = read_plan_changes(fmt::format("schema = 1\n{} = [{}]\n", kind, *value), kChangesFile).changes;
  const std::vector<TableRecord> records = alone ? records_of(*alone) : std::vector<TableRecord>();
  if (records.size() == 1 && records.front().what() == what && alone->allocations.empty())
    edit.put(records.front());
  else
    edit.refuse("it is no change of a plan");
  return edit.done();
}

}  // namespace starling
