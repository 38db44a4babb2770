#include "study/reschedule.h"

#include <algorithm>

namespace starling {

namespace {

void count(std::vector<int>& days, Day today, Day due) {
  const int index = std::max(0, days_between(today, due));
  if (static_cast<std::size_t>(index) < days.size()) ++days[static_cast<std::size_t>(index)];
}

}  // namespace

Reschedule reschedule(const Study& study, const MemoryModel& model) {
  const Day today = study.today();
  Reschedule changes{{}, 0, std::vector<int>(kRescheduleDays), std::vector<int>(kRescheduleDays)};
  DayLoads loads;
  loads.first = today;
  loads.due.assign(kLongestBalanced, 0);
  loads.kind = [&study](Day day) { return study.kind_of(day); };
  for (const auto& [item, state] : fold(study.store().events(), model)) {
    if (state.suspended || state.standing.phase != Phase::Review || !study.has_item(item)) continue;
    ++changes.in_review;
    const Seed seed = seed_from(item, static_cast<std::uint64_t>(state.reviews));
    const Day from = state.standing.due.day;
    const Day to = due_under(model, state.standing, today, study.policy_of(item), seed, &loads);
    if (from != to) changes.moves.push_back({item, from, to});
    count(changes.due_before, today, from);
    count(changes.due_after, today, to);
    count(loads.due, today, to);
  }
  return changes;
}

std::vector<MovedItem> moved_items(const Reschedule& changes) {
  std::vector<MovedItem> moved;
  moved.reserve(changes.moves.size());
  for (const Move& move : changes.moves) moved.push_back({move.item, move.to});
  return moved;
}

}  // namespace starling
