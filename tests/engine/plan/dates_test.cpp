// What is unwise about the dates of a plan, and what do they leave out?
#include <doctest/doctest.h>

#include "shipped_plan.h"

using namespace starling;

namespace {

Day date(std::string_view text) { return *parse_day(text); }

std::vector<std::string> warnings_for(Day interview) { return date_warnings(timeline(kMonday, interview)); }

}  // namespace

TEST_CASE("an interview on the Friday, Saturday or Sunday of week 24, or the Monday or Tuesday behind, leaves nothing out") {
  for (const std::string_view interview : {"2027-05-07", "2027-05-08", "2027-05-09", "2027-05-10", "2027-05-11"}) {
    CAPTURE(interview);
    CHECK(warnings_for(date(interview)).empty());
  }
}

TEST_CASE("an interview on the Wednesday or Thursday of week 24 leaves out what would come behind its eve") {
  const auto wednesday = warnings_for(date("2027-05-05"));
  REQUIRE(wednesday.size() == 1);
  CHECK(wednesday[0].find(" of week 24 have no day before the interview and are left out.") != std::string::npos);
  CHECK(warnings_for(date("2027-05-06")).size() == 1);
}

TEST_CASE("with fewer weeks than the plan has, those that are left out are named") {
  CHECK(warnings_for(date("2027-04-30")) ==
        std::vector<std::string>{"23 weeks are there, the plan has 24: week 12 is left out."});
  CHECK(warnings_for(date("2027-02-19")) ==
        std::vector<std::string>{"13 weeks are there, the plan has 24: weeks 3, 5, 7, 9 to 12, 16, 18, 21 and 22 are left out."});
}

TEST_CASE("with more weeks than the plan has, it is said how many are spare") {
  CHECK(warnings_for(date("2027-05-14")) ==
        std::vector<std::string>{
            "The interview, Fri 14 May 2027, is later than the plan needs: 1 spare week lies between its weeks."});
  CHECK(warnings_for(date("2027-06-18")) ==
        std::vector<std::string>{
            "The interview, Fri 18 Jun 2027, is later than the plan needs: 6 spare weeks lie between its weeks."});
}

TEST_CASE("an interview in less than three weeks is told with the weeks that are left") {
  CHECK(warnings_for(date("2026-12-04")) ==
        std::vector<std::string>{"The interview, Fri 4 Dec 2026, is 11 days after the start: of the plan's 24 weeks there "
                                 "is time for weeks 23 and 24."});
  CHECK(warnings_for(date("2026-12-11"))[0].ends_with("there is time for weeks 1, 23 and 24."));
}

TEST_CASE("an interview before the start is said with the days between") {
  CHECK(warnings_for(date("2026-11-20")) ==
        std::vector<std::string>{
            "The interview, Fri 20 Nov 2026, is 3 days before the plan starts, Mon 23 Nov 2026."});
}

TEST_CASE("no mock stands on or after T-7 of any date, unless the data put it there") {
  for (int later = 3; later < 280; ++later)
    for (const std::string& warning : warnings_for(kMonday + std::chrono::days(later)))
      CHECK(warning.find("T-7") == std::string::npos);
}
