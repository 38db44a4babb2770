// review.policy = "auto": what the days go by before the ways were compared and after it, and when that is done again.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "learner.h"

using namespace starling;
using test::day;
using test::DeckLearner;

namespace {

const Day kToday = day("2026-12-09");  // a Wednesday

std::string with_policy(std::string_view policy, double minutes = 2) {
  return fmt::format("start = 2026-11-23\ninterview = 2027-02-08\n[day]\ntime_zone = \"UTC\"\nrest_days = []\n[review]\npolicy = \"{}\"\n"
                     "minutes_per_day = {}\nlearning_steps = []\nrelearning_steps = []\n", policy, minutes);
}

void compare(Study& study) {
  const auto task = study.guard_task();
  REQUIRE(task);
  study.keep(*foresee_ways(*task, 2));
}

// As if it had been found.
Guard found_best(const Study& study, StudyPolicy best) {
  Guard guard = *foresee_ways(*study.guard_task(), 2);
  for (WayForeseen& each : guard.ways) each.recall.fill(each.merit = 0);
  const auto at = std::ranges::find(guard.ways, best, [](const WayForeseen& each) { return each.way.policy; });
  at->way.retention = guard.own.retention;
  at->recall.fill(at->merit = 0.9);
  return guard;
}

}  // namespace

TEST_CASE("auto goes by prices until the ways were compared, and by the best of them from then on") {
  const DeckLearner learner(60, with_policy("auto"));
  {
    Study study = learner.on(kToday);
    CHECK(study.settings().auto_policy);
    CHECK(study.frame().policy == StudyPolicy::Deadline);
    study.keep(found_best(study, StudyPolicy::FinalPass));
    CHECK(study.frame().policy == StudyPolicy::FinalPass);
  }
  Study later = learner.on(kToday + std::chrono::days(3));
  CHECK(later.frame().policy == StudyPolicy::FinalPass);
  CHECK(later.guard());
  CHECK_FALSE(later.guard_task());
  // On the last day nothing is left to compare, and it goes by what was found.
  const Study eve = learner.on(day("2027-02-07"));
  CHECK_FALSE(eve.guard());
  CHECK(eve.frame().policy == StudyPolicy::FinalPass);
  learner.write("starling.toml", with_policy("auto", 0));
  CHECK_FALSE(learner.on(kToday).guard());
}

TEST_CASE("auto takes the thoroughness that is foreseen to be best, unless the learner set one") {
  for (const bool is_set : {false, true}) {
    CAPTURE(is_set);
    const DeckLearner learner(60, with_policy("auto") + (is_set ? "thoroughness = \"usual\"\n" : ""));
    {
      Study study = learner.on(kToday);
      Guard guard = found_best(study, StudyPolicy::Deadline);
      WayForeseen better{{StudyPolicy::Deadline, guard.own.retention, base_price_of(Thoroughness::More)}, {}, {}, 0.95, 0};
      better.recall.fill(0.95);
      guard.ways.push_back(better);
      study.keep(guard);
      CHECK(study.frame().thoroughness == (is_set ? Thoroughness::Usual : Thoroughness::More));
    }
    const Study later = learner.on(kToday + std::chrono::days(1));
    CHECK(later.guard());  // what was chosen by it is no news to it
    CHECK(later.frame().policy == StudyPolicy::Deadline);
    CHECK(later.frame().thoroughness == (is_set ? Thoroughness::Usual : Thoroughness::More));
  }
}

TEST_CASE("of ways that know as much, auto takes the one that aims at the day") {
  const DeckLearner learner(5, with_policy("auto"));
  Study study = learner.on(kToday);
  Guard guard = *foresee_ways(*study.guard_task(), 1);
  for (WayForeseen& each : guard.ways) each.merit = 0;
  study.keep(guard);
  CHECK(study.frame().policy == StudyPolicy::Deadline);
}

