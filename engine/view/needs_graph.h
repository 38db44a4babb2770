// What the cards of a deck need of one another, and of others.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "library/library.h"

namespace starling {

struct NeedsNode {
  std::string id;        // "deck/card"
  std::string question;  // empty where there is no such card
  bool outside = false;  // of another deck
  std::vector<std::size_t> needs;
  std::vector<std::size_t> needed_by;
};
struct NeedsGraph {
  std::string deck;
  std::vector<NeedsNode> nodes;  // those of the deck in its order, then what they need of others; none is retired
};
[[nodiscard]] NeedsGraph needs_graph(const Library& library, const Deck& deck);

}  // namespace starling
