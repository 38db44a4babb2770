// A principle by its id, code, name or a usual alias, as an option takes it.
#pragma once

#include <cstddef>
#include <string_view>

#include "cli/kinds.h"

namespace starling {

// Its place in the official order.
struct PrincipleName {
  using Value = std::size_t;
  [[nodiscard]] Value read(std::string_view what, std::string_view word) const;
  [[nodiscard]] Offer offer() const;
};

}  // namespace starling
