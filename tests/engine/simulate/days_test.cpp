// What may happen on a day.
#include <algorithm>

#include "engine/simulate/learners.h"

using namespace starling;
using namespace starling::test;

TEST_CASE("every new card is learnt on its day") {
  const Scenario scenario = interview_scenario();
  Run run;
  run.scenario = scenario;
  run.scenario.days = 30;
  const Simulation result = played(run, effort(1));
  for (std::size_t day = 0; day < 30; ++day) CHECK(result.days[day].fresh == scenario.arrivals[day]);
}

TEST_CASE("a day ends when the seconds that a review takes on average are no longer left") {
  Run run = known_cards(300, 0, 20);
  run.scenario.minutes_per_day = 10;
  const Habits& habits = run.scenario.habits;
  const double longest = (habits.review_seconds[0] + habits.step_seconds) / 60;
  double recalled = 0;
  for (std::size_t i = 0; i < 3; ++i) recalled += habits.recalled_shares[i] * habits.review_seconds[i + 1] / 60;
  const double usual = 0.9 * recalled + 0.1 * longest;
  const Simulation result = played(run, effort(1));
  for (const SimulatedDay& day : result.days) CHECK(day.minutes <= 10 + longest - usual);
  CHECK(result.days[0].minutes > 10 - usual);
  CHECK(result.most_minutes_in_a_day == doctest::Approx(std::ranges::max(result.days, {}, &SimulatedDay::minutes).minutes));
}

TEST_CASE("what does not fit waits and is asked on the next days") {
  Run run = known_cards(300, 0, 3);
  run.scenario.reviews_per_day = 120;
  const Simulation result = played(run, effort(1));
  CHECK(result.days[0].reviews == 120);
  CHECK(result.days[1].reviews == 120);
  run.scenario.days = 1;
  CHECK(played(run, effort(1)).backlog_at_end == 180);
}

TEST_CASE("a card that is not due yet is left alone until its day") {
  const Simulation result = played(known_cards(50, 4, 6), effort(1));
  for (std::size_t day = 0; day < 4; ++day) CHECK(result.days[day].reviews == 0);
  CHECK(result.days[4].reviews == 50);
}

TEST_CASE("what the plan has practised on a day takes no minutes then, and comes back like all that was seen") {
  Run run = known_cards(0, 0, 30);
  run.scenario.arrivals = {5, 0, 4};
  run.scenario.practised = {0, 0, 3};
  run.scenario.new_per_day = 2;
  run.scenario.asking = {Asking::All, Asking::All, Asking::Nothing};
  const Simulation result = played(run, effort(1));
  CHECK(result.days[2].minutes == 0);  // it is done on a day off too
  int fresh = 0;
  for (const SimulatedDay& day : result.days) fresh += static_cast<int>(day.fresh);
  CHECK(fresh == 6);
  CHECK(result.unseen_at_end == 0);
  Run nothing_else = known_cards(0, 0, 30);
  nothing_else.scenario.arrivals = {0, 3};
  nothing_else.scenario.practised = {0, 3};
  nothing_else.scenario.minutes_per_day = 0;
  CHECK(played(nothing_else, effort(1)).mean_recall_at_end > 0.1);
  nothing_else.scenario.minutes_per_day = 25;
  const Simulation reviewed = played(nothing_else, effort(1));
  CHECK(reviewed.fresh == 0);
  CHECK(reviewed.reviews > 3);
}

TEST_CASE("nothing is asked on a day off, and all that waited comes after it") {
  Run run = known_cards(40, 1, 5);
  run.scenario.arrivals = {0, 7};
  run.scenario.asking = {Asking::All, Asking::Nothing, Asking::Nothing};
  const Simulation result = played(run, effort(1));
  for (const std::size_t day : {1U, 2U}) {
    CHECK(result.days[day].minutes == 0);
    CHECK(result.days[day].fresh == 0);
  }
  CHECK(result.days[3].reviews == 40);
  CHECK(result.days[3].fresh == 7);
}

