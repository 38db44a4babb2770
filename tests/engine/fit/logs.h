// Review logs for the tests of fitting: a real one, and learners that are made up from a model.
#pragma once

#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "fit/fit.h"

namespace starling {

using namespace std::chrono_literals;

inline constexpr Instant kNow{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};

inline const DayRule& utc() {
  static const DayRule rule("UTC", 4);
  return rule;
}

inline std::string text_of(const std::string& name) {
  std::ifstream file(std::string(STARLING_TEST_FILES) + "/fit/" + name, std::ios::binary);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), {}};
}

inline const ReviewLog& real_log() {
  static const ReviewLog log = make_log(read_log_csv(text_of("real_log.csv"), kNow).rows, utc());
  return log;
}

// Equal seeds, equal learners.
struct Dice {
  explicit Dice(std::uint64_t seed) : numbers(Seed{seed}) {}
  double share() { return unit_interval(Seed{numbers.next()}); }
  int below(int limit) { return static_cast<int>(share() * limit); }
  SplitMix64 numbers;
};

// Cards of a learner whose memory is just `truth`, reviewed when recall has fallen to about 0.85; now and then twice
// on a day.
inline std::vector<LogRow> made_rows(const Weights& truth, int cards, int reviews, std::uint64_t seed) {
  const MemoryModel model(truth);
  Dice dice{seed};
  std::vector<LogRow> rows;
  for (int card = 0; card < cards; ++card) {
    Instant at = kNow - std::chrono::days(600) + std::chrono::days(card % 60) + std::chrono::hours(8 + dice.below(10));
    const double first = dice.share();
    Grade grade = first < 0.25 ? Grade::Again : first < 0.35 ? Grade::Hard : first < 0.85 ? Grade::Good : Grade::Easy;
    MemoryState memory = model.first_review(grade);
    rows.push_back({card, at, grade});
    for (int i = 1; i < reviews; ++i) {
      const bool same_day = dice.below(8) == 0;
      const int wait = same_day ? 0 : std::max(1, static_cast<int>(std::lround(model.interval_days(memory, 0.85) * (0.7 + 0.6 * dice.share()))));
      if (wait > 150) break;
      at += wait == 0 ? std::chrono::minutes(10) : std::chrono::minutes(wait * 24 * 60);
      const Elapsed elapsed{WholeDays{wait}, FractionalDays{wait == 0 ? 10.0 / (24 * 60) : wait}};
      const double chance = model.recall_after(elapsed, memory);
      const double luck = dice.share();
      grade = luck > chance ? Grade::Again : luck < 0.1 ? Grade::Hard : luck < 0.75 ? Grade::Good : Grade::Easy;
      memory = model.after_review(memory, elapsed, grade);
      rows.push_back({card, at, grade});
    }
  }
  return rows;
}

inline void check_inside(const Weights& weights) {
  const auto limits = weight_limits(weights.kind());
  REQUIRE(weights.numbers().size() == limits.size());
  for (std::size_t i = 0; i < limits.size(); ++i) {
    CAPTURE(i);
    CHECK(weights.numbers()[i] >= limits[i].low);
    CHECK(weights.numbers()[i] <= limits[i].high);
  }
}

}  // namespace starling
