#include "fit/passes.h"

namespace starling {

#if defined(STARLING_WIDE_LANES)
namespace avx2_lanes {
Passes passes(ModelKind kind);
}
namespace avx512_lanes {
Passes passes(ModelKind kind);
}
#endif
namespace plain_lanes {
Passes passes(ModelKind kind);
}

Passes plain_passes(ModelKind kind) { return plain_lanes::passes(kind); }

Passes widest_passes(ModelKind kind) {
#if defined(STARLING_WIDE_LANES)
  static const bool is_512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                             __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
  static const bool is_256 = __builtin_cpu_supports("avx2");
  if (is_512) return avx512_lanes::passes(kind);
  if (is_256) return avx2_lanes::passes(kind);
#endif
  return plain_passes(kind);
}

}  // namespace starling
