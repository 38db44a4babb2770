#include "schedule/schedule.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace starling {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

namespace {

constexpr std::array<std::string_view, 4> kPhaseWords{"new", "learning", "review", "relearning"};

using Steps = std::vector<minutes>;

struct NextStep {
  Phase phase;
  int index;
  milliseconds wait;
};

NextStep first_step(Phase phase, const Steps& steps) { return {phase, 0, steps.front()}; }

// Between again and good, so that the three buttons of a first step differ.
milliseconds hard_first_step(const Steps& steps) {
  const milliseconds first = steps.front();
  const milliseconds wait =
      steps.size() > 1 ? (first + milliseconds(steps[1])) / 2 : std::min(first * 3 / 2, first + days(1));
  return wait > days(1) ? milliseconds(std::chrono::floor<days>(wait + hours(12))) : wait;
}

// Where an answer leads inside a row of steps; nothing when it graduates.
std::optional<NextStep> along_steps(Phase phase, int from, const Steps& steps, Grade grade) {
  if (steps.empty() || grade == Grade::Easy) return std::nullopt;
  if (grade == Grade::Again) return first_step(phase, steps);
  const int last = static_cast<int>(steps.size()) - 1;
  const int here = std::clamp(from, 0, last);
  if (grade == Grade::Hard)
    return NextStep{phase, here, here == 0 ? hard_first_step(steps) : steps[static_cast<std::size_t>(here)]};
  if (here == last) return std::nullopt;
  return NextStep{phase, here + 1, steps[static_cast<std::size_t>(here) + 1]};
}

std::optional<NextStep> next_step(const Standing& before, const Policy& policy, Grade grade) {
  switch (before.phase) {
    case Phase::New:
      return along_steps(Phase::Learning, 0, policy.learning_steps, grade);
    case Phase::Learning:
      return along_steps(Phase::Learning, before.step, policy.learning_steps, grade);
    case Phase::Relearning:
      return along_steps(Phase::Relearning, before.step, policy.relearning_steps, grade);
    case Phase::Review:
      break;
  }
  if (grade != Grade::Again || policy.relearning_steps.empty()) return std::nullopt;
  return first_step(Phase::Relearning, policy.relearning_steps);
}

int review_days(double interval_days, int minimum_days, const Policy& policy, Seed seed) {
  const int maximum = policy.maximum_interval_days;
  if (!policy.fuzz) {
    const int minimum = std::min(minimum_days, maximum);
    return static_cast<int>(std::clamp<double>(std::round(interval_days), minimum, maximum));
  }
  const FuzzRange range = fuzz_range(interval_days, minimum_days, maximum);
  const double choice = unit_interval(seed) * (range.high - range.low + 1);
  return range.low + static_cast<int>(choice);
}

// The days each grade would wait in review, in the order of kGrades, whether or not it leads there.
std::array<int, 4> all_review_days(const std::array<MemoryOutcome, 4>& memory, bool hard_enters_review,
                                   const Policy& policy, Seed seed) {
  const int again = review_days(memory[0].interval_days, 1, policy, seed);
  const int hard = review_days(memory[1].interval_days, 1, policy, seed);
  const int good = review_days(memory[2].interval_days, hard_enters_review ? hard + 1 : 1, policy, seed);
  const int easy = review_days(memory[3].interval_days, good + 1, policy, seed);
  return {again, hard, good, easy};
}

Outcome into_step(const NextStep& step, Instant now, const DayRule& rule) {
  const Day today = rule.study_day(now);
  Outcome outcome;
  outcome.wait = step.wait;
  outcome.after.phase = step.phase;
  outcome.after.step = step.index;
  outcome.after.due.day = rule.study_day(now + step.wait);
  if (step.wait < days(1)) {
    outcome.after.due.at = now + step.wait;
  } else {
    // A day of 25 hours can hold a whole step of 24.
    outcome.after.due.day = std::max(outcome.after.due.day, today + days(1));
    outcome.interval_days = days_between(today, outcome.after.due.day);
  }
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

}  // namespace

std::string_view to_string(Phase phase) { return kPhaseWords[static_cast<std::size_t>(phase)]; }

std::array<Outcome, 4> outcomes(const Standing& before, Instant now, const DayRule& rule, const Policy& policy,
                                Seed seed) {
  const Day today = rule.study_day(now);
  const bool is_new = before.phase == Phase::New;
  const WholeDays elapsed{days_between(before.last_day, today)};
  const auto memory = Fsrs6(policy.weights)
                          .outcomes(is_new ? std::nullopt : before.memory, elapsed, policy.desired_retention);
  const bool hard_enters_review = !next_step(before, policy, Grade::Hard);
  const auto intervals = all_review_days(memory, hard_enters_review, policy, seed);

  std::array<Outcome, 4> result;
  for (std::size_t i = 0; i < kGrades.size(); ++i) {
    const auto step = next_step(before, policy, kGrades[i]);
    result[i] = step ? into_step(*step, now, rule) : into_review(intervals[i], today);
    result[i].after.memory = memory[i].state;
    result[i].after.last_day = today;
  }
  return result;
}

}  // namespace starling
