#include "tools/docs/timeline_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace starling {

namespace {

class RecordList {
 public:
  void add(const Origin& origin, std::string_view noun, const std::string& name) { put(origin, noun, name); }
  void add_in_weeks(const Origin& origin, std::string_view noun, const std::string& name, int first, int last) {
    RowRecord& record = put(origin, noun, name);
    record.first_week = first;
    record.last_week = last;
  }
  void add_of_month(const Origin& origin, std::string_view noun, const std::string& name, int month) { put(origin, noun, name).month = month; }
  void add_when(const Origin& origin, std::string_view noun, const std::string& name, std::string when) {
    put(origin, noun, name).when = std::move(when);
  }
  [[nodiscard]] std::vector<RowRecord> take() { return std::move(records_); }

 private:
  RowRecord& put(const Origin& origin, std::string_view noun, const std::string& name) {
    RowRecord& record = records_.emplace_back();
    record.row = origin.row;
    record.noun = noun;
    record.name = name;
    return record;
  }
  std::vector<RowRecord> records_;
};

std::string days_before_words(int days) {
  return days == 0 ? "the interview day" : days == 1 ? "the day before" : fmt::format("{} days before", days);
}

void add_frame(RecordList& list, const Plan& plan) {
  for (const LevelHours& level : plan.levels) list.add(level.origin, "level", level.id);
  for (const Allocation& each : plan.allocations) list.add(each.origin, "allocation", fmt::format("{} {}", each.level, to_string(each.area)));
  for (const PhaseOfPlan& phase : plan.phases) list.add_in_weeks(phase.origin, "phase", phase.name, phase.first_week, phase.last_week);
  for (const Month& month : plan.months) list.add_of_month(month.origin, "theme", month.theme, month.number);
  for (const DayTemplate& shape : plan.templates) list.add_in_weeks(shape.origin, "shape of a day", shape.id, shape.first_week, shape.last_week);
}

void add_weeks(RecordList& list, const Plan& plan) {
  for (const PlanWeek& week : plan.week_list) list.add_in_weeks(week.origin, "title", week.title, week.number, week.number);
  for (const PlanWeek& week : plan.week_list)
    for (const Goal& goal : week.goals) list.add_in_weeks(goal.origin, "goal", goal.id, week.number, week.number);
  for (const PlanDay& day : plan.days)
    for (const Task& task : day.tasks) list.add_in_weeks(task.origin, "task", task.id, day.week, day.week);
}

void add_measures(RecordList& list, const Plan& plan) {
  for (const Metric& metric : plan.metrics)
    for (const MetricTarget& target : metric.targets) list.add_in_weeks(metric.origin, "target", metric.id, target.week, target.week);
  for (const Gate& gate : plan.gates) {
    if (gate.days_before) list.add_when(gate.origin, "gate", gate.id, days_before_words(*gate.days_before));
    if (!gate.days_before) list.add_of_month(gate.origin, "gate", gate.id, gate.month);
  }
  for (const CurvePoint& point : plan.curve) list.add_of_month(point.origin, "curve point", fmt::format("month {}", point.month), point.month);
}

void add_lists(RecordList& list, const Plan& plan) {
  for (const Checklist& checklist : plan.checklists)
    for (const ChecklistItem& line : checklist.items) {
      if (checklist.days_before) list.add_when(line.origin, "list line", line.id, days_before_words(*checklist.days_before));
      if (checklist.week) list.add_in_weeks(line.origin, "list line", line.id, *checklist.week, *checklist.week);
    }
  for (const Tracker& tracker : plan.trackers) list.add(tracker.origin, "tracker", tracker.id);
  for (const Advice& advice : plan.advice) list.add_when(advice.origin, "advice", advice.text, "when " + advice.when);
}

// The page ----------------------------------------------------------------------------------------------------------------

// "2 to 5, 7"
std::string runs_of(const std::set<int>& numbers) {
  std::vector<std::string> runs;
  for (auto at = numbers.begin(); at != numbers.end();) {
    const int first = *at;
    int last = first;
    while (++at != numbers.end() && *at == last + 1) last = *at;
    runs.push_back(fmt::format("{}", first));
    if (last > first) runs.back() = last == first + 1 ? fmt::format("{}, {}", first, last) : fmt::format("{} to {}", first, last);
  }
  return fmt::format("{}", fmt::join(runs, ", "));
}

// " in week 5", " of months 1 to 6"; empty where there are none.
std::string numbered(std::string_view link, std::string_view noun, const std::set<int>& numbers) {
  return numbers.empty() ? "" : fmt::format(" {} {}{} {}", link, noun, numbers.size() == 1 ? "" : "s", runs_of(numbers));
}

std::string count_words(std::size_t count, std::string_view noun) {
  if (noun == "advice") return fmt::format("{} of advice", count == 1 ? "1 piece" : fmt::format("{} pieces", count));
  if (noun == "shape of a day") return count == 1 ? "1 shape of a day" : fmt::format("{} shapes of a day", count);
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

// "14 tasks in week 5", "4 list lines, 30 days before"
std::string place_of(std::string_view noun, const std::vector<const RowRecord*>& records) {
  std::set<int> weeks;
  std::set<int> months;
  std::vector<std::string> whens;
  for (const RowRecord* record : records) {
    for (int week = record->first_week; week > 0 && week <= record->last_week; ++week) weeks.insert(week);
    if (record->month > 0) months.insert(record->month);
    if (!record->when.empty() && std::ranges::find(whens, record->when) == whens.end()) whens.push_back(record->when);
  }
  const std::string text = count_words(records.size(), noun) + numbered("in", "week", weeks) + numbered("of", "month", months);
  return whens.empty() ? text : fmt::format("{}, {}", text, fmt::join(whens, ", "));
}

std::string places_of(const std::vector<RowRecord>& records, std::string_view row) {
  std::vector<std::string_view> nouns;
  for (const RowRecord& record : records)
    if (record.row == row && std::ranges::find(nouns, record.noun) == nouns.end()) nouns.push_back(record.noun);
  std::vector<std::string> places;
  for (const std::string_view noun : nouns) {
    std::vector<const RowRecord*> of_noun;
    for (const RowRecord& record : records)
      if (record.row == row && record.noun == noun) of_noun.push_back(&record);
    places.push_back(place_of(noun, of_noun));
  }
  return fmt::format("{}", fmt::join(places, "; "));
}

std::string typed(const std::vector<std::string>& commands) {
  std::vector<std::string> quoted;
  for (const std::string& command : commands) quoted.push_back("`" + command + "`");
  return fmt::format("{}", fmt::join(quoted, ", "));
}

std::string either(const std::string& text, const std::string& why) { return text.empty() ? why : text; }

}  // namespace

std::vector<RowRecord> row_records(const Plan& plan) {
  RecordList list;
  add_frame(list, plan);
  add_weeks(list, plan);
  add_measures(list, plan);
  add_lists(list, plan);
  return list.take();
}

TimelineTable read_timeline_table(std::string_view text, std::string_view file) {
  TimelineTable table;
  TomlDocument document = parse_toml(text, file);
  table.problems = std::move(document.problems);
  if (!document.root) return table;
  Findings findings{std::string(file), {}};
  Fields root(*document.root, findings, "the table");
  (void)root.need_integer("schema", 1, 1);
  for (const TomlTable* each : root.tables("row")) {
    Fields fields(*each, findings, "row");
    TimelineRow& row = table.rows.emplace_back();
    row.id = fields.need_text("id");
    fields.name("row " + row.id, row.id);
    row.asks = fields.need_text("asks");
    row.screens = fields.texts("screen");
    row.commands = fields.texts("command");
    row.shows = fields.text("shows").value_or("");
    row.why = fields.text("why").value_or("");
    (void)fields.finish();
  }
  for (const TomlTable* each : root.tables("reading")) {
    Fields fields(*each, findings, "reading");
    ReadingRow& row = table.readings.emplace_back();
    row.id = fields.need_text("id");
    fields.name("reading " + row.id, row.id);
    row.screens = fields.texts("screen");
    row.why = fields.text("why").value_or("");
    (void)fields.finish();
  }
  (void)root.finish();
  table.problems.insert(table.problems.end(), findings.problems.begin(), findings.problems.end());
  return table;
}

std::string timeline_page(const Plan& plan, const TimelineTable& table) {
  if (!table.problems.empty()) throw std::runtime_error(to_line(table.problems.front()));
  const std::vector<RowRecord> records = row_records(plan);
  std::string text =
      "# The timeline, row by row\n\nMade from `docs/timeline.toml` and `decks/plans/amazon-24-week.toml`. What each row of the "
      "timeline asks in our words, where it stands in the plan, the screens that show it and the commands that do it: words behind "
      "`starling`, with names in capitals for what you choose. A screen of one week or month stands for all of them.\n\n"
      "| row | asks | in the plan | screen | command |\n| --- | --- | --- | --- | --- |\n";
  for (const TimelineRow& row : table.rows)
    text += fmt::format("| {} | {} | {} | {} | {} |\n", row.id, row.asks, either(places_of(records, row.id), row.why), typed(row.screens),
                        typed(row.commands));
  text += "\n## Readings\n\nWhat the plan does where the timeline contradicts itself; what the timeline says there is in "
          "[plan.md](plan.md).\n\n| | Starling does | in the plan | screen |\n| --- | --- | --- | --- |\n";
  for (const Reading& reading : plan.readings) {
    const auto row = std::ranges::find(table.readings, reading.id, &ReadingRow::id);
    if (row == table.readings.end()) throw std::runtime_error("docs/timeline.toml has no " + reading.id);
    text += fmt::format("| {} | {} | {} | {} |\n", reading.id, reading.reading, places_of(records, reading.id),
                        either(typed(row->screens), row->why));
  }
  return text;
}

}  // namespace starling
