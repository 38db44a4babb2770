// A scenario whose minutes have prices: what no life exceeds, and what a life does with them.
#include "engine/simulate/learners.h"

#include <numeric>

#include "simulate/player.h"

using namespace starling;
using namespace starling::test;

namespace {

// Some that are known and many that open, over ten weeks.
Scenario ten_weeks(double minutes) {
  Scenario scenario;
  scenario.days = 70;
  scenario.interview = 70;
  scenario.minutes_per_day = minutes;
  scenario.new_within_minutes = true;
  scenario.policy = StudyPolicy::Deadline;
  for (int i = 0; i < 60; ++i) scenario.known.push_back({{Stability{1.0 + i % 30}, Difficulty{1.0 + i % 9}}, -1 - i % 8, i % 5});
  for (int day = 0; day < 40; ++day) scenario.arrivals.push_back(day % 7 == 6 ? 0 : 6);
  return scenario;
}

// The means that are compared, of lives by prices that may be those of other days.
Simulation played_by(const PricedScenario& priced, const Run& run, int learners) {
  Player player(run, &priced);
  Simulation sum;
  sum.days.resize(static_cast<std::size_t>(run.scenario.days));
  for (int learner = 0; learner < learners; ++learner)
    player.play({Seed{1}, static_cast<std::uint64_t>(learner)}, effort(learners), [] { return true; }, sum);
  sum.mean_recall_at_end /= learners;
  sum.lowest_decile_recall_at_end /= learners;
  for (const SimulatedDay& day : sum.days) sum.minutes += day.minutes / learners;
  return sum;
}

Run run_of(const Scenario& scenario) { return {scenario, default_weights()}; }

// The candidate of the 24-week plan.
Run candidate(StudyPolicy policy) {
  Run run = run_of(interview_scenario());
  run.scenario.desired_retention = 0.97;
  run.scenario.policy = policy;
  return run;
}

}  // namespace

TEST_CASE("no way of using the minutes knows more on the day than the bound" * doctest::test_suite("once")) {
  Threads threads(2);
  for (const double minutes : {1.0, 4.0, 15.0}) {
    CAPTURE(minutes);
    const Scenario scenario = ten_weeks(minutes);
    const double bound = recall_bound(scenario, default_weights(), 1, threads);
    CHECK(bound <= 1);
    Run skipping = run_of(scenario);
    skipping.scenario.lived = 0.7;
    const double of_fewer = recall_bound(skipping.scenario, default_weights(), 1, threads);
    CHECK(of_fewer < bound + 0.001);
    CHECK(played(skipping, effort(10)).mean_recall_at_end <= of_fewer + 0.004);
    for (const StudyPolicy policy : kStudyPolicies)
      for (const double retention : {0.85, 0.97}) {
        Run run = run_of(scenario);
        run.scenario.policy = policy;
        run.scenario.desired_retention = retention;
        // The grid is coarse, and a few lives are lucky.
        CHECK(played(run, effort(3)).mean_recall_at_end <= bound + 0.004);
      }
  }
}

TEST_CASE("new cards have more of the minutes where else not all of them would be begun in time" * doctest::test_suite("once")) {
  Threads threads(1);
  const auto many = [](double minutes) {
    Scenario scenario = ten_weeks(minutes);
    for (int& opening : scenario.arrivals) opening *= 3;
    return scenario;
  };
  const auto share = [&](const Scenario& scenario) { return PricedScenario(scenario, default_weights(), std::nullopt, threads, Renewed::Never).share_of_new(); };
  double fewer_minutes = kShareOfNew;
  for (const double minutes : {15.0, 5.0, 4.0, 3.5, 3.0, 2.0}) {
    const double more = share(many(minutes));
    CHECK((minutes > 4.5) == (more == kShareOfNew));
    CHECK(more >= fewer_minutes);
    fewer_minutes = more;
  }
  CHECK(fewer_minutes == 1);
  Scenario nothing_new = many(2);
  nothing_new.arrivals.clear();
  CHECK(share(nothing_new) == kShareOfNew);

  const std::vector<int> opening = many(4).arrivals;
  const int opened = std::accumulate(opening.begin(), opening.end(), 0);
  CHECK(played(run_of(many(4)), effort(4)).unseen_at_end < 0.02 * opened);
}

