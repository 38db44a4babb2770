// What is unwise about the dates of a plan?
#include <doctest/doctest.h>

#include "shipped_plan.h"

using namespace starling;
using std::chrono::days;

namespace {

Day day(std::string_view text) { return *parse_day(text); }

std::vector<std::string> warnings_for(Day interview) { return date_warnings(timeline(kMonday, interview)); }

bool any_says(const std::vector<std::string>& warnings, std::string_view words) {
  return std::any_of(warnings.begin(), warnings.end(),
                     [&](const std::string& w) { return w.find(words) != std::string::npos; });
}

}  // namespace

TEST_CASE("an interview on the Friday of week 24 is what the plan is made for") {
  CHECK(warnings_for(day("2027-05-07")).empty());
}

TEST_CASE("an interview on the Tuesday of week 24 puts T-7 on the day of the last mock") {
  const auto warnings = warnings_for(day("2027-05-04"));

  REQUIRE(warnings.size() == 1);
  CHECK(any_says(warnings, "1 mock of the plan falls on or after T-7, Tue 27 Apr 2027"));
  CHECK(warnings_for(day("2027-05-05")).empty());
}

TEST_CASE("every interview up to the Tuesday of week 24 has a warning, none from then to the plan's last day") {
  for (int offset = 0; offset < 168; ++offset) {
    const Day interview = kMonday + days(offset);
    CAPTURE(to_string(interview));
    const auto warnings = warnings_for(interview);
    CHECK(any_says(warnings, "T-7") == (interview <= day("2027-05-04")));
    CHECK(any_says(warnings, "before week 20") == (interview < timeline(kMonday).week_starts(20)));
    CHECK(warnings.empty() == (interview > day("2027-05-04")));
  }
}

TEST_CASE("an interview before the start, or after the plan's end, is said with the days between") {
  const auto early = warnings_for(kMonday - days(3));
  REQUIRE(early.size() == 1);
  CHECK(any_says(early, "3 days before the plan starts, Mon 23 Nov 2026"));

  const auto next_day = warnings_for(kMonday + days(168));
  REQUIRE(next_day.size() == 1);
  CHECK(any_says(next_day, "1 day after the plan's last day"));

  const auto late = warnings_for(kMonday + days(179));
  REQUIRE(late.size() == 1);
  CHECK(any_says(late, "12 days after the plan's last day"));
}
