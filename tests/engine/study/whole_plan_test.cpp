// The cards of the whole plan, lived in the engine: a learner who recalls as the memory model says and takes as long as
// people do meets every shipped card and question of the level, and what their stories ask, within the minutes of the days.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <numeric>
#include <set>

#include "bench/lived_days.h"
#include "learner.h"
#include "support/built.h"

using namespace starling;
using bench::is_drilled;
using bench::LivedDay;

namespace {

// Under asan half a year takes minutes: there it is two weeks, which hold every kind of answer.
const int kDays = test::kIsChecked ? 14 : 165;
constexpr int kLastNewWeek = 18;

const Day kStart = test::day("2026-11-23");

}  // namespace

TEST_SUITE("life") {
  TEST_CASE("the whole plan's cards are met within the day's minutes, beside the reviews of what it has practised, and every week of them opens something" * doctest::test_suite("once")) {
    for (const std::string level : {"L6", "L7"}) {
      CAPTURE(level);
      const test::Learner learner(fmt::format("level = \"{}\"\nstart = 2026-11-23\ninterview = 2027-05-07\n[day]\ntime_zone = \"UTC\"\n", level));
      for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(STARLING_SOURCE_ROOT) / "tests/stories"))
        learner.write("stories/" + file.path().filename().string(), test::text_of(file.path()));
      std::vector<LivedDay> days;
      for (int day = 0; day < kDays; ++day) {
        bench::SittingClock clock(kStart + std::chrono::days(day));
        Study study(learner.place(), clock);
        bench::practise(study);
        days.push_back(bench::live_day(study, clock, 1));
      }

      for (const LivedDay& day : days) CHECK(day.minutes <= day.limit + day.longest);
      const double minutes = std::accumulate(days.begin(), days.end(), 0.0, [](double sum, const LivedDay& day) { return sum + day.minutes; });
      const double told = std::accumulate(days.begin(), days.end(), 0.0, [](double sum, const LivedDay& day) { return sum + day.told; });
      MESSAGE(level << ": " << minutes / kDays << " minutes a day");
      CHECK(minutes / kDays <= 25);

      const Study study = learner.on(kStart + std::chrono::days(kDays - 1));
      std::set<int> opening;
      std::vector<std::string> never;
      for (const Item& item : study.library().items()) {
        if (!is_drilled(item) || item.away != Away::No || !meant_for(item.levels, level)) continue;
        opening.insert(week_and_day(item.opens).week);
        if (item.opens < kDays - kDaysOfWeek && !seen(study.state(item.id))) never.push_back(item.id.text());
      }
      std::set<int> weeks;
      for (int week = 1; week <= kLastNewWeek; ++week) weeks.insert(week);
      CHECK(opening == weeks);
      if (kDays < 100) continue;
      if (level == "L6") {
        const std::string row = bench::ready_row(25, StudyPolicy::Plain, bench::known_on_the_day(study, level), (minutes + told) / 60);
        CAPTURE(row);  // to print the page anew: bench/ready
        CHECK(test::text_of(std::filesystem::path(STARLING_SOURCE_ROOT) / "docs/ready.md").find(row) != std::string::npos);
      }
      CHECK_MESSAGE(never.empty(), never.size() << " never met, " << never.front());
      for (std::size_t day = kDays - kNothingNewDays; day < days.size(); ++day) CHECK(days[day].begun == 0);
    }
  }
}
