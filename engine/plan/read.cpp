#include "plan/read.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "plan/read_days.h"
#include "plan/read_frame.h"
#include "plan/read_lists.h"
#include "plan/read_measures.h"
#include "plan/read_templates.h"

namespace starling {

namespace {

constexpr int kSchema = 1;

// Numbers of weeks, each at most once.
std::vector<int> read_weeks_in_order(Fields& fields, std::string_view key, int last) {
  std::vector<int> weeks;
  for (const std::int64_t week : fields.integers(key, 1, last)) {
    if (std::ranges::find(weeks, week) != weeks.end())
      fields.problem(key, "duplicate-id", fmt::format("{}: week {} stands there twice", key, week));
    else
      weeks.push_back(static_cast<int>(week));
  }
  return weeks;
}

void read_whom_for(Fields& fields, Plan& plan) {
  plan.second_attempt = fields.flag("second_attempt").value_or(false);
  if (const auto weeks = fields.integer("fewest_weeks", 1, kMostWeeks)) plan.fewest_weeks = static_cast<int>(*weeks);
  if (const auto weeks = fields.integer("most_weeks", 1, kMostWeeks)) plan.most_weeks = static_cast<int>(*weeks);
  if (plan.fewest_weeks && plan.most_weeks && *plan.most_weeks < *plan.fewest_weeks)
    fields.problem("most_weeks", "out-of-order",
                   fmt::format("most_weeks ({}) is below fewest_weeks ({})", *plan.most_weeks, *plan.fewest_weeks));
}

// False where the number of weeks is not known, without which no other place can be judged.
bool read_plan_table(Fields& root, PlanReading& reading) {
  const TomlTable* table = root.table("plan");
  if (!table) {
    if (!root.has("plan")) root.problem("", "missing", "the plan has no [plan]");
    return false;
  }
  Fields fields(*table, reading.findings, "[plan]");
  Plan& plan = reading.plan;
  TakenIds own;
  plan.id = need_id(fields, "plan", "", own);
  plan.title = fields.need_text("title");
  plan.licence = fields.need_text("licence");
  plan.about = fields.text("about").value_or("");
  plan.weeks = static_cast<int>(fields.need_integer("weeks", 1, kMostWeeks));
  const int last_day = std::max(plan.weeks, 1) * kDaysOfWeek;
  plan.interview_day = static_cast<int>(fields.need_integer("interview_day", 1, last_day));
  read_whom_for(fields, plan);
  plan.shorter = read_weeks_in_order(fields, "shorter", plan.weeks);
  plan.longer = read_weeks_in_order(fields, "longer", plan.weeks);
  fields.finish();
  return plan.weeks > 0;
}

}  // namespace

PlanFile read_plan(std::string_view text, std::string_view file) {
  TomlDocument document = parse_toml(text, file, kSchema);
  PlanReading reading;
  reading.findings = {std::string(file), std::move(document.problems)};
  if (document.root) {
    Fields root(*document.root, reading.findings, "the plan");
    root.schema(kSchema, true);
    if (read_plan_table(root, reading)) {
      read_frame(root, reading);
      read_templates(root, reading);
      read_links(root, reading);
      read_days(root, reading);
      read_measures(root, reading);
      read_lists(root, reading);
      root.finish();
    }
  }
  PlanFile result{std::nullopt, std::move(reading.findings.problems)};
  sort_by_place(result.problems);
  if (document.root && !has_error(result.problems)) result.plan = std::move(reading.plan);
  return result;
}

}  // namespace starling
