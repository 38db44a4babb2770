// How long was spent on answers, by what was asked?
#pragma once

#include <chrono>
#include <compare>
#include <map>
#include <span>
#include <string>

#include "calendar/calendar.h"
#include "history/deed.h"
#include "history/names.h"
#include "item/item.h"

namespace starling {

// Answers that are timed together: to the cards of a deck, or to all items of another kind.
struct AnswersTo {
  ItemKind kind = ItemKind::Card;
  std::string deck;  // of cards, else empty
  auto operator<=>(const AnswersTo&) const = default;
};
[[nodiscard]] AnswersTo answers_to(const ItemId& item);
[[nodiscard]] bool timed(const Answered& answer);

// Only what was timed at all.
using AnswerTimes = std::map<AnswersTo, std::chrono::milliseconds>;

// Adds what the answers of `deed` took, by the ids of now.
void add_answer_times(AnswerTimes& to, const Deed& deed, const Names& names);
// Of `deeds` that count and have the ids of now, from `first` to `last`, both included.
[[nodiscard]] AnswerTimes answer_times(std::span<const Deed> deeds, Day first, Day last);

}  // namespace starling
