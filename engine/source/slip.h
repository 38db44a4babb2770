// What slips in the writing of TOML are called: the library's words are about what its parser met.
#pragma once

#include <string_view>

#include "source/problem.h"

namespace starling {

// A line of the text, counted from 1, without its line feed; empty behind the last.
[[nodiscard]] std::string_view line_of(std::string_view text, int line);

// Where the problem that the library found in `text` is a slip that is known, it is told in words for whoever writes the
// file, at the place where it began; else it stays as it is.
void tell_slip(Problem& problem, std::string_view text);

}  // namespace starling