TEST_CASE("on a day before the interview that counts too more is known, and hardly less on the last one") {
  for (const double minutes : {3.0, 6.0}) {
    CAPTURE(minutes);
    Run run = run_of(ten_weeks(minutes));
    run.scenario.earlier = {EarlierDay{35, 0}};
    const Simulation alone = played(run, effort(5));
    run.scenario.earlier[0].worth = kUsualEarlierWorth;
    const Simulation both = played(run, effort(5));
    const double opened = static_cast<double>(std::accumulate(run.scenario.arrivals.begin(), run.scenario.arrivals.begin() + 35, 60));
    CHECK(both.recalled_earlier[0] <= opened);
    CHECK(both.recalled_earlier[0] > alone.recalled_earlier[0] + 0.005 * opened);
    CHECK(both.mean_recall_at_end > alone.mean_recall_at_end - 0.01);
  }
}

TEST_CASE("of several days before the interview that count each is known better for counting") {
  Run run = run_of(ten_weeks(4));
  const auto played_with = [&](double first, double second) {
    run.scenario.earlier = {EarlierDay{25, first}, EarlierDay{45, second}};
    return played(run, effort(20)).recalled_earlier;
  };
  const auto none = played_with(0, 0);
  REQUIRE(none.size() == 2);
  const auto both = played_with(0.5, 0.5);
  const auto first = played_with(0.5, 0);
  const auto second = played_with(0, 0.5);
  CHECK(both[0] + both[1] > none[0] + none[1] + 2);
  CHECK(first[0] > none[0]);
  CHECK(second[1] > none[1]);
  // Beside the other too.
  CHECK(both[1] > first[1]);
  CHECK(both[0] > second[0]);
}

TEST_CASE("from a day that counts too on, prices are as without it") {
  Threads threads(1);
  Scenario scenario = ten_weeks(4);
  scenario.arrivals.clear();
  const PricedScenario without(scenario, default_weights(), {}, threads, Renewed::Never);
  for (const int passed : {0, 70, 300}) {
    scenario.earlier = {EarlierDay{passed, 1}};
    const PricedScenario with(scenario, default_weights(), {}, threads, Renewed::Never);
    CHECK(with.prices().per_second == without.prices().per_second);
  }
}

TEST_CASE("what the plan has practised beside the reviews is in the bound and in the prices, and its reviews are in the minutes") {
  Threads threads(2);
  Scenario scenario = ten_weeks(6);
  const double before = recall_bound(scenario, default_weights(), 1, threads);
  for (std::size_t i = scenario.known.size(); i > 0; --i) scenario.weights.push_back({});
  for (int day = 0; day < 40; ++day) {
    for (int i = 0; i < scenario.arrivals[static_cast<std::size_t>(day)]; ++i) scenario.weights.push_back({});
    scenario.practised.push_back(2);
    scenario.arrivals[static_cast<std::size_t>(day)] += 2;
    for (int i = 0; i < 2; ++i) scenario.weights.push_back({10, 10});
  }
  const double bound = recall_bound(scenario, default_weights(), 1, threads);
  CHECK(bound < before);
  for (const StudyPolicy policy : {StudyPolicy::Plain, StudyPolicy::Deadline}) {
    Run run = run_of(scenario);
    run.scenario.policy = policy;
    CHECK(played(run, effort(3)).mean_recall_at_end <= bound + 0.004);
  }
  const PricedScenario priced(scenario, default_weights(), std::nullopt, threads, Renewed::Never);
  CHECK(priced.prices().settled());
}

TEST_CASE("the bound of a learner who keeps longer or less long than believed is his own" * doctest::test_suite("once")) {
  Threads threads(2);
  const Scenario scenario = ten_weeks(3);
  double before = 0;
  for (const double factor : {0.4, 1.0, 2.5}) {
    CAPTURE(factor);
    const double bound = recall_bound(scenario, default_weights(), factor, threads);
    CHECK(bound > before);
    Run run = run_of(scenario);
    run.truth = Truth{run.believed, 0, 0, factor};
    CHECK(played(run, effort(3)).mean_recall_at_end <= bound + 0.004);
    before = bound;
  }
}

