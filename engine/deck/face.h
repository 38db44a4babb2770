// The schedules of a card, and the question and answer that each of them shows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "deck/card.h"
#include "deck/gaps.h"

namespace starling {

// What is appended to "deck/card" for each schedule of a card: "" for most; "#f", "#r" reversible; "#1", "#2" …
// for the numbers of a cloze or code card, in rising order.
[[nodiscard]] std::vector<std::string> schedules(const Card& card);

// The question and the answer of one schedule, as shown.
struct Face {
  std::string front;  // a gap shows as "[…]", or "[hint]"
  std::string back;   // the answer itself, of every kind; several gaps or options are joined by "; "
  std::string extra;  // what explains the answer
  bool code = false;                  // the card holds code: keep its layout
  std::string code_front;             // the code with its gap, where `code`
  std::string filled;                 // cloze and code: the text or the code with its gaps filled in
  std::vector<Stretch> filled_gaps;   // where in `filled` those stand that are asked for
  std::vector<std::string> gaps;      // cloze and code: the answers of the gaps that are asked for
  std::vector<std::vector<std::string>> accepted;  // for each of `gaps` all that is right, the one shown first
  std::vector<ChoiceOption> options;  // choice: in the order shown
  std::vector<std::string> items;     // ordered: in the order shown, shuffled, never the right one
};
// `shuffle` orders the options or items; equal seeds give equal orders. `schedule` is one of `schedules(card)`.
[[nodiscard]] Face face(const Card& card, std::string_view schedule, Seed shuffle);

}  // namespace starling
