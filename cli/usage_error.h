// Wrong use, told in a sentence.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace starling {

// The text says what and, where there is one, the nearest valid word.
class UsageError : public std::runtime_error {
  using runtime_error::runtime_error;
};

// "; did you mean 'X'?" or nothing.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& words);
// The words that `word` is a part of, whatever its case: "; near: a, b, c and 4 more"; the nearest where there is none.
[[nodiscard]] std::string near_ones(std::string_view word, const std::vector<std::string>& words);

}  // namespace starling
