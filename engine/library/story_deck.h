// What a teller has to know by heart, as cards that the stories make of themselves: how each begins, what was done step by
// step, each figure, and which story is told for a principle. Nothing is written: they are made of the texts anew, and a
// text that changes keeps its ids, and so its history.
//
// A beat is known by its number and a figure by its name, so that nothing has to be kept beside the story. A beat that is
// put in between takes over the history of the one that stood there, as a reworded one does; the next answers set it right.
// The question for a principle carries the principle, not a story: it is one question, however many stories answer it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "deck/deck.h"
#include "item/item.h"
#include "story/story.h"

namespace starling {

// In the order in which they are begun. They need that the story was told. Retired where it is put away, and waiting while
// it is not whole; the question for its principle is there only of a story that counts. Of an introduction its opening.
[[nodiscard]] std::vector<Item> story_card_items(const Story& story);

// The same of all of them, with their texts; a principle is asked for once.
[[nodiscard]] Deck story_deck(std::span<const Story> stories);

// Null where none of them makes that card; of a principle the first that is told for it.
[[nodiscard]] const Story* story_of_card(std::span<const Story> stories, const ItemId& card);
// Of what the card is made of in the file of its story, from 1.
[[nodiscard]] int line_of_card(const Story& story, const ItemId& card, std::string_view file);

}  // namespace starling