TEST_CASE("the bound knows of new cards that their number a day never lets be begun") {
  Threads threads(2);
  Scenario scenario = ten_weeks(15);
  const double free = recall_bound(scenario, default_weights(), 1, threads);
  for (const int a_day : {0, 1, 2}) {
    CAPTURE(a_day);
    scenario.new_per_day = a_day;
    const double bound = recall_bound(scenario, default_weights(), 1, threads);
    CHECK(bound < free - 0.1);
    for (const StudyPolicy policy : {StudyPolicy::HalfLeft, StudyPolicy::Deadline}) {
      Run run = run_of(scenario);
      run.scenario.policy = policy;
      const double known = played(run, effort(3)).mean_recall_at_end;
      CHECK(known <= bound + 0.004);
      CHECK(known > bound - 0.1);
    }
  }
}

TEST_CASE("more minutes never lower what can be known") {
  Threads threads(2);
  double before = 0;
  for (const double minutes : {0.5, 2.0, 8.0, 30.0}) {
    const double bound = recall_bound(ten_weeks(minutes), default_weights(), 1, threads);
    CHECK(bound >= before - 1e-3);
    before = bound;
  }
  CHECK(before > 0.98);
}

TEST_CASE("however few the minutes of a day are, prices are found that fit" * doctest::test_suite("once")) {
  Threads threads(2);
  Scenario scenario = interview_scenario();
  scenario.new_within_minutes = true;
  scenario.policy = StudyPolicy::Deadline;
  for (const double minutes : {1.0, 2.0, 5.0, 8.0})
    for (const Renewed renewed : {Renewed::Never, Renewed::Weekly}) {
      CAPTURE(minutes);
      scenario.minutes_per_day = minutes;
      CHECK(PricedScenario(scenario, default_weights(), std::nullopt, threads, renewed).prices().settled());
    }
}

TEST_CASE("under tight minutes all that opens is begun, for one that is never begun is lost") {
  const Simulation life = played(run_of(ten_weeks(5)), effort(4));
  CHECK(life.unseen_at_end < 1);
}

TEST_CASE("under FSRS-7 too prices bring more than due dates in the same minutes, and no way knows more than the bound" * doctest::test_suite("once")) {
  Threads threads(2);
  const Weights& seven = default_weights(ModelKind::Fsrs7);
  for (const double minutes : {2.0, 4.0}) {
    CAPTURE(minutes);
    Scenario scenario = ten_weeks(minutes);
    for (KnownCard& card : scenario.known) card.memory.fast.days = 0.8 * card.memory.stability.days;
    const double bound = recall_bound(scenario, seven, 1, threads);
    double best = 0;
    for (const StudyPolicy policy : kStudyPolicies)
      for (const double retention : {0.85, 0.97}) {
        Run run{scenario, seven};
        run.scenario.policy = policy;
        run.scenario.desired_retention = retention;
        const double recall = played(run, effort(3)).mean_recall_at_end;
        CHECK(recall <= bound + 0.008);
        if (policy != StudyPolicy::Deadline) best = std::max(best, recall);
        else if (retention > 0.9) CHECK(recall > best);
      }
  }
}

TEST_CASE("what cannot be priced is said to be so") {
  Scenario scenario = ten_weeks(5);
  CHECK(PricedScenario::can_price(scenario));
  for (const int interview : {-3, 0, 1, kMostDaysLeft + 1}) {
    scenario.interview = interview;
    CHECK_FALSE(PricedScenario::can_price(scenario));
  }
  scenario = ten_weeks(0);
  CHECK_FALSE(PricedScenario::can_price(scenario));
  scenario = ten_weeks(5);
  scenario.minutes_per_day.reset();
  CHECK_FALSE(PricedScenario::can_price(scenario));
  scenario = ten_weeks(5);
  scenario.asking.assign(70, Asking::Nothing);
  CHECK_FALSE(PricedScenario::can_price(scenario));
}

