#include "study/reschedule.h"

#include <algorithm>

namespace starling {

namespace {

void count(std::vector<int>& days, Day today, Day due) {
  const int index = std::max(0, days_between(today, due));
  if (static_cast<std::size_t>(index) < days.size()) ++days[static_cast<std::size_t>(index)];
}

}  // namespace

Reschedule reschedule(const ItemStates& states, const MemoryModel& model, Day today, const Settings& settings,
                      const std::function<bool(const ItemId&)>& known, const std::function<DayKind(Day)>& kind_of) {
  std::vector<const ItemStates::value_type*> in_review;
  for (const auto& entry : states)
    if (entry.second.standing.phase == Phase::Review && !entry.second.suspended && known(entry.first))
      in_review.push_back(&entry);
  std::ranges::sort(in_review, {}, [](const auto* entry) { return entry->first; });

  Reschedule changes{{}, static_cast<int>(in_review.size()), std::vector<int>(kRescheduleDays),
                     std::vector<int>(kRescheduleDays)};
  DayLoads loads;
  loads.first = today;
  loads.due.assign(kLongestBalanced, 0);
  loads.kind = kind_of;
  for (const auto* entry : in_review) {
    const auto& [item, state] = *entry;
    const Seed seed = seed_from(item.text(), static_cast<std::uint64_t>(state.reviews));
    const Day from = state.standing.due.day;
    const Day to = due_under(model, state.standing, today, policy_of(settings, item.kind(), item.group()), seed, &loads);
    if (from != to) changes.moves.push_back({item, from, to, state.reviews});
    count(changes.due_before, today, from);
    count(changes.due_after, today, to);
    count(loads.due, today, to);
  }
  return changes;
}

}  // namespace starling
