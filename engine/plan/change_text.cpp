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

// One table of the file: `[[kind]]`, whose first field says what it is about.
struct ChangeRecord {
  std::string kind;
  std::string name;                                           // without quotes
  std::vector<std::pair<std::string, std::string>> fields;  // keys and values as TOML, in order

  [[nodiscard]] std::string what() const { return fmt::format("{} {}", kind, name); }
};

ChangeRecord record_of_dropped(std::string_view task) {
  return {"drop", std::string(task), {{"task", starling::quoted(task)}}};
}
ChangeRecord record_of(const MovedByHand& moved) {
  return {"move", moved.task, {{"task", starling::quoted(moved.task)}, {"to", to_string(moved.to)}}};
}
ChangeRecord record_of(const Resumed& resumed) {
  return {"resume", to_string(resumed.on), {{"on", to_string(resumed.on)}, {"week", fmt::format("{}", resumed.week)}}};
}
ChangeRecord record_of(const AddedTask& added) {
  const Task& task = added.task;
  ChangeRecord record{"add", task.id, {{"id", starling::quoted(task.id)}, {"on", to_string(added.on)}}};
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

std::vector<ChangeRecord> records_of(const PlanChanges& changes) {
  std::vector<ChangeRecord> records;
  for (const std::string& task : changes.dropped) records.push_back(record_of_dropped(task));
  for (const MovedByHand& each : changes.moved) records.push_back(record_of(each));
  for (const AddedTask& each : changes.added) records.push_back(record_of(each));
  for (const Resumed& each : changes.resumed) records.push_back(record_of(each));
  return records;
}

std::string value_of(const ChangeRecord& record) {
  std::vector<std::string> fields;
  for (const auto& [key, value] : record.fields) fields.push_back(fmt::format("{} = {}", key, value));
  return fmt::format("{{ {} }}", fmt::join(fields, ", "));
}

std::string_view without_quotes_around(std::string_view value) {
  const bool in_quotes = value.size() >= 2 && value.front() == value.back() && (value.front() == '"' || value.front() == '\'');
  return in_quotes ? value.substr(1, value.size() - 2) : value;
}

// A text that is changed step by step.
class ChangedText {
 public:
  explicit ChangedText(std::string_view text) : text_(text), newline_(text.find("\r\n") == text.npos ? "\n" : "\r\n") {}

  [[nodiscard]] std::string take() { return std::move(text_); }

  // The value alone where only that is another one, so that what a hand wrote around it stays.
  void put(const ChangeRecord& record) {
    const TextLayout layout = layout_of(text_);
    const auto table = table_of(layout, record);
    if (!table) return append(record);
    std::vector<std::pair<const PlacedValue*, const std::string*>> anew;
    std::size_t known = 0;
    for (const auto& [key, value] : record.fields)
      if (const PlacedValue* placed = value_in(layout, *table, record.kind, key)) {
        ++known;
        const std::string_view now = std::string_view(text_).substr(placed->value, placed->end - placed->value);
        if (without_quotes_around(now) != without_quotes_around(value)) anew.emplace_back(placed, &value);
      }
    if (known != record.fields.size() || known != keys_of(layout, *table)) {
      take_out(record);
      return append(record);
    }
    std::ranges::sort(anew, std::ranges::greater(), [](const auto& each) { return each.first->value; });
    for (const auto& [placed, value] : anew) text_.replace(placed->value, placed->end - placed->value, *value);
  }

  // The table from its heading to its last value, and the blank line in front of it.
  void take_out(const ChangeRecord& record) {
    const TextLayout layout = layout_of(text_);
    const auto table = table_of(layout, record);
    if (!table) return;
    const std::size_t heading_end = layout.tables[*table].body - 1;
    std::size_t begin = heading_end == 0 ? text_.npos : text_.rfind('\n', heading_end - 1);
    begin = begin == text_.npos ? 0 : begin + 1;
    std::size_t end = layout.tables[*table].body;
    for (const PlacedValue& placed : layout.values)
      if (placed.table == *table && !placed.inner && !placed.commented)
        end = std::min(text_.find('\n', placed.end), text_.size() - 1) + 1;
    text_.erase(begin, end - begin);
    const std::string two = newline_ + newline_;
    const bool blank_before = begin >= two.size() && std::string_view(text_).substr(begin - two.size(), two.size()) == two;
    const bool blank_behind = begin >= text_.size() || std::string_view(text_).substr(begin).starts_with(newline_);
    if (blank_before && blank_behind) text_.erase(begin - newline_.size(), newline_.size());
  }

 private:
  static const PlacedValue* value_in(const TextLayout& layout, std::size_t table, std::string_view kind, std::string_view key) {
    for (const PlacedValue& placed : layout.values)
      if (placed.table == table && !placed.inner && !placed.commented && placed.path.size() == 2 && placed.path[0] == kind &&
          placed.path[1] == key)
        return &placed;
    return nullptr;
  }
  static std::size_t keys_of(const TextLayout& layout, std::size_t table) {
    return static_cast<std::size_t>(std::ranges::count_if(
        layout.values, [&](const PlacedValue& placed) { return placed.table == table && !placed.inner && !placed.commented; }));
  }

  [[nodiscard]] std::optional<std::size_t> table_of(const TextLayout& layout, const ChangeRecord& record) const {
    for (std::size_t i = 1; i < layout.tables.size(); ++i) {
      if (layout.tables[i].path != KeyPath{record.kind}) continue;
      const PlacedValue* name = value_in(layout, i, record.kind, record.fields.front().first);
      if (name && without_quotes_around(std::string_view(text_).substr(name->value, name->end - name->value)) == record.name)
        return i;
    }
    return std::nullopt;
  }

  void append(const ChangeRecord& record) {
    if (text_.empty()) text_ = schema_line("plan-changes", 0) + "schema = 1\n";
    if (text_.back() != '\n') text_ += newline_;
    if (text_.find_first_not_of("\r\n\t ") != text_.npos) text_ += newline_;
    text_ += fmt::format("[[{}]]{}", record.kind, newline_);
    for (const auto& [key, value] : record.fields) text_ += fmt::format("{} = {}{}", key, value, newline_);
  }

  std::string text_;
  std::string newline_;
};

std::string why_unreadable(const PlanChangesFile& file) {
  const auto error = std::ranges::find(file.problems, Severity::Error, &Problem::severity);
  return error == file.problems.end() ? std::string("plan.toml cannot be read")
                                      : fmt::format("line {} of plan.toml is wrong: {}", error->line, error->text);
}

// What stands in a text, and the changes that are made there: a text and what it must say by that.
class Edit {
 public:
  explicit Edit(std::string_view text) : old_(text), changed_(text) {
    const PlanChangesFile file = read_plan_changes(text, kChangesFile);
    if (!file.changes) {
      wrong_ = why_unreadable(file);
      return;
    }
    before_ = *file.changes;
    wanted_ = plan_entries(before_);
  }

  [[nodiscard]] const PlanChanges& before() const { return before_; }

  void put(const ChangeRecord& record) {
    wanted_.insert_or_assign(record.what(), value_of(record));
    changed_.put(record);
  }
  void take_out(const ChangeRecord& record) {
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
  ChangedText changed_;
  PlanChanges before_;
  PlanEntries wanted_;
  std::string wrong_;
};

// The record of that name alone, with the field that names it.
ChangeRecord named(std::string kind, std::string_view name) {
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
  for (const ChangeRecord& record : records_of(changes)) entries.emplace(record.what(), value_of(record));
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
  const std::vector<ChangeRecord> records = alone ? records_of(*alone) : std::vector<ChangeRecord>();
  if (records.size() == 1 && records.front().what() == what && alone->allocations.empty())
    edit.put(records.front());
  else
    edit.refuse("it is no change of a plan");
  return edit.done();
}

}  // namespace starling
