// Numbers that add up to their mean.
#pragma once

#include <optional>

namespace starling {

// Nothing where nothing was added.
struct Mean {
  double sum = 0;
  int count = 0;
  void add(double value) {
    sum += value;
    ++count;
  }
  [[nodiscard]] std::optional<double> value() const { return count ? std::optional(sum / count) : std::nullopt; }
};

}  // namespace starling
