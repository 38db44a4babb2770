// On which days the new items of a scenario are begun: as the plan opens them, as many a day as its number and its minutes
// allow.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "price/price.h"
#include "simulate/scenario.h"

namespace starling {

// Minutes that are used up are no day off: whoever asks for more of today still gets what adds most.
inline constexpr double kLeastSeconds = 1;

struct NewBegun {
  std::vector<double> left;  // of each day's seconds: without what they take, and what today has seen
  std::vector<FreshItems> fresh;  // those that are practised too, which take nothing
  int never = 0;
};

// `seconds` by day, 0 on a day off; `first_seconds` is what beginning a card takes of them, and without it the number alone
// limits new ones. They have `share` of each day's minutes.
[[nodiscard]] NewBegun begin_new(std::vector<double> seconds, const Scenario& scenario, std::optional<double> first_seconds, double share);
// How many the number of new ones a day keeps from being begun within `days`, however many minutes there are.
[[nodiscard]] int never_by_number(const Scenario& scenario, int days);
// The least with which as many are begun as with all minutes, and more of it for days that go otherwise.
[[nodiscard]] double share_to_begin_all(std::span<const double> seconds, const Scenario& scenario, std::optional<double> first_seconds);

[[nodiscard]] bool begins_on(const Scenario& scenario, std::size_t day);
// By the day on which they open.
struct Openings {
  std::vector<FreshItems> to_begin;   // whenever that is best
  std::vector<FreshItems> practised;  // Scenario::practised
};
[[nodiscard]] Openings openings(const Scenario& scenario);

}  // namespace starling
