// Comparing a typed number and its unit with what was meant.
#pragma once

#include <string_view>

#include "deck/answer.h"

namespace starling {

[[nodiscard]] Checked check_number(std::string_view given, const Card& card);

}  // namespace starling
