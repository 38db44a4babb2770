#include "view/replan.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "view/behind.h"
#include "view/gates_view.h"
#include "view/laid_plan.h"
#include "view/replan_room.h"
#include "view/words.h"

namespace starling {

namespace {

constexpr std::array<std::string_view, 6> kWayWords{"keep", "compress", "hours", "drop", "extend", "ahead"};
constexpr int kFewestLater = 2;  // weeks by which a date is moved (S60)
constexpr int kMostLater = 4;
constexpr int kMostDaysAhead = 731;

int size_of(const auto& list) { return static_cast<int>(list.size()); }

// A draft laid over the calendar, to be looked at as if it held.
struct Laid {
  Laid(const Standpoint& now, const PlanDraft& draft)
      : timeline(laid_timeline(now, draft)),
        from{draft.settings, now.library, timeline, now.states, now.progress, now.model, now.rule, now.now} {}
  Timeline timeline;
  Standpoint from;
};

// A task is in one list of the changes, once; one of the learner's own is among those added, on its day.
void forget_move(PlanChanges& changes, std::string_view task) {
  std::erase_if(changes.moved, [&](const MovedByHand& each) { return each.task == task; });
}

void move_to(PlanChanges& changes, const MovedByHand& move) {
  const auto own = std::ranges::find_if(changes.added, [&](const AddedTask& each) { return each.task.id == move.task; });
  if (own != changes.added.end()) {
    own->on = move.to;
    own->task.slot = move.slot.value_or(own->task.slot);
    return;
  }
  forget_move(changes, move.task);
  changes.moved.push_back(move);
}

void drop_task(PlanChanges& changes, const std::string& task) {
  forget_move(changes, task);
  if (std::erase_if(changes.added, [&](const AddedTask& each) { return each.task.id == task; }) == 0)
    changes.dropped.push_back(task);
}

using DatesByTask = std::map<std::string_view, Day>;

DatesByTask dates_of_open_tasks(const Standpoint& from) {
  DatesByTask dates;
  for (Day date = from.timeline.start(); date <= from.timeline.end(); date += std::chrono::days(1))
    if (const auto day = from.timeline.day_on(date))
      for (const Task* task : day->tasks)
        if (is_open(from.progress, *task)) dates.emplace(task->id, date);
  return dates;
}

// Of days that are over: what stood later before, or had no date.
std::vector<BehindTask> fallen_into_past(const Laid& laid, const DatesByTask& before) {
  std::vector<BehindTask> fallen;
  const Day today = laid.from.now.day;
  for (Day date = laid.timeline.start(); date < today; date += std::chrono::days(1))
    if (const auto day = laid.timeline.day_on(date))
      for (const Task* task : day->tasks) {
        const auto stood = before.find(task->id);
        if (is_open(laid.from.progress, *task) && (stood == before.end() || stood->second >= today))
          fallen.push_back({task, date, minutes_for(*task, laid.from.settings.level)});
      }
  std::ranges::stable_sort(fallen, std::ranges::greater(), [](const BehindTask& each) { return impact_of(*each.task); });
  return fallen;
}

// `before`: the dates of open tasks as they are now.
KeptFromPast kept_from_past(const Standpoint& from, const DatesByTask& before, PlanDraft draft) {
  constexpr int kRounds = 3;  // what is dropped may give room to something else there
  KeptFromPast kept{std::move(draft), 0, 0};
  for (int round = 0; round < kRounds; ++round) {
    const Laid laid(from, kept.draft);
    const std::vector<BehindTask> fallen = fallen_into_past(laid, before);
    if (fallen.empty()) break;
    const CaughtUp caught = catch_up(laid.from, fallen, 0);
    for (const MovedByHand& each : caught.moved) move_to(kept.draft.changes, each);
    for (const Task* task : caught.without) drop_task(kept.draft.changes, task->id);
    kept.moved += size_of(caught.moved);
    kept.dropped += size_of(caught.without);
  }
  return kept;
}

class Replanner {
 public:
  Replanner(const Standpoint& from, const PlanChanges& changes, const ReplanWish& wish)
      : from_(from), changes_(changes), wish_(wish), today_(from.now.day), states_(gates_now(from)),
        dates_(dates_of_open_tasks(from)), behind_(tasks_behind(from)), base_{from.settings, changes} {
    if (wish.interview) move_interview(base_, *wish.interview);
    if (wish.hours) base_.settings.hours_per_week = wish.hours;
    for (const DaySpan& off : wish.off) base_.settings.days_off = with_break(base_.settings.days_off, off);
    if (!wish.off.empty()) base_ = kept_from_past(from, dates_, std::move(base_)).draft;
  }

