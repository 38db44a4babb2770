// By which words is a principle recognised in a line about one's work?
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace starling {

// Folded beginnings of words, or of two: "simplif" is in "simplified"; with a blank behind it a whole one. A hint only.
[[nodiscard]] std::span<const std::string_view> words_of_principle(std::size_t principle);

}  // namespace starling
