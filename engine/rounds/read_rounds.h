// What loop.toml of a study folder says, and what is wrong with it.
#pragma once

#include <functional>
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
// A text that says nothing has no rounds. What was told and is no story by `is_story` is a warning; without it that is not
// looked at.
[[nodiscard]] RoundsFile read_rounds(std::string_view text, std::string_view file,
                                     const std::function<bool(std::string_view id)>& is_story = {});

}  // namespace starling
