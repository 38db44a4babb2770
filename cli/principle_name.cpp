#include "cli/principle_name.h"

#include <fmt/format.h>

#include <algorithm>

#include "story/story.h"

namespace starling {

PrincipleName::Value PrincipleName::read(std::string_view, std::string_view word) const {
  if (const auto found = find_principle(word)) return *found;
  throw UsageError(fmt::format("'{}' is not a principle{}", word, did_you_mean(word, principle_ids())));
}

Offer PrincipleName::offer() const { return {Offer::From::Words, principle_ids()}; }

PrincipleNames::Value PrincipleNames::read(std::string_view what, std::string_view word) const {
  Value list;
  for (const std::string_view each : between_commas(word)) {
    const std::size_t principle = PrincipleName{}.read(what, each);
    if (std::ranges::find(list, principle) == list.end()) list.push_back(principle);
  }
  if (list.size() > most) throw UsageError(fmt::format("{} takes at most {} principles, not {}", what, most, list.size()));
  return list;
}

Offer PrincipleNames::offer() const { return {Offer::From::Words, principle_ids(), true}; }

}  // namespace starling
