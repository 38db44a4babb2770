// Lives played through, of one scenario or several side by side.
// Under the policy deadline the days go by prices that are sought once for each run (simulate/priced.h).
// One answer's luck depends on the seed, the learner, the card and the count of its reviews alone: neither the order
// of the work nor the number of threads changes a figure.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "calendar/calendar.h"
#include "memory/memory.h"
#include "price/price.h"
#include "simulate/priced.h"
#include "simulate/scenario.h"

namespace starling {

// How memory really behaves, whatever the scheduler believes. The noise is log-normal with median 1 and multiplies
// stability: once a card when it is first seen, and at every review after that.
struct Truth {
  Weights weights;
  double noise_per_review = 0;  // standard deviation of the logarithm, 0 to 2
  double noise_per_card = 0;
  double stability_factor = 1;  // of every memory at any time: a learner who forgets sooner or later than the weights say
};

struct Run {
  Scenario scenario;
  Weights believed = default_weights();  // the scheduler's
  std::optional<Truth> truth = {};       // none: the scheduler is right. Known cards are as believed, but for the factor.
  // An earlier run of nearly the same scenario and beliefs, from whose prices those of this one are sought.
  std::optional<std::size_t> like = std::nullopt;
};

// Means over the learners.
struct SimulatedDay {
  double reviews = 0;    // of cards seen before that day; looks in steps are not counted
  double fresh = 0;      // new cards
  double minutes = 0;    // of all of it
  double memorised = 0;  // sum of the chances of recall when the day is over
  double kept = 0;       // the same on the day of the interview, if nothing were asked any more
};
struct Simulation {
  std::vector<SimulatedDay> days;
  double reviews = 0;
  double fresh = 0;
  double steps = 0;
  double minutes = 0;
  double mean_recall_at_end = 0;           // over all cards, those never seen included with 0
  double lowest_decile_recall_at_end = 0;  // over the worst tenth of them
  double most_minutes_in_a_day = 0;
  double mean_memorised = 0;               // over the days
  double backlog_at_end = 0;               // cards that were due and not asked
  double unseen_at_end = 0;                // new cards that had opened and were not begun
  std::vector<double> recalled_earlier;    // by each of Scenario::earlier: sum of the chances of recall in its morning
  std::optional<Prices> prices;            // that its days went by
  std::vector<double> recall_at_end;       // by card, the known ones first, then as they open; 0 of one never seen
};

struct Effort {
  int learners = 1;        // 1 to 100,000
  int threads = 1;         // at least 1
  Seed seed{0};
  bool memorised = true;   // without, `memorised` of each day stays 0, and it takes about a third less time
  bool by_card = false;    // with `recall_at_end`, and `kept` of each day
  bool skips = true;       // without, every day is studied on, though prices reckon with the share that will not be
};

// How a long simulation is followed and stopped.
struct Watch {
  const std::atomic<bool>* stop = nullptr;         // set: give up soon
  std::function<void(double share)> progress;      // 0 to 1, rising; called by the thread that called `simulate`
};

// How many lives make a mean, where `usual` do without skipped days: which are skipped is luck of all cards at once.
[[nodiscard]] inline int lives_of(const Scenario& scenario, int usual) { return scenario.lived < 1 ? 3 * usual : usual; }

// Plays `effort.learners` lives of every run. Nothing when it was stopped. Asserts the ranges above. Of the same scenario and
// beliefs prices are sought once. Those that hang on no earlier run are taken from `sought`, or kept there: figures are the same
// with it and without.
[[nodiscard]] std::optional<std::vector<Simulation>> simulate(std::span<const Run> runs, const Effort& effort,
                                                              const Watch& watch = {}, PricesSought* sought = nullptr);

}  // namespace starling
