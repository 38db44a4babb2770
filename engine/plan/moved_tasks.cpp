#include "plan/moved_tasks.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <tuple>

#include "plan/days.h"
#include "plan/record.h"

namespace starling {

namespace {

constexpr int kFirstWeekendDay = 6;
constexpr int kMocksDone = 7;  // days before the interview (S64)

struct RoomOfDay {
  Day date{};
  SlotMinutes minutes{};  // left
  bool mock = false;
};

bool falls_on_weekend(Day date) { return days_between(monday_of(date), date) + 1 >= kFirstWeekendDay; }

class TaskMover {
 public:
  TaskMover(const Plan& plan, const std::vector<std::optional<Day>>& dates, Day interview, const PlanLearner& learner,
            const std::vector<PinnedTask>& pinned)
      : plan_(plan), dates_(dates), interview_(interview), learner_(learner) {
    for (const PinnedTask& each : pinned) pinned_.emplace(each.task, each.to);
    if (pinned_.empty()) return;
    for (const PlanDay& day : plan.days)
      for (const Task& task : day.tasks)
        if (const auto pin = pinned_.find(task.id); pin != pinned_.end() && is_for(task, learner.level))
          moved_.push_back({&task, plan_day(day.week, day.day), pin->second});
  }

  // `cut`: its days without a date belong to it too.
  void move_week(int week, bool cut) {
    each_homeless(week, cut, [&](const Task& task, int from) {
      if (!task.mock.empty() && date(from)) move_mock(task, from);
    });
    each_homeless(week, cut, [&](const Task& task, int from) {
      if (task.mock.empty() || !date(from)) moved_.push_back({&task, from, room_for(task, from)});
    });
  }

  std::vector<MovedTask> in_order() && {
    std::ranges::sort(moved_, {}, [](const MovedTask& each) { return std::tuple(each.from, each.task); });
    return std::move(moved_);
  }

 private:
  [[nodiscard]] std::optional<Day> date(int day) const { return dates_[static_cast<std::size_t>(day)]; }
  [[nodiscard]] bool is_off(Day day) const { return learner_.off && learner_.off(day); }
  [[nodiscard]] bool is_rest(Day day) const { return learner_.rests && learner_.rests(day); }
  // The eve, the interview, what follows.
  [[nodiscard]] bool is_fixed(int day) const { return day >= plan_.interview_day - 2; }

  template <class Visit>
  void each_homeless(int week, bool cut, Visit visit) const {
    for (int day = 1; day <= kDaysOfWeek; ++day) {
      const PlanDay* entry = day_of(plan_, week, day);
      const int from = plan_day(week, day);
      const bool homeless = date(from) ? is_off(*date(from)) : cut;
      if (!entry || is_fixed(from) || !homeless) continue;
      for (const Task& task : entry->tasks)
        if (is_for(task, learner_.level) && !pinned_.contains(task.id)) visit(task, from);
    }
  }

  [[nodiscard]] RoomOfDay room_of(const PlanDay& day, Day date) const {
    RoomOfDay room{date, slot_minutes(day.kind, learner_), false};
    for (const Task& task : day.tasks) {
      const auto pin = pinned_.find(task.id);
      if (!is_for(task, learner_.level) || (pin != pinned_.end() && pin->second != date)) continue;
      slot(room, task) -= minutes_for(task, learner_.level);
      room.mock = room.mock || !task.mock.empty();
    }
    return room;
  }

  static int& slot(RoomOfDay& room, const Task& task) { return room.minutes[static_cast<std::size_t>(task.slot)]; }

  // Made when it is first asked for.
  std::vector<RoomOfDay>& rooms_of(int week) {
    const auto [at, is_new] = rooms_.try_emplace(week);
    if (is_new)
      for (int day = 1; day <= kDaysOfWeek; ++day) {
        const PlanDay* entry = day_of(plan_, week, day);
        const int index = plan_day(week, day);
        if (entry && !entry->rest && date(index) && !is_fixed(index) && !is_off(*date(index)))
          at->second.push_back(room_of(*entry, *date(index)));
      }
    return at->second;
  }