TEST_CASE("what the learner chose stays, whatever is foreseen of it, and the better one is named for two days") {
  const DeckLearner learner(60, with_policy("plain"));
  const auto named = [&](Day on) {
    const Study study = learner.on(on);
    const auto notices = day_view(study.standpoint(), study.agenda(), study.problems()).notices;
    return std::ranges::find(notices, "policy", &Notice::kind) != notices.end();
  };
  CHECK_FALSE(named(kToday));
  {
    Study study = learner.on(kToday);
    study.keep(found_best(study, StudyPolicy::Deadline));
    CHECK(study.frame().policy == StudyPolicy::Plain);
    const Guard& guard = *study.guard();
    const WayForeseen* best = foreseen_under(guard.ways, StudyPolicy::Deadline, guard.own);
    const WayForeseen* own = foreseen_under(guard.ways, StudyPolicy::Plain, guard.own);
    const auto notices = day_view(study.standpoint(), study.agenda(), study.problems()).notices;
    CHECK(std::ranges::find(notices, "policy", &Notice::kind)->text.find(", " + takes_text(60 * (best->hours - own->hours)) + ": ") != std::string::npos);
  }
  CHECK(named(kToday));
  CHECK(named(kToday + std::chrono::days(1)));
  CHECK_FALSE(named(kToday + std::chrono::days(2)));
}

TEST_CASE("the ways are compared once a week, and again after news") {
  const DeckLearner learner(40, with_policy("half-left"));
  {
    Study study = learner.on(kToday);
    compare(study);
    CHECK_FALSE(study.guard_task());
  }
  CHECK_FALSE(learner.on(kToday + std::chrono::days(4)).guard_task());  // Sunday
  CHECK(learner.on(kToday + std::chrono::days(5)).guard_task());
  learner.write("starling.toml", with_policy("half-left", 5));
  CHECK(learner.on(kToday).guard_task());
  for (const char* end : {"2027-02-07", "2027-02-08", "2027-03-01"}) CHECK_FALSE(learner.on(day(end)).guard_task());
}

TEST_CASE("a comparison of no cards is not gone by, and is made anew once there are some") {
  const DeckLearner learner(5, with_policy("auto"));
  Study study = learner.on(kToday);
  Guard guard = *foresee_ways(*study.guard_task(), 1);
  study.keep(guard);
  CHECK(study.guard());
  guard.items = 0;
  study.keep(guard);
  CHECK_FALSE(study.guard());
  CHECK(study.guard_task());
}

TEST_CASE("what was found for other decisions is not gone by, and is again where they are taken back") {
  const std::string own = with_policy("auto");
  const DeckLearner learner(60, own);
  {
    Study study = learner.on(kToday);
    study.keep(found_best(study, StudyPolicy::FinalPass));
  }
  const auto with_day = [&](std::string_view line) {
    constexpr std::string_view kRest = "rest_days = []";
    std::string text = own;
    return text.replace(text.find(kRest), kRest.size(), line);
  };
  const Day next = kToday + std::chrono::days(1);
  for (const std::string& other : {own + "new_per_day = 1\n", own + "reviews_per_day = 9\n", own + "desired_retention = 0.85\n", own + "thoroughness = \"less\"\n",
                                   own + "[review.worth]\nmine = 3\n", with_day("days_off = [\"2026-12-20..2027-01-20\"]"), with_day("rest_days = [\"friday\"]")}) {
    CAPTURE(other);
    learner.write("starling.toml", other);
    const Study study = learner.on(next);
    CHECK_FALSE(study.guard());
    CHECK(study.guard_task());
    CHECK(study.frame().policy == StudyPolicy::Deadline);
  }
  learner.write("starling.toml", own);
  CHECK(learner.on(next).guard());
  CHECK(learner.on(next).frame().policy == StudyPolicy::FinalPass);
}

TEST_CASE("a sitting that is left at once gives the comparison up, one that lasts keeps it") {
  const DeckLearner learner(static_cast<int>(kItemsToCompare), with_policy("auto"));
  Study study = learner.on(kToday);
  const auto sit = [&](bool lasts) {
    Sitting sitting(study, test::mine());
    sitting.guard(2);
    if (lasts) sitting.wait_for_guard();
  };
  for (std::size_t i = 0; i + 1 < kItemsToCompare; ++i) (void)test::answer(study, "mine/c" + std::to_string(i), Grade::Good);
  sit(true);
  CHECK_FALSE(study.guard());  // too little was seen
  (void)test::answer(study, "mine/c" + std::to_string(kItemsToCompare - 1), Grade::Good);
  sit(false);
  sit(true);
  CHECK(study.guard());
  CHECK_FALSE(study.guard_task());
}
