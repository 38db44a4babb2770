#include "report/course.h"

#include <algorithm>
#include <utility>

namespace starling {

namespace {

// The days on which nothing happened since the last point, `until` excluded.
void add_quiet_days(std::vector<CoursePoint>& course, const Standing& standing, const MemoryModel& model, Day until) {
  for (Day day = course.back().day + std::chrono::days(1); day < until; day += std::chrono::days(1)) {
    const WholeDays passed{std::max(0, days_between(standing.last_day, day))};
    course.push_back({day, model.recall_after(elapsed_days(passed), *standing.memory)});
  }
}

double right_after(const Standing& standing, const MemoryModel& model) {
  return model.recall_after(elapsed_days(WholeDays{0}), *standing.memory);
}

// What an answer adds to the course of an item that went from `before` to `after` with it.
void add_answer(std::vector<CoursePoint>& course, const Standing& before, const Standing& after,
                const MemoryModel& model) {
  const Day day = after.last_day;
  if (!course.empty() && day <= course.back().day) {
    course.back().recall = right_after(after, model);
    return;
  }
  if (!course.empty()) {
    add_quiet_days(course, before, model, day);
    course.push_back({day, model.recall_after(elapsed_since(before, after.last_at, day), *before.memory)});
  }
  course.push_back({day, right_after(after, model)});
}

bool by_recall(const CoursePoint& a, const CoursePoint& b) { return a.recall < b.recall; }

}  // namespace

std::vector<CoursePoint> recall_course(std::span<const Deed> deeds, const ItemId& item, const MemoryModel& model,
                                       Day last) {
  std::vector<CoursePoint> course;
  ItemState state;
  for (const Deed& deed : deeds)
    for (const Event& event : deed.events) {
      const ItemId* about = item_of(event);
      if (!about || *about != item) continue;
      const Standing before = state.standing;
      state = apply(std::move(state), event, deed, model);
      if (std::holds_alternative<Answered>(event)) add_answer(course, before, state.standing, model);
    }
  if (!course.empty()) add_quiet_days(course, state.standing, model, last + std::chrono::days(1));
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
