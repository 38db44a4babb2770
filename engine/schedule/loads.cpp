#include "schedule/loads.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdlib>

namespace starling {

namespace {

constexpr std::array<double, 6> kBySiblingDistance{1e-6, 0.2, 0.4, 0.6, 0.8, 1};
constexpr double kCountPower = 2.15;
constexpr double kIntervalPower = 3;

double sibling_factor(const DayLoads& loads, Day day) {
  std::size_t nearest = kBySiblingDistance.size() - 1;
  for (const Day sibling : loads.siblings)
    nearest = std::min(nearest, static_cast<std::size_t>(std::abs(days_between(day, sibling))));
  return kBySiblingDistance[nearest];
}

}  // namespace

int DayLoads::due_on(Day day) const {
  const int index = days_between(first, day);
  return index < 0 || static_cast<std::size_t>(index) >= due.size() ? 0 : due[static_cast<std::size_t>(index)];
}

DayKind DayLoads::kind_of(Day day) const { return kind ? kind(day) : DayKind::Open; }

double room_of(DayKind kind) { return kind == DayKind::Lighter ? 0.5 : 1; }

double day_weight(const DayLoads& loads, Day day, DayKind kind, int interval_days) {
  const double room = room_of(kind);
  const int due = loads.due_on(day);
  const double fullness =
      due <= 0 ? 1 : std::pow(room / due, kCountPower) * std::pow(1.0 / interval_days, kIntervalPower);
  return fullness * room * sibling_factor(loads, day);
}

}  // namespace starling
