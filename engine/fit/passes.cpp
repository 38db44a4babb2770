#include "fit/passes.h"

#include "threads/threads.h"

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
  if (widest_lanes() == Lanes::Avx512) return avx512_lanes::passes(kind);
  if (widest_lanes() == Lanes::Avx2) return avx2_lanes::passes(kind);
#endif
  return plain_passes(kind);
}

}  // namespace starling
