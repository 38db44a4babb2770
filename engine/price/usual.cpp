#include "price/usual.h"

#include <algorithm>
#include <cmath>

namespace starling {

namespace {

// Seconds of review for each item in all.
constexpr double kTight = 95;
constexpr double kScarce = 120;  // every minute may be used
constexpr double kAmple = 150;

// How ample, 0 to 1. All that hangs on it goes evenly: with a step, a few minutes less a day would take hours more in all.
double ampleness(double seconds_per_item) { return std::clamp((seconds_per_item - kScarce) / (kAmple - kScarce), 0.0, 1.0); }

}  // namespace

PriceSettings usual_price_settings(double seconds_per_item, Renewed renewed, double base) {
  constexpr double kHot = 1e-3;
  constexpr double kCold = 4e-4;
  const double ample = ampleness(seconds_per_item);
  if (renewed == Renewed::Weekly) return {3, ample * base, {kCold, 0.015}};
  return {seconds_per_item < kTight ? 8.0 : 3.0, ample * base, std::lerp(kHot, kCold, ample)};
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
