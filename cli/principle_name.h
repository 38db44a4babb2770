// A principle, or several between commas, by id, code, name or a usual alias, as an option takes it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "cli/kinds.h"

namespace starling {

// Its place in the official order.
struct PrincipleName {
  using Value = std::size_t;
  [[nodiscard]] Value read(std::string_view what, std::string_view word) const;
  [[nodiscard]] Offer offer() const;
};

// Their places, in the order given, each once.
struct PrincipleNames {
  using Value = std::vector<std::size_t>;
  std::size_t most;
  [[nodiscard]] Value read(std::string_view what, std::string_view word) const;
  [[nodiscard]] Offer offer() const;
};

}  // namespace starling
