#include "view/day_view.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "price/price.h"
#include "report/report.h"
#include "rounds/rounds.h"
#include "view/behind.h"
#include "view/beginning_view.h"
#include "view/plan_facts.h"
#include "view/plans_view.h"

namespace starling {

namespace {

// The interview lies behind the learner: nothing of the plan presses any more.
bool is_over(const DayView& view) { return view.days_left < 0; }

constexpr int kMinutesAfterwards = 10;

// What to do once the interview is over, by what is known of it.
std::string afterwards(const Standpoint& from) {
  const bool has_begun = std::ranges::any_of(from.states, [](const auto& of) { return of.second.reviews > 0; });
  const bool many_minutes = from.settings.minutes_per_day > kMinutesAfterwards;
  const std::string go_on = (has_begun ? fmt::format(" Cards that you have begun go on{}.", many_minutes ? fmt::format(", in fewer minutes by starling config review.minutes_per_day {}", kMinutesAfterwards) : "") : "") + " " + next_date_sentence(from);
  const Day interview = from.timeline.interview();
  const InterviewOutcome* outcome = outcome_since(from.progress, interview);
  if (outcome && outcome->result == "offer") return " Keep everything that you wrote: starling backup.";
  if (outcome && outcome->result != "waiting") return fmt::format(" What you wrote down: starling debrief.{}", go_on);
  const bool written = std::ranges::any_of(from.progress.debriefed, [&](const auto& each) { return each.day >= interview; });
  if (!written) return fmt::format(" While it is fresh, write down what was asked: starling debrief add.{}", go_on);
  return outcome ? go_on : fmt::format(" Once you hear: starling debrief outcome.{}", go_on);
}

// The plan's first day with tasks, where that is still to come.
std::optional<Day> first_tasks_to_come(const Timeline& timeline, Day today) {
  for (Day date = timeline.start(); date <= timeline.end(); date += std::chrono::days(1))
    if (const auto dated = timeline.day_on(date); dated && !dated->tasks.empty()) return date > today ? std::optional(date) : std::nullopt;
  return std::nullopt;
}

void add_plan_notices(std::vector<Notice>& list, const Standpoint& from, const DayView& view) {
  if (view.at.before)
    list.push_back({"plan", fmt::format("The plan starts on {}.", long_date(from.timeline.start()))});
  else if (const auto first = first_tasks_to_come(from.timeline, view.date))
    list.push_back({"plan", fmt::format("The first tasks are on {}.", long_date(*first))});
  if (const int weeks = idle_weeks(from); weeks > 0)
    list.push_back({"plan", idle_notice(weeks, from.now.day, from.settings.interview.has_value())});
  if (!is_over(view)) return;
  const std::string lead = view.at.after ? fmt::format("The plan has been over since {}.", long_date(std::max(from.timeline.end(), from.timeline.interview())))
                                         : fmt::format("The interview was on {}.", long_date(from.timeline.interview()));
  list.push_back({"plan", lead + afterwards(from)});
}

// A second attempt begins from what the first one left, said in its first week.
void add_debrief(std::vector<Notice>& list, const Standpoint& from, const DayView& view) {
  const Day start = from.timeline.start();
  if (view.date >= start + std::chrono::days(kDaysOfWeek) || is_over(view)) return;
  const FromInterview left = from_interview(from.progress);
  if (!left.last || *left.last >= start) return;
  std::vector<std::string> what;
  if (!left.reasons.empty()) what.push_back(counted(static_cast<int>(left.reasons.size()), "reason"));
  if (!left.hurt.empty()) what.push_back(counted(static_cast<int>(left.hurt.size()), "follow-up that hurt", "follow-ups that hurt"));
  if (!left.low.empty()) what.push_back(counted(static_cast<int>(left.low.size()), "weak spot"));
  if (what.empty()) return;
  list.push_back({"debrief", fmt::format("Begin from your last interview: {}. starling debrief, starling weak.", fmt::join(what, ", "))});
}

std::string day_off(const Standpoint& from, const DayView& view) {
  const AgendaCounts& counts = view.review;
  const auto breaks = breaks_between(from.settings, from.now.day, from.now.day);
  const bool longer = !breaks.empty() && breaks.front().first != breaks.front().last;
  std::string text = longer ? break_sentence(breaks.front(), from.now.day) + " Nothing" : "A day off: nothing";
  text += " is asked";
  if (counts.deferred > 0 && view.days_left > 1)
    text += fmt::format(", {} for the days after it", counted(counts.deferred, "review waits", "reviews wait"));
  if (view.moved > 0)
    text += fmt::format(", {} on other days", counted(view.moved, "task of the plan is", "tasks of the plan are"));
  if (view.left_out > 0)
    text += fmt::format(", {} left out", counted(view.left_out, "task of the plan is", "tasks of the plan are"));
  return text + ".";
}

// Reviews that have waited since an earlier day.
void add_behind(std::vector<Notice>& list, const Agenda& agenda) {
  int late = 0;
  std::optional<Day> first;
  for (const Asked& asked : agenda.cards()) {
    if (asked.reason != Reason::Overdue) continue;
    ++late;
    const Day due = asked.state->standing.due.day;
    first = first ? std::min(*first, due) : due;
  }
  if (late == 0) return;
  list.push_back({"behind", late == 1 ? fmt::format("1 of today's reviews has been due since {}.", short_date(*first))
                                    : fmt::format("{} of today's reviews have been due for a while, the first since {}.", late, short_date(*first))});
}

// What begins within a week.
void add_coming_breaks(std::vector<Notice>& list, const Standpoint& from) {
  const Day today = from.now.day;
  for (const DaySpan& days : breaks_between(from.settings, today, today + std::chrono::days(kDaysOfWeek)))
    if (days.first > today) list.push_back({"break", break_sentence(days, today)});
}

// What has one reason is said in one sentence.
void add_deferred(std::vector<Notice>& list, const Standpoint& from, const Agenda& agenda) {
  const AgendaCounts& counts = agenda.counts();
  const auto say = [&](const std::string& what, int number, const std::string& limit) {
    if (number > 0) list.push_back({"deferred", fmt::format("{} {} for another day: your limit is {} a day.", what, number == 1 ? "waits" : "wait", limit)});
  };
  const bool at_most = counts.fresh_deferred > 0 && counts.fresh_left == 0;
  const bool by_number = counts.due_ended == Obstacle::Count;
  if (by_number) say(counted(counts.deferred, "review"), counts.deferred, counted(agenda.day().reviews_per_day, "review"));
  const int reviews = by_number ? 0 : counts.deferred;
  const int fresh = at_most ? 0 : counts.fresh_deferred;
  std::string what;
  if (reviews > 0) what = counted(reviews, "review");
  if (fresh > 0) what += fmt::format("{}{}", what.empty() ? "" : " and ", counted(fresh, "new card"));
  say(what, reviews + fresh, fmt::format("{:g} min", counts.budget_minutes));
  if (at_most)
    list.push_back({"deferred", fmt::format("{} {} waiting ({} a day at most).",
                                            counted(counts.fresh_deferred, "more new card", "more new cards"),
                                            counts.fresh_deferred == 1 ? "is" : "are", from.settings.new_per_day)});
}

// The interview stands above the day; what comes before it does not.
void add_phone_screen(std::vector<Notice>& list, const Standpoint& from) {
  constexpr int kDaysAhead = 14;
  const Day today = from.now.day;
  for (const Round* screen : phone_screens(from.library.rounds(), today - std::chrono::days(1), today + std::chrono::days(kDaysAhead + 1))) {
    const int left = days_between(today, *screen->on);
    list.push_back({"round", left == 0 ? fmt::format("{} is today: starling loop sheet {}", screen->title, screen->id)
                                       : fmt::format("{} is {}, on {}.", screen->title, left == 1 ? "tomorrow" : fmt::format("in {} days", left),
                                                     short_date(*screen->on))});
  }
}

// What each part of the minutes is for.
std::string use_of_minutes(const AgendaCounts& counts) {
  std::vector<std::string> parts;
  const auto add = [&](int count, std::string_view one, std::string_view many, double minutes) {
    if (count > 0) parts.push_back(fmt::format("{} {} {:.0f} min", counted(count, one, many), count == 1 ? "takes" : "take", minutes));
  };
  add(counts.due, "review", "reviews", counts.minutes - counts.fresh_minutes);
  add(counts.fresh, "new card", "new cards", counts.fresh_minutes);
  add(counts.weighed_stories, "story", "stories", counts.story_minutes);
  return parts.empty() ? "" : fmt::format(" {}.", fmt::join(parts, ", "));
}

// Which cards prices choose, where something ends the list and where it ends of itself.
std::string_view choice_by_prices(const AgendaCounts& counts) {
  return counts.due_ended
             ? "Today's cards are those for which a minute now adds most to what you will know on the day; the others gain more from waiting."
             : "Today come all cards whose review now adds to what you will know on the day; the others gain more from waiting.";
}

// The last day needs no prices.
void add_aim(std::vector<Notice>& list, const Standpoint& from, const Agenda& agenda, int days_left) {
  if (waits_for_date(from.settings))
    return list.push_back({"aim", "Until a date is named cards go by due dates, at intervals of half the days left at most."});
  if (agenda.day().policy != StudyPolicy::Deadline || agenda.cards().empty() || days_left < 2) return;
  if (!agenda.day().aimed && !agenda.day().unsettled && agenda.counts().due == 0) return;  // new cards go by no date
  const bool can_be_priced = days_left <= kMostDaysLeft;
  const auto priced_on = agenda.day().priced_on;
  const std::string as_of = priced_on && *priced_on < from.now.day
                                ? fmt::format(" That was worked out on {}; a sitting does so anew.", short_date(*priced_on))
                                : "";
  list.push_back({"aim", agenda.day().aimed ? std::string(choice_by_prices(agenda.counts())) + use_of_minutes(agenda.counts()) + as_of
                         : agenda.day().unsettled ? "Cards go by due dates: for these minutes no prices were found that fit."
                         : can_be_priced    ? "Cards go by due dates today: what each minute is worth is worked out in the next sitting, starling review."
                                            : "Cards go by due dates: what a minute is worth is not known more than 400 days ahead."});
}

// Once they are compared, a better policy is proposed for two days: who wants another one is not asked every day.
void add_policy(std::vector<Notice>& list, const Standpoint& from) {
  constexpr int kDaysSaid = 2;
  constexpr int kFewest = 5;
  if (!from.guard || from.settings.auto_policy) return;
  const int since = days_between(from.guard->day, from.now.day);
  const WayForeseen* own = foreseen_under(from.guard->ways, from.settings.policy, from.guard->own);
  const WayForeseen* best = best_way(from.guard->ways, from.guard->own, from.settings.auto_thoroughness);
  if (!own || !best || since < 0 || since >= kDaysSaid) return;
  const int more = static_cast<int>(std::lround((as_is_likely(best->recall) - as_is_likely(own->recall)) * from.guard->items));
  if (more < kFewest) return;
  list.push_back({"policy", fmt::format("By {} you would know {} more on the day, {}: starling config review.policy auto", to_string(best->way.policy),
                                        counted(more, "item"), takes_text(60 * (best->hours - own->hours)))});
}

// What the dates leave out is worth saying while the plan begins, not on every day of it.
bool says_dates(const Standpoint& from, const DayView& view) {
  return view.at.before || (view.in_plan && view.date < from.timeline.start() + std::chrono::days(kDaysOfWeek)) ||
         from.timeline.interview() < from.timeline.start();
}

// What the learner put behind the interview is on no screen until it is moved: that is said on each day.
void add_dates(std::vector<Notice>& list, const Standpoint& from, const DayView& view) {
  if (says_dates(from, view)) {
    for (const std::string& warning : date_warnings(from.timeline, from.now.day)) list.push_back({"date", warning});
    return;
  }
  if (is_over(view)) return;
  for (const ChangeTooLate& late : changes_too_late(from.timeline)) {
    const auto found = find_task(from.timeline, late.task);
    if (found && is_open(from.progress, *found->task)) list.push_back({"date", late.sentence});
  }
}

std::vector<Notice> notices_of(const Standpoint& from, const Agenda& agenda, const DayView& view,
                               std::span<const Problem> problems) {
  std::vector<Notice> list;
  add_plan_notices(list, from, view);
  add_phone_screen(list, from);
  add_debrief(list, from, view);
  const bool off = agenda.day().asking == Asking::Nothing;
  if (off) list.push_back({"off", day_off(from, view)});
  const bool over = is_over(view);
  if (!over) add_coming_breaks(list, from);
  if (!off && agenda.day().asking == Asking::ReviewsOnly && agenda.day().nothing_new == Why::RestDay)
    list.push_back({"rest", "A rest day: reviews, no new cards."});
  const bool idle = idle_weeks(from) > 0;
  if (!off && !over) {
    const bool quiet = view.days_left <= 1;  // there is no other day to do it on
    if (!idle && !quiet) add_deferred(list, from, agenda);
    if (!quiet) add_behind(list, agenda);
    add_aim(list, from, agenda, view.days_left);
    add_policy(list, from);
    if (view.in_plan && view.days_left > 1 && !idle)
      if (auto behind = behind_sentence(from)) list.push_back({"behind", std::move(*behind)});
  }
  if (!off) add_dates(list, from, view);
  if (view.earlier_lines > 0 && view.days_left > 0)
    list.push_back({"lists", fmt::format("{} of earlier lists {} open: starling check", counted(view.earlier_lines, "line"),
                                         view.earlier_lines == 1 ? "is" : "are")});
  for (const Problem& problem : problems)
    if (problem.severity == Severity::Error) list.push_back({"problem", to_line(problem)});
  return list;
}

// What the plan had for a day off.
void count_hidden(DayView& view, const Standpoint& from, const DatedDay& day) {
  view.left_out = static_cast<int>(day.tasks.size());
  if (day.spare) return;
  for (const Task& task : day_of(from.timeline.plan(), day.week, day.day)->tasks) {
    if (!is_for(task, from.settings.level) || std::ranges::find(day.tasks, &task) != day.tasks.end()) continue;
    ++(from.timeline.date_of(day.week, day.day, task.id) ? view.moved : view.left_out);
  }
}

void add_tasks(DayView& view, const Standpoint& from, bool off) {
  const std::optional<DatedDay> day = from.timeline.day_on(view.date);
  const SlotMinutes& minutes = day ? day->minutes : from.settings.slot_minutes;
  for (std::size_t i = 0; i < kSlots.size(); ++i) view.slots[i] = {kSlots[i], minutes[i], {}};
  for (const int of_slot : minutes) view.available += of_slot;
  if (!day) return;
  view.title = day->title;
  if (off) {
    count_hidden(view, from, *day);
    return;
  }
  if (std::ranges::any_of(day->tasks, [](const Task* task) { return task->area == Area::Leadership; })) {
    const std::vector<Story>& stories = from.library.stories();
    view.wants_story = stories.empty();
    if (std::ranges::none_of(stories, can_be_told))
      view.drafts = static_cast<int>(std::ranges::count_if(stories, [](const Story& story) { return !story.archived; }));
  }
  for (const Task* task : day->tasks) {
    const TaskView each = task_view(from, *task);
    view.planned += each.minutes;
    view.slots[static_cast<std::size_t>(task->slot)].tasks.push_back(each);
  }
}

// The eve is for what is of the eve.
void leave_out_earlier(DayView& view, const Standpoint& from) {
  if (view.days_left > 1) return;
  std::erase_if(view.checklists, [&](const ChecklistView& each) {
    const bool earlier = each.list && from.timeline.date_of(*each.list) != view.date;
    if (earlier) view.earlier_lines += static_cast<int>(std::ranges::count(each.lines, false, &ChecklistLine::done));
    return earlier;
  });
}

// In the order of the screen, so that a number names one thing there.
void number_lines(DayView& view, const Standpoint& from, bool off) {
  int next = 1;
  for (SlotView& slot : view.slots)
    for (TaskView& task : slot.tasks) task.number = next++;
  if (off) return;
  view.checklists = lists_of_day(from);
  leave_out_earlier(view, from);
  for (ChecklistView& list : view.checklists)
    for (ChecklistLine& line : list.lines) line.number = next++;
}

WeekDone week_done(const Standpoint& from, Day today) {
  WeekDone week;
  const Day monday = today - (std::chrono::weekday(today) - std::chrono::Monday);
  for (const Task* task : tasks_between(from, monday, monday + std::chrono::days(kDaysOfWeek - 1))) {
    ++week.tasks;
    if (!is_open(from.progress, *task)) ++week.tasks_done;
    if (task->unit == "problems" && task->count) week.problems += *task->count;
  }
  // By the log, as the week and the gates have it: a tick is no solved problem.
  week.problems_done = problems_solved(from.progress, practice_texts(from), monday, today).solved;
  return week;
}

}  // namespace

TaskView task_view(const Standpoint& from, const Task& task) {
  return {&task, done_of(from.progress, task.id), minutes_for(task, from.settings.level)};
}

DayView day_view(const Standpoint& from, const Agenda& agenda, std::span<const Problem> problems) {
  const Plan& plan = from.timeline.plan();
  DayView view;
  view.date = from.now.day;
  view.at = from.timeline.on(view.date);
  view.in_plan = !view.at.before && !view.at.after;
  const PhaseOfPlan* phase = phase_of(plan, view.at.week);
  const Month* month = month_entry(plan, month_of(view.at.week));
  view.phase = phase ? phase->name : "";
  view.month = month_of(view.at.week);
  view.theme = month ? month->theme : "";
  view.level = from.settings.level;
  view.interview = from.timeline.interview();
  view.days_left = from.timeline.days_left(view.date);
  view.interview_by_plan = !from.settings.interview;
  add_tasks(view, from, agenda.day().asking == Asking::Nothing);
  view.review = agenda.counts();
  for (const Asked& asked : agenda.stories()) view.stories.push_back(story_asked_view(from, asked));
  const Spent& spent = agenda.spent();
  view.done = {spent.answers, spent.recalled, spent.tellings, spent.seconds / 60};
  number_lines(view, from, agenda.day().asking == Asking::Nothing);
  view.week = week_done(from, view.date);
  view.notices = notices_of(from, agenda, view, problems);
  return view;
}

std::vector<CardView> cards_asked(const Standpoint& from, const Agenda& agenda) {
  std::vector<CardView> cards;
  for (const Asked& asked : agenda.cards()) cards.push_back(card_view(from, asked));
  return cards;
}

}  // namespace starling
