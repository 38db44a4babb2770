#include "cli/usage_error.h"

#include <fmt/format.h>

#include "text/text.h"

namespace starling {

std::string did_you_mean(std::string_view word, const std::vector<std::string>& words) {
  const auto near = nearest(word, words);
  return near ? fmt::format("; did you mean '{}'?", *near) : "";
}

}  // namespace starling
