#include "cli/principle_name.h"

#include <fmt/format.h>

#include "story/story.h"

namespace starling {

PrincipleName::Value PrincipleName::read(std::string_view, std::string_view word) const {
  if (const auto found = find_principle(word)) return *found;
  throw UsageError(fmt::format("'{}' is not a principle{}", word, did_you_mean(word, principle_ids())));
}

Offer PrincipleName::offer() const { return {Offer::From::Words, principle_ids()}; }

}  // namespace starling
