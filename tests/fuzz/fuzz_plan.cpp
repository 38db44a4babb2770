// Any text read as a plan: never a crash, every problem has a place, and what is accepted answers every question.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "plan/plan.h"
#include "story/story.h"

namespace {

void expect(bool holds) {
  if (!holds) std::abort();
}

void ask_everything(const starling::Plan& plan) {
  using namespace starling;
  const Day start = *parse_day("2026-11-23");
  const Timeline timeline(plan, {start, {}}, start);
  for (const int later : {-3, 0, 1, 4, 10, 30, 300}) {
    const Timeline other(plan, {start, start + std::chrono::days(later)}, start);
    (void)date_warnings(other);
    for (int day = 0; day <= later; ++day) (void)other.day_on(start + std::chrono::days(day));
  }
  for (int week = 0; week <= plan.weeks + 1; ++week) {
    (void)area_minutes(tasks_of_week(plan, "L6", week), "L6");
    (void)expected_progress(plan, week);
    const bool inside = week >= 1 && week <= plan.weeks;
    expect((week_of(plan, week) != nullptr) == inside);
    expect((phase_of(plan, week) != nullptr) == inside);
    expect((day_of(plan, week, 7) != nullptr) == inside);
    for (const Metric& metric : plan.metrics) (void)target_in_week(metric, week);
  }
  for (int day = -1; day <= plan.weeks * 7; ++day) {
    const Day date = start + std::chrono::days(day);
    (void)timeline.checklists_on(date);
    const Position at = timeline.on(date);
    const auto dated = timeline.day_on(date);
    expect(dated.has_value() == !(at.before || at.after));
    expect(!dated || dated->spare || timeline.date_of(dated->week, dated->day) == date);
  }
  for (const StorySlot& slot : story_slots(plan)) expect(slot.principle < kPrincipleCount && slot.stories >= 1);
  for (const Gate& gate : plan.gates) expect((gate.evidence == "metric") == (metric_of(plan, gate) != nullptr));
  (void)date_warnings(timeline);
  expect(unpack_plan(pack_plan(plan)) == plan);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const starling::PlanFile file = starling::read_plan(text, "plan.toml");
  expect(file.plan.has_value() != starling::has_error(file.problems));
  for (const starling::Problem& problem : file.problems)
    expect(problem.line >= 1 && problem.column >= 1 && !problem.text.empty());
  if (file.plan) ask_everything(*file.plan);
  (void)starling::unpack_plan(text);
  return 0;
}
