// Does every task of the shipped plan say what to do, and does every day have the room for it?
#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

#include "shipped_plan.h"
#include "story/story.h"

using namespace starling;

namespace {

constexpr std::array<std::string_view, 2> kBothLevels{"L6", "L7"};

SlotMinutes minutes_of(const PlanDay& day, std::string_view level) {
  SlotMinutes minutes{};
  for (const Task& task : day.tasks)
    if (is_for(task, level)) minutes[static_cast<std::size_t>(task.slot)] += minutes_for(task, level);
  return minutes;
}

}  // namespace

TEST_CASE("no slot of a day holds more than it has, at either level") {
  for (const PlanDay& day : shipped_plan().days)
    for (const std::string_view level : kBothLevels) {
      CAPTURE(day.week);
      CAPTURE(day.day);
      CAPTURE(level);
      const SlotMinutes room = slot_minutes(day.kind);
      const SlotMinutes taken = minutes_of(day, level);
      for (std::size_t slot = 0; slot < room.size(); ++slot) CHECK(taken[slot] <= room[slot]);
    }
}

TEST_CASE("on a weekday 25 minutes are left for cards at noon and in the evening") {
  for (const PlanDay& day : shipped_plan().days) {
    if (day.kind != PlanDayKind::Weekday) continue;
    for (const std::string_view level : kBothLevels) {
      CAPTURE(day.week);
      CAPTURE(day.day);
      const SlotMinutes taken = minutes_of(day, level);
      CHECK(taken[1] + taken[2] + 25 <= slot_minutes(day.kind)[1] + slot_minutes(day.kind)[2]);
    }
  }
}

TEST_CASE("every task has a title of its own, says what to do, and when it is done") {
  std::set<std::string> titles;
  for (const PlanDay& day : shipped_plan().days)
    for (const Task& task : day.tasks) {
      CAPTURE(task.id);
      CHECK(titles.insert(task.title).second);
      CHECK(task.doing.size() <= 200);
      CHECK((task.count || !task.done_when.empty() || day.kind == PlanDayKind::Rest));
      CHECK((!task.doing.empty() || day.kind == PlanDayKind::Rest));
    }
}

TEST_CASE("new problems are named, and each of them once") {
  std::set<std::string> named;
  for (const PlanDay& day : shipped_plan().days)
    for (const Task& task : day.tasks)
      for (const std::string& problem : task.problems) CHECK(named.insert(problem).second);
  CHECK(named.size() >= 150);
}

TEST_CASE("every page that the plan knows is one that a task sends to") {
  std::map<std::string, int> used;
  for (const PlanDay& day : shipped_plan().days)
    for (const Task& task : day.tasks)
      for (const std::string& link : task.links) ++used[link];
  for (const Link& link : shipped_plan().links) {
    CAPTURE(link.id);
    CHECK(used[link.id] > 0);
  }
}

TEST_CASE("the day before the interview takes half an hour at most, and the day itself holds nothing else") {
  const Plan& plan = shipped_plan();
  const WeekAndDay at = week_and_day(plan.interview_day - 1);
  const PlanDay& interview = *day_of(plan, at.week, at.day);
  CHECK(interview.kind == PlanDayKind::Interview);
  CHECK(interview.tasks.size() == 1);
  const WeekAndDay eve = week_and_day(plan.interview_day - 2);
  const SlotMinutes taken = minutes_of(*day_of(plan, eve.week, eve.day), "L7");
  CHECK(taken[0] + taken[1] + taken[2] <= 30);
}

TEST_CASE("the plan meets its own gate for stories: 25 or more, and two angles for every principle") {
  std::array<int, kPrincipleCount> angles{};
  int stories = 0;
  for (const StorySlot& slot : story_slots(shipped_plan())) {
    angles[slot.principle] += slot.stories;
    if (!slot.again) stories += slot.stories;
  }
  CHECK(stories >= 25);
  for (const int count : angles) CHECK(count >= 2);
}

TEST_CASE("every week has its review, and every month, the last one before the interview") {
  const Plan& plan = shipped_plan();
  for (int week = 1; week <= plan.weeks; ++week) {
    bool reviewed = false;
    for (int day = 1; day <= kDaysOfWeek; ++day)
      for (const Task& task : day_of(plan, week, day)->tasks)
        reviewed = reviewed || task.id.find("weekly-review") != std::string::npos || task.id.find("month-review") != std::string::npos;
    CAPTURE(week);
    CHECK(reviewed);
  }
}
