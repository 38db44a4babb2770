#include "contest/plain.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace starling {

int plain_interval(const Desk& desk, const ContestCard& card, double retention) {
  const double days = std::round(desk.model.interval_days(card.believed, retention));
  return static_cast<int>(std::clamp(days, 1.0, 36500.0));
}

Rival plain_rival(double retention) {
  const Way way = [retention](const Desk& desk) {
    return lowest_recall_first(
        desk, [&](const ContestCard& card) { return desk.waited(card) >= plain_interval(desk, card, retention); });
  };
  return {"plain", fmt::format("{:g}", retention), [way] { return way; }};
}

}  // namespace starling
