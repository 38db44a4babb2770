// To which task of the plan does a mock belong that was held on a day?
#include <doctest/doctest.h>

#include <cstdlib>
#include <map>

#include "shipped_plan.h"

using namespace starling;

namespace {

struct DatedMock {
  Day date;
  const Task* task;
};

// Of L6, by sort, in the order of their dates.
std::map<std::string, std::vector<DatedMock>> mocks_of(const Timeline& when) {
  std::map<std::string, std::vector<DatedMock>> found;
  for (const PlanDay& day : when.plan().days)
    for (const Task& task : day.tasks)
      if (const auto date = when.date_of(day.week, day.day, task.id); date && !task.mock.empty() && is_for(task, "L6"))
        found[task.mock].push_back({*date, &task});
  for (auto& [sort, mocks] : found) std::ranges::stable_sort(mocks, {}, &DatedMock::date);
  return found;
}

}  // namespace

TEST_CASE("a mock belongs to the open task of its day, and to none that is over two weeks away") {
  const Timeline when = timeline(kMonday);
  const auto all = mocks_of(when);
  REQUIRE_FALSE(all.empty());
  for (const auto& [sort, mocks] : all) {
    CAPTURE(sort);
    for (const DatedMock& mock : mocks) {
      const Task* task = task_of_mock(when, {}, "L6", mock.date, sort);
      REQUIRE(task);
      CHECK(task->mock == sort);
      CHECK(std::ranges::any_of(mocks, [&](const DatedMock& each) { return each.task == task && each.date == mock.date; }));
    }
    for (Day day = kMonday; day < when.interview(); day += std::chrono::days(1)) {
      const Task* task = task_of_mock(when, {}, "L6", day, sort);
      const auto is_near = [&](const DatedMock& each) { return std::abs(days_between(each.date, day)) <= 14; };
      CHECK((task != nullptr) == std::ranges::any_of(mocks, is_near));
      if (task) CHECK(std::ranges::any_of(mocks, [&](const DatedMock& each) { return each.task == task && is_near(each); }));
    }
  }
}

TEST_CASE("a mock missed a month ago hides none that is near, and one that was held takes no other") {
  const Timeline when = timeline(kMonday);
  int waits = 0;
  for (const auto& [sort, mocks] : mocks_of(when)) {
    CAPTURE(sort);
    for (std::size_t i = 1; i < mocks.size(); ++i) {
      if (days_between(mocks[i - 1].date, mocks[i].date) < 16) continue;
      ++waits;
      const Day eve = mocks[i].date - std::chrono::days(1);
      CHECK(task_of_mock(when, {}, "L6", eve, sort) == mocks[i].task);
    }
    PlanProgress held;
    for (const DatedMock& mock : mocks) held.tasks[mock.task->id].count = target_of(*mock.task);
    for (const DatedMock& mock : mocks) CHECK_FALSE(task_of_mock(when, held, "L6", mock.date, sort));
  }
  CHECK(waits > 0);
}

TEST_CASE("what is logged on the day on which its task was ticked by hand ticks no other one") {
  const Timeline when = timeline(kMonday);
  int near = 0;
  for (const auto& [sort, mocks] : mocks_of(when)) {
    CAPTURE(sort);
    for (const DatedMock& mock : mocks) {
      PlanProgress ticked;
      ticked.tasks[mock.task->id] = {target_of(*mock.task), 0, mock.date};
      CHECK_FALSE(task_of_mock(when, ticked, "L6", mock.date, sort));
      ticked.mocks.push_back({{"aaaaaa", 1}, mock.date, {sort, "L6", {}, {}, {}, ""}});
      if (task_of_mock(when, ticked, "L6", mock.date, sort)) ++near;  // a second one of the day
    }
  }
  CHECK(near > 0);
  const auto twice_named = [&](const auto& ids_of, const auto& task_of) {
    std::map<std::string, const Task*> first;
    int found = 0;
    for (const PlanDay& day : when.plan().days)
      for (const Task& task : day.tasks)
        for (const std::string& id : ids_of(task)) {
          if (!is_for(task, "L6")) continue;
          const auto [at, fresh] = first.try_emplace(id, &task);
          if (fresh || at->second == &task) continue;
          PlanProgress ticked;
          ticked.tasks[at->second->id] = {target_of(*at->second), 0, kMonday};
          ++found;
          CHECK_FALSE(task_of(ticked, kMonday, id));
          CHECK(task_of(ticked, kMonday + std::chrono::days(1), id));
        }
    return found;
  };
  (void)twice_named([](const Task& task) { return task.problems; },
                    [&](const PlanProgress& ticked, Day day, const std::string& id) { return task_of_problem(when, ticked, "L6", day, id); });
  CHECK(twice_named([](const Task& task) { return task.exercise.empty() ? std::vector<std::string>() : std::vector{task.exercise}; },
                    [&](const PlanProgress& ticked, Day day, const std::string& id) { return task_of_design(when, ticked, "L6", day, id); }) > 0);
}
