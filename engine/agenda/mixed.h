// Cards of several groups one after the other, so that neighbours do not help each other.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "agenda/asked.h"

namespace starling {

// `cards` in an order in which none follows one of its own group (a deck, mostly) while another one could: at each place
// one of the group that has most left, of equal ones by `seed`. `before` is the group of what is asked before them;
// empty: nothing is. Those of a group keep their order, and a card stays behind those that it needs.
// The rest of a mixed row, mixed anew behind the card that was taken from it, is that rest.
[[nodiscard]] std::vector<Asked> mixed(const std::vector<Asked>& cards, std::string_view before, std::uint64_t seed);

}  // namespace starling
