#include "decklint/lint_deck.h"

#include <fmt/format.h>

#include <utility>

#include "decklint/remarks.h"
#include "decklint/rules.h"

namespace starling {

void DeckRemarks::of_card(const Card& card, std::string_view rule, std::string_view text) {
  add_problem(problems_, {file_of(deck_, card), card.line, 1, card.id, std::string(rule), deck_rule(rule).severity,
                          fmt::format("card '{}': {}", card.id, text)});
}

void DeckRemarks::of_deck(std::string_view rule, std::string text) {
  add_problem(problems_, {deck_.file, 1, 1, "", std::string(rule), deck_rule(rule).severity, std::move(text)});
}

std::vector<Problem> lint_deck(const Deck& deck) {
  DeckRemarks remarks(deck);
  for (const Card& card : deck.cards) {
    if (card.retired) continue;
    check_words(card, remarks);
    check_options(card, remarks);
    check_sources(card, remarks);
    check_forms(card, remarks);
  }
  check_order(remarks);
  check_option_places(remarks);
  check_given_away(remarks);
  check_sorts(remarks);
  check_answer_shapes(remarks);
  std::vector<Problem> problems = remarks.take();
  sort_by_place(problems);
  return problems;
}

void drop_advice(std::vector<Problem>& problems) {
  std::erase_if(problems, [](const Problem& problem) { return problem.severity == Severity::Advice; });
}

}  // namespace starling
