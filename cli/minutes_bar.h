// Minutes of a day beside what a day may take, as a bar of plain ASCII.
#pragma once

#include <optional>
#include <string>

namespace starling {

// "#####---|   " of `width` columns, of which the whole stands for `most` minutes: # up to `minutes`, | where the cap
// of the day is (over the # when it is passed), - on the way there.
[[nodiscard]] std::string minutes_bar(double minutes, std::optional<double> cap, double most, int width);

}  // namespace starling