TEST_CASE("minutes that today has used up leave it a day, on which a review still has its gain") {
  Threads threads(2);
  Scenario scenario = ten_weeks(5);
  scenario.done_already.minutes = 30;
  const PricedScenario priced(scenario, default_weights(), std::nullopt, threads, Renewed::Never);
  std::array<float, 2> gains{};
  priced.gains({Stability{2}, Difficulty{5}}, -9, {}, gains);
  CHECK(gains[0] > 0);
}

TEST_CASE("to begin what takes long adds less for each second, what counts more adds more, and the last day nearly as much") {
  Threads threads(2);
  Scenario scenario = ten_weeks(3);
  for (std::size_t i = 0; i < scenario.known.size(); ++i) scenario.weights.push_back(i % 3 == 0 ? ItemWeight{10, 1} : ItemWeight{});
  scenario.weights.resize(scenario.known.size() + 300);
  const PricedScenario priced(scenario, default_weights(), std::nullopt, threads, Renewed::Never);
  REQUIRE(priced.prices().settled());
  CHECK(priced.new_gain(0, {10, 1}) < 0.11 * priced.new_gain(0));
  CHECK(priced.new_gain(0, {10, 2}) > 1.9 * priced.new_gain(0, {10, 1}));
  CHECK(priced.new_gain(0, {10, 1}) > priced.prices().per_second.front());
  CHECK(priced.new_gain(69, {10, 1}) > 0);
}

TEST_CASE("what counts more on the day gains more by a review, and is known better in the same minutes") {
  Threads threads(2);
  Run run = run_of(ten_weeks(2));
  for (KnownCard& card : run.scenario.known) card = {{Stability{4}, Difficulty{5}}, -3, 0};
  run.scenario.arrivals.clear();
  const std::size_t cards = run.scenario.known.size();
  run.scenario.minutes_per_day = 0.7;
  for (std::size_t i = 0; i < cards; ++i) run.scenario.weights.push_back({1, i % 2 == 0 ? 1.0 : 4.0});
  const PricedScenario priced(run.scenario, default_weights(), std::nullopt, threads, Renewed::Never);
  std::array<float, 1> usual{};
  std::array<float, 1> worthy{};
  priced.gains({Stability{2}, Difficulty{5}}, -4, {}, usual);
  priced.gains({Stability{2}, Difficulty{5}}, -4, {1, 4}, worthy);
  CHECK(worthy[0] > usual[0]);
  Effort with = effort(30);
  with.by_card = true;
  const auto means = [&](const Run& of) {
    const Simulation life = played(of, with);
    std::array<double, 2> sums{};
    for (std::size_t i = 0; i < cards; ++i) sums[i % 2] += 2 * life.recall_at_end[i] / static_cast<double>(cards);
    return sums;
  };
  const auto valued = means(run);
  run.scenario.weights.clear();
  const auto alike = means(run);
  CHECK(valued[1] > alike[1] + 0.005);
  CHECK(valued[0] < alike[0]);
}

TEST_CASE("what takes long and is worth as much is known as well as a card, and no day is above its minutes by more than one item") {
  Run run = run_of(ten_weeks(8));
  Scenario& scenario = run.scenario;
  scenario.arrivals.assign(40, 2);
  const std::size_t items = scenario.known.size() + 80;
  for (std::size_t i = 0; i < items; ++i) {
    const bool long_one = i < scenario.known.size() && i % 3 == 0;
    scenario.weights.push_back(long_one ? ItemWeight{10, 10} : ItemWeight{});
    scenario.kinds.push_back(long_one ? ItemKind::Story : ItemKind::Card);
  }
  scenario.stories_per_day = 20;
  Effort with = effort(4);
  with.by_card = true;
  const Simulation life = played(run, with);
  CHECK(life.most_minutes_in_a_day <= 8 + 10 * (run.scenario.habits.review_seconds[0] + run.scenario.habits.step_seconds) / 60);
  std::array<double, 2> sums{};
  std::array<double, 2> counts{};
  for (std::size_t i = 0; i < scenario.known.size(); ++i) {
    sums[i % 3 == 0 ? 1 : 0] += life.recall_at_end[i];
    ++counts[i % 3 == 0 ? 1 : 0];
  }
  CHECK(sums[1] / counts[1] == doctest::Approx(sums[0] / counts[0]).epsilon(0.03));
  scenario.stories_per_day = 0;
  const Simulation untold = played(run, with);
  double of_stories = 0;
  for (std::size_t i = 0; i < scenario.known.size(); i += 3) of_stories += untold.recall_at_end[i];
  CHECK(of_stories < sums[1] - 1);
  CHECK(untold.minutes < life.minutes);
}

