// The stories that can be told, as arithmetic needs them: what each is told for and how good it is.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "story/story.h"

namespace starling {

// Bit p stands for the principle at place p of the official order.
using PrincipleSet = std::uint32_t;
[[nodiscard]] constexpr PrincipleSet set_of(std::size_t principle) { return PrincipleSet{1} << principle; }
[[nodiscard]] constexpr bool holds(PrincipleSet set, std::size_t principle) { return (set & set_of(principle)) != 0; }
inline constexpr PrincipleSet kAllPrinciples = set_of(kPrincipleCount) - 1;

struct BankStory {
  std::string id;
  PrincipleSet primary = 0;
  PrincipleSet secondary = 0;     // none of them primary
  std::optional<double> quality;  // 1 to 5
  [[nodiscard]] PrincipleSet angles() const { return primary | secondary; }
  bool operator==(const BankStory&) const = default;
};

// The complete ones, in their order; of two with one id the first.
[[nodiscard]] std::vector<BankStory> bank_of(std::span<const Story> stories);

}  // namespace starling
