#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "scene.h"
#include "view/behind.h"
#include "view/replan_room.h"

using namespace starling;
using starling::test::Scene;

namespace {

void do_week(Scene& scene, int week) {
  for (const PlanDay& day : scene.library().plan()->days)
    if (day.week == week)
      for (const Task& task : day.tasks) {
        DoneTask& done = scene.progress.tasks[task.id];
        done.count = target_of(task);
        done.last = scene.now.day;
      }
}

// Seven weeks done, two lost, the Monday of the tenth.
void lose_two_weeks(Scene& scene) {
  for (int week = 1; week <= 7; ++week) do_week(scene, week);
  scene.now = scene.at("2027-01-25");
  scene.settings.start = test::day("2026-11-23");
  scene.settings.interview = test::day("2027-05-07");
}

const ReplanOption* way_of(const ReplanView& view, ReplanWay way) {
  const auto at = std::ranges::find(view.options, way, &ReplanOption::way);
  return at == view.options.end() ? nullptr : &*at;
}

}  // namespace

TEST_CASE("the week in which the learner stopped is found, and what lies behind stands by what it counts") {
  Scene scene;
  lose_two_weeks(scene);
  CHECK(week_left_off(scene.from()) == 8);
  const auto behind = tasks_behind(scene.from());
  REQUIRE_FALSE(behind.empty());
  CHECK(std::ranges::is_sorted(behind, std::ranges::greater(), [](const BehindTask& each) { return impact_of(*each.task); }));
  CHECK_FALSE(behind.front().task->mock.empty());  // the first mock, of week 8
  CHECK(std::ranges::none_of(behind, [](const BehindTask& each) { return each.task->optional; }));
  CHECK(minutes_of(behind) > 20 * 60);
}

TEST_CASE("whoever worked on the last week stopped nowhere") {
  Scene scene;
  lose_two_weeks(scene);
  do_week(scene, 9);
  CHECK_FALSE(week_left_off(scene.from()));
  do_week(scene, 8);
  CHECK(tasks_behind(scene.from()).empty());
}

TEST_CASE("two lost weeks: each way says what it leaves out, and none of them touches the history") {
  Scene scene;
  lose_two_weeks(scene);
  const PlanProgress before = scene.progress;
  const ReplanView view = replan_view(scene.from(), {}, {});
  CHECK(scene.progress == before);
  const ReplanOption* keep = way_of(view, ReplanWay::Keep);
  const ReplanOption* compress = way_of(view, ReplanWay::Compress);
  const ReplanOption* hours = way_of(view, ReplanWay::Hours);
  const ReplanOption* drop = way_of(view, ReplanWay::Drop);
  REQUIRE(keep);
  REQUIRE(compress);
  REQUIRE(hours);
  REQUIRE(drop);
  CHECK_FALSE(way_of(view, ReplanWay::Extend));  // the date is fixed (C27)
  CHECK_FALSE(way_of(view, ReplanWay::Forward));

  CHECK(keep->effect.tasks_behind == view.behind);
  CHECK(keep->effect.moved == 0);
  CHECK(keep->effect.weeks_left_out.empty());
  CHECK_FALSE(keep->effect.out_of_reach.empty());  // the first mock was to be held in month 2

  CHECK(compress->effect.weeks_left_out == std::vector<int>{12, 18});
  CHECK(compress->effect.interview == keep->effect.interview);
  CHECK(compress->effect.tasks_behind == 0);
  CHECK(compress->draft.changes.resumed == std::vector<Resumed>{{test::day("2027-01-25"), 8}});

  CHECK(hours->effect.tasks_behind < keep->effect.tasks_behind);
  CHECK(hours->effect.minutes_a_day > keep->effect.minutes_a_day);
  CHECK(hours->title.starts_with("Free room and 30 minutes more a day until "));
  CHECK(drop->effect.tasks_behind == 0);
  CHECK(drop->effect.tasks_left_out == static_cast<int>(drop->draft.changes.dropped.size()));
}

TEST_CASE("a free date may be later by two to four weeks, and then nothing is left out") {
  Scene scene;
  lose_two_weeks(scene);
  ReplanWish wish;
  wish.date_is_free = true;
  const ReplanView view = replan_view(scene.from(), {}, wish);
  const ReplanOption* extend = way_of(view, ReplanWay::Extend);
  REQUIRE(extend);
  CHECK(extend->effect.interview == test::day("2027-05-21"));
  CHECK(extend->effect.weeks_left_out.empty());
  CHECK(extend->effect.out_of_reach.size() <= way_of(view, ReplanWay::Compress)->effect.out_of_reach.size());
}

TEST_CASE("a plan whose start hangs on its interview stays where it began when the date moves") {
  Scene scene;
  lose_two_weeks(scene);
  scene.settings.start.reset();
  ReplanWish wish;
  wish.interview = test::day("2027-06-04");
  const ReplanView view = replan_view(scene.from(), {}, wish);
  CHECK(view.wished);
  CHECK(view.options.front().draft.settings.start == test::day("2026-11-23"));
  CHECK(view.options.front().effect.interview == wish.interview);
  CHECK(view.now.interview == test::day("2027-05-07"));
}

