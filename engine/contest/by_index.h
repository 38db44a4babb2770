// The review that adds most to what will be known on the day for each second, at the price of each day's minutes.
#pragma once

#include "contest/rival.h"

namespace starling {

struct IndexSettings {
  double doubt = 3;
  double base = 0;
  double heat = 1e-3;
};
// Of these minutes: hotter and more afraid of the forgotten ones where they are tight, with a price of elsewhere where
// some are left over (a lower one is more thorough).
[[nodiscard]] std::vector<IndexSettings> usual_index_settings(const Course& course);

[[nodiscard]] Rival index_rival(const IndexSettings& settings);

}  // namespace starling
