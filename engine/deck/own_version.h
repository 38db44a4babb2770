// Cards of a shipped deck as the learner changed them. They lie in a deck file of their own that holds nothing but the
// changed cards, under the ids of the shipped ones, so that the history goes on and the shipped files stay as they are.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "deck/card.h"
#include "deck/read.h"
#include "source/source.h"

namespace starling {

// As read_deck, of a file of changes: its [deck] has an id and nothing else, a card may say what it was made `of`, and
// there are no checks. Every card of it is an own version.
[[nodiscard]] DeckFile read_changes(std::string_view text, std::string_view file);

// The changed cards in the places of the shipped ones; those that are not shipped are left out. What the deck says of
// typed answers is of the shipped cards, so it goes with them.
void put_own_versions(Deck& shipped, const Deck& changes);

// Of each change whose shipped card reads otherwise than when it was made, or is gone: warnings at the change's line.
// `shipped_text` is that of the shipped deck's file.
[[nodiscard]] std::vector<Problem> check_changes(const Deck& shipped, std::string_view shipped_text, const Deck& changes);

// The file that the card's line is of, as shown in messages.
[[nodiscard]] const std::string& file_of(const Deck& deck, const Card& card);

// Where the text of a card stands in its file; offsets are bytes.
struct CardText {
  std::size_t begin = 0;    // of the comment lines right above it, or of its heading
  std::size_t heading = 0;  // of the line "[[card]]"
  std::size_t end = 0;      // behind its last line, without blank lines and what stands right above the next
};
// `line` is that of the card. Nothing where the card is no [[card]] but stands in a list.
[[nodiscard]] std::optional<CardText> card_text_at(std::string_view text, int line);

// Tells a shipped card from what it was: twelve hex digits of its text without the comments above it, equal for both
// kinds of line ends.
[[nodiscard]] std::string fingerprint_of(std::string_view text, const CardText& card);

// `changes` (empty: there is no such file yet) with the card's own text behind it, byte for byte, and what it was made
// of. The id of the deck is that of the shipped one.
[[nodiscard]] std::string with_own_version(std::string_view changes, std::string_view deck_id,
                                           std::string_view shipped_text, const CardText& card);

}  // namespace starling
