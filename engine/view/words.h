// Words that several views and screens put their numbers into.
#pragma once

#include <string>
#include <string_view>

namespace starling {

// "1 review", "3 reviews"; irregular plurals are given.
[[nodiscard]] std::string counted(int count, std::string_view one, std::string_view many = "");

// "2 h 50", "45 min"
[[nodiscard]] std::string duration(double minutes);
// "for 2 h 50"; of none "in no more hours altogether".
[[nodiscard]] std::string takes_text(double minutes);

// "2:30"
[[nodiscard]] std::string clock_time(int seconds);

}  // namespace starling
