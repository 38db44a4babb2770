#include "contest/half_left.h"

#include <fmt/format.h>

#include <algorithm>

#include "contest/plain.h"

namespace starling {

Rival half_left_rival(double retention) {
  const Way way = [retention](const Desk& desk) {
    return lowest_recall_first(desk, [&](const ContestCard& card) {
      const int half = std::max(1, (desk.course.days - card.last_day) / 2);
      return desk.waited(card) >= std::min(half, plain_interval(desk, card, retention));
    });
  };
  return {"half-left", fmt::format("{:g}", retention), [way] { return way; }};
}

}  // namespace starling
