// Draws that are equal on every machine.
#pragma once

#include <cstdint>

#include "memory/memory.h"

namespace starling {

struct Draws {
  std::uint64_t state;

  std::uint64_t next() {
    std::uint64_t z = (state += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
  }
  int below(int sides) { return static_cast<int>(next() % static_cast<std::uint64_t>(sides)); }
  double between(double low, double high) { return low + (high - low) * static_cast<double>(next() >> 11) * 0x1p-53; }
  Grade grade() { return static_cast<Grade>(1 + below(4)); }
};

}  // namespace starling
