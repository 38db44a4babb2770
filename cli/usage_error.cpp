#include "cli/usage_error.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/text.h"

namespace starling {

std::string did_you_mean(std::string_view word, const std::vector<std::string>& words) {
  const auto near = nearest(word, words);
  return near ? fmt::format("; did you mean '{}'?", *near) : "";
}

std::string near_ones(std::string_view word, const std::vector<std::string>& words) {
  constexpr std::size_t kMostNamed = 5;
  const std::string wanted = fold(word);
  std::vector<std::string> near;
  const auto is_named = [&](const std::string& each) { return std::ranges::find(near, kebab(each), kebab) != near.end(); };
  for (const std::string& each : words)
    if (!wanted.empty() && fold(each).find(wanted) != std::string::npos && !is_named(each)) near.push_back(each);
  if (near.empty()) return did_you_mean(word, words);
  if (near.size() == 1) return fmt::format("; did you mean '{}'?", near.front());
  const std::size_t named = std::min(near.size(), kMostNamed);
  const std::string list = fmt::format("; near: {}", fmt::join(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(named), ", "));
  return named == near.size() ? list : fmt::format("{} and {} more", list, near.size() - named);
}

}  // namespace starling
