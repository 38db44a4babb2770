#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "engine/report/deeds.h"
#include "report/report.h"

using namespace starling;
using namespace starling::test;
using std::chrono::seconds;

namespace {

std::vector<RecallTest> tests_of(const Deeds& deeds) { return recall_tests(deeds.list, model()); }

// A learner whose memory is exactly the model's, asked on days drawn at random.
Deeds learner_like_the_model(int items, int rounds) {
  Deeds deeds;
  std::uint64_t draw = 0;
  for (int item = 0; item < items; ++item) {
    const std::string id = "deck-" + std::to_string(item % 5) + "/" + std::to_string(item);
    ItemState state;
    int on = item % 30;
    for (int round = 0; round < rounds; ++round) {
      const double chance = unit_interval(Seed{++draw});
      double recall = 1;
      if (state.standing.memory)
        recall = model().recall_after(elapsed_days(WholeDays{days_between(state.standing.last_day, day(on))}),
                                      *state.standing.memory);
      const Grade grade = chance < recall ? Grade::Good : Grade::Again;
      const double reach = state.standing.memory ? state.standing.memory->stability.days : 3;
      const int gap = 1 + static_cast<int>(unit_interval(Seed{++draw}) * 2 * reach);
      deeds.answer(on, id, grade, Phase::Review, on + gap, seconds(6));
      state = apply(state, deeds.list.back().events[0], deeds.list.back(), model());
      on += gap;
    }
  }
  return deeds;
}

// The first days of the weeks from day 0 to the one that holds `last`.
std::vector<Day> weeks_to(int last) {
  std::vector<Day> weeks;
  for (int first = 0; first <= last; first += 7) weeks.push_back(day(first));
  return weeks;
}

Recalled sum_of(const std::vector<AgeRecall>& ages) {
  Recalled sum;
  for (const AgeRecall& age : ages) {
    sum.answers += age.tests.answers;
    sum.recalled += age.tests.recalled;
  }
  return sum;
}

}  // namespace

TEST_CASE("memory is tested by an answer on a later day than the one before, and by no other") {
  Deeds deeds;
  deeds.answer(0, "a/x", Grade::Good, Phase::Learning, 0)     // never seen before
      .answer(0, "a/x", Grade::Good, Phase::Review, 4)      // a step of the same day
      .answer(5, "a/x", Grade::Again, Phase::Relearning, 5)  // a test
      .answer(5, "a/x", Grade::Good, Phase::Review, 6)      // the same day again
      .answer(7, "a/x", Grade::Hard, Phase::Review, 9)      // a test
      .add(8, Suspended{item("a/x")});
  const auto tests = tests_of(deeds);
  REQUIRE(tests.size() == 2);
  CHECK(tests[0].day == day(5));
  CHECK(tests[0].interval_days == 4);
  CHECK_FALSE(tests[0].recalled);
  CHECK(tests[1].interval_days == 1);
  CHECK(tests[1].recalled);
  CHECK(true_retention(tests) == Recalled{2, 1});
}

TEST_CASE("a step that is taken a day late tests memory, but is no true retention") {
  Deeds deeds;
  deeds.answer(0, "a/x", Grade::Good, Phase::Learning, 0).answer(1, "a/x", Grade::Good, Phase::Review, 4);
  REQUIRE(tests_of(deeds).size() == 1);
  CHECK_FALSE(tests_of(deeds)[0].in_review);
  CHECK(true_retention(tests_of(deeds)) == Recalled{});
  CHECK(calibration(tests_of(deeds)).tests == Recalled{1, 1});
}

TEST_CASE("what was foreseen for an answer is what the model says of the reviews before it") {
  Deeds deeds;
  deeds.answer(0, "a/x", Grade::Good, Phase::Review, 2).answer(3, "a/x", Grade::Easy, Phase::Review, 20);
  const MemoryState first = model().first_review(Grade::Good);
  REQUIRE(tests_of(deeds).size() == 1);
  CHECK(tests_of(deeds)[0].predicted == model().recall_after(elapsed_days(WholeDays{3}), first));
}

