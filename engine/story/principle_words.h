// By which words is a principle recognised in a line about one's work?
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace starling {

// Folded beginnings of words, or of two words: "simplif" is in "simplified". A hint, never a verdict.
[[nodiscard]] std::span<const std::string_view> words_of_principle(std::size_t principle);

}  // namespace starling
