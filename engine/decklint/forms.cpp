// Typed answers and gaps: how many forms are right, and whether a [[check]] tries them.
#include <fmt/format.h>

#include <algorithm>

#include "decklint/card_words.h"
#include "decklint/remarks.h"
#include "decklint/rules.h"
#include "text/text.h"

namespace starling {

namespace {

// Words, of which there may be others as right: no number, no sign, no name of one word.
bool is_prose(std::string_view answer) {
  return reading_of(answer) == AnswerReading::Prose && count_words(answer) >= 2 &&
         answer.find_first_of("0123456789_()<>{}[]=/") == answer.npos;
}

void check_few_forms(const Card& card, std::string_view shown, std::size_t forms, DeckRemarks& remarks) {
  if (!is_prose(shown) || forms >= kFewestForms) return;
  remarks.of_card(card, "few-forms",
                  fmt::format("“{}” has {}; list at least {} that are right, or ask it without checking", shown,
                              forms == 1 ? "one form" : "two forms", kFewestForms));
}

void check_check(const Card& card, const AnswerCheck& check, DeckRemarks& remarks) {
  if (check.right.size() >= kFewestTried && check.wrong.size() >= kFewestTried) return;
  remarks.of_card(card, "short-check",
                  fmt::format("its [[check]] tries {} right and {} wrong answers; at least {} of each", check.right.size(),
                              check.wrong.size(), kFewestTried));
}

// Of a card without gaps `gap` is nothing.
void check_tried(const Card& card, std::optional<int> gap, bool only_gap, DeckRemarks& remarks) {
  const auto& checks = remarks.deck().checks;
  const auto found = std::ranges::find_if(checks, [&](const AnswerCheck& check) {
    return check.card == card.id && (!gap || check.gap == gap || (!check.gap && only_gap));
  });
  if (found != checks.end()) return check_check(card, *found, remarks);
  remarks.of_card(card, "unchecked-answer", gap && !only_gap ? fmt::format("no [[check]] tries what is typed into gap {}", *gap)
                                                             : std::string("no [[check]] tries what is typed"));
}

}  // namespace

void check_forms(const Card& card, DeckRemarks& remarks) {
  if (card.own) return;  // a file of own versions has no checks
  if (card.kind == CardKind::Typed) check_few_forms(card, card.answer, 1 + card.accept.size(), remarks);
  if (card.kind == CardKind::Typed || card.kind == CardKind::Number) check_tried(card, std::nullopt, true, remarks);
  if (card.kind != CardKind::Cloze && card.kind != CardKind::Code) return;
  const Gapped gapped = gaps_of(card);
  const std::vector<int> numbers = gap_numbers(gapped);
  if (card.kind == CardKind::Cloze)
    for (const GapPart& part : gapped.parts)
      if (part.number > 0) check_few_forms(card, part.text, 1 + part.also.size(), remarks);
  for (const int number : numbers) check_tried(card, number, numbers.size() == 1, remarks);
}

}  // namespace starling
