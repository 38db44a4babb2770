// Logarithms and exponentials, two side by side, in plain arithmetic: the functions of a C library differ from
// machine to machine in the last digit, and states shall not. Right to one part in 10^15 or, of exp, to one part
// and |x| / 8 more.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numbers>

namespace starling {

// A lane each of one vector register.
using Pair = double __attribute__((vector_size(16)));
using PairBits = std::uint64_t __attribute__((vector_size(16)));

// ln x of positive normal numbers; ln 1 is just 0. x = 2^k m with m between sqrt(1/2) and sqrt 2, and
// ln m = 2 atanh s.
inline Pair ln(Pair x) {
  constexpr std::uint64_t kHalfRoot = 0x3fe6a09e667f3bcd;  // sqrt(1/2)
  constexpr std::uint64_t kOne = 0x3ff0000000000000;
  constexpr std::uint64_t kFraction = 0x000fffffffffffff;
  constexpr std::uint64_t kWhole = 0x4330000000000000;  // 2^52, which holds a whole number in its last bits
  const PairBits bits = __builtin_bit_cast(PairBits, x) + (kOne - kHalfRoot);
  const Pair k = __builtin_bit_cast(Pair, (bits >> 52) | kWhole) - (0x1p52 + 1023);
  const Pair m = __builtin_bit_cast(Pair, (bits & kFraction) + kHalfRoot);
  const Pair s = (m - 1.0) / (m + 1.0);
  const Pair z = s * s;
  const Pair z2 = z * z;
  const Pair rest = (0.6666666666666208 + 0.400000000112122 * z) +
                    z2 * ((0.2857142413651635 + 0.22222862476849542 * z) +
                          z2 * (0.18140185202493248 + 0.166219470901774 * z));
  return k * std::numbers::ln2 + (2.0 * s + s * z * rest);
}

// e^x of numbers from -700 to 700; e^0 is just 1. x = k ln 2 + r, and e^r = 1 + r + r^2 (a polynomial).
inline Pair exp(Pair x) {
  constexpr double kToWhole = 0x1.8p52;  // adding it leaves the nearest whole number in the last bits
  const Pair shifted = x * (1 / std::numbers::ln2) + kToWhole;
  const Pair r = x - (shifted - kToWhole) * std::numbers::ln2;
  const Pair r2 = r * r;
  const Pair r4 = r2 * r2;
  const Pair rest = ((0.5 + 0.1666666666664829 * r) + r2 * (0.04166666666665136 + 0.008333333353729397 * r)) +
                    r4 * ((0.0013888888905881542 + 0.00019841208732536384 * r) +
                          r2 * (2.4801536388690766e-05 + 2.762511557828763e-06 * r) + r4 * 2.761380686153829e-07);
  const Pair power = 1.0 + (r + r2 * rest);
  const PairBits times_2_to_k = __builtin_bit_cast(PairBits, shifted) << 52;
  return __builtin_bit_cast(Pair, __builtin_bit_cast(PairBits, power) + times_2_to_k);
}

inline double ln(double x) { return ln(Pair{x, x})[0]; }
// Numbers beyond what the other takes count as the nearest.
inline double exp(double x) {
  const double inside = std::clamp(x, -700.0, 700.0);
  return exp(Pair{inside, inside})[0];
}

}  // namespace starling
