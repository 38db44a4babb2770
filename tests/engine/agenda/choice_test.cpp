// The choice of a day: what it allows, what fits, and the final pass.
#include "engine/agenda/learner.h"

using namespace starling;
using namespace starling::test;

TEST_CASE("a day off asks nothing, a day of rest and the last days nothing new") {
  CHECK(asking_on(false, false, std::nullopt, 21) == Asking::All);
  CHECK(asking_on(false, true, std::nullopt, 21) == Asking::ReviewsOnly);
  CHECK(asking_on(true, true, 3, 21) == Asking::Nothing);
  CHECK(asking_on(false, false, 21, 21) == Asking::ReviewsOnly);
  CHECK(asking_on(false, false, 0, 21) == Asking::ReviewsOnly);
  CHECK(asking_on(false, false, 22, 21) == Asking::All);
  CHECK(kNothingNewDays == 21);
  CHECK(asking_on(false, false, -1, 21) == Asking::ReviewsOnly);  // it is over
  CHECK(asking_on(false, false, std::nullopt, 21) == Asking::All);
  CHECK_FALSE(in_last_days(std::nullopt, 21));
  CHECK(asking_on(false, false, 7, 7) == Asking::ReviewsOnly);
  CHECK(asking_on(false, false, 8, 7) == Asking::All);
}

TEST_CASE("a short preparation has fewer last days without anything new") {
  CHECK(nothing_new_days(24 * 7) == kNothingNewDays);
  CHECK(nothing_new_days(166) == kNothingNewDays);
  CHECK(nothing_new_days(400) == kNothingNewDays);
  CHECK(nothing_new_days(8 * 7) == 7);
  CHECK(nothing_new_days(4 * 7) == 4);
  for (const int none : {3, 1, 0, -5}) CHECK(nothing_new_days(none) == 2);
}

TEST_CASE("from three weeks before the interview no interval passes it") {
  CHECK(longest_interval(StudyPolicy::Plain, 180, 22) == 180);
  CHECK(longest_interval(StudyPolicy::Plain, 180, 21) == 20);
  CHECK(longest_interval(StudyPolicy::Plain, 10, 21) == 10);
  CHECK(longest_interval(StudyPolicy::Plain, 180, 2) == 1);
  CHECK(longest_interval(StudyPolicy::Plain, 180, 1) == 1);
  CHECK(longest_interval(StudyPolicy::Plain, 180, 0) == 180);   // on the day and after it there is no date to pass
  CHECK(longest_interval(StudyPolicy::Plain, 180, -1) == 180);
  CHECK(longest_interval(StudyPolicy::Plain, 180, std::nullopt) == 180);
}

TEST_CASE("without a named date the days left that reviews go by never fall below eight weeks") {
  CHECK(days_for_reviews(166, kNearestUnnamed) == 166);
  CHECK(days_for_reviews(10, kNearestUnnamed) == kNearestUnnamed);
  CHECK(days_for_reviews(-30, kNearestUnnamed) == kNearestUnnamed);
  CHECK(days_for_reviews(-30, std::nullopt) == -30);
  CHECK_FALSE(days_for_reviews(std::nullopt, kNearestUnnamed));
}

TEST_CASE("policies have words") {
  for (const StudyPolicy policy : kStudyPolicies) CHECK(parse_study_policy(to_string(policy)) == policy);
  CHECK_FALSE(parse_study_policy("Plain"));
}

TEST_CASE("a budget gives out its counts, its minutes and its limit") {
  Budget budget(100, 2, 1, 5);
  CHECK_FALSE(budget.obstacle(Turn::Review, 100));
  CHECK(budget.obstacle(Turn::Review, 100.1) == Obstacle::Minutes);
  budget.take(Turn::New, 30);
  CHECK(budget.obstacle(Turn::New, 1) == Obstacle::Count);
  budget.take(Turn::Review, 30);
  budget.take(Turn::Review, 30);
  CHECK(budget.obstacle(Turn::Review, 1) == Obstacle::Count);
  CHECK_FALSE(budget.obstacle(Turn::Step, 10));
  CHECK(budget.obstacle(Turn::Step, 11) == Obstacle::Minutes);
  budget.take(Turn::Step, 5);
  budget.take(Turn::Step, 5);
  CHECK(budget.obstacle(Turn::Step, 0) == Obstacle::Limit);
  CHECK(Budget(-5, -1, -1).obstacle(Turn::New, 1) == Obstacle::Count);
  CHECK(Budget(-5, -1, -1).count_left(Turn::Review) == 0);
}

