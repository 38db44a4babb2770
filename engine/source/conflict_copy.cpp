#include "source/conflict_copy.h"

#include <array>

#include "text/text.h"

namespace starling {

namespace {

// "own" and ".toml".
struct StemAndEnding {
  std::string_view stem;
  std::string_view ending;
};
StemAndEnding split(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == name.npos || dot == 0) return {name, ""};
  return {name.substr(0, dot), name.substr(dot)};
}

std::optional<std::string> without(std::string_view stem, std::size_t from, std::string_view ending) {
  if (from == 0 || from == stem.npos) return std::nullopt;
  return std::string(trimmed(stem.substr(0, from))) + std::string(ending);
}

// "own (1)": a copy that a browser or a desktop made.
bool is_numbered(std::string_view stem, std::size_t bracket) {
  const std::string_view number = stem.substr(bracket + 2, stem.size() - bracket - 3);
  return !number.empty() && number.find_first_not_of("0123456789") == number.npos;
}

}  // namespace

std::optional<std::string> original_of(std::string_view name) {
  const auto [stem, ending] = split(name);
  for (const std::string_view mark : {".sync-conflict-", "_conflict-", ".conflict-"})
    if (const std::size_t at = stem.find(mark); at != stem.npos) return without(stem, at, ending);
  const std::size_t bracket = stem.rfind(" (");
  if (bracket == stem.npos || !stem.ends_with(')')) return std::nullopt;
  const std::string_view inside = stem.substr(bracket);
  for (const std::string_view word : {"conflict", "Conflict"})
    if (inside.find(word) != inside.npos) return without(stem, bracket, ending);
  if (is_numbered(stem, bracket)) return without(stem, bracket, ending);
  return std::nullopt;
}

}  // namespace starling
