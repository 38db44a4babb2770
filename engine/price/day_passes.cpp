#include "price/day_passes.h"

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
  if (__builtin_cpu_supports("avx2")) passes.push_back(avx2_days::day_passes());
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl"))
    passes.push_back(avx512_days::day_passes());
#endif
  return passes;
}

DayPasses fastest_day_passes() {
  static const DayPasses fastest = day_passes_here().back();
  return fastest;
}

}  // namespace starling
