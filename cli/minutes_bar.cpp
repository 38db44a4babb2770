#include "cli/minutes_bar.h"

#include <algorithm>
#include <cmath>

namespace starling {

std::string minutes_bar(double minutes, std::optional<double> cap, double most, int width) {
  const auto column = [&](double value) {
    return most > 0 ? static_cast<int>(std::lround(std::clamp(value / most, 0.0, 1.0) * width)) : 0;
  };
  int full = column(minutes);
  if (full == 0 && minutes >= 0.5) full = 1;  // a little is not nothing
  const int mark = cap ? std::clamp(column(*cap), 1, width) - 1 : width;
  std::string bar(static_cast<std::size_t>(width), ' ');
  for (int i = 0; i < width; ++i)
    bar[static_cast<std::size_t>(i)] = i == mark ? '|' : i < full ? '#' : cap && i < mark ? '-' : ' ';
  return bar;
}

}  // namespace starling
