// How prices are sought by how tight the minutes are.
#pragma once

#include <array>

namespace starling {

struct PriceSettings {
  double doubt = 3;  // see Outlook
  double base = 0;
  double heat = 1e-3;
};

// Where minutes are left over, what a second is worth elsewhere, from less thorough to more.
inline constexpr std::array<double, 3> kBasePrices{4e-4, 2e-4, 1e-4};

// Of so many seconds of review for each item, over the whole preparation: hotter and more afraid of the forgotten ones
// where they are tight, at the price of elsewhere where some are left over. Found by simulation.
[[nodiscard]] PriceSettings usual_price_settings(double seconds_per_item, double base = kBasePrices[1]);

}  // namespace starling
