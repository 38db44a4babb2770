// Plays the days up to the interview through, as they are planned and as they might be, for the readiness view.
#pragma once

#include <optional>

#include "simulate/simulate.h"
#include "view/view.h"

namespace starling {

class Study;

// Of the day before the interview or an earlier one. Nothing when it was stopped. The same figures for any number of
// threads.
[[nodiscard]] std::optional<ReadinessView> readiness_of(const Study& study, int threads, const Watch& watch = {},
                                                        PricesSought* sought = nullptr);

}  // namespace starling
