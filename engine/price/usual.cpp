#include "price/usual.h"

namespace starling {

PriceSettings usual_price_settings(double seconds_per_item, double base) {
  constexpr double kTight = 95;
  constexpr double kScarce = 150;
  if (seconds_per_item < kTight) return {8, 0, 1e-3};
  if (seconds_per_item < kScarce) return {3, 0, 1e-3};
  return {3, base, 4e-4};
}

}  // namespace starling
