#include "price/usual.h"

#include <algorithm>

namespace starling {

PriceSettings usual_price_settings(double seconds_per_item, Renewed renewed, double base) {
  constexpr double kTight = 95;
  constexpr double kScarce = 150;
  const bool scarce = seconds_per_item < kScarce;
  if (renewed == Renewed::Weekly) return {3, scarce ? 0 : base, {4e-4, 0.015}};
  if (seconds_per_item < kTight) return {8, 0, 1e-3};
  return scarce ? PriceSettings{3, 0, 1e-3} : PriceSettings{3, base, 4e-4};
}

bool renewed_daily(int days_left) { return days_left <= 33; }

int renewal_steps(int days_left, bool is_news) {
  if (is_news) return 15;
  return renewed_daily(days_left) ? 4 : 6;
}

double least_worthwhile(const PriceSettings& settings) {
  constexpr double kOfBase = 0.9;
  return std::max(kOfBase * settings.base, 1e-6);
}

bool pays_to_begin(double gain, double price, double least) { return gain >= std::max(price, least); }

}  // namespace starling
