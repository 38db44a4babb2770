#include "threads/lanes.h"

namespace starling {

namespace {

Lanes asked() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl"))
    return Lanes::Avx512;
  if (__builtin_cpu_supports("avx2")) return Lanes::Avx2;
#endif
  return Lanes::Plain;
}

}  // namespace

Lanes widest_lanes() {
  static const Lanes lanes = asked();
  return lanes;
}

}  // namespace starling
