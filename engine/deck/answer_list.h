// Comparing chosen options, or an order of items, with what was meant.
#pragma once

#include <string_view>

#include "deck/answer.h"

namespace starling {

[[nodiscard]] Checked check_choice(std::string_view given, const Card& card, const Face& face);
[[nodiscard]] Checked check_order(std::string_view given, const Card& card, const Face& face);

}  // namespace starling
