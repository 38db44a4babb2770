// Any text is a deck or a list of problems; a card that was read can be asked, answered and advised on.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "deck/deck.h"
#include "decklint/decklint.h"
#include "law.h"
#include "text/text.h"

using namespace starling;

namespace {

void check_problems(std::span<const Problem> problems) {
  for (const Problem& problem : problems) {
    law(problem.line >= 1 && problem.column >= 1, "a problem has a place");
    law(!problem.rule.empty() && !problem.text.empty(), "a problem says what is wrong");
    law(problem.file == "fuzz.toml", "a problem names its file");
  }
}

void check_card(const Deck& deck, const Card& card) {
  const auto all = schedules(card);
  law(!all.empty(), "a card has a schedule");
  for (const std::string& schedule : all) {
    const Face shown = face(card, schedule, Seed{7});
    law(!trimmed(shown.front).empty(), "a card asks something");
    law(!trimmed(shown.back).empty(), "a card has an answer");
    law(shown.options.size() == card.options.size(), "every option is shown");
    law(shown.items.size() == card.items.size(), "every item is shown");
    for (const std::string_view given : {std::string_view{}, std::string_view{"1"}, std::string_view{shown.back},
                                         std::string_view{card.id}, std::string_view{"2 1; 3"}})
      (void)check_answer(card, shown, given);
    law(check_answer(card, shown, "").verdict == Verdict::Wrong, "no answer is never right");
    law(check_answer(card, shown, card.id, other_answers(deck, card)).verdict <= Verdict::Unusable, "an answer has a verdict");
    if (card.kind == CardKind::Typed)
      law(check_answer(card, shown, card.answer).verdict == Verdict::Right, "the answer is right");
  }
}

void check_items(const Deck& deck) {
  std::size_t count = 0;
  for (const Card& card : deck.cards) count += schedules(card).size();
  const std::vector<Item> items = items_of(deck, 3);
  law(items.size() == count, "each schedule of each card can be asked");
  for (const Item& item : items) {
    law(item.id.kind() == ItemKind::Card && item.id.group() == deck.id, "an item is a card of its deck");
    law(item.opens >= 3, "nothing opens before its deck");
  }
}

// A card's own text can be copied out and named anew, whatever stands around it.
void check_text(const Deck& deck, std::string_view text) {
  for (const Card& card : deck.cards) {
    const auto place = card_text_at(text, card.line);
    if (!place) continue;
    law(place->begin <= place->heading && place->heading < place->end && place->end <= text.size(),
        "a card's text is a part of its file");
    const std::string copy = with_own_version("", deck.id, text, *place);
    law(copy.size() > place->end - place->begin, "all of it is copied");
    check_problems(read_changes(copy, "fuzz.toml").problems);
    (void)with_card_id(text, deck.id, card.id, "another");
  }
  const DeckFile changes = read_changes(text, "fuzz.toml");
  check_problems(changes.problems);
  if (!changes.deck) return;
  for (Problem& problem : check_changes(deck, text, *changes.deck)) check_problems(std::span(&problem, 1));
}

// What is mended is a deck as well, and mended for good.
void check_fix(const std::string& text, bool has_mistakes) {
  const DeckFix fix = fixed_deck(text, "fuzz.toml");
  law(fix.changed.empty() == (fix.text == text), "what was changed is said");
  if (has_mistakes) law(fix.changed.empty(), "a file with a mistake stays as it is");
  if (!fix.changed.empty()) law(!has_error(read_deck(fix.text, "fuzz.toml").problems), "a mended file can be read");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const DeckFile file = read_deck(text, "fuzz.toml");
  check_problems(file.problems);
  law(file.deck || has_error(file.problems), "what is no deck has an error");
  check_fix(text, has_error(file.problems));
  if (!file.deck) return 0;
  for (const Card& card : file.deck->cards) check_card(*file.deck, card);
  check_items(*file.deck);
  check_text(*file.deck, text);
  check_problems(lint_deck(*file.deck));
  const Deck* decks[]{&*file.deck};
  check_problems(lint_decks_together(decks));
  (void)stale_cards(*file.deck, Day{}, 0);
  check_problems(check_answers(*file.deck));
  check_problems(check_together(std::span(&*file.deck, 1)));
  return 0;
}