TEST_CASE("of the days behind the first the share that is lived is, and on the others nothing happens") {
  Run run = known_cards(40, 0, 400);
  const Simulation every = played(run, effort(1));
  run.scenario.policy = StudyPolicy::HalfLeft;
  run.scenario.maximum_interval_days = 1;
  run.scenario.lived = 0.75;
  const auto lived_days = [](const Simulation& life) {
    std::vector<std::size_t> days;
    for (std::size_t day = 0; day < life.days.size(); ++day)
      if (life.days[day].minutes > 0) days.push_back(day);
    return days;
  };
  const Simulation some = played(run, effort(1));
  const auto days = lived_days(some);
  CHECK(days.front() == 0);
  CHECK(days.size() > 270);
  CHECK(days.size() < 330);
  CHECK(some.most_minutes_in_a_day > 0);
  // The same days whatever else there is to do.
  run.scenario.known.resize(20);
  for (const std::size_t day : lived_days(played(run, effort(1)))) CHECK(std::ranges::binary_search(days, day));
  CHECK(lived_days(played(run, effort(1, 2))) != days);
  Effort without = effort(1);
  without.skips = false;
  CHECK(lived_days(played(run, without)).size() == static_cast<std::size_t>(run.scenario.days));
  run.scenario = known_cards(40, 0, 400).scenario;
  CHECK(same_figures(played(run, effort(1)), every));
}

TEST_CASE("a day of rest has reviews and nothing new") {
  Run run = known_cards(40, 0, 2);
  run.scenario.arrivals = {7};
  run.scenario.asking = {Asking::ReviewsOnly};
  const Simulation result = played(run, effort(1));
  CHECK(result.days[0].reviews == 40);
  CHECK(result.days[0].fresh == 0);
  CHECK(result.days[1].fresh == 7);
}

TEST_CASE("the count of new cards a day and the minutes hold new cards back") {
  Run run = hundred_cards(3);
  run.scenario.new_per_day = 20;
  const Simulation counted = played(run, effort(1));
  CHECK(counted.days[0].fresh == 20);
  CHECK(counted.unseen_at_end == 40);
  run.scenario.new_per_day.reset();
  run.scenario.minutes_per_day = 5;
  run.scenario.new_within_minutes = true;
  const Simulation timed = played(run, effort(1));
  CHECK(timed.days[0].fresh < 30);
  CHECK(timed.days[0].fresh > 8);
}

TEST_CASE("what today has seen already counts against its limits and not into its figures") {
  Run run = known_cards(300, 0, 2);
  run.scenario.arrivals = {30};
  run.scenario.reviews_per_day = 100;
  run.scenario.new_per_day = 20;
  run.scenario.done_already = {15, 60, 5};
  const Simulation result = played(run, effort(1));
  CHECK(result.days[0].reviews == 40);
  CHECK(result.days[0].fresh == 15);
  CHECK(result.days[1].reviews >= 100);
  run.scenario.minutes_per_day = 15;
  CHECK(played(run, effort(1)).days[0].reviews == 0);
}

TEST_CASE("steps are as many as the learner has them") {
  Run run = hundred_cards(1);
  run.scenario.steps_after_first = {2, 2, 1, 0};
  run.scenario.habits.first_shares = {0, 0, 1, 0};
  Simulation result = played(run, effort(1));
  CHECK(result.steps == 100);
  CHECK(result.minutes * 60 == doctest::Approx(100 * (13.78 + 16.44)));
  run.scenario.habits.first_shares = {1, 0, 0, 0};
  CHECK(played(run, effort(1)).steps == 200);
}

