#include "schedule/steps.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace starling {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

namespace {

using Steps = std::vector<minutes>;

NextStep first_step(Phase phase, const Steps& steps) { return {phase, 0, steps.front()}; }

// Between again and good, so that the three buttons of a first step differ.
milliseconds hard_first_step(const Steps& steps) {
  const milliseconds first = steps.front();
  const milliseconds wait =
      steps.size() > 1 ? (first + milliseconds(steps[1])) / 2 : std::min(first * 3 / 2, first + days(1));
  return wait > days(1) ? milliseconds(std::chrono::floor<days>(wait + hours(12))) : wait;
}

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

}  // namespace

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

Day day_after_step(const NextStep& step, Instant now, const DayRule& rule) {
  const Day ends = rule.study_day(now + step.wait);
  // A day of 25 hours can hold a whole step of 24.
  return is_long(step) ? std::max(ends, rule.study_day(now) + days(1)) : ends;
}

}  // namespace starling