  // The date whose room it takes: any of the week where its own day has none.
  std::optional<Day> room_for(const Task& task, int from) {
    const auto stood = date(from);
    if (!stood) return take_room(task, from, [](Day) { return true; });
    const auto as_its_own = [&](Day day) { return falls_on_weekend(day) == falls_on_weekend(*stood); };
    for (const bool of_sort : {true, false})
      for (const bool later : {true, false})
        if (const auto found = take_room(task, from, [&](Day day) {
              return as_its_own(day) == of_sort && (day > *stood) == later && (of_sort || !is_rest(day));
            }))
          return found;
    return std::nullopt;
  }

  // Of the first day of its week that may be taken and has room in the task's part of it.
  template <class May>
  std::optional<Day> take_room(const Task& task, int from, May may) {
    const int minutes = minutes_for(task, learner_.level);
    for (RoomOfDay& room : rooms_of(week_and_day(from).week)) {
      if (!may(room.date) || slot(room, task) < minutes) continue;
      slot(room, task) -= minutes;
      return room.date;
    }
    return std::nullopt;
  }

  void move_mock(const Task& task, int from) {
    const int minutes = minutes_for(task, learner_.level);
    std::vector<RoomOfDay*> days = days_for_mock(from);
    const auto has_room = [&](const RoomOfDay* room) {
      return std::accumulate(room->minutes.begin(), room->minutes.end(), 0) >= minutes;
    };
    auto taken = std::ranges::find_if(days, has_room);
    const bool crowds = taken == days.end();
    if (crowds) taken = std::ranges::find_if(days, [](const RoomOfDay* room) { return !room->mock; });
    if (taken == days.end()) {
      moved_.push_back({&task, from, std::nullopt});
      return;
    }
    take_whole_day(**taken, task, minutes);
    moved_.push_back({&task, from, (*taken)->date, crowds});
  }

  // Of its week and the next that is kept, the nearest first; of two as near the later.
  std::vector<RoomOfDay*> days_for_mock(int from) {
    const Day stood = *date(from);
    std::vector<RoomOfDay*> days;
    const int week = week_and_day(from).week;
    for (const int each : {week, next_kept(week)})
      for (RoomOfDay& room : rooms_of(each))
        if (room.date < interview_ - std::chrono::days(kMocksDone)) days.push_back(&room);
    std::ranges::stable_sort(days, {}, [&](const RoomOfDay* room) {
      return std::pair(std::abs(days_between(stood, room->date)), room->date < stood);
    });
    return days;
  }

  [[nodiscard]] int next_kept(int week) const {
    for (int next = week + 1; next <= plan_.weeks; ++next)
      for (int day = 1; day <= kDaysOfWeek; ++day)
        if (date(plan_day(next, day))) return next;
    return plan_.weeks + 1;
  }

  // First of its own slot, then of the others.
  static void take_whole_day(RoomOfDay& room, const Task& task, int minutes) {
    room.mock = true;
    const auto take = [&](int& left) {
      const int taken = std::clamp(left, 0, minutes);
      left -= taken;
      minutes -= taken;
    };
    take(slot(room, task));
    for (int& left : room.minutes) take(left);
  }

  const Plan& plan_;
  const std::vector<std::optional<Day>>& dates_;
  Day interview_;
  const PlanLearner& learner_;
  std::map<std::string, std::optional<Day>, std::less<>> pinned_;
  std::map<int, std::vector<RoomOfDay>> rooms_;  // by week
  std::vector<MovedTask> moved_;
};

}  // namespace

SlotMinutes slot_minutes(PlanDayKind kind, const PlanLearner& learner) {
  return kind == PlanDayKind::Weekday ? learner.weekday : slot_minutes(kind);
}

std::vector<MovedTask> move_tasks(const Plan& plan, const LaidWeeks& laid,
                                  const std::vector<std::optional<Day>>& dates, Day interview,
                                  const PlanLearner& learner, const std::vector<PinnedTask>& pinned) {
  TaskMover mover(plan, dates, interview, learner, pinned);
  for (const LaidWeek& week : laid.weeks)
    if (week.number > 0) mover.move_week(week.number, week.cut());
  return std::move(mover).in_order();
}

}  // namespace starling
