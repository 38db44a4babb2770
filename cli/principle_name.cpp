#include "cli/principle_name.h"

#include <fmt/format.h>

#include <algorithm>

#include "story/story.h"

namespace starling {

namespace {

std::string principle_codes() {
  std::string codes;
  for (const Principle& principle : principles()) codes += fmt::format("{}{}", codes.empty() ? "" : ", ", principle.code);
  return codes;
}

}  // namespace

PrincipleName::Value PrincipleName::read(std::string_view, std::string_view word) const {
  if (const auto found = find_principle(word)) return *found;
  const std::string near = near_ones(word, principle_ids());
  throw UsageError(fmt::format("'{}' is not a principle{}", word, near.empty() ? "; use one of: " + principle_codes() : near));
}

Offer PrincipleName::offer() const { return {Offer::From::Words, principle_ids()}; }

namespace {

// Where the first of the names ends: "Are Right, A Lot" has a comma of its own.
std::size_t end_of_name(std::string_view names) {
  const std::size_t first = std::min(names.find(','), names.size());
  for (std::size_t end = names.size(); end != names.npos && end > first; end = names.rfind(',', end - 1))
    if (find_principle(names.substr(0, end))) return end;
  return first;
}

}  // namespace

PrincipleNames::Value PrincipleNames::read(std::string_view what, std::string_view word) const {
  Value list;
  for (std::string_view rest = word;;) {
    const std::size_t end = end_of_name(rest);
    const std::size_t principle = PrincipleName{}.read(what, rest.substr(0, end));
    if (std::ranges::find(list, principle) == list.end()) list.push_back(principle);
    if (end == rest.size()) break;
    rest.remove_prefix(end + 1);
  }
  if (list.size() > most) throw UsageError(fmt::format("{} takes at most {} principles, not {}", what, most, list.size()));
  return list;
}

Offer PrincipleNames::offer() const { return {Offer::From::Words, principle_ids(), true}; }

}  // namespace starling