  ReplanView view() {
    ReplanView view;
    view.today = today_;
    view.wished = !wish_.empty();
    view.behind = size_of(behind_);
    view.behind_minutes = minutes_of(behind_);
    view.behind_most.assign(behind_.begin(), behind_.begin() + std::min<std::ptrdiff_t>(std::ssize(behind_), kBehindNamed));
    view.left_off = week_left_off(from_);
    view.now = effect_of({from_.settings, changes_});
    view.over = today_ > from_.timeline.interview() && !wish_.interview;
    if (view.over) return view;
    add(view, keep());
    if (today_ >= from_.timeline.start() && today_ < base_interview()) {
      if (view.left_off && resumed_at(*view.left_off).on < base_interview()) add(view, compress(*view.left_off));
      // Who wants fewer hours has no room to catch up.
      if (wish_.hours && *wish_.hours < hours_per_week(from_.settings)) add(view, fit_hours(*wish_.hours));
      else add_catching_up(view);
      if (view.left_off && (!from_.settings.interview || wish_.date_is_free) && !wish_.interview)
        add(view, extend(*view.left_off));
      add(view, forward());
    }
    return view;
  }

 private:
  [[nodiscard]] Day base_interview() const { return base_.settings.interview.value_or(from_.timeline.interview()); }

  void add(ReplanView& view, std::optional<ReplanOption> option) {
    if (!option) return;
    option->effect = effect_of(option->draft);
    if (option->way == ReplanWay::Compress && !option->effect.weeks_left_out.empty())
      option->text += " The weeks that matter least are left out.";
    view.options.push_back(std::move(*option));
  }

  // A start that hangs on the interview stays where it is.
  void move_interview(PlanDraft& draft, Day date) const {
    draft.settings.interview = date;
    if (!draft.settings.start) draft.settings.start = from_.timeline.start();
    keep_past(draft);
  }

  // Another date lays all weeks anew; those that began stay on the calendar weeks in which they were lived.
  void keep_past(PlanDraft& draft) const {
    const auto stays = [&](const LaidWeek& lived) {
      const LaidWeeks laid = lay_weeks(plan(), *draft.settings.start, *draft.settings.interview, draft.settings.level, draft.changes.resumed);
      const auto at = std::ranges::find(laid.weeks, lived.monday, &LaidWeek::monday);
      return at != laid.weeks.end() && at->number == lived.number;
    };
    const auto is_taken_up_later = [&](const LaidWeek& lived) {
      return std::ranges::any_of(draft.changes.resumed,
                                 [&](const Resumed& each) { return each.on >= lived.from && each.week <= lived.number; });
    };
    for (const LaidWeek& lived : from_.timeline.weeks().weeks) {
      if (lived.monday > today_) return;
      if (lived.number == 0 || is_taken_up_later(lived) || stays(lived)) continue;
      std::erase_if(draft.changes.resumed, [&](const Resumed& each) { return each.on == lived.from; });
      draft.changes.resumed.push_back({lived.from, lived.number});
    }
  }

  [[nodiscard]] ReplanOption keep() const {
    ReplanOption option{ReplanWay::Keep, "Go on by the calendar", !behind_.empty() ? "What lies behind stays undone; reviews go on." : "Reviews go on.", base_, {}};
    if (wish_.empty()) option.draft = {from_.settings, changes_};
    if (wish_.interview) option.title = fmt::format("The interview on {}", long_date(*wish_.interview));
    return option;
  }

  [[nodiscard]] Resumed resumed_at(int week) const {
    const Day next = monday_of(today_) + std::chrono::days(kDaysOfWeek);
    return {has_week_left(today_) ? today_ : next, week};
  }

  [[nodiscard]] PlanDraft with_resumed_at(int week) const {
    PlanDraft draft = base_;
    const Resumed again = resumed_at(week);
    std::erase_if(draft.changes.resumed, [&](const Resumed& each) { return each.on >= again.on; });
    draft.changes.resumed.push_back(again);
    return draft;
  }

  [[nodiscard]] ReplanOption compress(int week) const {
    const std::string date = wish_.interview ? fmt::format("the interview on {}", long_date(*wish_.interview)) : "the date stays";
    return {ReplanWay::Compress, fmt::format("Take up week {} again; {}", week, date),
            fmt::format("From {} the plan goes on at week {}.", short_date(resumed_at(week).on), week),
            with_resumed_at(week), {}};
  }

