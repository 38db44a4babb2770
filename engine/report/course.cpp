#include <algorithm>

#include "report/recall.h"

namespace starling {

namespace {

// The days after an answer on which nothing happened, `until` excluded.
void add_quiet_days(std::vector<CoursePoint>& course, const ItemState& state, const MemoryModel& model, Day until) {
  const Standing& standing = state.standing;
  for (Day day = standing.last_day + std::chrono::days(1); day < until; day += std::chrono::days(1)) {
    const WholeDays passed{days_between(standing.last_day, day)};
    course.push_back({day, model.recall_after(elapsed_days(passed), *standing.memory)});
  }
}

double right_after(const ItemState& state, const MemoryModel& model) {
  return model.recall_after(elapsed_days(WholeDays{0}), *state.standing.memory);
}

bool by_recall(const CoursePoint& a, const CoursePoint& b) { return a.recall < b.recall; }

}  // namespace

std::vector<CoursePoint> recall_course(std::span<const Event> events, std::string_view item, const MemoryModel& model,
                                       Day last) {
  std::vector<CoursePoint> course;
  ItemState state;
  for (const Event& event : events) {
    if (event.item != item || !is_answer(event)) continue;
    const ItemState before = state;
    state = apply(std::move(state), event, model);
    if (before.reviews > 0 && event.day <= before.standing.last_day) {
      course.back().recall = right_after(state, model);
      continue;
    }
    if (before.reviews > 0) {
      add_quiet_days(course, before, model, event.day);
      const Elapsed elapsed = elapsed_since(before.standing, event.at, event.day);
      course.push_back({event.day, model.recall_after(elapsed, *before.standing.memory)});
    }
    course.push_back({event.day, right_after(state, model)});
  }
  if (state.reviews > 0) add_quiet_days(course, state, model, last + std::chrono::days(1));
  return course;
}

std::vector<CoursePoint> thinned(std::span<const CoursePoint> course, std::size_t most) {
  if (course.size() <= most) return {course.begin(), course.end()};
  // Between the two ends, the lowest and the highest point of each of so many equal parts.
  const auto inner = course.subspan(1, course.size() - 2);
  const std::size_t parts = (most - 2) / 2;
  std::vector<CoursePoint> few{course.front()};
  for (std::size_t i = 0; i < parts; ++i) {
    const std::size_t from = i * inner.size() / parts;
    const auto part = inner.subspan(from, (i + 1) * inner.size() / parts - from);
    if (part.empty()) continue;
    const auto [low, high] = std::minmax_element(part.begin(), part.end(), by_recall);
    few.push_back(*std::min(low, high));
    if (low != high) few.push_back(*std::max(low, high));
  }
  few.push_back(course.back());
  return few;
}

}  // namespace starling
