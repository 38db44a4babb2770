// What cards does this TOML hold, and what is wrong with it?
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "deck/card.h"
#include "source/source.h"

namespace starling {

// A deck is absent when its text does not parse or its [deck] has no usable id; a card with a mistake is left out and
// the rest is kept. A missing title is the id, a missing area "mixed". Problems are sorted by place. `file` is the name
// used in messages.
struct DeckFile {
  std::optional<Deck> deck;
  std::vector<Problem> problems;
};
[[nodiscard]] DeckFile read_deck(std::string_view text, std::string_view file);

// For source/pack.h.
template <class Archive>
void fields(Archive& archive, DeckFile& file) {
  archive(file.deck, file.problems);
}

}  // namespace starling
