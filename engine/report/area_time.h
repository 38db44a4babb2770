// Into which area did the time go?
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "calendar/calendar.h"
#include "history/history.h"
#include "plan/plan.h"

namespace starling {

struct AreaTime {
  std::array<double, 4> minutes{};  // in the order of kAreas
  double other = 0;                 // cards of decks that belong to no area

  [[nodiscard]] double of(Area area) const { return minutes[static_cast<std::size_t>(area)]; }
  [[nodiscard]] double sum() const;
  AreaTime& operator+=(const AreaTime& more);
};

// The area of a deck's area word ("lp", "aws"); nothing for "mixed".
[[nodiscard]] std::optional<Area> area_of_deck(std::string_view word);
// Where the time of answers goes: by the kind of what is asked, of cards by their deck.
using AreaOfAnswers = std::function<std::optional<Area>(const AnswersTo&)>;

// What was practised, of `deeds` that count (those before `first` say what was ticked by then), from `first` to `last`, both included: the minutes that were logged, the task
// that was ticked in the same deed not again. A task ticked without a time counts as planned (the cards and tellings of
// one are timed by themselves); what is logged for it later on that day is part of its minutes. Answers are left out.
[[nodiscard]] AreaTime practised_time(std::span<const Deed> deeds, const Plan& plan, std::string_view level, Day first, Day last);
[[nodiscard]] AreaTime answered_time(const AnswerTimes& times, const AreaOfAnswers& area_of);
// Practised and answered.
[[nodiscard]] AreaTime area_time(std::span<const Deed> deeds, const Plan& plan, std::string_view level,
                                 const AreaOfAnswers& area_of, Day first, Day last);

}  // namespace starling
