// What the reports on the plan ask of a standpoint.
#pragma once

#include <array>
#include <vector>

#include "report/report.h"
#include "view/standpoint.h"

namespace starling {

// Good as long as the standpoint's library.
[[nodiscard]] PracticeTexts practice_texts(const Standpoint& from);
[[nodiscard]] AreaOfAnswers answer_areas(const Standpoint& from);

// From the eve of the interview on nothing is planned any more.
[[nodiscard]] bool nothing_ahead(const Timeline& timeline, Day today);

// The dates of a week of the plan. Of one that is left out: the date on which the plan goes on behind it, and the day
// before that, so that nothing lies between them.
[[nodiscard]] Day first_date_of(const Standpoint& from, int week);
[[nodiscard]] Day last_date_of(const Standpoint& from, int week);

// The plan's days from `first` to `last`, both included, that are on them and on no day off.
[[nodiscard]] std::vector<const PlanDay*> plan_days_between(const Standpoint& from, Day first, Day last);

// The tasks that stand on these dates, both included.
[[nodiscard]] std::vector<const Task*> tasks_between(const Standpoint& from, Day first, Day last);

// A week's tasks for the learner's level that have no date.
[[nodiscard]] std::vector<TaskOfWeek> undated_tasks(const Standpoint& from, int week);
// Those that have one; of a week that is left out all of them.
[[nodiscard]] std::vector<TaskOfWeek> planned_tasks(const Standpoint& from, int week);
// Of these tasks, by area.
[[nodiscard]] std::array<int, 4> planned_minutes(const Standpoint& from, int week);
// What they count of a unit, optional ones left out.
[[nodiscard]] int planned_count(const Standpoint& from, int week, std::string_view unit);

// What the settings say, or the plan for the level.
[[nodiscard]] double hours_a_week(const Settings& settings, const Plan& plan);

}  // namespace starling
