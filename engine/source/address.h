// Addresses of public pages that a text may name.
#pragma once

#include <string_view>

namespace starling {

// "https://" and a host behind it, of printable ASCII without blanks, quotes and angle brackets: it can be shown, opened
// and put into a page as it is.
[[nodiscard]] bool is_public_address(std::string_view url);

}  // namespace starling
