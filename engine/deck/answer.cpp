#include "deck/answer.h"

#include <string>
#include <vector>

#include "deck/answer_list.h"
#include "deck/answer_number.h"
#include "deck/answer_text.h"

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

Checked check_answer(const Card& card, const Face& face, std::string_view given) {
  switch (card.kind) {
    case CardKind::Typed: {
      std::vector<std::string> meant{card.answer};
      meant.insert(meant.end(), card.accept.begin(), card.accept.end());
      return check_text(given, meant, card.case_sensitive);
    }
    case CardKind::Number: return check_number(given, card);
    case CardKind::Choice: return check_choice(given, card, face);
    case CardKind::Ordered: return check_order(given, card, face);
    case CardKind::Cloze:
    case CardKind::Code: return check_gaps(given, face.gaps);
    default: return check_text(given, {face.back}, false);
  }
}

}  // namespace starling
