#include "view/beginning_view.h"

#include <fmt/format.h>

#include <algorithm>

#include "item/item.h"

namespace starling {

bool done_since(const Standpoint& from, Day first) {
  const PlanProgress& progress = from.progress;
  const auto since = [&](const auto& list) { return std::ranges::any_of(list, [&](const auto& each) { return each.day >= first; }); };
  return std::ranges::any_of(from.states, [&](const auto& of) { return of.second.reviews > 0 && of.second.standing.last_day >= first; }) ||
         std::ranges::any_of(progress.tasks, [&](const auto& of) { return of.second.last >= first; }) || since(progress.solved) ||
         since(progress.designed) || since(progress.studied) || since(progress.mocks) ||
         std::ranges::any_of(progress.metrics, [&](const auto& of) { return since(of.second); });
}

int idle_weeks(const Standpoint& from) {
  const Position at = from.timeline.on(from.now.day);
  const Day start = from.timeline.start();
  const int weeks = days_between(start, from.now.day) / kDaysOfWeek;
  const bool too_late = from.timeline.days_left(from.now.day) < kDaysOfWeek;
  const bool is_off = is_day_off(from.settings, from.now.day);
  if (at.before || at.after || is_off || too_late || weeks < kIdleWeeks || done_since(from, start)) return 0;
  return weeks;
}

std::string idle_sentence(int weeks) {
  return fmt::format("{} weeks have passed, nothing is done.", weeks);
}

std::string idle_notice(int weeks, Day today, bool has_date) {
  return fmt::format("{} {}", idle_sentence(weeks),
                     has_date ? "Ways to begin: starling replan" : fmt::format("Anew: starling init --start {}", to_string(today)));
}

}  // namespace starling
