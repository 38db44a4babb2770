// Is this the answer?
#pragma once

#include <string>
#include <string_view>

#include "deck/card.h"
#include "deck/face.h"

namespace starling {

// Cards whose answer the program can check.
[[nodiscard]] bool is_checked(const Card& card);

enum class Verdict { Right, Near, Wrong };
struct Checked {
  Verdict verdict = Verdict::Wrong;
  std::string remark;  // one line: what differs, or why the chosen option is wrong; may be empty
};
// `given` is what the learner typed: text, a number with unit, the numbers of the options as shown ("2" or "1 3"),
// the text of an option, or the order of the items as shown ("3 1 2"). `face` is the one that was shown. Kinds
// that are not checked are compared with the back.
[[nodiscard]] Checked check_answer(const Card& card, const Face& face, std::string_view given);

}  // namespace starling
