#include "deck/answer.h"

#include <string>
#include <vector>

#include "deck/answer_list.h"
#include "deck/answer_number.h"
#include "deck/answer_text.h"
#include "deck/gaps.h"
#include "text/text.h"

namespace starling {

bool is_checked(const Card& card) {
  switch (card.kind) {
    case CardKind::Typed:
    case CardKind::Number:
    case CardKind::Choice:
    case CardKind::Ordered:
    case CardKind::Cloze: return true;
    default: return false;
  }
}

OtherAnswers other_answers(const Deck& deck, const Card& card) {
  OtherAnswers others;
  const auto add = [&](const std::string& text) {
    if (!text.empty()) others.texts.push_back(text);
  };
  for (const Card& other : deck.cards) {
    for (const GapPart& part : gaps_of(other).parts)
      if (part.number > 0) add(part.text);
    if (other.id == card.id) continue;
    for (const std::string& text : {other.back, other.answer}) add(text);
    for (const std::string& text : other.accept) add(text);
    for (const std::string& text : other.items) add(text);
    for (const ChoiceOption& option : other.options) add(option.text);
  }
  return others;
}

namespace {

// One of the keys of a sitting, typed where no answer is so short.
bool is_stray_key(const std::vector<std::vector<std::string>>& meant, std::string_view given) {
  const std::string_view key = trimmed(given);
  constexpr std::string_view kKeys = "quesb?QUESB";
  if (key.size() != 1 || kKeys.find(key) == kKeys.npos) return false;
  for (const auto& gap : meant)
    for (const std::string& text : gap)
      if (trimmed(text).size() <= 1) return false;
  return true;
}

Checked check_written(const Card& card, const Face& face, std::string_view given, const OtherAnswers& others) {
  std::vector<std::vector<std::string>> meant = face.accepted;
  if (card.kind == CardKind::Typed) {
    meant = {{card.answer}};
    meant[0].insert(meant[0].end(), card.accept.begin(), card.accept.end());
  } else if (meant.empty()) {
    meant = {{face.back}};
  }
  if (is_stray_key(meant, given)) return {Verdict::Unusable, "one letter is a key here, not an answer"};
  return check_gaps(given, meant, {card.case_sensitive, card.kind == CardKind::Code, others, card.reject});
}

}  // namespace

Checked check_answer(const Card& card, const Face& face, std::string_view given, const OtherAnswers& others) {
  switch (card.kind) {
    case CardKind::Number: return check_number(given, card);
    case CardKind::Choice: return check_choice(with_plain_digits(given), card, face);
    case CardKind::Ordered: return check_order(with_plain_digits(given), card, face);
    default: return check_written(card, face, given, others);
  }
}

}  // namespace starling
