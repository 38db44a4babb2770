// The probes of a story as a sitting shows them: cards to answer aloud, with the learner's own answer behind them.
#pragma once

#include <string>
#include <string_view>

#include "deck/deck.h"
#include "item/item.h"
#include "story/story.h"

namespace starling {

// Of its follow-ups with a number, each a card of that name.
[[nodiscard]] Deck probe_deck(const Story& story);

// What the deck of an item is kept under: its group, but of a probe "probe/STORY", since a story may be called as a deck is.
[[nodiscard]] std::string deck_key(const ItemId& item);
// The story of such a key; empty for others.
[[nodiscard]] std::string_view story_of_key(std::string_view key);

}  // namespace starling
