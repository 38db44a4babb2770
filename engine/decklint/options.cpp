// The options of a choice and the items of an order.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "decklint/remarks.h"
#include "decklint/rules.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::size_t kLongerAtAll = 12;  // letters

// Of a choice of one; nothing where none is right.
std::optional<std::size_t> right_place(const Card& card) {
  if (card.kind != CardKind::Choice || card.multi) return std::nullopt;
  const auto right = std::ranges::find(card.options, true, &ChoiceOption::correct);
  if (right == card.options.end()) return std::nullopt;
  return static_cast<std::size_t>(right - card.options.begin());
}

void check_option(const Card& card, const ChoiceOption& option, std::set<std::string>& seen, DeckRemarks& remarks) {
  const std::string folded = fold(option.text);
  if (!option.correct && trimmed(option.why_not).empty())
    remarks.of_card(card, "option-without-why-not", fmt::format("option “{}” does not say why it is wrong", option.text));
  if (folded == "all of the above" || folded == "none of the above")
    remarks.of_card(card, "all-of-the-above", "an option about the other options tests nothing");
  if (folded == "yes" || folded == "no")
    remarks.of_card(card, "yes-no-question", "yes and no are not options; offer causes or conditions");
  if (!folded.empty() && !seen.insert(folded).second)
    remarks.of_card(card, "same-option", fmt::format("option “{}” is there twice", option.text));
}

void check_length(const Card& card, DeckRemarks& remarks) {
  const auto right = right_place(card);
  if (!right || card.options.size() < 2) return;
  std::size_t longest_wrong = 0;
  for (const ChoiceOption& option : card.options)
    if (!option.correct) longest_wrong = std::max(longest_wrong, to_characters(option.text).size());
  const std::size_t length = to_characters(card.options[*right].text).size();
  if (length > longest_wrong + kLongerAtAll && static_cast<double>(length) > kMuchLonger * static_cast<double>(longest_wrong))
    remarks.of_card(card, "right-option-longest", "the right option is much the longest, which tells it from the others");
}

}  // namespace

void check_options(const Card& card, DeckRemarks& remarks) {
  std::set<std::string> seen;
  for (const ChoiceOption& option : card.options) check_option(card, option, seen, remarks);
  if (card.kind == CardKind::Choice && !card.multi && card.options.size() != kOptions)
    remarks.of_card(card, "option-count", fmt::format("{} options; three are enough to tempt and few enough to read", card.options.size()));
  check_length(card, remarks);
  std::set<std::string> items;
  for (const std::string& item : card.items)
    if (!items.insert(fold(item)).second) remarks.of_card(card, "same-item", fmt::format("item “{}” is there twice", item));
}

void check_option_places(DeckRemarks& remarks) {
  std::size_t choices = 0;
  for (const Card& card : remarks.deck().cards) {
    const auto place = card.retired ? std::nullopt : right_place(card);
    if (!place) continue;
    if (*place > 0) return;
    ++choices;
  }
  if (choices >= 3)
    remarks.of_deck("right-option-place", fmt::format("the right option is the first in all {} choices; 'deck check --fix' spreads them", choices));
}

}  // namespace starling
