// The plan that Starling ships, read once for all tests.
#pragma once

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "plan/plan.h"
#include "source/source.h"
#include "story/story.h"

namespace starling {

inline const std::filesystem::path kDecks = std::filesystem::path(STARLING_SOURCE_ROOT) / "decks";
inline const std::filesystem::path kShippedPlan = kDecks / "plans" / "amazon-24-week.toml";

inline const PlanFile& shipped_file() {
  static const PlanFile file = [] {
    const auto text = read_file(kShippedPlan, kMaxTomlBytes);
    if (!text) throw std::runtime_error("no plan at " + kShippedPlan.string());
    return read_plan(*text, "amazon-24-week.toml");
  }();
  return file;
}

inline const Plan& shipped_plan() {
  if (!shipped_file().plan) throw std::runtime_error("the shipped plan has mistakes");
  return *shipped_file().plan;
}

// Monday 23 November 2026, the start of the examples; its interview day is Friday 7 May 2027.
inline const Day kMonday = *parse_day("2026-11-23");

// The shipped plan with these dates; the interview is the plan's own where none is given.
inline Timeline timeline(Day start, std::optional<Day> interview = {}) {
  return Timeline(shipped_plan(), {start, interview}, start);
}

// The tasks of the weeks up to and including `last_week`.
inline std::vector<Task> tasks_until(const Plan& plan, int last_week) {
  std::vector<Task> tasks;
  for (const PlanDay& day : plan.days)
    if (day.week <= last_week) tasks.insert(tasks.end(), day.tasks.begin(), day.tasks.end());
  return tasks;
}

template <class Which>
int counted(const std::vector<Task>& tasks, Which which) {
  int sum = 0;
  for (const Task& task : tasks)
    if (which(task)) sum += task.count.value_or(0);
  return sum;
}

}  // namespace starling
