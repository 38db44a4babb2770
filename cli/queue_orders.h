// The page on the order of the queue: every order played through under the same few minutes.
#pragma once

#include <optional>
#include <string>

#include "simulate/simulate.h"

namespace starling {

// How many learners the page in docs/ is made with.
inline constexpr int kLearnersOfOrders = 100;

// Markdown. `effort.learners` of every order, seed and threads as given; nothing when it was stopped.
[[nodiscard]] std::optional<std::string> queue_order_page(const Effort& effort, const Watch& watch = {});

// The part of the page that holds the figures of the first learner alone: short work, by which a test sees whether the
// page was made by the present code.
[[nodiscard]] std::optional<std::string> first_learner_table(const Effort& effort, const Watch& watch = {});

}  // namespace starling
