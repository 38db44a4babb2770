#include "plan/moved_tasks.h"

#include <algorithm>

#include "plan/days.h"
#include "plan/record.h"

namespace starling {

namespace {

struct RoomOfDay {
  Day date{};
  SlotMinutes minutes{};
};

int& slot_of(SlotMinutes& minutes, const Task& task) { return minutes[static_cast<std::size_t>(task.slot)]; }

RoomOfDay room_of(const PlanDay& day, Day date, const PlanLearner& learner) {
  RoomOfDay room{date, slot_minutes(day.kind, learner)};
  for (const Task& task : day.tasks)
    if (is_for(task, learner.level)) slot_of(room.minutes, task) -= minutes_for(task, learner.level);
  return room;
}

std::vector<RoomOfDay> rooms_of_week(const Plan& plan, int week, const std::vector<std::optional<Day>>& dates,
                                     const PlanLearner& learner) {
  std::vector<RoomOfDay> rooms;
  for (int day = 1; day <= kDaysOfWeek; ++day) {
    const PlanDay* entry = day_of(plan, week, day);
    const auto& date = dates[static_cast<std::size_t>(plan_day(week, day))];
    if (entry && date && !entry->rest) rooms.push_back(room_of(*entry, *date, learner));
  }
  return rooms;
}

// The first date with room for the task, which it takes.
std::optional<Day> take_room(std::vector<RoomOfDay>& rooms, const Task& task, const PlanLearner& learner) {
  const int minutes = minutes_for(task, learner.level);
  for (RoomOfDay& room : rooms) {
    int& left = slot_of(room.minutes, task);
    if (left < minutes) continue;
    left -= minutes;
    return room.date;
  }
  return std::nullopt;
}

}  // namespace

SlotMinutes slot_minutes(PlanDayKind kind, const PlanLearner& learner) {
  return kind == PlanDayKind::Weekday ? learner.weekday : slot_minutes(kind);
}

std::vector<MovedTask> move_tasks(const Plan& plan, const LaidWeeks& laid,
                                  const std::vector<std::optional<Day>>& dates, const PlanLearner& learner) {
  std::vector<MovedTask> moved;
  if (laid.first != FirstWeek::Cut) return moved;
  const int week = laid.weeks.front().number;
  std::vector<RoomOfDay> rooms = rooms_of_week(plan, week, dates, learner);
  for (int day = 1; day <= kDaysOfWeek; ++day) {
    const PlanDay* entry = day_of(plan, week, day);
    const int from = plan_day(week, day);
    if (!entry || dates[static_cast<std::size_t>(from)]) continue;
    for (const Task& task : entry->tasks)
      if (is_for(task, learner.level)) moved.push_back({&task, from, take_room(rooms, task, learner)});
  }
  return moved;
}

}  // namespace starling
