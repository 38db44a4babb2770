// An answer that can be read off: in the question, the title, the tags, the card beside it.
#include <fmt/format.h>

#include <algorithm>

#include "decklint/card_words.h"
#include "decklint/remarks.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::size_t kShortAnswer = 4;  // words, without the small ones

bool all_in(const std::set<std::string>& words, const std::set<std::string>& text) {
  return std::ranges::includes(text, words);
}

void check_seen(const Card& card, const std::string& answer, const std::set<std::string>& front,
                const std::set<std::string>& title, DeckRemarks& remarks) {
  const auto words = content_words(answer);
  if (words.empty() || words.size() > kShortAnswer) return;
  // "a queue or a log": one of what is offered
  const bool offered = has_word(folded_words(card.front), "or");
  if (!offered && all_in(words, front)) remarks.of_card(card, "answer-in-front", fmt::format("“{}” stands in the question", answer));
  if (all_in(words, title)) remarks.of_card(card, "answer-in-title", fmt::format("“{}” stands in the title of the deck", answer));
  const std::string tag = kebab(answer);
  if ((!tag.empty() && has_tag(card, tag)) || (words.size() == 1 && has_tag(card, *words.begin()))) remarks.of_card(card, "answer-in-tags", fmt::format("“{}” is one of its tags", answer));
}

// As whole words, one after the other.
bool says_phrase(const std::string& folded_text, const std::string& folded_phrase) {
  return (" " + folded_text + " ").find(" " + folded_phrase + " ") != std::string::npos;
}

struct SeenCard {
  const Card* card = nullptr;
  std::string front;  // folded
  std::vector<std::string> answers;
};

void check_neighbour(const SeenCard& asked, const SeenCard& beside, DeckRemarks& remarks) {
  for (const std::string& answer : asked.answers) {
    const auto words = content_words(answer);
    if (words.size() < 2 || words.size() > kShortAnswer || !says_phrase(beside.front, fold(answer))) continue;
    remarks.of_card(*asked.card, "answer-in-neighbour",
                    fmt::format("“{}” stands in the question of '{}' beside it", answer, beside.card->id));
    return;
  }
}

}  // namespace

void check_given_away(DeckRemarks& remarks) {
  const auto title = content_words(remarks.deck().title);
  std::vector<SeenCard> seen;
  for (const Card& card : remarks.deck().cards) {
    if (card.retired) continue;
    const std::string asked = asked_text(card);
    const auto front = content_words(asked);
    std::vector<std::string> answers = prose_answers(card);
    if (card.kind != CardKind::Reversible)
      for (const std::string& answer : answers) check_seen(card, answer, front, title, remarks);
    seen.push_back({&card, fold(asked), std::move(answers)});
  }
  for (std::size_t i = 0; i + 1 < seen.size(); ++i) {
    check_neighbour(seen[i], seen[i + 1], remarks);
    check_neighbour(seen[i + 1], seen[i], remarks);
  }
}

}  // namespace starling