TEST_CASE("whatever the new date, the weeks that were lived stay where they were") {
  Scene scene;
  lose_two_weeks(scene);
  do_week(scene, 8);
  do_week(scene, 9);
  const Timeline before = laid_timeline(scene.from(), {scene.settings, {}});
  for (const std::string date : {"2027-02-19", "2027-03-12", "2027-04-30", "2027-06-04", "2027-09-10"}) {
    CAPTURE(date);
    ReplanWish wish;
    wish.interview = test::day(date.c_str());
    const ReplanView view = replan_view(scene.from(), {}, wish);
    const Timeline after = laid_timeline(scene.from(), view.options.front().draft);
    CHECK(after.interview() == wish.interview);
    for (int week = 1; week <= 10; ++week) {
      CAPTURE(week);
      REQUIRE(after.week_starts(week));
      CHECK(to_string(*after.week_starts(week)) == to_string(*before.week_starts(week)));
    }
  }
}

TEST_CASE("fewer hours a week drop what counts least, and never a mock") {
  Scene scene;
  scene.now = scene.at("2026-11-30");
  do_week(scene, 1);
  ReplanWish wish;
  wish.hours = 10;
  const ReplanView view = replan_view(scene.from(), {}, wish);
  const ReplanOption* fitted = way_of(view, ReplanWay::Drop);
  REQUIRE(fitted);
  const std::set<std::string> dropped(fitted->draft.changes.dropped.begin(), fitted->draft.changes.dropped.end());
  CHECK_FALSE(dropped.empty());
  for (const PlanDay& day : scene.library().plan()->days)
    for (const Task& task : day.tasks)
      if (!task.mock.empty()) CHECK_FALSE(dropped.contains(task.id));
  CHECK(fitted->effect.minutes_a_day < view.now.minutes_a_day);
}

TEST_CASE("whoever has done the week before it is over may begin the next one") {
  Scene scene;
  scene.now = scene.at("2026-12-01");  // Tuesday of the second week
  for (int week = 1; week <= 2; ++week) do_week(scene, week);
  const ReplanView view = replan_view(scene.from(), {}, {});
  const ReplanOption* forward = way_of(view, ReplanWay::Forward);
  REQUIRE(forward);
  CHECK(forward->draft.changes.resumed.back().week == 3);
  CHECK(forward->effect.weeks_left_out.empty());
  CHECK(forward->effect.tasks_left_out == 0);
}

TEST_CASE("days off are planned as part of every way") {
  Scene scene;
  lose_two_weeks(scene);
  ReplanWish wish;
  wish.off.push_back({test::day("2027-02-01"), test::day("2027-02-02")});
  const ReplanView view = replan_view(scene.from(), {}, wish);
  for (const ReplanOption& option : view.options) CHECK(option.draft.settings.days_off == wish.off);
  CHECK(view.options.front().effect.moved > 0);
}

TEST_CASE("what lies behind finds room on days that have it, what counts most first, and never in the last week") {
  Scene scene;
  lose_two_weeks(scene);
  const auto behind = tasks_behind(scene.from());
  const CaughtUp caught = catch_up(scene.from(), behind, 60);
  CHECK(caught.moved.size() + caught.without.size() == behind.size());
  for (const MovedByHand& each : caught.moved) {
    CHECK(each.to > scene.now.day);
    CHECK(each.to <= scene.now.day + std::chrono::days(kCatchUpDays));
    CHECK(std::chrono::weekday(each.to) != std::chrono::Sunday);  // a day of rest by the settings
  }
}

TEST_CASE("more hours fill no part of a day beyond its minutes while another has room for the task") {
  Scene scene;
  scene.now = scene.at("2026-12-07");  // two weeks, and nothing done
  const auto tasks = tasks_behind(scene.from());
  const ReplanView view = replan_view(scene.from(), {}, {});
  const ReplanOption* hours = way_of(view, ReplanWay::Hours);
  REQUIRE(hours);
  const Timeline after = laid_timeline(scene.from(), hours->draft);
  int in_other_parts = 0;
  for (const MovedByHand& each : hours->draft.changes.moved) {
    CAPTURE(each.task);
    const auto day = after.day_on(each.to);
    REQUIRE(day);
    SlotMinutes left = day->minutes;
    for (const Task* task : day->tasks) left[static_cast<std::size_t>(task->slot)] -= minutes_for(*task, "L6");
    const auto at = std::ranges::find_if(day->tasks, [&](const Task* task) { return task->id == each.task; });
    REQUIRE(at != day->tasks.end());
    if (each.slot) ++in_other_parts;
    const int minutes = minutes_for(**at, "L6");
    if (minutes > std::ranges::max(day->minutes)) continue;
    CHECK(left[static_cast<std::size_t>((*at)->slot)] >= -30);
    if (left[static_cast<std::size_t>((*at)->slot)] >= 0) continue;
    for (const Slot slot : kSlots)
      if (slot != (*at)->slot) CHECK(left[static_cast<std::size_t>(slot)] < minutes);
  }
  CHECK(in_other_parts > 0);
  // What stays behind counts no more than anything that was taken and takes no less.
  for (const BehindTask& each : tasks) {
    const auto moved = [&](const BehindTask& one) { return std::ranges::find(hours->draft.changes.moved, one.task->id, &MovedByHand::task) != hours->draft.changes.moved.end(); };
    if (moved(each)) continue;
    for (const BehindTask& other : tasks)
      if (moved(other) && other.minutes >= each.minutes) CHECK(impact_of(*other.task) >= impact_of(*each.task));
  }
}

TEST_CASE("a wish that cannot be is one sentence") {
  Scene scene;
  lose_two_weeks(scene);
  const auto wrong = [&](const char* date) {
    ReplanWish wish;
    wish.interview = test::day(date);
    return wrong_wish(scene.from(), wish);
  };
  CHECK(wrong("2027-01-24").find("is over") != std::string::npos);
  CHECK(wrong("2099-01-01").find("two years") != std::string::npos);
  CHECK(wrong("2027-01-25").empty());
}
