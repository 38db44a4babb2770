// What the processor at hand computes side by side.
#pragma once

namespace starling {

enum class Lanes { Plain, Avx2, Avx512 };

// The widest that this processor has, asked once. Avx512: F, BW, DQ and VL.
[[nodiscard]] Lanes widest_lanes();

}  // namespace starling
