// How cards are written so that they can be learnt: what a program can test of it.
#pragma once

#include <span>
#include <vector>

#include "deck/deck.h"
#include "source/source.h"

namespace starling {

// By the rules that look at one deck. Of warnings and advice, at the card's line; none for a retired card.
[[nodiscard]] std::vector<Problem> lint_deck(const Deck& deck);

// By those that look from deck to deck: near-duplicates, one answer too often, levels of an area, needs of a later week.
[[nodiscard]] std::vector<Problem> lint_decks_together(std::span<const Deck* const> decks);

void drop_advice(std::vector<Problem>& problems);

}  // namespace starling
