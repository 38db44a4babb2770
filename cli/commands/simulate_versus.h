// `simulate --versus`: ways to review set beside each other.
#pragma once

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/kinds.h"
#include "cli/parameter.h"
#include "cli/world.h"
#include "contest/contest.h"

namespace starling {

inline constexpr std::array<std::string_view, 5> kTruthWords{"model", "noisy", "josh", "drawn", "fsrs-7"};

// Ways to review between commas, each with the settings it has: "plain:0.975,index".
struct Entrants {
  using Value = std::vector<Entrant>;
  [[nodiscard]] Value read(std::string_view what, std::string_view word) const;
  [[nodiscard]] Offer offer() const;
};

inline constexpr Option<Entrants> kVersus{
    "--versus", "WAY,WAY...",
    "a new learner with one interview: plain, final-pass, half-left (or cepeda: no interval above half the days left), "
    "r-of-t (a retention that rises), ssp-mmc (the intervals that last in the fewest seconds, and a final pass), index "
    "(most for each second by the price of minutes); by the settings that serve best, or by others behind a colon: "
    "plain:0.975, ssp-mmc:730 (days), index:2e-4 (cards for a second elsewhere), r-of-t:0.91/0.985/16 (from, to, days)"};
inline constexpr Option<Choices<std::string_view>> kTruths{
    "--truths", "T,T...",
    "with --versus, how memory behaves: model, as believed; noisy; josh, noisy and of other weights; drawn, noisy and of "
    "weights drawn for each seed; fsrs-7, noisy and by that model; --truth adds weights",
    {{kTruthWords}}};
inline constexpr Option<Reals> kSeeds{
    "--seeds", "S,S...", "with --versus, a life for each number, in place of --learners and --seed", {100, 0, 2'147'483'647}};
inline constexpr Option<Real> kSkip{
    "--skip", "SHARE", "of the days: nothing happens on them, and nobody is told before; without: as you lately do, none with --cards or --versus", {0, 0.9}};
inline constexpr Option<Whole> kRefit{
    "--refit", "DAYS", "with --versus, both memory models are fitted every so many days, from 500 reviews on, and the better one is believed", {1, 166}};

// What a contest is of beside what its own options say.
struct VersusWish {
  int cards = 0;
  double minutes = 0;
  Weights believed;              // until the first refit
  std::optional<Weights> given;  // by which memory behaves, beside the named truths
  double noise = 0;              // of `given`, or else of what is believed
  std::vector<Seed> seeds;       // a life each
};
[[nodiscard]] Exit run_versus(const Arguments& arguments, World& world, const VersusWish& wish);

}  // namespace starling
