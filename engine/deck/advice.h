// How a card is written so that it can be learnt: rules that are advice.
#pragma once

#include <vector>

#include "deck/card.h"
#include "source/source.h"

namespace starling {

// Long answers, lists above three items, yes/no questions, a choice without
// why_not, a quota without as_of … All warnings, at the card's line; none for a retired card.
[[nodiscard]] std::vector<Problem> check_advice(const Deck& deck);

}  // namespace starling
