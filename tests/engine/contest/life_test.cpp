// Lives with days that are skipped, and natures that differ from life to life.
#include "contest/life.h"

#include <doctest/doctest.h>

#include <set>

#include "contest/contest.h"
#include "contest/plain.h"
#include "fit/fit.h"

using namespace starling;

namespace {

Course short_course() {
  Course course;
  course.days = 42;
  course.fresh.assign(42, 0);
  for (std::size_t day = 0; day < 30; ++day) course.fresh[day] = 3;
  course.minutes = 2;
  return course;
}

struct Watched {
  std::set<int> days;      // that were lived
  std::set<int> answered;  // days on which a card was asked or begun
  std::size_t begun = 0;
  LifeEnd end;
};

Watched watched(double skip, Seed seed) {
  Watched seen;
  const Rival plain = plain_rival(0.9);
  const Rival rival{"watched", "", [&] {
                      return [&, way = plain.begin()](const Desk& desk) {
                        seen.days.insert(desk.day);
                        for (const ContestCard& card : desk.cards) seen.answered.insert(card.last_day);
                        seen.begun = desk.cards.size();
                        return way(desk);
                      };
                    }};
  const Course course = short_course();
  seen.end = live(course, *nature_named("noisy"), rival, seed, {7, skip});
  return seen;
}

}  // namespace

TEST_CASE("on a skipped day nothing happens, and its new cards are begun on the next that is lived") {
  CHECK(watched(0, Seed{1}).days.size() == 42);
  const Watched some = watched(0.3, Seed{1});
  CHECK(some.days.size() > 20);
  CHECK(some.days.size() < 38);
  CHECK(some.begun == 90);
  for (const int day : some.answered) CHECK(some.days.contains(day));
  CHECK(watched(0.3, Seed{1}).days == some.days);
  CHECK(watched(0.3, Seed{2}).days != some.days);
}

TEST_CASE("each week from enough reviews on, what is believed is fitted anew, by the model that foresees better") {
  Course course = short_course();
  course.days = 98;
  course.fresh.assign(98, 0);
  for (std::size_t day = 0; day < 60; ++day) course.fresh[day] = 8;
  course.minutes = 20;
  std::set<ModelKind> kinds;
  for (const std::uint64_t seed : {1, 2, 3}) {
    Weights believed;
    const Rival plain = plain_rival(0.9);
    const Rival rival{"watched", "", [&] {
                        return [&, way = plain.begin()](const Desk& desk) {
                          std::size_t answers = 0;
                          for (const ContestCard& card : desk.cards) answers += static_cast<std::size_t>(card.answers);
                          if (desk.model.weights() != believed) {
                            CHECK(2 * answers >= kReviewsToRefit);  // beside them are the looks that follow on the same day
                            CHECK(desk.day % 7 == 0);
                          }
                          believed = desk.model.weights();
                          return way(desk);
                        };
                      }};
    (void)live(course, *nature_named("fsrs-7"), rival, Seed{seed}, {7, 0});
    CHECK(believed != default_weights());
    kinds.insert(believed.kind());
  }
  CHECK(kinds.contains(ModelKind::Fsrs7));
}

TEST_CASE("a card that is never begun is not known") {
  const Watched few = watched(0.97, Seed{5});  // none of the days behind the last new cards is lived
  CHECK(few.begun < 90);
  CHECK(few.end.mean <= static_cast<double>(few.begun) / 90);
}

TEST_CASE("drawn weights are a seed's own, and such as a fit may answer") {
  const Nature drawn = *nature_named("drawn");
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const Weights weights = weights_in_life(drawn, Seed{seed});
    CHECK(weights == weights_in_life(drawn, Seed{seed}));
    CHECK(weights != weights_in_life(drawn, Seed{seed + 1}));
    CHECK(weights == clipped(weights));
  }
  const Nature josh = *nature_named("josh");
  CHECK(weights_in_life(josh, Seed{1}) == josh.weights);
}

TEST_CASE("memory by FSRS-7 has lives and no bound; of drawn weights the bound is a mean") {
  Contest contest;
  contest.course = short_course();
  contest.course.days = 21;
  contest.course.fresh.resize(21);
  contest.entrants = {{Contestant::Plain}};
  for (const std::string_view name : {"noisy", "fsrs-7", "drawn"}) contest.natures.push_back(*nature_named(name));
  contest.seeds = {Seed{1}, Seed{2}};
  const auto both = play(contest);
  contest.seeds.pop_back();
  const auto first = play(contest);
  contest.seeds = {Seed{2}};
  const auto second = play(contest);
  REQUIRE(both);
  REQUIRE(first);
  REQUIRE(second);
  CHECK(both->lines[0].mean != both->lines[1].mean);
  CHECK(both->lines[1].mean > 0.5);
  CHECK(both->bounds[0].mean == first->bounds[0].mean);
  CHECK_FALSE(both->bounds[1].mean);
  CHECK(*both->bounds[2].mean == doctest::Approx((*first->bounds[2].mean + *second->bounds[2].mean) / 2));
}

TEST_CASE("cepeda is another word for half-left") {
  CHECK(parse_contestant("cepeda") == Contestant::HalfLeft);
  CHECK(to_string(Contestant::HalfLeft) == "half-left");
  for (const Contestant contestant : kContestants) CHECK(parse_contestant(to_string(contestant)) == contestant);
  CHECK_FALSE(parse_contestant("Cepeda"));
}
