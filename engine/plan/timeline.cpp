#include "plan/timeline.h"

#include <algorithm>
#include <utility>

#include "item/item.h"
#include "plan/changed_plan.h"
#include "plan/days.h"
#include "plan/laid_days.h"

namespace starling {

namespace {

using std::chrono::days;

constexpr int kFridayOfWeek = 5;

// Of a plan that ends with the interview and leaves nothing out.
Day start_before(const Plan& plan, Day interview) {
  const Day last = lay_weeks(plan, interview, interview, {}).weeks.back().monday;
  return last - days((interview_week(plan) - 1) * kDaysOfWeek);
}

Day start_of(const Plan& plan, const PlanDates& settings, Day first_day) {
  if (settings.start) return *settings.start;
  if (settings.interview) return start_before(plan, *settings.interview);
  return first_day;
}

std::string_view spare_title(PlanDayKind kind) {
  return kind == PlanDayKind::Taper ? "A light day before the interview" : "A spare day";
}

int day_of_calendar_week(Day date) { return days_between(monday_of(date), date) + 1; }

}  // namespace

Timeline::Timeline(const Plan& plan, const PlanDates& settings, Day first_day, PlanLearner learner)
    : plan_(&plan), learner_(std::move(learner)), start_(start_of(plan, settings, first_day)) {
  interview_ = settings.interview ? *settings.interview : default_interview(plan, start_);
  lay();
}

void Timeline::lay() {
  weeks_ = lay_weeks(*plan_, start_, interview_, learner_.level, learner_.changes.resumed);
  dates_ = lay_days(*plan_, weeks_, start_, interview_);
  for (int day = 0; day < std::ssize(dates_); ++day)
    if (const auto& date = dates_[static_cast<std::size_t>(day)]) placed_.push_back({*date, day});
  end_ = placed_.empty() ? start_ - days(1) : placed_.back().date;
  lay_tasks();
  week_starts_.resize(static_cast<std::size_t>(plan_->weeks) + 1);
  for (const Placed& placed : placed_) {
    auto& starts = week_starts_[static_cast<std::size_t>(week_and_day(placed.plan_day).week)];
    // The first one begins with the plan, unless it was taken up again later.
    const bool with_plan = &placed == &placed_.front() && placed.date < start_ + days(kDaysOfWeek);
    if (!starts) starts = with_plan ? start_ : placed.date;
  }
}

void Timeline::lay_tasks() {
  std::vector<PinnedTask> pinned;
  if (!learner_.changes.empty()) {
    ChangedPlan changed = changed_plan(*plan_, learner_.changes, interview_, [this](Day date) {
      const Placed* at = reached(date);
      return at ? at->plan_day : placed_.empty() ? 0 : placed_.front().plan_day;
    });
    changed_ = std::make_shared<const Plan>(std::move(changed.plan));
    pinned = std::move(changed.pinned);
  }
  moved_ = move_tasks(plan(), weeks_, dates_, interview_, learner_, pinned);
  learner_.off = nullptr;
  learner_.rests = nullptr;
}

const Timeline::Placed* Timeline::reached(Day date) const {
  const auto next = std::ranges::upper_bound(placed_, date, {}, &Placed::date);
  return next == placed_.begin() ? nullptr : &*std::prev(next);
}

Position Timeline::on(Day date) const {
  const int last = static_cast<int>(dates_.size()) - 1;
  const Placed* at = reached(date);
  Position position;
  position.before = date < start_;
  position.after = !position.before && date > end_;
  position.spare = !position.before && !position.after && !(at && at->date == date);
  position.offset = position.before  ? days_between(start_, date)
                    : position.after ? last + days_between(end_, date)
                                     : (at ? at->plan_day : 0);
  position.day = day_of_calendar_week(date);
  if (position.after)
    position.week = plan_->weeks;
  else if (!placed_.empty())
    position.week = week_and_day(at ? at->plan_day : placed_.front().plan_day).week;
  return position;
}

const PlanDay* Timeline::entry(int plan_day) const {
  const WeekAndDay at = week_and_day(plan_day);
  return day_of(plan(), at.week, at.day);
}

PlanDayKind Timeline::kind_of(Day date, const PlanDay* entry) const {
  if (date == interview_) return PlanDayKind::Interview;
  if (std::ranges::any_of(moved_, [&](const MovedTask& each) { return each.crowds && each.to == date; }))
    return PlanDayKind::Loop;
  if (entry) return entry->kind;
  if (date >= weeks_.weeks.back().monday) return PlanDayKind::Taper;
  return day_of_calendar_week(date) > kFridayOfWeek ? PlanDayKind::Weekend : PlanDayKind::Weekday;
}

std::vector<const Task*> Timeline::tasks_on(Day date, int plan_day) const {
  std::vector<const Task*> tasks;
  const PlanDay* day = entry(plan_day);
  const bool own = day && dates_[static_cast<std::size_t>(plan_day)] == date;
  const auto add_moved = [&](bool earlier) {
    for (const MovedTask& each : moved_)
      if (each.to == date && (each.from < plan_day) == earlier) tasks.push_back(each.task);
  };
  add_moved(true);
  if (own)
    for (const Task& task : day->tasks)
      if (is_for(task, learner_.level) && !moved(task.id)) tasks.push_back(&task);
  add_moved(false);
  return tasks;
}

std::optional<DatedDay> Timeline::day_on(Day date) const {
  const Position at = on(date);
  const bool within = !at.before && !at.after;
  if (!within && std::ranges::find(moved_, date, &MovedTask::to) == moved_.end()) return std::nullopt;
  const Placed* placed = reached(date);
  const WeekAndDay of_plan = week_and_day(placed ? placed->plan_day : 0);
  const PlanDay* day = placed && within && !at.spare ? entry(placed->plan_day) : nullptr;
  DatedDay dated;
  dated.week = at.week;
  dated.day = of_plan.day;
  dated.kind = kind_of(date, day);
  dated.title = day ? day->title : at.before ? "Before the plan" : spare_title(dated.kind);
  dated.rest = day && day->rest;
  dated.spare = at.spare || !within;
  dated.minutes = slot_minutes(dated.kind, learner_);
  dated.tasks = tasks_on(date, placed ? placed->plan_day : 0);
  return dated;
}

std::optional<Day> Timeline::date_of(int week, int day) const {
  return day_of(*plan_, week, day) ? dates_[static_cast<std::size_t>(plan_day(week, day))] : std::nullopt;
}

const MovedTask* Timeline::moved(std::string_view task) const {
  const auto at = std::ranges::find_if(moved_, [&](const MovedTask& each) { return each.task->id == task; });
  return at == moved_.end() ? nullptr : &*at;
}

std::optional<Day> Timeline::date_of(int week, int day, std::string_view task) const {
  const MovedTask* other = moved(task);
  return other ? other->to : date_of(week, day);
}

Day Timeline::first_date() const {
  Day first = start_;
  for (const MovedTask& each : moved_)
    if (each.to) first = std::min(first, *each.to);
  return first;
}

Day Timeline::opens_on(int plan_day) const {
  const int last = static_cast<int>(dates_.size()) - 1;
  if (plan_day <= 0 || placed_.empty()) return start_ + days(std::max(0, plan_day));
  if (plan_day > last) return end_ + days(plan_day - last);
  return std::ranges::lower_bound(placed_, plan_day, {}, &Placed::plan_day)->date;
}

std::optional<Day> Timeline::week_starts(int week) const {
  if (week < 1 || week > plan_->weeks) return std::nullopt;
  return week_starts_[static_cast<std::size_t>(week)];
}

std::optional<Day> Timeline::week_ends(int week) const {
  if (!week_starts(week)) return std::nullopt;
  for (int next = week + 1; next <= plan_->weeks; ++next)
    if (const auto starts = week_starts(next)) return *starts - days(1);
  return end_;
}

std::vector<Day> Timeline::recent_weeks(Day today, int count) const {
  std::vector<Day> weeks;
  for (int back = count - 1; back >= 0; --back) weeks.push_back(monday_of(today) - days(back * kDaysOfWeek));
  return weeks;
}

int Timeline::days_left(Day date) const { return days_between(date, interview_); }

bool Timeline::rests(Day date) const {
  const Placed* placed = reached(date);
  const PlanDay* day = placed && placed->date == date ? entry(placed->plan_day) : nullptr;
  return day && day->rest;
}

std::optional<int> Timeline::unlocked(std::string_view deck) const {
  const auto day = unlock_day(*plan_, deck);
  if (!day) return std::nullopt;
  const auto next = std::ranges::lower_bound(placed_, *day, {}, &Placed::plan_day);
  return next == placed_.end() ? static_cast<int>(dates_.size()) : next->plan_day;
}

std::optional<Day> Timeline::date_of(const Checklist& list) const {
  if (list.days_before) {
    const Day date = interview_ - days(*list.days_before);
    return placed_.empty() ? date : std::max(date, start_);
  }
  if (!list.week || !list.day || !week_starts(*list.week)) return std::nullopt;
  for (int day = *list.day; day <= kDaysOfWeek; ++day)
    if (const auto date = date_of(*list.week, day)) return date;
  return week_ends(*list.week);
}

std::vector<const Checklist*> Timeline::checklists_on(Day date) const {
  std::vector<const Checklist*> lists;
  for (const Checklist& list : plan().checklists)
    if (date_of(list) == date) lists.push_back(&list);
  return lists;
}

Undated Timeline::left_out() const {
  Undated left{weeks_.left_out, {}};
  for (const PlanDay& day : plan().days)
    for (const Task& task : day.tasks)
      if (is_for(task, learner_.level) && !date_of(day.week, day.day, task.id)) left.tasks.push_back(&task);
  return left;
}

std::optional<FoundTask> find_task(const Timeline& timeline, std::string_view id) {
  for (const PlanDay& day : timeline.plan().days)
    for (const Task& task : day.tasks)
      if (task.id == id) return FoundTask{&task, day.week, day.day, timeline.date_of(day.week, day.day, id)};
  return std::nullopt;
}

Day default_interview(const Plan& plan, Day start) {
  const Day first = monday_of(start + days(kDaysOfWeek - 1));
  return first + days((interview_week(plan) - 1) * kDaysOfWeek + kFridayOfWeek - 1);
}

}  // namespace starling
