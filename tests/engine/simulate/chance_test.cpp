// What luck depends on, and what it does not.
#include "engine/simulate/learners.h"

using namespace starling;
using namespace starling::test;

TEST_CASE("the figures are the same however many threads work") {
  Run run = hundred_cards();
  run.truth = Truth{default_weights(), 0.3, 0.4};
  run.scenario.minutes_per_day = 5;
  const Simulation alone = played(run, effort(70, 3, 1));
  CHECK(same_figures(alone, played(run, effort(70, 3, 2))));
  CHECK(same_figures(alone, played(run, effort(70, 3, 5))));
}

TEST_CASE("several runs at once give what each gives alone") {
  std::vector<Run> runs{hundred_cards(), hundred_cards(30), hundred_cards()};
  runs[0].scenario.desired_retention = 0.80;
  const auto together = simulate(runs, effort(9));
  REQUIRE(together);
  for (std::size_t i = 0; i < runs.size(); ++i) CHECK(same_figures((*together)[i], played(runs[i], effort(9))));
}

TEST_CASE("equal seeds give equal lives and another seed gives others") {
  const Run run = hundred_cards();
  CHECK(same_figures(played(run, effort(3, 7)), played(run, effort(3, 7))));
  CHECK_FALSE(same_figures(played(run, effort(3, 7)), played(run, effort(3, 8))));
}

TEST_CASE("each learner has luck of their own") {
  const Run run = hundred_cards();
  CHECK(played(run, effort(1)).minutes != doctest::Approx(played(run, effort(2)).minutes).epsilon(1e-9));
}

TEST_CASE("the luck of a card is not touched by the cards that come later") {
  Run few = hundred_cards(40);
  Run more = few;
  more.scenario.arrivals = {100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 50};
  const Simulation without = played(few, effort(5));
  const Simulation with = played(more, effort(5));
  for (std::size_t day = 0; day < 10; ++day) CHECK(with.days[day].minutes == without.days[day].minutes);
  CHECK(with.days[10].minutes > without.days[10].minutes);
}

TEST_CASE("while the minutes reach, the order of the queue changes nothing") {
  Run run = hundred_cards();
  const Simulation usual = played(run, effort(4));
  for (const QueueOrder order : kQueueOrders) {
    run.scenario.order = order;
    CHECK(same_figures(usual, played(run, effort(4))));
  }
}

TEST_CASE("when the minutes do not reach, the order changes who is remembered") {
  Run run = hundred_cards(90);
  run.scenario.desired_retention = 0.95;
  run.scenario.minutes_per_day = 1;
  run.scenario.order = QueueOrder::Random;
  const Simulation by_chance = played(run, effort(20));
  run.scenario.order = QueueOrder::LowestRecall;
  const Simulation by_recall = played(run, effort(20));
  CHECK(by_recall.lowest_decile_recall_at_end > by_chance.lowest_decile_recall_at_end + 0.01);
}
