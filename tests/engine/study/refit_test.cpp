// The weekly fit: when it is done, what it takes over, what it says, and how it is taken back.
#include <doctest/doctest.h>

#include "learner.h"
#include "simulate/simulate.h"

using namespace starling;
using test::day;
using test::DeckLearner;

namespace {

std::string refit_settings(std::string_view review) {
  return "start = 2026-11-23\ninterview = 2027-02-08\n[day]\ntime_zone = \"UTC\"\nrest_days = []\n[review]\nminutes_per_day = 60\n"
         "new_per_day = 20\nlearning_steps = []\nrelearning_steps = []\n" + std::string(review);
}

// Somebody who keeps things far less long than the defaults say, with at least so many answers; gives the day after them.
Day lived(const DeckLearner& learner, int answers) {
  Weights truth = default_weights();
  truth.numbers()[2] = 0.3;
  truth.numbers()[8] = 0.8;
  const MemoryModel memory(truth);
  std::map<ItemId, std::pair<MemoryState, Day>> known;
  SplitMix64 dice(Seed{7});
  for (Day today = day("2026-11-23");; today += std::chrono::days(1)) {
    if (answers <= 0) return today;
    Study study = learner.on(today);
    Sitting sitting(study, test::mine());
    while (const Asked* asked = sitting.question()) {
      const ItemId item = asked->item->id;
      const auto before = known.find(item);
      const bool is_first = before == known.end();
      const Elapsed waited = elapsed_days(WholeDays{is_first ? 0 : days_between(before->second.second, today)});
      const double chance = is_first ? 0.7 : memory.recall_after(waited, before->second.first);
      const Grade grade = unit_interval(Seed{dice.next()}) < chance ? Grade::Good : Grade::Again;
      known.insert_or_assign(item, std::pair(is_first ? memory.first_review(grade) : memory.after_review(before->second.first, waited, grade), today));
      (void)sitting.answer(grade, std::chrono::seconds(9));
      --answers;
    }
  }
}

std::optional<Refit> sit(Study& study) {
  Sitting sitting(study, test::mine());
  sitting.price(2);
  sitting.refit(2);
  return sitting.finish();
}

}  // namespace

TEST_CASE("the first sitting of a week fits the weights, takes over what foresees better, and one undo takes it back") {
  const DeckLearner learner(120, refit_settings(""));
  const Day today = lived(learner, 1100);
  Study study = learner.on(today);
  const Weights before = study.model().weights();
  const auto refit = sit(study);
  REQUIRE(refit);
  CHECK(refit->reviews >= kReviewsToRefit);
  REQUIRE(refit->is_adopted);
  CHECK(study.model().weights() != before);
  CHECK(study.model().kind() == refit->model);
  CHECK(refit_sentence(*refit).find("'starling undo' takes it back") != std::string::npos);

  CHECK_FALSE(sit(study));  // not twice in a week
  Study next_monday = learner.on(today + std::chrono::days(8 - std::chrono::weekday(today).iso_encoding()));
  CHECK(weekly_refit_task(next_monday, 1));

  CHECK(study.undo().size() == 1);
  CHECK(study.model().weights() == before);
  CHECK_FALSE(sit(study));
}

TEST_CASE("what was fitted already is not taken over again, though a fit that begins there finds a little more") {
  const DeckLearner learner(120, refit_settings(""));
  const Day today = lived(learner, 1100);
  Study study = learner.on(today);
  const RefitTask task = refit_task(study, 2);
  REQUIRE(take_over(study, task, best_fit(task.log, task.options)).is_adopted);

  const RefitTask again = refit_task(study, 2);
  CHECK(again.is_fitted);
  BestFit more;
  more.weights = default_weights();
  CHECK_FALSE(take_over(study, again, more).is_adopted);

  Sitting sitting(study, test::mine());
  REQUIRE(sitting.question());
  (void)sitting.answer(Grade::Good, std::chrono::seconds(9));
  CHECK_FALSE(refit_task(study, 2).is_fitted);
}

TEST_CASE("a fit that another machine took over is this week's") {
  const DeckLearner learner(120, refit_settings(""));
  const Day today = lived(learner, 1100);
  {
    Study study = learner.on(today);
    const RefitTask task = refit_task(study, 2);
    (void)take_over(study, task, best_fit(task.log, task.options));
  }
  std::filesystem::remove_all(learner.cache());
  const Study other = learner.on(today);
  REQUIRE(other.store().adopted(other.model().kind()));
  CHECK_FALSE(weekly_refit_task(other, 1));
}

TEST_CASE("switched off, nothing is fitted; with few reviews it says so and changes nothing") {
  const DeckLearner off(30, refit_settings("weekly_refit = false\n"));
  Study quiet = off.on(day("2026-11-24"));
  CHECK_FALSE(sit(quiet));

  const DeckLearner learner(30, refit_settings(""));
  const Day today = lived(learner, 60);
  Study study = learner.on(today);
  const auto refit = sit(study);
  REQUIRE(refit);
  CHECK_FALSE(refit->is_adopted);
  CHECK(refit_sentence(*refit).find("from 500 reviews on") != std::string::npos);
  CHECK_FALSE(study.store().adopted(study.model().kind()));
  CHECK_FALSE(sit(study));
}

TEST_CASE("where the days go by prices, these are sought anew at once for the weights that were taken over") {
  const DeckLearner learner(120, refit_settings("policy = \"deadline\"\n"));
  const Day today = lived(learner, 1100);
  Study study = learner.on(today);
  const auto refit = sit(study);
  REQUIRE(refit);
  REQUIRE(refit->is_adopted);
  CHECK(study.model().kind() == refit->model);
  CHECK(study.frame().aimed);
  CHECK(learner.on(today).frame().aimed);
}
