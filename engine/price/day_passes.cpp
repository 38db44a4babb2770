#include "price/day_passes.h"

#include "threads/threads.h"

namespace starling {

#if defined(STARLING_WIDE_LANES)
namespace avx2_days {
DayPasses day_passes();
}
namespace avx512_days {
DayPasses day_passes();
}
#endif
namespace plain_days {
DayPasses day_passes();
}

std::vector<DayPasses> day_passes_here() {
  std::vector<DayPasses> passes{plain_days::day_passes()};
#if defined(STARLING_WIDE_LANES)
  if (widest_lanes() >= Lanes::Avx2) passes.push_back(avx2_days::day_passes());
  if (widest_lanes() >= Lanes::Avx512) passes.push_back(avx512_days::day_passes());
#endif
  return passes;
}

DayPasses fastest_day_passes() {
  static const DayPasses fastest = day_passes_here().back();
  return fastest;
}

}  // namespace starling
