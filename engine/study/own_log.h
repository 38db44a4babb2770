// The learner's own answers as a log to fit weights to.
#pragma once

#include <span>

#include "calendar/calendar.h"
#include "fit/fit.h"
#include "history/history.h"
#include "memory/memory.h"

namespace starling {

// Which answers are fitted together: stories are remembered in another way than cards.
enum class Fitted { WithCards, Stories };

// `standing` are the deeds that count, in order.
[[nodiscard]] ReviewLog own_log(std::span<const Deed> standing, const DayRule& rule, Fitted which);

// The learning and relearning steps that the answers to cards speak for.
[[nodiscard]] OptimalSteps own_steps(std::span<const Deed> standing, double desired_retention, const Weights& weights);

}  // namespace starling