  [[nodiscard]] std::optional<ReplanOption> extend(int week) const {
    const int lost = from_.timeline.on(resumed_at(week).on).week - week;
    const int later = std::clamp(lost, kFewestLater, kMostLater);
    ReplanOption option{ReplanWay::Extend, fmt::format("Take up week {} again, {} weeks later", week, later), "",
                        with_resumed_at(week), {}};
    const Day date = from_.timeline.interview() + std::chrono::days(later * kDaysOfWeek);
    move_interview(option.draft, date);
    option.text = fmt::format("From {} the plan goes on at week {}; the interview is on {}.",
                              short_date(resumed_at(week).on), week, long_date(date));
    return option;
  }

  // The next week of the plan at once, where all of this one is done.
  [[nodiscard]] std::optional<ReplanOption> forward() const {
    const Position at = from_.timeline.on(today_);
    const int next = at.week + 1;
    if (!wish_.empty() || at.before || at.after || at.spare || !has_week_left(today_) || next >= interview_week(plan()))
      return std::nullopt;
    const auto ends = from_.timeline.week_ends(at.week);
    for (const auto& [id, date] : dates_)
      if (ends && date <= *ends) return std::nullopt;
    return ReplanOption{ReplanWay::Forward, fmt::format("Begin week {} now", next),
                        "This week's tasks are done: the next ones come now, and the days gained lie in spare weeks.",
                        with_resumed_at(next), {}};
  }

  void add_catching_up(ReplanView& view) {
    if (behind_.empty()) return;
    const Laid laid(from_, base_);
    const CaughtUp in_room = catch_up(laid.from, behind_, 0);
    const double more = wish_.hours && *wish_.hours > hours_per_week(from_.settings)
                            ? (*wish_.hours - hours_per_week(from_.settings)) * 60 / kPlannedWeekdays
                            : wish_.more_minutes;
    if (!in_room.without.empty()) add(view, hours(catch_up(laid.from, behind_, static_cast<int>(more)), static_cast<int>(more)));
    add(view, drop(in_room));
  }

  [[nodiscard]] PlanDraft with_moved(const CaughtUp& caught) const {
    PlanDraft draft = base_;
    for (const MovedByHand& each : caught.moved) move_to(draft.changes, each);
    return draft;
  }

  [[nodiscard]] std::optional<ReplanOption> hours(const CaughtUp& caught, int more) const {
    if (caught.moved.empty()) return std::nullopt;
    const int days = days_between(today_, caught.last);
    return ReplanOption{ReplanWay::Hours, fmt::format("Free room and {} minutes more a day until {}", more, short_date(caught.last)),
                        fmt::format("Of what lies behind {} into the next {}, what counts most first.",
                                    counted(size_of(caught.moved), "task comes", "tasks come"), counted(days, "day")),
                        with_moved(caught), {}};
  }

  [[nodiscard]] ReplanOption drop(const CaughtUp& caught) const {
    ReplanOption option{ReplanWay::Drop, "Only what counts most", "", with_moved(caught), {}};
    for (const Task* task : caught.without) drop_task(option.draft.changes, task->id);
    if (caught.without.empty()) option.title = "Catch up in free room";
    // What is dropped gives room on days that are over.
    KeptFromPast kept = kept_from_past(from_, dates_, std::move(option.draft));
    option.draft = std::move(kept.draft);
    const int dropped = size_of(caught.without) + kept.dropped;
    option.text = fmt::format("Of what lies behind {} into free room of the next weeks; {}.",
                              counted(size_of(caught.moved), "task comes", "tasks come"),
                              dropped == 0 ? "nothing is dropped" : counted(dropped, "task is", "tasks are") + " dropped");
    return option;
  }

  // Fewer hours a week: of each week to come what counts least is dropped, until it fits.
  [[nodiscard]] ReplanOption fit_hours(double hours) const {
    ReplanOption option{ReplanWay::Drop, fmt::format("{:g} hours a week", hours), "", base_, {}};
    const std::vector<const Task*> dropped = dropped_to_fit(from_, hours);
    for (const Task* task : dropped) drop_task(option.draft.changes, task->id);
    option.text = fmt::format("Of the coming weeks {} dropped, what counts least first.",
                              counted(size_of(dropped), "task is", "tasks are"));
    return option;
  }

  [[nodiscard]] const Plan& plan() const { return *from_.library.plan(); }

