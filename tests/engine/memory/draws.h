// Draws that are equal on every machine.
#pragma once

#include <cstdint>

#include "calendar/chance.h"
#include "memory/memory.h"

namespace starling {

struct Draws {
  explicit Draws(std::uint64_t seed) : numbers(Seed{seed}) {}
  std::uint64_t next() { return numbers.next(); }
  int below(int sides) { return static_cast<int>(next() % static_cast<std::uint64_t>(sides)); }
  double between(double low, double high) { return low + (high - low) * static_cast<double>(next() >> 11) * 0x1p-53; }
  Grade grade() { return static_cast<Grade>(1 + below(4)); }
  SplitMix64 numbers;
};

}  // namespace starling
