// Questions that bring back what a story can be made of: by year and by kind.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace starling {

inline constexpr std::size_t kMinePrompts = 20;
inline constexpr int kMinedYears = 5;  // this one among them

struct MinePrompt {
  std::string_view kind;    // "peak", "failure", "conflict" …
  std::optional<int> year;  // absent: of any year
  std::string text;
};
// In the order in which they are asked. No two have the same kind and year: by these a win is known as the answer to one.
[[nodiscard]] std::vector<MinePrompt> mine_prompts(int this_year);

}  // namespace starling
