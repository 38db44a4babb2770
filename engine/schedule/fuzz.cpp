#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

#include "schedule/schedule.h"

namespace starling {

namespace {

struct Band {
  double from_days;
  double to_days;
  double share;
};
constexpr double kForever = std::numeric_limits<double>::infinity();
constexpr std::array<Band, 3> kBands{{{2.5, 7, 0.15}, {7, 20, 0.10}, {20, kForever, 0.05}}};

double width(double interval_days) {
  if (interval_days < kBands.front().from_days) return 0;
  double days = 1;
  for (const Band& band : kBands)
    days += band.share * std::max(std::min(interval_days, band.to_days) - band.from_days, 0.0);
  return days;
}

std::uint64_t mixed(std::uint64_t z) {
  z += 0x9e3779b97f4a7c15U;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31);
}

}  // namespace

FuzzRange fuzz_range(double interval_days, int minimum_days, int maximum_days) {
  const int minimum = std::min(minimum_days, maximum_days);
  const double interval = std::clamp<double>(interval_days, minimum, maximum_days);
  const auto bounded = [&](double days) {
    return static_cast<int>(std::clamp<double>(std::round(days), minimum, maximum_days));
  };
  FuzzRange range{bounded(interval - width(interval)), bounded(interval + width(interval))};
  if (range.low == range.high && range.high > 2 && range.high < maximum_days) ++range.high;
  return range;
}

double unit_interval(Seed seed) {
  constexpr double kStep = 1.0 / 9007199254740992.0;  // 2^-53: every value a double can hold exactly
  return static_cast<double>(mixed(seed.value) >> 11) * kStep;
}

Seed seed_from(std::string_view text, std::uint64_t count) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return Seed{mixed(hash ^ mixed(count))};
}

}  // namespace starling
