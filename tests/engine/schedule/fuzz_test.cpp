#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>

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

}  // namespace
}  // namespace starling