TEST_CASE("memorised is the sum of the chances of recall when the day is over") {
  const Run run = known_cards(10, 50, 40);
  const Simulation result = played(run, effort(1));
  const MemoryModel model(default_weights());
  const auto recall = [&](int days) {
    return model.recall_after(elapsed_days(WholeDays{days}), run.scenario.known[0].memory);
  };
  for (const int day : {0, 13, 39})
    CHECK(result.days[static_cast<std::size_t>(day)].memorised == doctest::Approx(10 * recall(day + 1)).epsilon(2e-5));
  CHECK(result.mean_recall_at_end == doctest::Approx(recall(41)));
}

TEST_CASE("a card that was never begun counts as not recalled") {
  Run run = known_cards(50, 90, 2);
  run.scenario.arrivals = {50};
  run.scenario.asking = {Asking::ReviewsOnly, Asking::ReviewsOnly};
  const Simulation result = played(run, effort(1));
  CHECK(result.mean_recall_at_end < 0.5);
  CHECK(result.lowest_decile_recall_at_end == 0);
  CHECK(result.unseen_at_end == 50);
}

TEST_CASE("no interval is longer than the maximum") {
  Run run = known_cards(100, 0, 60);
  run.scenario.maximum_interval_days = 7;
  CHECK(played(run, effort(1)).reviews >= 100 * 8);
}

TEST_CASE("fuzz spreads what would come on one day") {
  Run run = known_cards(200, 0, 40);
  run.scenario.habits.recalled_shares = {0, 1, 0};
  const auto busiest_later = [](const Simulation& result) {
    double most = 0;
    for (std::size_t day = 1; day < result.days.size(); ++day) most = std::max(most, result.days[day].reviews);
    return most;
  };
  const double together = busiest_later(played(run, effort(1)));
  run.scenario.fuzz = true;
  CHECK(busiest_later(played(run, effort(1))) < together / 2);
}

TEST_CASE("a simulation that is stopped gives nothing, and one that is not tells how far it is") {
  const Run run = hundred_cards();
  std::atomic<bool> stop = true;
  CHECK_FALSE(simulate(std::span(&run, 1), effort(5), {&stop, {}}));
  stop = false;
  double last = 0;
  const Watch watch{&stop, [&](double share) {
                      CHECK(share > last);
                      last = share;
                    }};
  CHECK(simulate(std::span(&run, 1), effort(5, 1, 1), watch));
  CHECK(last == 1);
}

TEST_CASE("a learner without cards has nothing to do") {
  Run run;
  run.scenario.days = 5;
  const Simulation result = played(run, effort(2));
  CHECK(result.minutes == 0);
  CHECK(result.mean_recall_at_end == 0);
}

TEST_CASE("what has no steps takes its time whether it was recalled or not") {
  Run run = known_cards(30, 0, 10);
  run.scenario.minutes_per_day = 25;
  run.scenario.kinds.assign(30, ItemKind::Exercise);
  run.scenario.weights.assign(30, ItemWeight{15 * 60 / expected_review_seconds(run.scenario), 4});
  const Simulation walks = played(run, effort(20));
  CHECK(walks.reviews > 5);
  CHECK(walks.most_minutes_in_a_day <= 25);
  // Of a card a lapse takes twice as long.
  run.scenario.kinds.clear();
  CHECK(played(run, effort(20)).most_minutes_in_a_day > 28);
}

TEST_CASE("a new item for which there is no time lets others pass, with siblings and without") {
  for (const bool siblings : {false, true}) {
    Run run = hundred_cards(20);
    run.scenario.arrivals = {6};
    run.scenario.weights.assign(6, ItemWeight{1, 1});
    run.scenario.weights.front().cost = 30;
    if (siblings) run.scenario.wholes = {0, 1, 1, 2, 3, 4};
    run.scenario.minutes_per_day = 4;
    run.scenario.new_within_minutes = true;
    const Simulation life = played(run, effort(3));
    CHECK(life.fresh == doctest::Approx(5));
    CHECK(life.unseen_at_end == doctest::Approx(1));
  }
}
