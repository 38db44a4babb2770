// Which way to review knows most on the day of the interview, with the same cards, minutes and luck? Whole lives, as simple
// as they can be while they compare: no folder, no agenda, one interview.
// Pure functions of what they are given; threads are used, and change nothing but the time.
#pragma once

#include <array>
#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "contest/course.h"

namespace starling {

enum class Contestant { Plain, FinalPass, HalfLeft, Rising, SspMmc, Index };
inline constexpr std::array<Contestant, 6> kContestants{Contestant::Plain,  Contestant::FinalPass, Contestant::HalfLeft,
                                                        Contestant::Rising, Contestant::SspMmc,    Contestant::Index};
// "plain", "final-pass", "half-left", "r-of-t", "ssp-mmc", "index"; cepeda and deadline are other words for two of them.
[[nodiscard]] std::string_view to_string(Contestant contestant);
// "cepeda" is another word for half-left.
[[nodiscard]] std::optional<Contestant> parse_contestant(std::string_view text);

// One that takes part, and by which settings: none for those that serve it best.
struct Entrant {
  Contestant contestant = Contestant::Plain;
  // The retention of plain, final-pass and half-left (0.5 to 0.995); of r-of-t the low and the high one and its days (2 to
  // 365); the days of ssp-mmc (1 to 36,500); what a second is worth elsewhere under index (0 to 1).
  std::vector<double> settings = {};
};
// "plain", "plain:0.975", "r-of-t:0.91/0.985/16". Nothing where it is none, or the settings are not such.
[[nodiscard]] std::optional<Entrant> parse_entrant(std::string_view text);

struct Contest {
  Course course;
  std::vector<Entrant> entrants;
  std::vector<Nature> natures;
  std::vector<Seed> seeds;  // a life each, at least one
  std::optional<int> refit_days;  // every so many days what is believed is fitted to what there is (fit/propose.h: best_fit)
  double skip = 0;          // of the days, unannounced: nothing happens on them
  int threads = 1;
  const std::atomic<bool>* stop = nullptr;    // set: give up soon
  std::function<void(double share)> progress;  // 0 to 1; called by the thread that called
};

// Means over the seeds.
struct ContestLine {
  std::string nature;
  std::string name;
  std::string settings;
  double mean = 0;        // recall on the day
  double low_decile = 0;  // of the worst tenth of the cards
  double forgotten = 0;   // cards
  double hours = 0;
  double most_minutes = 0;  // of reviews on a day, in any life
  bool keeps_minutes = true;  // no day was longer than its minutes by more than its last review
};
// What no way can exceed in the mean, by weak duality: of this nature without its noise and with no day skipped, up to
// the steps of the grid. Where lives have weights of their own the mean over them; none for a nature by FSRS-7.
struct ContestBound {
  std::string nature;
  std::optional<double> mean;
};
struct ContestResult {
  std::vector<ContestLine> lines;  // by nature, then in the order of the entrants
  std::vector<ContestBound> bounds;  // one for each nature
};

// A rival without settings of its own plays with those that served best in a life of its own where memory is as believed;
// the index by those that go with the minutes, several where minutes are left over. Nothing when it was stopped.
[[nodiscard]] std::optional<ContestResult> play(const Contest& contest);

}  // namespace starling
