#include "schedule/schedule.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "schedule/fuzz.h"
#include "schedule/steps.h"

namespace starling {

using std::chrono::days;

namespace {

constexpr std::array<std::string_view, 4> kPhaseWords{"new", "learning", "review", "relearning"};

// What all four grades of one item share.
struct Shared {
  const Standing& before;
  Day today;
  const Policy& policy;
  Seed seed;
  const DayLoads* loads;
};

// The least that a grade of an item in review waits, seen from the interval it had.
int least_beside_last(double interval_days, int minimum_days, const Shared& shared) {
  const Standing& before = shared.before;
  if (before.phase != Phase::Review) return minimum_days;
  const int last = days_between(before.last_day, before.due.day);
  if (std::round(interval_days) > last) return std::max(minimum_days, last + 1);
  if (!shared.policy.fuzz) return minimum_days;
  const FuzzRange range = fuzz_range(interval_days, minimum_days, shared.policy.maximum_interval_days);
  return range.low <= last && last <= range.high ? std::max(minimum_days, last) : minimum_days;
}

int passing_days(double interval_days, int minimum_days, const Shared& shared) {
  const int maximum = shared.policy.maximum_interval_days;
  // What has reached the maximum cannot grow: wanting it longer than last time, or than a worse grade, would push all
  // items onto the one last day.
  if (shared.policy.fuzz && passes_maximum(interval_days, maximum)) {
    const int chosen = choose_day(interval_days, 1, shared.today, shared.policy, shared.seed, shared.loads);
    return std::min(std::max(chosen, minimum_days - 1), maximum);
  }
  return choose_day(interval_days, least_beside_last(interval_days, minimum_days, shared), shared.today, shared.policy,
                    shared.seed, shared.loads);
}

Outcome into_step(const NextStep& step, Instant now, const DayRule& rule) {
  Outcome outcome;
  outcome.wait = step.wait;
  outcome.after.phase = step.phase;
  outcome.after.step = step.index;
  outcome.after.due.day = day_after_step(step, now, rule);
  if (is_long(step))
    outcome.interval_days = days_between(rule.study_day(now), outcome.after.due.day);
  else
    outcome.after.due.at = now + step.wait;
  return outcome;
}

Outcome into_review(int interval_days, Day today) {
  Outcome outcome;
  outcome.wait = days(interval_days);
  outcome.interval_days = interval_days;
  outcome.after.phase = Phase::Review;
  outcome.after.due.day = today + days(interval_days);
  return outcome;
}

// Where the desired retention rises.
double interval_under(const Policy& policy, double interval, const MemoryState& state, const MemoryModel& model) {
  if (!policy.rises_in) return interval;
  return rising_interval(interval, policy.desired_retention, *policy.rises_in,
                         [&](int after) { return model.recall_after(elapsed_days(WholeDays{after}), state); });
}

}  // namespace

double rising_retention(double usual, int days_left) {
  const double share = std::clamp(static_cast<double>(kRisingDays - days_left) / (kRisingDays - 1), 0.0, 1.0);
  return usual + share * std::max(0.0, kRisenRetention - usual);
}

double rising_interval(double interval, double usual, int days_left, const std::function<double(int)>& recall_after) {
  for (int after = std::max(1, days_left - kRisingDays); after < days_left && after < interval; ++after)
    if (recall_after(after) <= rising_retention(usual, days_left - after)) return after;
  return interval;
}

std::string_view to_string(Phase phase) { return kPhaseWords[static_cast<std::size_t>(phase)]; }

Elapsed elapsed_since(const Standing& standing, Instant now, Day today) {
  const std::chrono::duration<double, days::period> exact = now - standing.last_at;
  return {WholeDays{std::max(0, days_between(standing.last_day, today))}, FractionalDays{std::max(0.0, exact.count())}};
}

std::array<Outcome, 4> outcomes(const Standing& before, Instant now, const DayRule& rule, const Policy& policy,
                                const MemoryModel& model, Seed seed, const DayLoads* loads) {
  const Day today = rule.study_day(now);
  const Shared shared{before, today, policy, seed, loads};
  const bool is_new = before.phase == Phase::New;
  auto memory = model.outcomes(is_new ? std::nullopt : before.memory, elapsed_since(before, now, today),
                               policy.desired_retention);
  for (auto& each : memory) each.interval_days = interval_under(policy, each.interval_days, each.state, model);

  std::array<Outcome, 4> result;
  int least = 1;  // days that the grade at hand waits in review
  for (std::size_t i = 1; i < kGrades.size(); ++i) {
    const auto step = next_step(before, policy, kGrades[i]);
    // Easy stays above what good would graduate with.
    const bool graduation_counts = !step || kGrades[i] == Grade::Good;
    const int review = graduation_counts ? passing_days(memory[i].interval_days, least, shared) : 0;
    result[i] = step ? into_step(*step, now, rule) : into_review(review, today);
    const int waited = std::max(review, result[i].interval_days);
    if (waited > 0) least = std::max(least, waited + 1);
  }
  if (const auto step = next_step(before, policy, Grade::Again)) {
    result[0] = into_step(*step, now, rule);
  } else {
    const int wait = choose_day(memory[0].interval_days, 1, today, policy, seed, loads);
    result[0] = into_review(std::min(wait, result[1].interval_days), today);
  }
  for (std::size_t i = 0; i < kGrades.size(); ++i) {
    result[i].after.memory = memory[i].state;
    result[i].after.last_day = today;
    result[i].after.last_at = now;
  }
  return result;
}

Day due_under(const MemoryModel& model, const Standing& review, Day today, const Policy& policy, Seed seed,
              const DayLoads* loads) {
  const Day due = review.due.day;
  if (review.phase != Phase::Review || !review.memory || due <= today) return due;
  const double interval = model.interval_days(*review.memory, policy.desired_retention);
  const FuzzRange range = choice_range(interval, 1, policy.maximum_interval_days);
  const int present = days_between(review.last_day, due);
  if (present >= range.low && present <= range.high) return due;
  const int chosen = choose_day(interval, 1, review.last_day, policy, seed, loads);
  return std::max(today, review.last_day + days(chosen));
}

}  // namespace starling
