// What today has seen already.
#include "engine/agenda/learner.h"

using namespace starling;
using namespace starling::test;

TEST_CASE("first sights, reviews, steps and tellings are counted apart, and their seconds together") {
  Learner learner({item("mine/old"), item("mine/new#f"), item("mine/new#r"), item("story/a"), item("problem/p")});
  learner.know("mine/old", 0);
  (void)learner.answer("mine/old", Grade::Again, moment(30), 20s);
  (void)learner.answer("mine/old", Grade::Good, moment(30), 5s);
  (void)learner.answer("mine/new#f", Grade::Again, moment(30), 30s);
  (void)learner.answer("mine/new#f", Grade::Good, moment(30), 6s);
  (void)learner.answer("mine/new#r", Grade::Good, moment(30), 9s);
  (void)learner.answer("story/a", Grade::Good, moment(30), 150s);
  (void)learner.answer("problem/p", Grade::Good, moment(30), 170s);
  const Spent spent = learner.spent(moment(30).day);
  CHECK(spent.seconds == 390);
  CHECK(spent.answers == 6);
  CHECK(spent.reviews == 2);
  CHECK(spent.begun == 3);
  CHECK(spent.tellings == 1);
  CHECK(spent.wholes == std::unordered_set<std::string>{"mine/new", "mine/old", "problem/p"});
  CHECK(spent.asked.size() == 5);
}

TEST_CASE("an answer that was not timed counts as long as it usually takes, a second one as a step") {
  Learner learner({item("mine/a"), item("story/a")});
  (void)learner.answer("mine/a", Grade::Again, moment(0));
  CHECK(learner.spent(kStart).seconds == 12);
  (void)learner.answer("mine/a", Grade::Good, moment(0));
  CHECK(learner.spent(kStart).seconds == 22);
  (void)learner.answer("story/a", Grade::Good, moment(0));
  CHECK(learner.spent(kStart).seconds == 172);
  (void)learner.answer("gone/from-its-deck", Grade::Good, moment(0));
  CHECK(learner.spent(kStart).seconds == 184);
}

TEST_CASE("what was done on another day is not of today") {
  Learner learner = Learner::of_cards(1);
  learner.know("mine/c0", 0);
  CHECK(learner.spent(kStart + std::chrono::days(1)) == Spent{});
}

TEST_CASE("a deed of several answers counts each of them, and one without answers none") {
  Learner learner({item("story/a"), item("probe/a/1")});
  const Due due{kStart + std::chrono::days(3), std::nullopt};
  (void)learner.add({Answered{id("story/a"), Grade::Good, 100s, Phase::Review, 0, due, {}},
                     Answered{id("probe/a/1"), Grade::Hard, 20s, Phase::Review, 0, due, {}}},
                    moment(0));
  (void)learner.add({Suspended{id("story/a")}}, moment(0));
  const Spent spent = learner.spent(kStart);
  CHECK(spent.seconds == 120);
  CHECK(spent.tellings == 1);
  CHECK(spent.begun == 1);
}
