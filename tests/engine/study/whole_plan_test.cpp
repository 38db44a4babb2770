// The cards of the whole plan, lived in the engine: a learner who recalls as the memory model says and takes as long as
// people do meets every shipped card and question of the level, and what their stories ask, within the minutes of the days.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <numeric>
#include <set>

#include "learner.h"
#include "price/price.h"
#include "simulate/chance.h"

using namespace starling;

namespace {

// Under asan half a year takes minutes: there it is two weeks, which hold every kind of answer.
#ifdef __SANITIZE_ADDRESS__
constexpr int kDays = 14;
#else
constexpr int kDays = 165;
#endif
constexpr int kLastNewWeek = 18;

const Day kStart = test::day("2026-11-23");

struct LivedDay {
  double minutes = 0;
  double limit = 0;
  double longest = 0;  // of one answer, in minutes
  int begun = 0;
};

bool is_drilled(const Item& item) { return item.id.kind() == ItemKind::Card || item.id.kind() == ItemKind::Question; }

// One of the shares that sum to 1.
template <std::size_t N>
std::size_t pick(const std::array<double, N>& shares, double chance) {
  std::size_t at = 0;
  while (at + 1 < N && chance >= shares[at]) chance -= shares[at++];
  return at;
}

struct Given {
  Grade grade;
  double seconds;
};

Given answer_by(const Asked& asked, double recalled, double which) {
  const Habits habits;
  if (!seen(*asked.state)) {
    const std::size_t grade = pick(habits.first_shares, which);
    return {kGrades[grade], habits.first_seconds[grade]};
  }
  if (in_step(*asked.state)) return {Grade::Good, habits.step_seconds};
  const std::size_t grade = recalled < asked.recall.value_or(1) ? 1 + pick(habits.recalled_shares, which) : 0;
  return {kGrades[grade], habits.review_seconds[grade]};
}

LivedDay live_day(const test::Learner& learner, Day today) {
  LivedDay day;
  Study study = learner.on(today);
  Sitting sitting(study, {});
  day.limit = sitting.agenda().counts().budget_minutes;
  while (const Asked* asked = sitting.question()) {
    const CardChance chance(Seed{168}, 0, std::hash<std::string>()(asked->item->id.text()));
    const int review = asked->state->reviews;
    const Given given = answer_by(*asked, chance.unit(review, Draw::Recall), chance.unit(review, Draw::Grade));
    day.begun += seen(*asked->state) ? 0 : 1;
    day.minutes += given.seconds / 60;
    day.longest = std::max(day.longest, given.seconds / 60);
    (void)sitting.answer(given.grade, std::chrono::milliseconds(static_cast<int>(given.seconds * 1000)));
    REQUIRE(day.minutes < 24 * 60);
  }
  for (const Asked& asked : std::vector<Asked>(study.agenda().stories())) (void)study.answer(*asked.item, Grade::Good, std::chrono::seconds(150));
  return day;
}

}  // namespace

TEST_SUITE("life") {
  TEST_CASE("the whole plan's cards are met within the day's minutes, and every week of them opens something") {
    for (const std::string level : {"L6", "L7"}) {
      CAPTURE(level);
      const test::Learner learner(fmt::format("level = \"{}\"\nstart = 2026-11-23\ninterview = 2027-05-07\n[day]\ntime_zone = \"UTC\"\n", level));
      for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(STARLING_SOURCE_ROOT) / "tests/stories"))
        learner.write("stories/" + file.path().filename().string(), test::text_of(file.path()));
      std::vector<LivedDay> days;
      for (int day = 0; day < kDays; ++day) days.push_back(live_day(learner, kStart + std::chrono::days(day)));

      for (const LivedDay& day : days) CHECK(day.minutes <= day.limit + day.longest);
      const double minutes = std::accumulate(days.begin(), days.end(), 0.0, [](double sum, const LivedDay& day) { return sum + day.minutes; });
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
      CHECK_MESSAGE(never.empty(), never.size() << " never met, " << never.front());
      for (std::size_t day = kLastNewWeek * kDaysOfWeek + 2 * kDaysOfWeek; day < days.size(); ++day) CHECK(days[day].begun == 0);
    }
  }
}
