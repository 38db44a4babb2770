#include <algorithm>

#include "schedule/fuzz.h"
#include "schedule/schedule.h"

namespace starling {

using std::chrono::days;

Day due_under(const MemoryModel& model, const Standing& review, Day today, const Policy& policy, Seed seed,
              const DayLoads* loads) {
  const Day due = review.due.day;
  if (review.phase != Phase::Review || !review.memory || due <= today) return due;
  const double interval = model.interval_days(*review.memory, policy.desired_retention);
  const FuzzRange range = fuzz_range(interval, 1, policy.maximum_interval_days);
  const int present = days_between(review.last_day, due);
  if (present >= range.low && present <= range.high) return due;
  const int chosen = choose_day(interval, 1, review.last_day, policy, seed, loads);
  return std::max(today, review.last_day + days(chosen));
}

}  // namespace starling
