// Decks for tests, as short as the question allows.
#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "deck/deck.h"

namespace starling::testing {

inline std::string deck_text(std::string_view cards) { return fmt::format("[deck]\nid = \"d\"\n\n{}", cards); }

// The keys of one card with the id "c".
inline std::string card_text(std::string_view kind, std::string_view keys) {
  return fmt::format("[[card]]\nid = \"c\"\nkind = \"{}\"\n{}\n", kind, keys);
}

inline DeckFile read_card(std::string_view kind, std::string_view keys) {
  return read_deck(deck_text(card_text(kind, keys)), "d.toml");
}

// Fails the test's arrangement by throwing where the card is not whole.
inline Card card(std::string_view kind, std::string_view keys) {
  const DeckFile file = read_card(kind, keys);
  if (!file.problems.empty()) throw std::runtime_error(to_line(file.problems.front()));
  return file.deck.value().cards.at(0);
}

inline std::vector<std::string> rules(const std::vector<Problem>& problems) {
  std::vector<std::string> result;
  for (const Problem& problem : problems) result.push_back(problem.rule);
  return result;
}

}  // namespace starling::testing
