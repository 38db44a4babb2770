// Pieces of a text that name a person or a way to reach one.
#pragma once

#include <string_view>
#include <vector>

#include "text/text.h"

namespace starling {

[[nodiscard]] std::vector<Stretch> find_mail_addresses(std::string_view text);

// "+44 20 7946 0958", "(020) 7946-0958", "555-867-5309": eight digits or more behind "+", a zero or a bracket, or three
// groups of 3, 3 and 4. Dates, figures and years are none.
[[nodiscard]] std::vector<Stretch> find_phone_numbers(std::string_view text);

}  // namespace starling
