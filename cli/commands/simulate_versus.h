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

inline constexpr Option<Choices<Contestant>> kVersus{
    "--versus", "WAY,WAY...",
    "a new learner with one interview: plain, final-pass, half-left (or cepeda: no interval above half the days left), "
    "r-of-t (a retention that rises), ssp-mmc (the intervals that last in the fewest seconds, and a final pass), index "
    "(most for each second by the price of minutes)",
    {{kContestants, parse_contestant}}};
inline constexpr Option<Choices<std::string_view>> kTruths{
    "--truths", "T,T...",
    "with --versus, how memory behaves: model, as believed; noisy; josh, noisy and of other weights; drawn, noisy and of "
    "weights drawn for each seed; fsrs-7, noisy and by that model; --truth adds weights",
    {{kTruthWords}}};
inline constexpr Option<Reals> kSeeds{"--seeds", "S,S...", "with --versus, a life for each number", {100, 0, 2'147'483'647}};
inline constexpr Option<Real> kSkip{
    "--skip", "SHARE", "of the days: nothing happens on them, and nobody is told before; without: as you lately do, none with --cards or --versus", {0, 0.9}};
inline constexpr Switch kRefit{"--refit", "with --versus, weights are fitted anew each week"};

// `given`: weights by which memory behaves, beside the named truths.
[[nodiscard]] Exit run_versus(const Arguments& arguments, World& world, int cards, double minutes,
                              const std::optional<Weights>& given);

}  // namespace starling