  [[nodiscard]] ReplanEffect effect_of(const PlanDraft& draft) const {
    const Laid laid(from_, draft);
    const std::set<std::string_view> dropped(draft.changes.dropped.begin(), draft.changes.dropped.end());
    ReplanEffect effect;
    effect.interview = laid.timeline.interview();
    add_left_out(effect, laid, dropped);
    effect.warnings = date_warnings(laid.timeline, today_);
    effect.out_of_reach = gates_out_of_reach(laid.from, states_);
    std::map<Day, int> weeks;
    int days = 0;
    int minutes = 0;
    for (Day date = laid.timeline.start(); date <= laid.timeline.end(); date += std::chrono::days(1)) {
      const auto day = laid.timeline.day_on(date);
      if (!day) continue;
      int planned = 0;
      for (const Task* task : day->tasks) {
        if (!is_open(from_.progress, *task)) continue;
        if (date < today_) effect.tasks_behind += task->optional ? 0 : 1;
        planned += minutes_for(*task, draft.settings.level);
        const auto before = dates_.find(task->id);
        if (before == dates_.end() || before->second != date) ++effect.moved;
      }
      if (date < today_) continue;
      weeks[monday_of(date)] += planned;
      if (planned == 0 || days_between(today_, date) >= kReplanDays) continue;
      ++days;
      minutes += planned;
    }
    effect.minutes_a_day = days > 0 ? static_cast<double>(minutes) / days : 0;
    for (const auto& [monday, of_week] : weeks) effect.fullest_week = std::max(effect.fullest_week, of_week);
    return effect;
  }

  void add_left_out(ReplanEffect& effect, const Laid& laid, const std::set<std::string_view>& dropped) const {
    const auto leave = [&](const Task& task) {
      if (!is_open(from_.progress, task)) return;
      ++effect.tasks_left_out;
      effect.minutes_left_out += minutes_for(task, laid.from.settings.level);
    };
    const Undated undated = laid.timeline.left_out();
    for (const Task* task : undated.tasks) leave(*task);
    for (const PlanDay& day : plan().days)
      for (const Task& task : day.tasks)
        if (dropped.contains(task.id) && is_for(task, laid.from.settings.level)) leave(task);
    for (const int week : undated.weeks)
      if (!was_passed(week)) effect.weeks_left_out.push_back(week);
  }

  // Done as far as it goes, or left out before.
  [[nodiscard]] bool was_passed(int week) const {
    for (int day = 1; day <= kDaysOfWeek; ++day)
      if (const PlanDay* entry = day_of(plan(), week, day))
        for (const Task& task : entry->tasks)
          if (is_for(task, from_.settings.level) && !task.optional && is_open(from_.progress, task)) return false;
    return true;
  }

  const Standpoint& from_;
  const PlanChanges& changes_;
  const ReplanWish& wish_;
  Day today_;
  std::vector<GateState> states_;
  DatesByTask dates_;  // of open tasks, as they are now
  std::vector<BehindTask> behind_;
  PlanDraft base_;
};

}  // namespace

std::string_view to_string(ReplanWay way) { return kWayWords[static_cast<std::size_t>(way)]; }

std::optional<ReplanWay> parse_replan_way(std::string_view word) {
  const auto at = std::ranges::find(kWayWords, word);
  if (at == kWayWords.end()) return std::nullopt;
  return kReplanWays[static_cast<std::size_t>(at - kWayWords.begin())];
}

KeptFromPast kept_from_past(const Standpoint& from, PlanDraft draft) {
  return kept_from_past(from, dates_of_open_tasks(from), std::move(draft));
}

ReplanView replan_view(const Standpoint& from, const PlanChanges& changes, const ReplanWish& wish) {
  return Replanner(from, changes, wish).view();
}

Timeline laid_timeline(const Standpoint& from, const PlanDraft& draft) {
  return laid_timeline(*from.library.plan(), draft.settings, draft.changes, from.timeline.start());
}

std::string interview_sentence(const InterviewDate& view) {
  const std::string when = view.days_left == 0  ? "today"
                           : view.days_left > 0 ? "in " + counted(view.days_left, "day")
                                                : counted(-view.days_left, "day") + " ago";
  return fmt::format("The interview {} on {}, {}{}.", view.days_left < 0 ? "was" : "is", long_date(view.date), when,
                     view.own ? "" : "; the plan says so, as no other day was set");
}

std::string over_sentence(Day interview) {
  return fmt::format("The interview was on {}. A new date: starling init --start DATE --interview DATE", long_date(interview));
}

std::string wrong_wish(const Standpoint& from, const ReplanWish& wish) {
  const Day today = from.now.day;
  const Day interview = wish.interview.value_or(from.timeline.interview());
  for (const DaySpan& off : wish.off)
    if (std::string wrong = wrong_break(off, interview); !wrong.empty()) return wrong;
  if (!wish.interview) return "";
  if (*wish.interview < today) return fmt::format("{} is over; the interview is still to come", long_date(*wish.interview));
  if (*wish.interview < from.timeline.start())
    return fmt::format("{} is before the plan starts, {}", long_date(*wish.interview), long_date(from.timeline.start()));
  if (days_between(today, *wish.interview) > kMostDaysAhead) return fmt::format("{} is more than two years away; is the year right?", to_string(*wish.interview));
  return "";
}

}  // namespace starling
