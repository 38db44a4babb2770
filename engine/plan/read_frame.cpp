#include "plan/read_frame.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "plan/days.h"
#include "plan/words.h"

namespace starling {

namespace {

constexpr int kHoursOfWeek = 168;

int months_of(const Plan& plan) { return month_of(plan.weeks); }

void read_levels(Fields& root, PlanReading& reading) {
  std::set<std::string> seen;
  for (const TomlTable* table : root.tables("level")) {
    Fields fields(*table, reading.findings, "a level");
    LevelHours level;
    level.id = need_word(fields, "id", kLevels);
    fields.name(fmt::format("level '{}'", level.id), level.id);
    if (!level.id.empty() && !seen.insert(level.id).second)
      fields.problem("id", "duplicate-id", fmt::format("level '{}' is here a second time", level.id));
    const Range hours = need_range(fields, reading.findings, "hours", 1, kMostHours);
    const Range week = need_range(fields, reading.findings, "hours_per_week", 1, kHoursOfWeek);
    level.hours_low = hours.low;
    level.hours_high = hours.high;
    level.week_low = week.low;
    level.week_high = week.high;
    level.default_week = static_cast<int>(fields.need_integer("default_hours_per_week", 1, kHoursOfWeek));
    level.origin = need_origin(fields);
    fields.finish();
    reading.plan.levels.push_back(std::move(level));
  }
  if (!root.has("level")) root.problem("", "missing", "the plan has no [[level]]");
}

void read_allocations(Fields& root, PlanReading& reading) {
  std::set<std::pair<std::string, Area>> seen;
  for (const TomlTable* table : root.tables("allocation")) {
    Fields fields(*table, reading.findings, "an allocation");
    Allocation allocation;
    allocation.level = need_word(fields, "level", kLevels);
    allocation.area = need_enum(fields, "area", kAreas);
    allocation.hours = static_cast<int>(fields.need_integer("hours", 1, kMostHours));
    allocation.origin = need_origin(fields);
    if (fields.finish() && !seen.emplace(allocation.level, allocation.area).second)
      fields.problem("area", "duplicate-id", fmt::format("{} of {} is allocated a second time",
                                                         to_string(allocation.area), allocation.level));
    reading.plan.allocations.push_back(std::move(allocation));
  }
}

// Every level has hours for every area, or its total would be short without a word.
void check_allocations(Fields& root, const Plan& plan) {
  for (const LevelHours& level : plan.levels)
    for (const Area area : kAreas) {
      const auto is_it = [&](const Allocation& a) { return a.level == level.id && a.area == area; };
      if (level.id.empty() || std::any_of(plan.allocations.begin(), plan.allocations.end(), is_it)) continue;
      root.problem("allocation", "missing", fmt::format("{} has no allocation for {}", level.id, to_string(area)));
    }
}

void read_phases(Fields& root, PlanReading& reading) {
  InOrder numbers(kMostPhases, [](int n) { return fmt::format("phase {}", n); });
  int next_week = 1;
  for (const TomlTable* table : root.tables("phase")) {
    Fields fields(*table, reading.findings, "a phase");
    PhaseOfPlan phase;
    phase.number = static_cast<int>(fields.need_integer("number", 1, kMostPhases));
    phase.name = fields.need_text("name");
    const Range weeks = need_range(fields, reading.findings, "weeks", 1, reading.plan.weeks);
    phase.first_week = weeks.low;
    phase.last_week = weeks.high;
    phase.origin = need_origin(fields);
    numbers.see(fields, "number", phase.number);
    if (weeks.low != 0 && weeks.low != next_week)
      fields.problem("weeks", "out-of-order",
                     fmt::format("phase {} must begin with week {}: phases follow without gap or overlap",
                                 phase.number, next_week));
    next_week = weeks.high + 1;
    fields.finish();
    reading.plan.phases.push_back(std::move(phase));
  }
  if (next_week != reading.plan.weeks + 1)
    root.problem("phase", "missing", fmt::format("the phases do not reach week {}", reading.plan.weeks));
}

void read_months(Fields& root, PlanReading& reading) {
  InOrder numbers(months_of(reading.plan), [](int n) { return fmt::format("month {}", n); });
  for (const TomlTable* table : root.tables("month")) {
    Fields fields(*table, reading.findings, "a month");
    Month month;
    month.number = static_cast<int>(fields.need_integer("number", 1, months_of(reading.plan)));
    month.theme = fields.need_text("theme");
    month.goals = fields.texts("goals");
    month.origin = need_origin(fields);
    numbers.see(fields, "number", month.number);
    fields.finish();
    reading.plan.months.push_back(std::move(month));
  }
  numbers.finish(root, "month");
}

Goal read_goal(const TomlTable& table, int week, PlanReading& reading) {
  Fields fields(table, reading.findings, week > 0 ? fmt::format("a goal of week {}", week) : "a goal");
  Goal goal;
  goal.id = need_id(fields, "goal", week > 0 ? fmt::format("w{:02}-", week) : "", reading.tickable);
  goal.area = need_enum(fields, "area", kAreas);
  goal.text = fields.need_text("text");
  const Amount amount = read_amount(fields);
  goal.count = amount.count;
  goal.unit = amount.unit;
  goal.origin = need_origin(fields);
  fields.finish();
  return goal;
}

void read_weeks(Fields& root, PlanReading& reading) {
  InOrder numbers(reading.plan.weeks, [](int n) { return fmt::format("week {}", n); });
  for (const TomlTable* table : root.tables("week")) {
    Fields fields(*table, reading.findings, "a week");
    PlanWeek week;
    week.number = static_cast<int>(fields.need_integer("number", 1, reading.plan.weeks));
    if (week.number > 0) fields.name(fmt::format("week {}", week.number), "");
    week.title = fields.need_text("title");
    week.origin = need_origin(fields);
    for (const TomlTable* goal : fields.tables("goals"))
      week.goals.push_back(read_goal(*goal, week.number, reading));
    numbers.see(fields, "number", week.number);
    fields.finish();
    reading.plan.week_list.push_back(std::move(week));
  }
  numbers.finish(root, "week");
}

}  // namespace

void read_frame(Fields& root, PlanReading& reading) {
  read_levels(root, reading);
  read_allocations(root, reading);
  check_allocations(root, reading.plan);
  read_phases(root, reading);
  read_months(root, reading);
  read_weeks(root, reading);
}

}  // namespace starling
