// The one question that would lift a story to the level.
#include <doctest/doctest.h>

#include "stories.h"

using namespace starling;
using test::Draftable;

namespace {

std::string fact_of(const Draftable& story, std::string_view level) {
  const auto fact = missing_fact(*read_story(story.text(), "a").story, level);
  return fact ? std::string(fact->id) : "";
}

Draftable plain() {
  Draftable story;
  story.head = "scope = { teams = 3, people = 40, horizon_months = 10 }\n";
  story.situation = "One part of the shop stood still.";
  story.task = "I took it on.";
  story.action = "I moved it.";
  story.result = "It runs.";
  story.reflection = "I look first.";
  return story;
}

}  // namespace

TEST_CASE("for L7 what is missing is asked for in the order of reach, then by the rubric") {
  Draftable story = plain();
  story.head = "";
  CHECK(fact_of(story, "L7") == "teams");
  story.head = "scope = { teams = 2, horizon_months = 10 }\n";
  CHECK(fact_of(story, "L7") == "teams");
  story.result += " Four other departments adopted it.";
  CHECK(fact_of(story, "L7") == "mechanism");
  story.head = "scope = { teams = 2, horizon_months = 5 }\n";
  CHECK(fact_of(story, "L7") == "months");
  story.action += " I set a rule.";
  CHECK(fact_of(story, "L7") == "authority");
  story.action += " Most did not report to me.";
  CHECK(fact_of(story, "L7") == "money-or-risk");
  story.situation += " An outage is 2 million EUR.";
  CHECK(fact_of(story, "L7") == "upward");
  story.action += " The director said no.";
  CHECK(fact_of(story, "L7") == "baseline");
  story.result += " Failures fell from 9 to 1.";
  CHECK(fact_of(story, "L7") == "cost");
  story.result += " It cost a month.";
  CHECK(fact_of(story, "L7") == "obstacle");
  story.action += " In June it failed.";
  CHECK(fact_of(story, "L7") == "trade-off");
  story.action += " I rejected another way.";
  CHECK(fact_of(story, "L7") == "");
}

TEST_CASE("for L6 teams, months and a decision of one's own come first, and reach beyond that is not asked for") {
  Draftable story = plain();
  story.head = "scope = { horizon_months = 5 }\n";
  CHECK(fact_of(story, "L6") == "teams");
  story.head = "scope = { teams = 1 }\n";
  CHECK(fact_of(story, "L6") == "months");
  story.head = "scope = { teams = 1, horizon_months = 5 }\n";
  CHECK(fact_of(story, "L6") == "decision");
  story.action += " I decided it.";
  CHECK(fact_of(story, "L6") == "baseline");
  story.result += " Failures fell from 9 to 1.";
  CHECK(fact_of(story, "L6") == "cost");
  story.result += " It cost a month.";
  CHECK(fact_of(story, "L6") == "durability");
}

TEST_CASE("what is asked is one question, and no advice") {
  for (const std::string_view level : {"L6", "L7"}) {
    const auto fact = missing_fact(*read_story(plain().text(), "a").story, level);
    REQUIRE(fact);
    CHECK(fact->question.ends_with('?'));
    CHECK(std::ranges::count(fact->question, '?') == 1);
  }
}