TEST_CASE("an item that new weights moved has the interval it was moved to") {
  Deeds deeds;
  deeds.answer(0, "a/x", Grade::Good, Phase::Review, 2)
      .add(1, {Adopted{default_weights()}, Moved{item("a/x"), day(30)}})
      .answer(30, "a/x", Grade::Good, Phase::Review, 40);
  REQUIRE(tests_of(deeds).size() == 1);
  CHECK(tests_of(deeds)[0].interval_days == 30);
}

TEST_CASE("each counted answer is in one age, one week and one bin, and nothing else is") {
  const Deeds deeds = learner_like_the_model(200, 12);
  const auto tests = tests_of(deeds);
  const Recalled all = true_retention(tests);
  REQUIRE(all.answers > 1000);
  CHECK(sum_of(recall_by_age(tests)) == all);

  int last = 0;
  for (const Deed& deed : deeds.list) last = std::max(last, days_between(kFirstDay, deed.day));
  Recalled weeks;
  for (const WeekRecall& week : recall_by_week(tests, weeks_to(last), day(last))) {
    weeks.answers += week.tests.answers;
    weeks.recalled += week.tests.recalled;
  }
  CHECK(weeks == all);

  const Calibration together = calibration(tests);
  CHECK(together.tests.answers == static_cast<int>(tests.size()));
  Recalled bins;
  double predicted = 0;
  for (const Calibration::Bin& bin : together.bins) {
    bins.answers += bin.tests.answers;
    bins.recalled += bin.tests.recalled;
    predicted += bin.predicted * bin.tests.answers;
    if (bin.tests.answers == 0) continue;
    CHECK(bin.predicted >= bin.from);
    CHECK(bin.predicted <= bin.to);
  }
  CHECK(bins == together.tests);
  CHECK(predicted == doctest::Approx(together.predicted * together.tests.answers));

  int by_deck = 0;
  for (const DeckRecall& deck : recall_by_deck(tests)) by_deck += deck.tests.answers;
  CHECK(by_deck == all.answers);
}

TEST_CASE("ages and bins follow each other without a gap") {
  const auto ages = recall_by_age({});
  REQUIRE(ages.size() > 2);
  CHECK(ages.front().from_days == 0);
  CHECK_FALSE(ages.back().to_days.has_value());
  for (std::size_t i = 1; i < ages.size(); ++i) CHECK(ages[i - 1].to_days == ages[i].from_days - 1);
  CHECK(std::any_of(ages.begin(), ages.end(), [](const AgeRecall& age) { return age.from_days == kMatureDays; }));

  const auto bins = calibration({}).bins;
  CHECK(bins.front().from == 0);
  CHECK(bins.back().to == 1);
  for (std::size_t i = 1; i < bins.size(); ++i) CHECK(bins[i - 1].to == bins[i].from);
}

TEST_CASE("an answer on the border of an age, a week or a bin is on its upper side") {
  const auto test = [](int on, int interval, double predicted) { return RecallTest{day(on), interval, predicted, true, true, {}}; };
  const std::vector<RecallTest> tests{test(6, kMatureDays - 1, 0.9), test(7, kMatureDays, 1.0)};
  for (const AgeRecall& age : recall_by_age(tests)) {
    if (age.to_days == kMatureDays - 1) CHECK(age.tests.answers == 1);
    if (age.from_days == kMatureDays) CHECK(age.tests.answers == 1);
  }
  const auto weeks = recall_by_week(tests, weeks_to(7), day(13));
  REQUIRE(weeks.size() == 2);
  CHECK(weeks[0].first == day(0));
  CHECK(weeks[0].tests.answers == 1);
  CHECK(weeks[1].tests.answers == 1);
  for (const Calibration::Bin& bin : calibration(tests).bins) {
    if (bin.from == 0.9) CHECK(bin.tests.answers == 1);
    if (bin.to == 1) CHECK(bin.tests.answers == 1);
  }
}

