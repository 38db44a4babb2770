// What comes next today.
#include <doctest/doctest.h>

#include <set>

#include "scene.h"

namespace starling {
namespace {

using test::day;
using test::Scene;

std::optional<ToDo> next_in(const Scene& scene) { return next_to_do(scene.from(), day_view(scene.from(), scene.agenda(), {})); }

void be_at(Scene& scene, const char* date, int hour) {
  scene.now = {scene.rule.moment(day(date), std::chrono::hours(hour)), day(date)};
}

TEST_CASE("the morning holds until noon begins, and hours before the rollover are of the evening before") {
  Scene scene;
  const Plan& plan = *scene.library().plan();
  const auto at = [&](int hour) { return slot_at(slot_starts(plan, 3, PlanDayKind::Weekday), std::chrono::hours(hour), 4); };
  CHECK(at(4) == Slot::Morning);
  CHECK(at(11) == Slot::Morning);
  CHECK(at(12) == Slot::Noon);
  CHECK(at(18) == Slot::Noon);
  CHECK(at(19) == Slot::Evening);
  CHECK(at(2) == Slot::Evening);
  CHECK(slot_at(slot_starts(Plan{}, 1, PlanDayKind::Rest), std::chrono::hours(18), 4) == Slot::Evening);
}

TEST_CASE("the tasks of the slot of now come in the order of the screen, and what is done is passed over") {
  Scene scene;
  be_at(scene, "2026-12-22", 7);
  const DayView view = day_view(scene.from(), scene.agenda(), {});
  REQUIRE_FALSE(view.slots[0].tasks.empty());
  REQUIRE_FALSE(view.slots[2].tasks.empty());
  const auto first = next_in(scene);
  REQUIRE(first);
  CHECK(first->what->id == view.slots[0].tasks[0].task->id);
  CHECK(first->number == 1);
  be_at(scene, "2026-12-22", 20);
  CHECK(next_in(scene)->what->id == view.slots[2].tasks[0].task->id);
  scene.progress.tasks[view.slots[2].tasks[0].task->id].count = target_of(*view.slots[2].tasks[0].task);
  const auto second = next_in(scene);
  REQUIRE(second);
  CHECK((!second->what || second->what->id != view.slots[2].tasks[0].task->id));
}

TEST_CASE("every day of the plan comes to its end: each thing once, and then nothing") {
  Scene scene;
  for (const char* date : {"2026-11-23", "2026-12-22", "2027-01-09", "2027-02-08", "2027-03-23", "2027-04-05", "2027-05-07", "2027-06-20"})
    for (const int hour : {7, 13, 21}) {
      CAPTURE(date);
      be_at(scene, date, hour);
      scene.progress = {};
      std::set<std::string> seen;
      bool reviewed = false;
      for (int step = 0; step < 60; ++step) {
        DayFrame frame = scene.frame();
        if (reviewed) frame.minutes = 0;
        DayView view = day_view(scene.from(), scene.agenda(frame), {});
        if (reviewed) view.review = {};
        const auto next = next_to_do(scene.from(), view);
        if (!next) break;
        REQUIRE(step < 59);
        if (!next->what) {
          REQUIRE(next->way == WayToDo::Review);
          reviewed = true;
          continue;
        }
        CHECK(seen.insert(next->what->id).second);
        scene.progress.tasks[next->what->id].count = next->what->target;
      }
      const DayView done = day_view(scene.from(), scene.agenda(), {});
      CHECK(reviewed == (done.review.due + done.review.fresh > 0));
      for (const SlotView& slot : done.slots)
        for (const TaskView& task : slot.tasks) CHECK(task.done >= target_of(*task.task));
    }
}

TEST_CASE("of a task's problems the first one that was not tried comes") {
  Scene scene;
  const Task* task = nullptr;
  for (const PlannedTask& each : planned_tasks(scene.from(), [](const Task& each) { return each.problems.size() >= 2; }))
    if (!task) task = each.task;
  REQUIRE(task);
  const DayView view = day_view(scene.from(), scene.agenda(), {});
  const auto doing = [&] { return to_do(scene.from(), view, tickable(scene.from(), task->id).value()); };
  CHECK(doing().way == WayToDo::Problem);
  CHECK(doing().problem->id == task->problems[0]);
  scene.progress.solved.push_back({{"k3f9x2", 1}, day("2026-11-23"), Solved{task->problems[0], "", "", {}, false, {}, ""}});
  CHECK(doing().problem->id == task->problems[1]);
}

TEST_CASE("each task of the plan is done in one way, by what it names") {
  Scene scene;
  const DayView view = day_view(scene.from(), scene.agenda(), {});
  std::set<WayToDo> ways;
  for (const PlannedTask& each : planned_tasks(scene.from(), [](const Task&) { return true; })) {
    CAPTURE(each.task->id);
    const ToDo doing = to_do(scene.from(), view, tickable(scene.from(), each.task->id).value());
    ways.insert(doing.way);
    CHECK((doing.way == WayToDo::Problem) == !each.task->problems.empty());
    CHECK((doing.way == WayToDo::Design) == !each.task->exercise.empty());
    CHECK((doing.way == WayToDo::Cards) <= !each.task->decks.empty());
  }
  CHECK(ways == std::set<WayToDo>{WayToDo::Cards, WayToDo::Problem, WayToDo::Design, WayToDo::Mock, WayToDo::Plain});
}

}  // namespace
}  // namespace starling
