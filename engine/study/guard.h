// Which way to review is foreseen to know most on the day, kept from week to week: what is proposed, and what
// review.policy = "auto" goes by.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "calendar/calendar.h"
#include "memory/memory.h"
#include "simulate/simulate.h"

namespace starling {

// What a comparison is made from: values alone, so that it can be done on another thread.
struct GuardTask {
  Day today{};
  GuardBasis basis;
  Scenario scenario;  // from today up to the interview
  Weights believed = default_weights();
  std::array<double, 3> factors{};  // true over believed stability: of those who forget sooner, as is likely, and later
};

// Takes one to three seconds for 1,300 cards. Nothing when it was stopped. The same for any number of threads.
[[nodiscard]] std::optional<Guard> foresee_ways(const GuardTask& task, int threads, const Watch& watch = {},
                                                PricesSought* sought = nullptr);

// Whether what was found on an earlier day is still found from what there is today, but for weights and answers. Of no
// items nothing was found.
[[nodiscard]] bool holds_on(const Guard& guard, Day today, const GuardBasis& basis);

[[nodiscard]] std::string pack_guard(const Guard& guard);
// Nothing where the bytes are not those of one.
[[nodiscard]] std::optional<Guard> unpack_guard(std::string_view bytes);

}  // namespace starling
