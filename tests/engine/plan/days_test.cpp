// What the plan has for its days, weeks and months.
#include <doctest/doctest.h>

#include "shipped_plan.h"

using namespace starling;

TEST_CASE("there is nothing for a day, week, phase or month that the plan does not have") {
  const Plan& plan = shipped_plan();

  for (const auto& [week, weekday] :
       std::vector<std::pair<int, int>>{{0, 1}, {25, 1}, {1, 0}, {1, 8}, {-1, -1}, {1'000'000, 1}})
    CHECK(day_of(plan, week, weekday) == nullptr);
  for (const int week : {0, -1, 25}) {
    CHECK(week_of(plan, week) == nullptr);
    CHECK(phase_of(plan, week) == nullptr);
  }
  CHECK(month_entry(plan, 0) == nullptr);
  CHECK(month_entry(plan, 7) == nullptr);
}

TEST_CASE("month m holds the weeks 4m-3 to 4m") {
  for (int month = 1; month <= 6; ++month)
    for (int week = 4 * month - 3; week <= 4 * month; ++week) CHECK(month_of(week) == month);
  CHECK(month_of(0) == 1);
  CHECK(month_of(-5) == 1);
}

TEST_CASE("a day of the plan and its week and day are one thing counted two ways") {
  for (int day = 0; day < 300; ++day) CHECK(plan_day(week_and_day(day).week, week_and_day(day).day) == day);
  CHECK(plan_day(1, 1) == 0);
  CHECK(plan_day(24, 5) == 165);
}