TEST_CASE("what takes longer than a whole day has is asked while half of the day is left, and then nothing more is") {
  Budget budget(600, 10, 10);
  budget.set_whole_day(600);
  CHECK_FALSE(budget.obstacle(Turn::Review, 900));
  CHECK(budget.obstacle(Turn::New, 900) == Obstacle::Minutes);
  CHECK(budget.obstacle(Turn::Step, 900) == Obstacle::Minutes);
  budget.take(Turn::Review, 200);
  CHECK(budget.obstacle(Turn::Review, 500) == Obstacle::Minutes);  // a day to come has room for it
  CHECK_FALSE(budget.obstacle(Turn::Review, 900));
  budget.take(Turn::Review, 900);
  CHECK(budget.obstacle(Turn::Review, 1) == Obstacle::Minutes);
  CHECK(budget.obstacle(Turn::Review, 900) == Obstacle::Minutes);
  Budget none(0, 10, 10);
  none.set_whole_day(0);
  CHECK(none.obstacle(Turn::Review, 900) == Obstacle::Minutes);
}

TEST_CASE("half the days left is the longest interval where that is the policy, and the eve of the interview still ends all") {
  const auto longest = [](std::optional<int> days_left) { return longest_interval(StudyPolicy::HalfLeft, 180, days_left); };
  CHECK(longest(500) == 180);
  CHECK(longest(100) == 50);
  CHECK(longest(21) == 10);
  CHECK(longest(3) == 1);
  CHECK(longest(2) == 1);
  CHECK(longest(1) == 1);
  CHECK(longest(0) == 180);
  CHECK(longest(std::nullopt) == 180);
}

TEST_CASE("a retention rises in the last weeks, and a card comes on the first day on which it is down to it") {
  CHECK(rising_retention(0.9, 300) == 0.9);
  CHECK(rising_retention(0.9, kRisingDays) == 0.9);
  CHECK(rising_retention(0.9, 1) == doctest::Approx(kRisenRetention));
  for (int left = 1; left < kRisingDays; ++left) CHECK(rising_retention(0.9, left) > rising_retention(0.9, left + 1));
  CHECK(rising_retention(0.999, 3) == 0.999);  // it never falls

  const MemoryModel model(default_weights());
  for (const double stability : {0.5, 3.0, 20.0, 90.0, 400.0}) {
    const MemoryState memory{Stability{stability}, Difficulty{5}};
    const auto recall = [&](int days) { return model.recall_after(elapsed_days(WholeDays{days}), memory); };
    const double usual = model.interval_days(memory, 0.9);
    for (const int left : {1, 2, 10, 24, 40, 100, 300}) {
      CAPTURE(stability);
      CAPTURE(left);
      const double interval = rising_interval(usual, 0.9, left, recall);
      CHECK(interval <= usual);
      if (interval == usual) continue;
      const int day = static_cast<int>(interval);
      CHECK(day < left);
      CHECK(recall(day) <= rising_retention(0.9, left - day));
      if (day > 1 && left - day < kRisingDays) CHECK(recall(day - 1) > rising_retention(0.9, left - day + 1));
    }
  }
  Policy usual;
  CHECK(policy_towards(StudyPolicy::Rising, usual, 30).rises_in == 30);
  for (const auto left : {std::optional<int>(), std::optional(0), std::optional(-4)})
    CHECK_FALSE(policy_towards(StudyPolicy::Rising, usual, left).rises_in);
  CHECK_FALSE(policy_towards(StudyPolicy::Plain, usual, 30).rises_in);
}

TEST_CASE("the final pass is on the fourteen days before the interview, and only where it is the policy") {
  CHECK(final_pass_day(StudyPolicy::FinalPass, 14) == 0);
  CHECK(final_pass_day(StudyPolicy::FinalPass, 1) == 13);
  for (const int left : {15, 0, -3}) CHECK_FALSE(final_pass_day(StudyPolicy::FinalPass, left));
  CHECK_FALSE(final_pass_day(StudyPolicy::FinalPass, std::nullopt));
  CHECK_FALSE(final_pass_day(StudyPolicy::Plain, 7));
}

TEST_CASE("each day of the final pass has an equal share, and all are asked by its end") {
  PassCounts counts{140, 140, 0};
  for (int day = 0; day < kFinalPassDays; ++day) {
    CHECK(final_pass_share(day, counts) == 10);
    counts.waiting -= 10;
  }
  CHECK(counts.waiting == 0);
}

TEST_CASE("the share of a day counts what is due, makes up for what was left, and shrinks by what it has asked") {
  CHECK(final_pass_share(0, {140, 140, 4}) == 6);
  CHECK(final_pass_share(0, {140, 140, 60}) == 0);
  CHECK(final_pass_share(1, {140, 140, 0}) == 20);
  CHECK(final_pass_share(0, {140, 137, 0}) == 7);
  CHECK(final_pass_share(0, {140, 137, 1}) == 6);
  CHECK(final_pass_share(13, {140, 50, 20}) == 30);
  CHECK(final_pass_share(0, {0, 0, 0}) == 0);
  CHECK(final_pass_share(0, {1, 1, 0}) == 1);
}
