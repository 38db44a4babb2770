// The page docs/queue-order.md: every order of the queue played through under the same few minutes.
#pragma once

#include <string>

#include "simulate/simulate.h"

namespace starling::bench {

// How many learners the page in docs/ is made with.
inline constexpr int kLearnersOfOrders = 100;

// Markdown. `effort.learners` of every order, seed and threads as given.
[[nodiscard]] std::string queue_order_page(const Effort& effort);

// The part of the page that holds the figures of the first learner alone: short work, by which a test sees whether the
// page was made by the present code.
[[nodiscard]] std::string first_learner_table(const Effort& effort);

}  // namespace starling::bench
