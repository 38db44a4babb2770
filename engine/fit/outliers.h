// Which cards a fit learns from, and what their first intervals alone say.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "fit/review_log.h"

namespace starling {

// The reviews of the first `items` items in time, and of the others only what came before.
struct Past {
  const ReviewLog& log;
  std::size_t items;
};

// Cards whose first interval is too rare to trust: for each first grade, the rarest delays up to a twentieth of its
// cards (or 20), and those with fewer than 6 cards or over 100 days (365 after easy). One entry a card.
[[nodiscard]] std::vector<bool> outlier_cards(const Past& past);

// For each first grade and delay, how many cards came back and were recalled.
struct FirstIntervals {
  struct Group {
    int days;
    int cards;
    int recalled;
  };
  std::array<std::vector<Group>, 4> by_grade;  // in the order of kGrades, by rising days
  int cards = 0;
  int recalled = 0;
};
[[nodiscard]] FirstIntervals first_intervals(const Past& past, const std::vector<bool>& outliers);

}  // namespace starling
