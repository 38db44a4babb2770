// What loop.toml of a study folder says, and what is wrong with it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "rounds/round.h"
#include "source/source.h"

namespace starling {

struct RoundsFile {
  std::optional<std::vector<Round>> rounds;  // in the order of the file; absent when any problem is an error
  std::vector<Problem> problems;
};
// A text that says nothing has no rounds. Whether the stories of a round are there is not looked at.
[[nodiscard]] RoundsFile read_rounds(std::string_view text, std::string_view file);

}  // namespace starling
