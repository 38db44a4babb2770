// What sorts of question a deck asks, and whether its answers are all of one shape.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "decklint/card_words.h"
#include "decklint/remarks.h"
#include "decklint/rules.h"

namespace starling {

namespace {

constexpr std::size_t kShapeWords = 3;

std::size_t sorts_of(const Card& card) {
  return static_cast<std::size_t>(std::ranges::count_if(kCardSorts, [&](std::string_view sort) { return has_tag(card, sort); }));
}

}  // namespace

void check_sorts(DeckRemarks& remarks) {
  std::size_t cards = 0;
  std::size_t judgements = 0;
  for (const Card& card : remarks.deck().cards) {
    if (card.retired) continue;
    ++cards;
    const std::size_t sorts = sorts_of(card);
    if (sorts != 1)
      remarks.of_card(card, "sort-missing", sorts == 0 ? "none of its tags says what sort of question it is"
                                                       : "several of its tags say what sort of question it is");
    if (sorts > 0 && !has_tag(card, kCardSorts[kJudgementSorts])) ++judgements;
  }
  const double share = cards == 0 ? 1 : static_cast<double>(judgements) / static_cast<double>(cards);
  if (cards >= kJudgedDeck && share < kJudgementShare)
    remarks.of_deck("few-judgements", fmt::format("{} of {} cards ask for a trade-off, a diagnosis, an estimate, a failure or a follow-up; at "
                                                  "least {:.0f} %",
                                                  judgements, cards, kJudgementShare * 100));
}

void check_answer_shapes(DeckRemarks& remarks) {
  std::map<std::string, std::vector<const Card*>> shapes;
  for (const Card& card : remarks.deck().cards) {
    if (card.retired) continue;
    for (const std::string& answer : prose_answers(card)) {
      const auto words = folded_words(answer);
      if (words.size() <= kShapeWords) continue;
      std::vector<const Card*>& of_shape = shapes[fmt::format("{} {} {}", words[0], words[1], words[2])];
      if (of_shape.empty() || of_shape.back() != &card) of_shape.push_back(&card);
    }
  }
  for (const auto& [shape, cards] : shapes)
    if (cards.size() > kMostAlike)
      remarks.of_card(*cards.back(), "answer-shape-repeated",
                      fmt::format("{} answers of this deck begin “{} …”; at most {}", cards.size(), shape, kMostAlike));
}

}  // namespace starling
