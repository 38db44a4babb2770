// The review that adds most to what will be known on the day for each second, at the price of each day's minutes.
#pragma once

#include "contest/rival.h"

namespace starling {

// Of these minutes; several where some are left over.
[[nodiscard]] std::vector<PriceSettings> usual_index_settings(const Course& course);

// The same with `base` for what a second is worth elsewhere.
[[nodiscard]] PriceSettings index_settings(const Course& course, double base);

[[nodiscard]] Rival index_rival(const PriceSettings& settings);

}  // namespace starling
