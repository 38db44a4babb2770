// When did it happen?
#pragma once

#include <optional>
#include <string_view>

#include "calendar/calendar.h"

namespace starling {

// From the first day to the last, both included.
struct Period {
  Day first{};
  Day last{};
  bool operator==(const Period&) const = default;
};
// Of a `when`: a year, a month or a day ("2024", "2024-02", "2024-02-11"), or two of them joined by "to", "-", "–" or
// "until". Nothing for what is not so, for months past December, and where the end lies before the beginning.
[[nodiscard]] std::optional<Period> period_of(std::string_view when);

}  // namespace starling
