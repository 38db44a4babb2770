// Cards side by side in single precision, as many as the processor takes at once. Included by each file that compiles the passes for one kind of
// processor, inside a namespace of its own: what is inlined here never meets the code of another kind.
// Lane by lane the same operations in the same order everywhere, and no fused multiply-add: the digits are equal.

#ifndef STARLING_LANES
#error "name the namespace of these lanes, and how many they are: 4, 8 or 16"
#endif

namespace starling::STARLING_LANES {

inline constexpr int kLanes = STARLING_LANE_COUNT;

using Lanes = float __attribute__((vector_size(sizeof(float) * kLanes)));
using Bits = int __attribute__((vector_size(sizeof(int) * kLanes)));  // a mask has -1 for yes

#define STARLING_INLINE inline __attribute__((always_inline))

STARLING_INLINE Lanes all(float value) { return Lanes{} + value; }

STARLING_INLINE Lanes load(const float* from) {
  Lanes lanes;
  __builtin_memcpy(&lanes, from, sizeof lanes);
  return lanes;
}

STARLING_INLINE void store(Lanes lanes, float* to) { __builtin_memcpy(to, &lanes, sizeof lanes); }

STARLING_INLINE Lanes pick(Bits mask, Lanes yes, Lanes no) { return mask ? yes : no; }
// `lanes` where the mask says yes, zero elsewhere.
STARLING_INLINE Lanes only(Bits mask, Lanes lanes) { return mask ? lanes : Lanes{}; }

STARLING_INLINE Lanes lower(Lanes a, Lanes b) { return pick(a < b, a, b); }
STARLING_INLINE Lanes higher(Lanes a, Lanes b) { return pick(a > b, a, b); }
STARLING_INLINE Lanes inside(Lanes x, float low, float high) { return lower(higher(x, all(low)), all(high)); }

inline constexpr float kLn2 = 0.693147180559945f;
inline constexpr float kLog2E = 1.44269504088896f;

// Binary logarithm of a positive number that is not subnormal; right to 3e-7 of the larger of 1 and itself.
// x = 2^e (1 + z) with 1 + z from sqrt(1/2) to sqrt(2), and log2(1 + z) / z by the polynomial of degree 7 that strays
// least from it there (1.7e-7 of itself; a weighted least-squares fit at Chebyshev's points).
STARLING_INLINE Lanes log2_of(Lanes x) {
  const Bits raw = (Bits)x;
  const Bits shifted = raw - 0x3f3504f3;  // the bits of sqrt(1/2)
  const Bits exponent = shifted >> 23;
  const Lanes m = (Lanes)((shifted & 0x007fffff) + 0x3f3504f3);
  const Lanes z = m - 1.0f;
  const Lanes y = z * z;
  const Lanes low = (1.44269496f - 0.721352788f * z) + y * (0.480923242f - 0.360239639f * z);
  const Lanes high = (0.287098702f - 0.248876871f * z) + y * (0.234042352f - 0.145811645f * z);
  return __builtin_convertvector(exponent, Lanes) + z * (low + y * y * high);
}

// 2 to the power of x, for x from -126 to 126 and moved inside where it is not; right to 2e-7 of itself.
// x = n + f with f from -1/2 to 1/2, and 2^f by the polynomial of degree 5 that strays least from it and is 1 at 0.
STARLING_INLINE Lanes exp2_of(Lanes x) {
  x = inside(x, -126.0f, 126.0f);
  constexpr float kToInteger = 12582912.0f;  // 1.5 * 2^23: what is added is rounded to a whole number
  const Lanes rounded = x + kToInteger;
  const Bits n = (Bits)rounded - 0x4b400000;
  const Lanes f = x - (rounded - kToInteger);
  const Lanes square = f * f;
  const Lanes series = (1.0f + 0.693146978f * f) + square * ((0.240222421f + 0.0555073374f * f) +
                                                             square * (0.00967151264f + 0.00132647271f * f));
  return (Lanes)((Bits)series + (n << 23));
}

STARLING_INLINE float natural_exp(float x) { return exp2_of(all(x * kLog2E))[0]; }

// One of four numbers for each lane, by its grade.
STARLING_INLINE Lanes by_grade(Lanes grade, const float* of) {
  return pick(grade < 1.5f, all(of[0]), pick(grade < 2.5f, all(of[1]), pick(grade < 3.5f, all(of[2]), all(of[3]))));
}

// Derivatives with regard to the four first stabilities.
STARLING_INLINE void add_first(Lanes grade, Lanes by, Lanes* g) {
  g[0] += only(grade < 1.5f, by);
  g[1] += only((grade > 1.5f) & (grade < 2.5f), by);
  g[2] += only((grade > 2.5f) & (grade < 3.5f), by);
  g[3] += only(grade > 3.5f, by);
}

}  // namespace starling::STARLING_LANES
