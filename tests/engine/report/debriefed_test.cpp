// What an interview left to work on.
#include <doctest/doctest.h>

#include "engine/report/deeds.h"
#include "report/report.h"

namespace starling {
namespace {

using test::day;

TEST_CASE("what went worst in the interview stands first, of principles and of stories") {
  PlanProgress progress;
  progress.debriefed.push_back({{}, day(1), Debriefed{"A conflict?", "earn-trust", "night-pages", {"And then?"}, 3}});
  progress.debriefed.push_back({{}, day(1), Debriefed{"A mistake?", "are-right-a-lot", "checkout-cells", {"Who told you?", "When?"}, 1}});
  progress.debriefed.push_back({{}, day(1), Debriefed{"A deadline?", "deliver-results", "", {}, 5}});
  progress.debriefed.push_back({{}, day(1), Debriefed{"Why us?", "", "", {"Really?"}, {}}});
  const FromInterview left = from_interview(progress);
  REQUIRE(left.low.size() == 4);
  CHECK(left.low[0].id == "are-right-a-lot");
  CHECK(left.low[0].rating == 1);
  CHECK(left.low[1].id == "checkout-cells");
  CHECK(left.low[1].kind == "story");
  CHECK(left.low[2].id == "earn-trust");
  REQUIRE(left.hurt.size() == 4);
  CHECK(left.hurt[0].text == "Who told you?");
  CHECK(left.hurt[0].principle == "are-right-a-lot");
  CHECK(left.hurt[2].text == "And then?");
  CHECK(left.hurt[3].text == "Really?");
}

TEST_CASE("the last outcome holds, reasons of all stand once, and without a debrief there is nothing") {
  CHECK_FALSE(from_interview({}).last);
  PlanProgress progress;
  progress.outcomes.push_back({{}, day(2), InterviewOutcome{"waiting", {}}});
  progress.outcomes.push_back({{}, day(9), InterviewOutcome{"rejected", {"depth", "figures"}}});
  progress.outcomes.push_back({{}, day(12), InterviewOutcome{"rejected", {"depth"}}});
  const FromInterview left = from_interview(progress);
  REQUIRE(left.outcome != nullptr);
  CHECK(left.outcome->result == "rejected");
  CHECK(left.reasons == std::vector<std::string>{"depth", "figures"});
  CHECK(left.last == day(12));
  CHECK(outcome_since(progress, day(13)) == nullptr);
  CHECK(outcome_since(progress, day(2))->result == "rejected");
}

}  // namespace
}  // namespace starling
