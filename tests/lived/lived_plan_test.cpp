// The whole plan, lived by commands: 168 days from October 2027, through the end of summer time, the 29th of February and the
// beginning of summer time, with two weeks in which nothing was done, a break, and a date that moved. At the end every
// gate is met, or the weeks that would have met it are named as left out; and every row of the timeline was shown on a
// screen and done by a command.
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "lived/learner.h"
#include "support/built.h"
#include "support/home.h"
#include "tools/docs/pages.h"

using namespace starling;
using test::Fate;
using test::LivingLearner;

namespace {

// Under asan a life of 168 days takes minutes: there it is as many days as hold a whole week of each kind of command.
const int kDays = test::kIsChecked ? 15 : 168;
const bool kWhole = kDays == 168;

const Plan& shipped_plan() {
  static const Plan plan = read_plan(test::text_of(test::shipped_content() / "plans/amazon-24-week.toml"), "plan").plan.value();
  return plan;
}
const TimelineTable& shipped_table() {
  static const TimelineTable table =
      read_timeline_table(test::text_of(std::filesystem::path(STARLING_SOURCE_ROOT) / kTimelineTable), kTimelineTable);
  return table;
}

DaySpan span(const char* first, const char* last) { return {test::day(first), test::day(last)}; }

void check_none(const char* what, const std::vector<std::string>& lacking) {
  for (const std::string& each : lacking) {
    CAPTURE(what);
    FAIL_CHECK(each);
  }
}

void live_the_plan(const Fate& fate) {
  LivingLearner learner(shipped_plan(), shipped_table(), fate);
  learner.begin();
  const Day last = fate.start + std::chrono::days(kDays - 1);
  for (Day today = fate.start; today <= last; today += std::chrono::days(1)) learner.live(today);
  if (!kWhole) return;
  learner.after_interview();

  const test::Json gates = learner.ask("gates");
  for (const test::Json& gate : gates["gates"]) {
    CAPTURE(gate.dump());
    const bool met = gate["passed"].get<bool>() || learner.given_up().contains(gate["id"].get<std::string>());
    CHECK(met);
  }
  const std::set<std::string> without = learner.without_a_day();
  check_none("not shown", learner.evidence().rows_not_shown(without));
  check_none("not done", learner.evidence().rows_not_done(without));
  check_none("reading not shown", learner.evidence().readings_not_shown(without));
  std::vector<std::string> records = learner.evidence().records_not_shown();
  std::erase_if(records, [&](const std::string& record) { return without.contains(record); });
  check_none("record not shown", records);
  CHECK(learner.commands_run() > 1000);
}

}  // namespace

TEST_CASE("L6 lives the whole plan: the date moves a week away, two weeks are lost and come back with more minutes a day") {
  live_the_plan({.level = "L6", .start = test::day("2027-10-18"), .interview = test::day("2028-03-24"), .moves_on = test::day("2027-11-10"),
                 .moved_to = test::day("2028-03-31"), .lost = span("2027-11-22", "2027-12-05"), .away = span("2027-12-28", "2027-12-31"),
                 .take = "hours"});
}

TEST_CASE("L7 lives the whole plan: two weeks are lost, weeks are left out for them, and the date comes a week nearer") {
  live_the_plan({.level = "L7", .start = test::day("2027-10-18"), .interview = test::day("2028-04-07"), .moves_on = test::day("2028-02-09"),
                 .moved_to = test::day("2028-03-31"), .lost = span("2028-01-17", "2028-01-30"), .away = span("2027-12-28", "2027-12-31"),
                 .take = "compress"});
}
