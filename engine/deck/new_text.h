// The text of a deck or a card that is still to be written, and the change of an id in one that is there.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "deck/card.h"

namespace starling {

// A deck file without cards, and an example of each kind as a comment. `id` is kebab-case; a title of nothing but
// blanks becomes the id.
[[nodiscard]] std::string new_deck_text(std::string_view id, std::string_view title);

// A [[card]] of that kind with its keys, to be filled in: it reads with an example's words in it. `id` may be empty.
[[nodiscard]] std::string card_template(CardKind kind, std::string_view id);

// One line of a card: the key and its value as TOML.
using CardLine = std::pair<std::string_view, std::string>;
[[nodiscard]] std::string card_text(std::string_view id, CardKind kind, const std::vector<CardLine>& lines);

// `deck` with a card behind its last one.
[[nodiscard]] std::string with_card(std::string_view deck, std::string_view card);

// An id made of the question: a few of its words. Empty where it has no letters.
[[nodiscard]] std::string id_of_question(std::string_view front);

// The file of a deck with another id for one of its cards, where cards of this file need it or checks name it too.
// Everything else stays byte for byte.
[[nodiscard]] std::string with_card_id(std::string_view text, std::string_view deck, std::string_view from,
                                       std::string_view to);
// The same with another id for the deck.
[[nodiscard]] std::string with_deck_id(std::string_view text, std::string_view from, std::string_view to);

}  // namespace starling