TEST_CASE("weeks outside those asked for are left out") {
  const std::vector<RecallTest> tests{{day(-1), 3, 0.9, true, true, {}}, {day(14), 3, 0.9, true, true, {}}};
  for (const WeekRecall& week : recall_by_week(tests, weeks_to(7), day(13))) CHECK(week.tests.answers == 0);
  CHECK(recall_by_week(tests, {}, day(7)).empty());
}

TEST_CASE("weeks need not be of one length") {
  const std::vector<Day> weeks{day(0), day(7), day(21)};
  std::vector<RecallTest> tests;
  for (const int on : {-1, 0, 6, 7, 20, 21, 24, 25}) tests.push_back({day(on), 3, 0.9, true, true, {}});
  const auto list = recall_by_week(tests, weeks, day(24));
  REQUIRE(list.size() == 3);
  for (const WeekRecall& week : list) CHECK(week.tests.answers == 2);
}

TEST_CASE("an answer by a clock that fell back tests nothing, and the next one is not tested twice") {
  Deeds deeds;
  deeds.answer(0, "a/x", Grade::Good, Phase::Review, 5)
      .answer(6, "a/x", Grade::Good, Phase::Review, 12)
      .answer(2, "a/x", Grade::Good, Phase::Review, 9)  // four days slow
      .answer(9, "a/x", Grade::Good, Phase::Review, 30);
  REQUIRE(tests_of(deeds).size() == 2);
  CHECK(tests_of(deeds)[0].day == day(6));
  CHECK(tests_of(deeds)[1].day == day(9));
}

TEST_CASE("an item that another program scheduled is tested by its first answer here") {
  Deeds deeds;
  deeds.add(0, Imported{item("a/x"), Phase::Review, model().first_review(Grade::Good),
                        Instant(day(-10).time_since_epoch()), day(-10), {day(2), {}}, 4, 1})
      .answer(3, "a/x", Grade::Good, Phase::Review, 30);
  REQUIRE(tests_of(deeds).size() == 1);
  CHECK(tests_of(deeds)[0].interval_days == 12);
  CHECK(tests_of(deeds)[0].in_review);
}

TEST_CASE("a learner whose memory is the model's is on the diagonal, and one who forgets more is below it") {
  Deeds deeds = learner_like_the_model(400, 15);
  const Calibration fair = calibration(tests_of(deeds));
  CHECK(*fair.tests.share() == doctest::Approx(fair.predicted).epsilon(0.015));
  for (const Calibration::Bin& bin : fair.bins) {
    if (bin.tests.answers < 100) continue;
    const double deviation = std::sqrt(bin.predicted * (1 - bin.predicted) / bin.tests.answers);
    CHECK(std::abs(*bin.tests.share() - bin.predicted) < 4 * deviation + 1e-3);
  }
  // Every fifth answer that was recalled is forgotten instead; nothing else changes.
  auto tests = tests_of(deeds);
  for (std::size_t i = 0; i < tests.size(); i += 5) tests[i].recalled = false;
  const Calibration worse = calibration(tests);
  CHECK(*worse.tests.share() < worse.predicted - 0.1);
}

TEST_CASE("the answers of days and decks add up to what was done") {
  const Deeds deeds = learner_like_the_model(60, 8);
  const Done done = done_on(deeds.list, day(10), day(60));
  int of_days = 0;
  std::chrono::milliseconds time{};
  const auto days = done_by_day(deeds.list, day(10), day(60));
  CHECK(days.size() == 51);
  for (const DayDone& each : days) {
    of_days += each.answers;
    time += each.time;
  }
  CHECK(of_days == done.reviews);
  CHECK(time == done.time);
  int of_decks = 0;
  for (const DeckTime& deck : time_by_deck(deeds.list, day(10), day(60))) of_decks += deck.answers;
  CHECK(of_decks == done.reviews);
  CHECK(done_by_day(deeds.list, day(3), day(2)).empty());
}

TEST_CASE("an empty log has every age, week and bin, and no share") {
  CHECK(recall_tests({}, model()).empty());
  CHECK_FALSE(true_retention({}).share().has_value());
  CHECK(recall_by_week({}, weeks_to(49), day(50)).size() == 8);
  CHECK(calibration({}).predicted == 0);
}
