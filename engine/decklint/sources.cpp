// Numbers and quotas: how near counts, where they are from and when they held.
#include "decklint/card_words.h"
#include "decklint/remarks.h"
#include "text/text.h"

namespace starling {

namespace {

void check_quota(const Card& card, DeckRemarks& remarks) {
  if (trimmed(card.source).empty()) remarks.of_card(card, "quota-without-source", "a quota needs its source");
  if (!card.as_of && !remarks.deck().as_of)
    remarks.of_card(card, "quota-without-as-of", "a quota needs its date: as_of = 2026-11-22");
  const auto words = folded_words(whole_text(card));
  for (const std::string_view word : {"default", "defaults", "hard", "soft", "fixed", "adjustable"})
    if (has_word(words, word)) return;
  remarks.of_card(card, "quota-without-kind", "say whether the quota is a default or a hard limit");
}

}  // namespace

void check_sources(const Card& card, DeckRemarks& remarks) {
  if (card.kind == CardKind::Number) {
    if (!card.tolerance && !card.factor)
      remarks.of_card(card, "number-without-tolerance", "say how near counts: tolerance = 0 for an exact number, or factor = 3");
    const bool estimated = remarks.deck().area == "estimation" || has_tag(card, "estimate");
    if (trimmed(card.source).empty() && !estimated && !has_tag(card, "quota"))
      remarks.of_card(card, "number-without-source", "a number that is no estimate needs its source");
  }
  if (has_tag(card, "quota")) check_quota(card, remarks);
}

}  // namespace starling
