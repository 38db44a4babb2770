// Chance that is equal on every machine and in every version: seeds, and the numbers that SplitMix64 makes of them.
#pragma once

#include <cstdint>
#include <string_view>

namespace starling {

// Equal seeds give equal schedules on every machine, so no std distribution is used behind it.
struct Seed {
  std::uint64_t value;
};

// How far apart two states of SplitMix64 are that follow each other.
inline constexpr std::uint64_t kSplitMixStep = 0x9e3779b97f4a7c15U;

// The number that SplitMix64 (S. Vigna) gives in the state `state`.
[[nodiscard]] constexpr std::uint64_t split_mix(std::uint64_t state) {
  std::uint64_t z = state + kSplitMixStep;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31);
}

// A number in [0, 1).
[[nodiscard]] constexpr double unit_interval(Seed seed) {
  constexpr double kStep = 1.0 / 9007199254740992.0;  // 2^-53: every value a double can hold exactly
  return static_cast<double>(split_mix(seed.value) >> 11) * kStep;
}

// A seed made of text and a count (FNV-1a, then mixed).
[[nodiscard]] Seed seed_from(std::string_view text, std::uint64_t count);

// One number after the other from one seed.
class SplitMix64 {
 public:
  explicit constexpr SplitMix64(Seed seed) : state_(seed.value) {}

  [[nodiscard]] constexpr std::uint64_t next() {
    const std::uint64_t number = split_mix(state_);
    state_ += kSplitMixStep;
    return number;
  }
  // `limit` is at least 1.
  [[nodiscard]] constexpr std::uint64_t below(std::uint64_t limit) { return next() % limit; }

 private:
  std::uint64_t state_;
};

}  // namespace starling
