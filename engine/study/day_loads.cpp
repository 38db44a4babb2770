#include <algorithm>

#include "study/sitting.h"

namespace starling {

namespace {

// The balanced intervals and the longest fuzz past them.
constexpr int kCountedDays = kLongestBalanced + 10;

bool counts(const ItemState& state) { return state.standing.phase == Phase::Review && !state.suspended; }

// One more or one less on the day that an item is due, where that day is counted.
void change(DayLoads& loads, const ItemState& state, int by) {
  const int index = days_between(loads.first, state.standing.due.day);
  if (!counts(state) || index < 0 || static_cast<std::size_t>(index) >= loads.due.size()) return;
  loads.due[static_cast<std::size_t>(index)] += by;
}

}  // namespace

DayKind Study::kind_of(Day day) const {
  if (off(day)) return DayKind::Off;
  if (!settings_.load_balance) return DayKind::Open;
  if (rests(day)) return DayKind::Rest;
  const auto& lighter = settings_.lighter_days;
  return std::ranges::find(lighter, weekday_name(day)) != lighter.end() ? DayKind::Lighter : DayKind::Open;
}

DayLoads Study::loads_for(const std::string& item, const ItemState& before) const {
  DayLoads loads;
  loads.first = today() + std::chrono::days(1);
  loads.kind = [this](Day day) { return kind_of(day); };
  if (!settings_.load_balance) return loads;
  if (item.starts_with(kStoryPrefix)) {
    // A day has its own number of stories, whatever its cards.
    loads.due.assign(kCountedDays, 0);
    for (const auto& [id, state] : store_.states_of(std::string(kStoryPrefix))) change(loads, state, 1);
  } else {
    loads.due = store_.due_counts(loads.first, loads.first + std::chrono::days(kCountedDays - 1));
  }
  change(loads, before, -1);
  const std::size_t mark = item.find('#');
  if (mark == item.npos) return loads;
  for (const auto& [sibling, state] : store_.states_of(item.substr(0, mark + 1)))
    if (sibling != item && counts(state)) loads.siblings.push_back(state.standing.due.day);
  return loads;
}

}  // namespace starling
