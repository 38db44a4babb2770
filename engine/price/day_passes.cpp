#include "price/day_passes.h"

namespace starling {

#if defined(STARLING_WIDE_LANES)
namespace avx2_days {
DayPasses day_passes();
}
#endif
namespace plain_days {
DayPasses day_passes();
}

DayPasses plain_day_passes() { return plain_days::day_passes(); }

DayPasses widest_day_passes() {
#if defined(STARLING_WIDE_LANES)
  static const bool is_256 = __builtin_cpu_supports("avx2");
  if (is_256) return avx2_days::day_passes();
#endif
  return plain_day_passes();
}

}  // namespace starling