TEST_CASE("new ones of a life have the minutes of stories that the day does not tell") {
  Run run = run_of(ten_weeks(10));
  Scenario& scenario = run.scenario;
  scenario.new_within_minutes = true;
  scenario.arrivals.assign(1, 200);
  scenario.known.resize(10);
  scenario.weights.assign(scenario.known.size() + 200, {});
  scenario.kinds.assign(scenario.weights.size(), ItemKind::Card);
  for (std::size_t i = 0; i < scenario.known.size(); ++i) {
    scenario.weights[i] = {10, 10};
    scenario.kinds[i] = ItemKind::Story;
  }
  scenario.stories_per_day = 0;
  const double untold = played(run, effort(4)).days.front().fresh;
  scenario.known.clear();
  scenario.weights.assign(200, {});
  scenario.kinds.assign(200, ItemKind::Card);
  const double alone = played(run, effort(4)).days.front().fresh;
  CHECK(untold > 10);
  CHECK(untold == doctest::Approx(alone).epsilon(0.1));
}

TEST_CASE("what takes longer than any day has is asked all the same, on days that begin with it") {
  for (const StudyPolicy policy : {StudyPolicy::Plain, StudyPolicy::Deadline}) {
    Run run = run_of(ten_weeks(5));
    run.scenario.policy = policy;
    run.scenario.known.resize(12);
    run.scenario.arrivals.clear();
    run.scenario.weights.assign(12, ItemWeight{});
    run.scenario.weights[3] = {60, 60};
    Effort with = effort(2);
    with.by_card = true;
    const double asked = played(run, with).recall_at_end[3];
    run.scenario.minutes_per_day = 60;
    CHECK(asked > played(run, with).recall_at_end[3] - 0.1);
    CHECK(asked > 0.8);
  }
}

TEST_CASE("recall by card adds up to the mean, and what is kept of each day ends there") {
  Effort with = effort(3);
  with.by_card = true;
  Run run = run_of(ten_weeks(4));
  run.truth = Truth{run.believed, 0.2, 0.3};
  for (const double factor : {0.5, 1.0, 2.0}) {
    run.truth->stability_factor = factor;
    const Simulation life = played(run, with);
    const double sum = std::accumulate(life.recall_at_end.begin(), life.recall_at_end.end(), 0.0);
    CHECK(sum / static_cast<double>(life.recall_at_end.size()) == doctest::Approx(life.mean_recall_at_end));
    CHECK(life.days.back().kept == doctest::Approx(sum));
    for (const SimulatedDay& day : life.days) CHECK(day.kept <= day.memorised + 1e-9);
  }
}

TEST_CASE("who forgets sooner knows less on the day, by the same prices") {
  std::vector<Run> runs;
  for (const double factor : {0.4, 1.0, 2.5}) {
    Run run = run_of(ten_weeks(4));
    run.truth = Truth{run.believed, 0, 0, factor};
    if (!runs.empty()) run.like = 0;
    runs.push_back(run);
  }
  const auto lives = simulate(runs, effort(2));
  REQUIRE(lives);
  CHECK((*lives)[0].mean_recall_at_end < (*lives)[1].mean_recall_at_end);
  CHECK((*lives)[1].mean_recall_at_end < (*lives)[2].mean_recall_at_end);
  runs.resize(2);
  runs[1].like.reset();
  const auto alone = simulate(runs, effort(2));
  CHECK(same_figures((*alone)[1], (*lives)[1]));
}

