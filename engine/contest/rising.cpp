#include "contest/rising.h"

#include <fmt/format.h>

namespace starling {

Rival rising_rival(double low, double high, int days) {
  const Way way = [=](const Desk& desk) {
    const int left = desk.days_left();
    const double aim = left >= days ? low : high - (high - low) * (left - 1) / (days - 1);
    return lowest_recall_first(desk, [&](const ContestCard& card) { return desk.recall(card) <= aim; });
  };
  return {"r-of-t", fmt::format("{:g} to {:g}, {} d", low, high, days), [way] { return way; }};
}

}  // namespace starling
