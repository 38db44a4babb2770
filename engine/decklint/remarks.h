// What the rules have to say of one deck: its problems, with the severity that the table gives.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "deck/deck.h"
#include "source/source.h"

namespace starling {

// The deck outlives it.
class DeckRemarks {
 public:
  explicit DeckRemarks(const Deck& deck) : deck_(deck) {}
  void of_card(const Card& card, std::string_view rule, std::string_view text);
  void of_deck(std::string_view rule, std::string text);
  [[nodiscard]] const Deck& deck() const { return deck_; }
  [[nodiscard]] std::vector<Problem> take() { return std::move(problems_); }

 private:
  const Deck& deck_;
  std::vector<Problem> problems_;
};

// One file a subject; each of a card looks at one that is not retired.
void check_words(const Card& card, DeckRemarks& remarks);
void check_options(const Card& card, DeckRemarks& remarks);
void check_option_places(DeckRemarks& remarks);
void check_sources(const Card& card, DeckRemarks& remarks);
void check_forms(const Card& card, DeckRemarks& remarks);
void check_given_away(DeckRemarks& remarks);
void check_sorts(DeckRemarks& remarks);
void check_answer_shapes(DeckRemarks& remarks);
void check_order(DeckRemarks& remarks);

}  // namespace starling