TEST_CASE("prices of the same days are sought once, and kept for who plays them again") {
  Run run = run_of(ten_weeks(4));
  PricesSought sought;
  CHECK_FALSE(sought.of(run.scenario, run.believed));
  const auto first = simulate(std::span(&run, 1), effort(2), {}, &sought);
  const auto kept = sought.of(run.scenario, run.believed);
  REQUIRE(kept);
  CHECK(kept->prices().per_second == first->front().prices->per_second);
  CHECK(same_figures(simulate(std::span(&run, 1), effort(2), {}, &sought)->front(), first->front()));
  CHECK(sought.of(run.scenario, run.believed) == kept);

  Run other = run_of(ten_weeks(8));
  CHECK_FALSE(sought.of(other.scenario, other.believed));
  sought.keep(other.scenario, other.believed, kept);
  CHECK(simulate(std::span(&other, 1), effort(1), {}, &sought)->front().prices->per_second == kept->prices().per_second);
  other.scenario.policy = StudyPolicy::HalfLeft;
  CHECK_FALSE(sought.of(other.scenario, other.believed));
}

TEST_CASE("prices of another thoroughness are the same whatever was asked for before") {
  Run thorough = run_of(ten_weeks(12));
  thorough.scenario.base_price = base_price_of(Thoroughness::More);
  Run usual = run_of(ten_weeks(12));
  usual.scenario.base_price = base_price_of(Thoroughness::Usual);
  const auto alone = simulate(std::span(&thorough, 1), effort(1));
  const auto beside = simulate(std::vector{usual, thorough}, effort(1));
  CHECK(alone->front().prices->per_second == beside->back().prices->per_second);
  CHECK(alone->front().prices->per_second != beside->front().prices->per_second);
  PricesSought sought;
  (void)simulate(std::span(&usual, 1), effort(1), {}, &sought);
  CHECK(simulate(std::span(&thorough, 1), effort(1), {}, &sought)->front().prices->per_second == alone->front().prices->per_second);
}

TEST_CASE("one who plays nearly the same days is foreseen by prices as exact as one's own") {
  Run own = run_of(ten_weeks(5));
  Run same = own;
  same.scenario.new_per_day = 500;  // no limit that counts
  own.scenario.new_per_day = 400;
  same.like = 0;
  const auto lives = simulate(std::vector{own, same}, effort(2));
  CHECK((*lives)[0].prices->per_second == (*lives)[1].prices->per_second);
  CHECK((*lives)[0].mean_recall_at_end == (*lives)[1].mean_recall_at_end);
}

TEST_CASE("a life tells the prices it went by, and the search for its bound begins from them") {
  Threads threads(2);
  Run run = run_of(ten_weeks(4));
  const Simulation own = played(run, effort(2));
  REQUIRE(own.prices);
  CHECK(own.prices->per_second == PricedScenario(run.scenario, run.believed, std::nullopt, threads, Renewed::Never).prices().per_second);
  const double bound = recall_bound(run.scenario, run.believed, 1, threads, prices_nearby(*own.prices));
  CHECK(bound == doctest::Approx(recall_bound(run.scenario, run.believed, 1, threads)).epsilon(0.002));
  CHECK(own.mean_recall_at_end <= bound + 0.004);
  run.scenario.policy = StudyPolicy::HalfLeft;
  CHECK_FALSE(played(run, effort(1)).prices);
}

TEST_CASE("what new items will cost is reckoned with before they are begun") {
  Threads threads(2);
  const Scenario cards = ten_weeks(6);
  Scenario costly = cards;
  const auto opened = static_cast<std::size_t>(opened_before(costly, costly.days));
  for (std::size_t item = 0; item < opened; ++item) costly.weights.push_back({item >= costly.known.size() && item % 3 == 0 ? 6.0 : 1.0, 1});
  const PricedScenario blind(cards, default_weights(), std::nullopt, threads, Renewed::Never);
  const PricedScenario aware(costly, default_weights(), std::nullopt, threads, Renewed::Never);
  CHECK(std::accumulate(aware.prices().per_second.begin(), aware.prices().per_second.end(), 0.0) >
        std::accumulate(blind.prices().per_second.begin(), blind.prices().per_second.end(), 0.0));
  CHECK(recall_bound(costly, default_weights(), 1, threads) < recall_bound(cards, default_weights(), 1, threads) - 0.001);

  CHECK(played_by(aware, run_of(costly), 4).mean_recall_at_end > played_by(blind, run_of(costly), 4).mean_recall_at_end);
}

