#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "schedule/schedule.h"

namespace starling {
namespace {

using nlohmann::json;

TEST_CASE("the days that fuzz may choose from are Anki's") {
  std::ifstream file(STARLING_TEST_FILES "/schedule/fuzz_ranges.json");
  const json cases = json::parse(file).at("anki");
  REQUIRE(cases.size() == 64);

  for (const json& c : cases) {
    const FuzzRange range = fuzz_range(c.at("interval"), c.at("minimum"), c.at("maximum"));

    CAPTURE(c.dump());
    CHECK(range.low == c.at("lower").get<int>());
    CHECK(range.high == c.at("upper").get<int>());
  }
}

// ts-fsrs asks for at least two days, and for more than have passed while the interval is longer; of an interval above
// the maximum it takes the width before it takes the maximum, ours takes the maximum first.
TEST_CASE("the days that fuzz may choose from are those of ts-fsrs") {
  std::ifstream file(STARLING_TEST_FILES "/schedule/fuzz_ranges.json");
  const json cases = json::parse(file).at("cases");
  REQUIRE(cases.size() == 405);

  int above = 0;
  for (const json& c : cases) {
    const double interval = c.at("interval");
    const int maximum = c.at("maximum");
    const int elapsed = c.at("elapsed");
    const bool longer = std::min<double>(interval, maximum) > elapsed;
    const int minimum = longer ? std::max(2, elapsed + 1) : 2;
    FuzzRange range = fuzz_range(interval, minimum, maximum);
    if (interval > maximum) {
      ++above;
      // All of them lie in the last band: 1 + 15 % of 4.5 days + 10 % of 13 + 5 % of the rest.
      const double width = 2.975 + 0.05 * (interval - 20);
      range = {std::max(minimum, static_cast<int>(std::lround(maximum - width))), maximum};
    }

    CAPTURE(c.dump());
    CHECK(range.low == c.at("min_ivl").get<int>());
    CHECK(range.high == c.at("max_ivl").get<int>());
  }
  CHECK(above < 100);
}

TEST_CASE("fuzz stays between its limits for every interval, and the maximum wins where the two cross") {
  for (const double interval : {-5.0, 0.0, 0.4, 1.0, 2.49, 2.5, 6.0, 19.5, 180.0, 1e6, 1e300})
    for (const int minimum : {0, 1, 2, 17, 180, std::numeric_limits<int>::max()})
      for (const int maximum : {1, 2, 3, 179, 180, 36500}) {
        const FuzzRange range = fuzz_range(interval, minimum, maximum);

        CAPTURE(interval);
        CAPTURE(minimum);
        CAPTURE(maximum);
        CHECK(range.low <= range.high);
        CHECK(range.high <= maximum);
        CHECK(range.low >= std::min(minimum, maximum));
      }
}

TEST_CASE("a longer interval never has earlier days to choose from") {
  FuzzRange last = fuzz_range(0, 1, 36500);
  for (double interval = 0.05; interval < 400; interval += 0.05) {
    const FuzzRange range = fuzz_range(interval, 1, 36500);
    CAPTURE(interval);
    CHECK(range.low >= last.low);
    CHECK(range.high >= last.high);
    last = range;
  }
}

// The published first numbers of SplitMix64 for the seeds 0 and 1234567.
TEST_CASE("equal seeds give equal chances on every machine") {
  CHECK(unit_interval(Seed{0}) == static_cast<double>(0xe220a8397b1dcdafU >> 11) / 9007199254740992.0);
  CHECK(unit_interval(Seed{1234567}) == static_cast<double>(6457827717110365317U >> 11) / 9007199254740992.0);
}

TEST_CASE("chances fill the unit interval evenly and never reach one") {
  std::array<int, 10> tenths{};
  for (std::uint64_t i = 0; i < 100000; ++i) {
    const double chance = unit_interval(Seed{i});
    REQUIRE(chance >= 0);
    REQUIRE(chance < 1);
    ++tenths.at(static_cast<std::size_t>(chance * 10));
  }
  for (const int count : tenths) {
    CHECK(count > 9600);
    CHECK(count < 10400);
  }
  CHECK(unit_interval(Seed{std::numeric_limits<std::uint64_t>::max()}) < 1);
}

TEST_CASE("every item and every review of it has a seed of its own") {
  std::set<std::uint64_t> seeds;
  for (const char* item : {"", "a", "b", "ab", "ba", "lp/why", "lp/why#f", "lp/why#r", "story/checkout-cells"})
    for (std::uint64_t count = 0; count < 500; ++count) seeds.insert(seed_from(item, count).value);

  CHECK(seeds.size() == 9 * 500);
}

// The number was worked out by another program; schedules of earlier versions depend on it.
TEST_CASE("the seed of an item's review is the same on every machine") {
  CHECK(seed_from("lp/why#f", 3).value == 8511888311290908690U);
}

}  // namespace
}  // namespace starling
