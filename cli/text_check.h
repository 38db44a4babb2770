// What is wrong with one text file that is named by its path, whatever the program reads it as.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "source/source.h"

namespace starling {

// By its name (starling.toml, plan.toml, loop.toml) or by the table that it has (a story, a plan, problems, exercises,
// questions). Nothing for a deck, and for what is none of these.
[[nodiscard]] std::optional<std::vector<Problem>> problems_of_text(std::string_view text, std::string_view file);

}  // namespace starling
