// Which way to review would know most on the day of the interview? The learner's own days played through under each, with
// the same luck, by a learner who forgets sooner than is likely, as is likely, and later.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "calendar/calendar.h"
#include "simulate/lives.h"

namespace starling {

struct StudyWay {
  StudyPolicy policy = StudyPolicy::Plain;
  double retention = 0.90;
  std::optional<double> base_price;  // of a second elsewhere, where minutes are left over; else none
  bool operator==(const StudyWay&) const = default;
};

struct WayForeseen {
  StudyWay way;
  std::array<double, 3> recall{};        // mean on the day of all cards: of the three learners
  std::array<double, 3> lowest_tenth{};  // and of the worst tenth of them
  // Half by the mean, half by the worst tenth; days before that count by their mean of what is open by then, as much as they
  // are worth. Over the three learners, the likely one counting twice.
  double merit = 0;
  double hours = 0;  // from today on, as is likely
  bool operator==(const WayForeseen&) const = default;
};
// Over the three learners, the likely one counting twice.
[[nodiscard]] double in_doubt(const std::array<double, 3>& of_each);
// Of the likely one.
[[nodiscard]] double as_is_likely(const std::array<double, 3>& of_each);

// Those that can be chosen in place of the scenario's own, which is among them: plain at three retentions and its own, the
// others at its own, by prices at several bases where they differ.
[[nodiscard]] std::vector<StudyWay> study_ways(const Scenario& own);
[[nodiscard]] StudyWay way_of(const Scenario& scenario);

// `factors`: true over believed stability, of the three learners. In the order of `study_ways`. Nothing when it was
// stopped. The same digits for any number of threads.
[[nodiscard]] std::optional<std::vector<WayForeseen>> compare_ways(const Scenario& own, const Weights& believed,
                                                                   const std::array<double, 3>& factors, int threads,
                                                                   const Watch& watch = {}, PricesSought* sought = nullptr);

// What a comparison hangs on beside what drifts with each answer: the learner's decisions.
struct GuardBasis {
  struct OneDay {
    Asking asking = Asking::All;
    double minutes = 0;
    bool operator==(const OneDay&) const = default;
  };
  Day interview{};
  std::vector<OneDay> days;  // up to the interview
  std::vector<Day> earlier;  // days before it that count too
  int new_per_day = 0;
  int reviews_per_day = 0;
  double retention = 0.90;
  Thoroughness thoroughness = Thoroughness::Usual;
  std::string worths;        // what has another worth, as a text
  bool operator==(const GuardBasis&) const = default;
};

// As it was found on one day, and from what.
struct Guard {
  Day day{};
  GuardBasis basis;             // as of that day
  std::vector<double> weights;  // believed
  int items = 0;                // that are played: all that the plan opens
  StudyWay own;
  std::vector<WayForeseen> ways;
  bool operator==(const Guard&) const = default;
};

// Of a policy, at `retention` and with the base of `own` where it has one: what a learner who keeps the other settings has.
[[nodiscard]] const WayForeseen* foreseen_under(std::span<const WayForeseen> ways, StudyPolicy policy, const StudyWay& own);
// Whether what is foreseen of them differs by less than is luck.
[[nodiscard]] bool are_as_good(std::span<const WayForeseen> ways);
// The best so at the retention of `own`: with its base, or with any where `any_base`, which then is better by more than is
// luck; of equal policies the one that aims at the day. `ways` are those of compare_ways, `own` among them; null for none.
[[nodiscard]] const WayForeseen* best_way(std::span<const WayForeseen> ways, const StudyWay& own, bool any_base);

}  // namespace starling
