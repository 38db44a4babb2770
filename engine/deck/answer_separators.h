// Signs that set words apart in prose, of which one is as good as another: "Have Backbone - Disagree and Commit".
#pragma once

#include <string>
#include <string_view>

namespace starling {

struct AnswerPair {
  std::string given;
  std::string meant;
};

// Both as they are, but with ";" where a dash or slash of one stands at the place of such a separator of the other
// (" - ", " – ", " / ", ";", ":", ","), so that both read as prose. A dash is never a slash. Beside a number or a name
// of one or two characters, and between single words of what was meant, they are signs of maths and stay.
[[nodiscard]] AnswerPair with_like_separators(std::string_view given, std::string_view meant);

}  // namespace starling