TEST_CASE("under few minutes more is known on the day by prices than by dates, in the same hours" * doctest::test_suite("once")) {
  std::vector<Run> runs{candidate(StudyPolicy::FinalPass), candidate(StudyPolicy::HalfLeft), candidate(StudyPolicy::Deadline)};
  for (Run& run : runs) run.scenario.minutes_per_day = 15;
  Effort with = effort(2);
  with.memorised = false;
  const auto results = simulate(runs, with);
  REQUIRE(results);
  const Simulation& priced = results->back();
  CHECK(priced.mean_recall_at_end > 0.975);
  for (const Simulation& other : {(*results)[0], (*results)[1]}) {
    CHECK(priced.mean_recall_at_end > other.mean_recall_at_end);
    CHECK(priced.lowest_decile_recall_at_end > other.lowest_decile_recall_at_end);
    CHECK(priced.minutes < 1.03 * other.minutes);
  }
  CHECK(same_figures(priced, played(runs[2], [&] { Effort one = with; one.threads = 1; return one; }())));
}

TEST_CASE("who skips days knows more by prices that know how many, the worst tenth above all" * doctest::test_suite("once")) {
  Run steady = candidate(StudyPolicy::Deadline);
  steady.scenario.minutes_per_day = 15;
  Run skipping = steady;
  skipping.scenario.lived = 0.75;
  Threads threads(2);
  const PricedScenario of_steady(steady.scenario, steady.believed, std::nullopt, threads, Renewed::Never);
  const Simulation every_day = played_by(of_steady, steady, 2);
  const Simulation by_others = played_by(of_steady, skipping, 2);
  const Simulation by_own = played_by(PricedScenario(skipping.scenario, skipping.believed, std::nullopt, threads, Renewed::Never), skipping, 2);
  CHECK(by_own.mean_recall_at_end > by_others.mean_recall_at_end);
  CHECK(by_own.lowest_decile_recall_at_end > by_others.lowest_decile_recall_at_end + 0.02);
  CHECK(by_own.minutes <= by_others.minutes * 1.01);
  CHECK(every_day.mean_recall_at_end > by_own.mean_recall_at_end);
}

// The cards of a month, and more minutes than they need.
Run easy_month(double minutes) {
  Run run = candidate(StudyPolicy::Deadline);
  run.scenario.days = 30;
  run.scenario.interview = 30;
  run.scenario.days_in_all = 30;
  run.scenario.arrivals.assign(10, 12);
  run.scenario.minutes_per_day = minutes;
  return run;
}

TEST_CASE("who skips days does not lose by having more minutes, nor does the worst tenth" * doctest::test_suite("once")) {
  Run few = candidate(StudyPolicy::Deadline);
  few.scenario.minutes_per_day = 20;
  few.scenario.lived = 0.75;
  Run many = few;
  many.scenario.minutes_per_day = 60;
  const Simulation with_few = played(few, effort(24));
  const Simulation with_many = played(many, effort(24));
  CHECK(with_many.mean_recall_at_end > with_few.mean_recall_at_end);
  CHECK(with_many.lowest_decile_recall_at_end > with_few.lowest_decile_recall_at_end);
}

TEST_CASE("minutes that the number of reviews a day leaves over are not counted on") {
  Run few = easy_month(6);
  few.scenario.reviews_per_day = 25;
  Run many = few;
  many.scenario.minutes_per_day = 60;
  const Simulation with_few = played(few, effort(4));
  const Simulation with_many = played(many, effort(4));
  CHECK(with_many.mean_recall_at_end > with_few.mean_recall_at_end - 0.005);
}

TEST_CASE("minutes of single days count in place of those of every day, for prices too") {
  Run run = candidate(StudyPolicy::Deadline);
  run.scenario = interview_scenario(200);
  run.scenario.policy = StudyPolicy::Deadline;
  run.scenario.minutes_by_day.assign(60, 3);
  run.scenario.minutes_by_day[33] = 0;
  Effort with = effort(1);
  const Simulation played_so = played(run, with);
  CHECK(played_so.days[33].reviews == 0);
  for (std::size_t day = 20; day < 60; ++day) CHECK(played_so.days[day].reviews * 8 <= 3 * 60 + 40);
}
