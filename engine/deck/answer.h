// Is this the answer?
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "deck/card.h"
#include "deck/face.h"

namespace starling {

// Cards whose answer the program can check.
[[nodiscard]] bool is_checked(const Card& card);

// Unusable: this cannot be an answer of the card, such as 9 of three options; nothing is booked, it is asked again.
enum class Verdict { Right, Near, Wrong, Unusable };
struct Checked {
  Verdict verdict = Verdict::Wrong;
  std::string remark;  // one line: what differs, or why the chosen option is wrong; may be empty
};
// What the other cards of a deck call their things: one of these is never a slip of this card's answer.
struct OtherAnswers {
  std::vector<std::string> texts;
};
[[nodiscard]] OtherAnswers other_answers(const Deck& deck, const Card& card);

// The options of a choice that `given` names, numbered from 1 as they are shown. 0 among them: a part that names none.
[[nodiscard]] std::set<std::size_t> chosen_options(std::string_view given, const Card& card, const Face& face);

// The items of an ordered card in the order that `given` puts them; nothing where it does not name each of them once.
[[nodiscard]] std::optional<std::vector<std::string>> order_given(std::string_view given, const Face& face);

// `given` is what the learner typed: text, a number with unit, the numbers of the options as shown ("2", "1 3" or "13"),
// the text of an option, or the order of the items as shown ("3 1 2"). `face` is the one that was shown. Kinds
// that are not checked are compared with the back.
[[nodiscard]] Checked check_answer(const Card& card, const Face& face, std::string_view given,
                                   const OtherAnswers& others = {});

}  // namespace starling
