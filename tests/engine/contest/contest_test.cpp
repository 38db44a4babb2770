// Ways to review with the same cards, minutes and luck.
#include "contest/contest.h"

#include <doctest/doctest.h>

#include <numeric>

using namespace starling;

namespace {

// Seven weeks, with too few minutes for all that the cards want.
Contest small_contest() {
  Contest contest;
  contest.course.days = 49;
  contest.course.fresh.assign(49, 0);
  for (std::size_t day = 0; day < 30; ++day) contest.course.fresh[day] = 4;
  contest.course.minutes = 1.5;
  for (const Contestant contestant : kContestants) contest.entrants.push_back({contestant});
  contest.natures = {*nature_named("model"), *nature_named("josh")};
  contest.seeds = {Seed{1}, Seed{2}};
  contest.threads = 2;
  return contest;
}

// A day, with which the small contest has reviews enough to fit something to.
constexpr double kMinutesToRefit = 6;

const ContestLine& line_of(const ContestResult& result, std::string_view nature, std::string_view name) {
  for (const ContestLine& line : result.lines)
    if (line.nature == nature && line.name == name) return line;
  FAIL("no such line");
  return result.lines.front();
}

}  // namespace

TEST_CASE("the course begins all its cards on six days of each of the plan's weeks") {
  for (const int cards : {1300, 7, 1}) {
    const Course course = interview_course(cards);
    CHECK(std::accumulate(course.fresh.begin(), course.fresh.end(), 0) == cards);
    for (std::size_t day = 6; day < course.fresh.size(); day += 7) CHECK(course.fresh[day] == 0);
  }
}

TEST_CASE("no day is longer than its minutes by more than one review, and no way beats the bound") {
  const auto result = play(small_contest());
  REQUIRE(result);
  CHECK(result->lines.size() == 12);
  for (const ContestLine& line : result->lines) {
    CAPTURE(line.name);
    CAPTURE(line.nature);
    CHECK(line.keeps_minutes);
    CHECK(line.low_decile < line.mean);
    CHECK(line.forgotten == doctest::Approx(120 * (1 - line.mean)));
    if (line.nature == "model") CHECK(line.mean < *result->bounds[0].mean + 0.004);
  }
}

TEST_CASE("under few minutes the price of each minute brings more than plain reviews, in no more hours" * doctest::test_suite("once")) {
  Contest two = small_contest();
  two.entrants = {{Contestant::Plain}, {Contestant::Index}};
  two.seeds = {Seed{1}, Seed{2}, Seed{3}, Seed{4}, Seed{5}, Seed{6}, Seed{7}, Seed{8}};
  const auto result = play(two);
  REQUIRE(result);
  for (const std::string_view nature : {"model", "josh"}) {
    const ContestLine& plain = line_of(*result, nature, "plain");
    const ContestLine& index = line_of(*result, nature, "index");
    CHECK(index.forgotten < 0.9 * plain.forgotten);
    CHECK(index.hours < plain.hours + 0.05);
  }
}

TEST_CASE("lives have the same digits on one thread and on two, refitted or not") {
  for (const bool refit : {false, true}) {
    Contest contest = small_contest();
    contest.entrants = {{Contestant::Index}, {Contestant::HalfLeft}};
    contest.natures.erase(contest.natures.begin());
    contest.course.minutes = kMinutesToRefit;
    if (refit) contest.refit_days = 7;
    const auto two = play(contest);
    contest.threads = 1;
    const auto one = play(contest);
    REQUIRE(one);
    REQUIRE(two);
    for (std::size_t i = 0; i < one->lines.size(); ++i) {
      CHECK(one->lines[i].mean == two->lines[i].mean);
      CHECK(one->lines[i].low_decile == two->lines[i].low_decile);
      CHECK(one->lines[i].hours == two->lines[i].hours);
    }
    CHECK(one->bounds[0].mean == two->bounds[0].mean);
  }
}

TEST_CASE("a refit learns that memory is not as believed") {
  Contest contest = small_contest();
  contest.entrants = {{Contestant::Plain}};
  contest.natures = {*nature_named("josh")};
  contest.course.minutes = kMinutesToRefit;
  const auto believing = play(contest);
  contest.refit_days = 7;
  const auto refitted = play(contest);
  REQUIRE(believing);
  REQUIRE(refitted);
  CHECK(believing->lines[0].mean != refitted->lines[0].mean);
}

TEST_CASE("a contest that is stopped has no result, and one without cards or minutes has figures") {
  Contest contest = small_contest();
  std::atomic<bool> stop = true;
  contest.stop = &stop;
  CHECK_FALSE(play(contest));
  contest.stop = nullptr;
  contest.natures.resize(1);
  contest.seeds.resize(1);
  contest.course.minutes = 0;
  const auto idle = play(contest);
  REQUIRE(idle);
  for (const ContestLine& line : idle->lines) CHECK(line.mean == idle->lines[0].mean);
  contest.course.fresh.assign(49, 0);
  const auto empty = play(contest);
  REQUIRE(empty);
  for (const ContestLine& line : empty->lines) CHECK(line.hours == 0);
}
