// The plan on any dates: what must hold for every start and every interview.
#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <random>
#include <set>

#include "shipped_plan.h"

using namespace starling;

namespace {

constexpr std::chrono::days kOneDay{1};

struct Dates {
  Day start{};
  Day interview{};
  std::string level;
};

using Off = std::function<bool(Day)>;

Timeline laid(const Dates& dates, Off off = {}, std::vector<Resumed> resumed = {}) {
  PlanLearner learner{dates.level, slot_minutes(PlanDayKind::Weekday), std::move(off)};
  learner.changes.resumed = std::move(resumed);
  return Timeline(shipped_plan(), {dates.start, dates.interview}, dates.start, learner);
}

// Every weekday of both, 3 to 40 weeks apart.
std::vector<Dates> many_dates() {
  std::mt19937 chance(20'261'123);
  std::vector<Dates> all;
  for (int i = 0; i < 2000; ++i) {
    const Day start = kMonday + std::chrono::days(chance() % 1500);
    all.push_back({start, start + std::chrono::days(21 + chance() % 260), i % 2 == 0 ? "L6" : "L7"});
  }
  return all;
}

// Looks at everything without the assertions of doctest, of which there would be a million.
class Laws {
 public:
  explicit Laws(const Timeline& timeline, Off off = {}) : timeline_(timeline), off_(std::move(off)) {}

  std::string broken() {
    const Undated undated = timeline_.left_out();
    for (const Task* task : undated.tasks) see(*task);
    for (Day date = timeline_.start() - kOneDay; date <= timeline_.end() + kOneDay; date += kOneDay) look_at(date);
    for (const PlanDay& day : plan().days)
      for (const Task& task : day.tasks)
        if (is_for(task, level()) != (seen_.count(&task) == 1)) say("a task has neither one date nor none: " + task.id);
    look_at_end();
    look_at_lists();
    return broken_;
  }

 private:
  [[nodiscard]] const Plan& plan() const { return timeline_.plan(); }
  [[nodiscard]] const std::string& level() const { return timeline_.learner().level; }

  void say(const std::string& law) {
    if (broken_.empty()) broken_ = law;
  }
  void see(const Task& task) {
    if (!seen_.insert(&task).second) say("a task stands twice: " + task.id);
  }

  void look_at(Day date) {
    const Position at = timeline_.on(date);
    const auto dated = timeline_.day_on(date);
    if (last_ && at.offset < last_->offset) say("an offset falls");
    if (last_ && at.week < last_->week) say("a week comes before an earlier one");
    last_ = at;
    if (at.day != days_between(monday_of(date), date) + 1) say("a day is not the real weekday");
    if (dated.has_value() == (at.before || at.after)) say("a date outside the plan holds something");
    if (dated) look_at(date, *dated);
  }

  void look_at(Day date, const DatedDay& dated) {
    for (const Task* task : dated.tasks) see(*task);
    if (!dated.spare) {
      const PlanDay& entry = *day_of(plan(), dated.week, dated.day);
      const bool end = plan_day(entry.week, entry.day) >= plan().interview_day - 2;
      if (!end && (entry.day > 5) != (timeline_.on(date).day > 5) && !led_into(entry)) say("a weekend is no weekend");
      if (!end && entry.day > 5 && timeline_.on(date).day != entry.day) say("a Saturday or Sunday is another day");
      if (entry.rest && std::ssize(dated.tasks) > std::ssize(entry.tasks)) say("a day of rest has more to do");
      if (off_ && !end && off_(date) && !dated.tasks.empty()) say("a day off has tasks");
    } else if (!dated.tasks.empty()) {
      say("a spare day has tasks");
    }
    look_at_slots(date, dated);
  }

  // Not those of the days whose data alone are over them, nor of those that took a mock into the room of the whole day.
  void look_at_slots(Day date, const DatedDay& dated) {
    if (dated.kind == PlanDayKind::Loop || dated.kind == PlanDayKind::Interview || dated.spare) return;
    SlotMinutes used{};
    SlotMinutes own{};
    for (const Task* task : dated.tasks) {
      used[static_cast<std::size_t>(task->slot)] += minutes_for(*task, level());
      if (!task->mock.empty() && timeline_.date_of(dated.week, dated.day) == date && is_moved(*task, dated)) return;
    }
    for (const Task& task : day_of(plan(), dated.week, dated.day)->tasks)
      if (is_for(task, level())) own[static_cast<std::size_t>(task.slot)] += minutes_for(task, level());
    for (std::size_t i = 0; i < used.size(); ++i)
      if (used[i] > std::max(own[i], dated.minutes[i])) say("a slot is over on " + to_string(date));
  }

  [[nodiscard]] bool is_moved(const Task& task, const DatedDay& dated) const {
    const auto& own = day_of(plan(), dated.week, dated.day)->tasks;
    return std::ranges::find(own, task.id, &Task::id) == own.end();
  }

  [[nodiscard]] bool led_into(const PlanDay& entry) const {
    return timeline_.weeks().led_into && entry.week == timeline_.weeks().weeks.front().number;
  }

  void look_at_end() {
    const Day interview = timeline_.interview();
    const PlanDay& of_interview = plan().days[static_cast<std::size_t>(plan().interview_day - 1)];
    const PlanDay& of_eve = plan().days[static_cast<std::size_t>(plan().interview_day - 2)];
    if (timeline_.date_of(of_interview.week, of_interview.day) != interview) say("the interview is not on its date");
    const DatedDay day = timeline_.day_on(interview).value();
    for (const Task* task : day.tasks)
      if (std::ranges::find(of_interview.tasks, task->id, &Task::id) == of_interview.tasks.end())
        say("an ordinary task stands on the interview day");
    if (timeline_.date_of(of_eve.week, of_eve.day) != interview - kOneDay) say("the eve is not the day before");
    int minutes = 0;
    const DatedDay eve = timeline_.day_on(interview - kOneDay).value();
    for (const Task* task : eve.tasks) minutes += minutes_for(*task, level());
    if (minutes > 30) say("the eve is too long");
    for (const PlanDay& entry : plan().days)
      for (const Task& task : entry.tasks)
        if (const auto date = timeline_.date_of(entry.week, entry.day, task.id);
            !task.mock.empty() && date && *date >= interview - std::chrono::days(7) && !tells_late_mock())
          say("a mock is not done by T-7");
    if (timeline_.end() != interview + std::chrono::days(std::ssize(plan().days) - plan().interview_day))
      say("the plan does not end behind the interview");
  }

  // Of the usual plan none is late, unless a week of mocks is taken up again at its end; another may have one late on
  // some dates. Both say so.
  [[nodiscard]] bool tells_late_mock() const {
    const bool usual = plan().id == "amazon-24-week" && timeline_.learner().changes.resumed.empty();
    return !usual && std::ranges::any_of(date_warnings(timeline_), [](const std::string& warning) {
             return warning.find("on or after T-7") != warning.npos;
           });
  }

  void look_at_lists() {
    for (const Checklist& list : plan().checklists) {
      if (!list.days_before) continue;
      const Day date = std::max(timeline_.start(), timeline_.interview() - std::chrono::days(*list.days_before));
      const auto lists = timeline_.checklists_on(date);
      if (std::ranges::find(lists, &list) == lists.end()) say("a list is not on its date: " + list.id);
    }
  }

  const Timeline& timeline_;
  Off off_;
  std::optional<Position> last_;
  std::set<const Task*> seen_;
  std::string broken_;
};

}  // namespace

TEST_CASE("a coach would sign the plan of every start and every date, 3 to 40 weeks apart") {
  for (const Dates& dates : many_dates()) {
    const Timeline when = laid(dates);
    const std::string broken = Laws(when).broken();
    if (broken.empty()) continue;
    CAPTURE(to_string(dates.start));
    CAPTURE(to_string(dates.interview));
    CAPTURE(dates.level);
    FAIL_CHECK(broken);
  }
}

TEST_CASE("weeks of the plan keep their order, and spare ones stand behind the weeks that the plan names") {
  for (const Dates& dates : many_dates()) {
    int before = 0;
    std::set<int> kept;
    const Timeline when = laid(dates);
    for (const LaidWeek& week : when.weeks().weeks) {
      if (week.number == 0) {
        CHECK(std::ranges::find(shipped_plan().longer, before) != shipped_plan().longer.end());
        continue;
      }
      CHECK(week.number > before);
      before = week.number;
      kept.insert(week.number);
    }
    CHECK(before == 24);
    CHECK(kept.size() + when.weeks().left_out.size() == 24);
  }
}

TEST_CASE("the week at the other level's scale is the first to go") {
  const Day interview = default_interview(shipped_plan(), kMonday) - std::chrono::days(7);
  CHECK(laid({kMonday, interview, "L6"}).weeks().left_out == std::vector<int>{12});
  CHECK(laid({kMonday, interview, "L7"}).weeks().left_out == std::vector<int>{11});
}

TEST_CASE("spare weeks come one behind each week that the plan names, then a second one") {
  const auto spare_behind = [](int weeks) {
    std::map<int, int> behind;
    int last = 0;
    const Day interview = default_interview(shipped_plan(), kMonday) + std::chrono::days(7 * weeks);
    const Timeline when = laid({kMonday, interview, "L6"});
    for (const LaidWeek& week : when.weeks().weeks) {
      if (week.number == 0) ++behind[last];
      else last = week.number;
    }
    return behind;
  };
  CHECK(spare_behind(1) == std::map<int, int>{{4, 1}});
  CHECK(spare_behind(3) == std::map<int, int>{{4, 1}, {8, 1}, {12, 1}});
  CHECK(spare_behind(11).at(4) == 2);
  CHECK(spare_behind(11).at(20) == 1);
}

TEST_CASE("a spare week asks for nothing of the plan and stays on the day last reached") {
  const Timeline when = laid({kMonday, default_interview(shipped_plan(), kMonday) + std::chrono::days(7), "L6"});
  for (int day = 0; day < 7; ++day) {
    const Day date = kMonday + std::chrono::days(28 + day);
    const Position at = when.on(date);
    CHECK(at.spare);
    CHECK(at.week == 4);
    CHECK(at.day == day + 1);
    CHECK(at.offset == plan_day(4, 7));
    CHECK(when.day_on(date)->tasks.empty());
  }
  CHECK(when.on(kMonday + std::chrono::days(35)).offset == plan_day(5, 1));
}

TEST_CASE("the interview's eve, its day and what follows stand by its date, on any weekday") {
  struct Case {
    std::string_view interview;
    std::vector<int> days;  // of week 24, from the Monday that it has on
  };
  const Case cases[]{
      {"2027-05-05", {1, 4, 5, 6, 7}},                    // Wednesday
      {"2027-05-06", {1, 2, 4, 5, 6, 7}},
      {"2027-05-07", {1, 2, 3, 4, 5, 6, 7}},
      {"2027-05-08", {1, 2, 3, 0, 4, 5, 6, 7}},
      {"2027-05-09", {1, 2, 3, 0, 0, 4, 5, 6, 7}},
      {"2027-05-10", {1, 2, 3, 0, 0, 0, 4, 5, 6, 7}},     // Monday
      {"2027-05-11", {1, 2, 3, 0, 0, 0, 0, 4, 5, 6, 7}},
  };
  for (const Case& c : cases) {
    const Timeline when = laid({kMonday, *parse_day(c.interview), "L6"});
    CAPTURE(c.interview);
    Day date = *parse_day("2027-05-03");
    for (const int day : c.days) {
      CHECK(when.on(date).spare == (day == 0));
      if (day > 0) CHECK(when.date_of(24, day) == date);
      date += kOneDay;
    }
    CHECK(when.end() == date - kOneDay);
  }
}

TEST_CASE("a first week that has begun takes what is missing of it where there is room, and names the rest") {
  const Dates dates{*parse_day("2026-11-25"), *parse_day("2027-03-05"), "L6"};  // Wednesday, 15 weeks
  const Timeline when = laid(dates);
  CHECK(when.weeks().weeks.front().cut());
  CHECK_FALSE(when.date_of(1, 1));
  CHECK(when.date_of(1, 3) == dates.start);
  CHECK(when.date_of(2, 1) == *parse_day("2026-11-30"));
  int moved = 0;
  for (int day = 1; day <= 2; ++day)
    for (const Task& task : day_of(shipped_plan(), 1, day)->tasks)
      if (is_for(task, "L6") && when.date_of(1, day, task.id)) ++moved;
  CHECK(moved > 0);
}

TEST_CASE("the starts that tore the plan apart give one that holds together") {
  struct Start {
    std::string_view start, interview;  // the plan's own where it is empty
    std::size_t weeks, left_out, spare;
    std::string_view first, last;       // the dates of the first day that is kept, and of the last
  };
  const Start starts[]{
      {"2026-11-25", "", 24, 0, 0, "2026-11-25", "2027-05-16"},            // Wednesday
      {"2026-11-26", "", 24, 0, 0, "2026-11-26", "2027-05-16"},            // Thursday
      {"2026-11-27", "", 24, 0, 0, "2026-11-27", "2027-05-16"},
      {"2026-11-28", "", 24, 0, 0, "2026-11-30", "2027-05-16"},            // Saturday
      {"2026-11-29", "", 24, 0, 0, "2026-11-30", "2027-05-16"},
      {"2026-11-23", "2027-02-12", 12, 12, 0, "2026-11-23", "2027-02-14"},
      {"2026-11-23", "2027-03-12", 16, 8, 0, "2026-11-23", "2027-03-14"},
      {"2026-11-23", "2027-04-09", 20, 4, 0, "2026-11-23", "2027-04-11"},
      {"2026-11-23", "2027-06-18", 30, 0, 6, "2026-11-23", "2027-06-20"},
      {"2026-11-23", "2027-05-10", 24, 0, 0, "2026-11-23", "2027-05-12"},  // the Monday after week 24
      {"2026-11-23", "2027-05-03", 23, 1, 0, "2026-11-23", "2027-05-05"},  // the Monday of week 24
      {"2026-11-23", "2026-12-03", 2, 22, 0, "2026-11-23", "2026-12-05"},  // in ten days
      {"2026-09-01", "", 24, 0, 0, "2026-09-01", "2027-02-21"},            // long ago
      {"2026-01-05", "", 24, 0, 0, "2026-01-05", "2026-06-21"},            // and over
      {"2026-12-14", "", 24, 0, 0, "2026-12-14", "2027-05-30"},            // in the future
      {"2026-11-25", "2027-02-12", 12, 12, 0, "2026-11-25", "2027-02-14"},
  };
  for (const Start& s : starts) {
    CAPTURE(s.start);
    CAPTURE(s.interview);
    const Day start = *parse_day(s.start);
    const Timeline when =
        timeline(start, s.interview.empty() ? std::nullopt : std::optional(*parse_day(s.interview)));
    const LaidWeeks& weeks = when.weeks();
    CHECK(weeks.weeks.size() == s.weeks);
    CHECK(weeks.left_out.size() == s.left_out);
    CHECK(static_cast<std::size_t>(std::ranges::count(weeks.weeks, 0, &LaidWeek::number)) == s.spare);
    Day first = start;
    while (when.on(first).spare) first += kOneDay;
    CHECK(to_string(first) == s.first);
    CHECK(to_string(when.end()) == s.last);
    CHECK(Laws(when).broken() == "");
  }
}

TEST_CASE("a plan that is taken up again keeps every law, whatever the dates") {
  std::mt19937 chance(20'270'201);
  std::string broken;
  for (const Dates& dates : many_dates()) {
    const int days = days_between(dates.start, dates.interview);
    std::vector<Resumed> resumed;
    for (unsigned i = 0; i <= chance() % 2; ++i)
      resumed.push_back({dates.start + std::chrono::days(static_cast<int>(chance() % static_cast<unsigned>(days + 20)) - 10),
                         1 + static_cast<int>(chance() % 24)});
    const Timeline when = laid(dates, {}, resumed);
    broken = Laws(when).broken();
    if (!broken.empty()) {
      CAPTURE(to_string(dates.start));
      CAPTURE(to_string(dates.interview));
      CAPTURE(to_string(resumed.front().on));
      CAPTURE(resumed.front().week);
      FAIL_CHECK(broken);
      break;
    }
  }
}

TEST_CASE("two lost weeks are taken up again: what was lost comes now, and weeks that matter least are left out") {
  const Dates dates{kMonday, *parse_day("2027-05-07"), "L6"};
  const Day monday_of_week_10 = kMonday + std::chrono::days(63);
  const Timeline when = laid(dates, {}, {{monday_of_week_10, 8}});
  CHECK(when.date_of(7, 1) == kMonday + std::chrono::days(42));
  CHECK(when.date_of(8, 1) == monday_of_week_10);
  CHECK(when.on(kMonday + std::chrono::days(50)).spare);
  CHECK(when.on(kMonday + std::chrono::days(50)).week == 7);
  CHECK(when.left_out().weeks == std::vector<int>{12, 18});  // the other level's, then the plan's order
  CHECK(when.weeks().lost == 2);
  CHECK(date_warnings(when).front() == "22 weeks are there, the plan has 24: weeks 12 and 18 are left out.");
  CHECK(when.interview() == dates.interview);
  CHECK(when.date_of(24, 5) == dates.interview);
}

TEST_CASE("weeks that passed before a plan was taken up again are no weeks that are there, and none to spare") {
  const Day taken_up = kMonday + std::chrono::days(42);
  const auto first_warning = [&](const char* interview) { return date_warnings(laid({kMonday, *parse_day(interview), "L6"}, {}, {{taken_up, 1}})).front(); };
  CHECK(first_warning("2027-06-04") == "22 weeks are there, the plan has 24: weeks 12 and 18 are left out.");
  CHECK(first_warning("2027-07-02") == "The interview, Fri 2 Jul 2027, is later than the plan needs: 2 spare weeks lie between its weeks.");
}

TEST_CASE("a first week that is taken up again begins then, and not when the plan did") {
  const Dates dates{kMonday, *parse_day("2027-05-07"), "L6"};
  const Day monday_of_week_9 = kMonday + std::chrono::days(56);
  const Timeline when = laid(dates, {}, {{monday_of_week_9, 1}});
  CHECK(when.week_starts(1) == monday_of_week_9);
  CHECK(when.week_ends(1) == monday_of_week_9 + std::chrono::days(6));
  CHECK(laid({kMonday + kOneDay, dates.interview, "L6"}).week_starts(1) == kMonday + kOneDay);
}

TEST_CASE("the week that is taken up again comes, however few weeks are left") {
  const Dates dates{kMonday, *parse_day("2027-05-07"), "L6"};
  for (int week = 2; week <= 23; ++week)
    for (const int on : {30, 100, 140, 154}) {
      CAPTURE(week);
      CAPTURE(on);
      const Day date = monday_of(kMonday + std::chrono::days(on));
      CHECK(laid(dates, {}, {{date, week}}).date_of(week, 1) == date);
    }
}

TEST_CASE("a later date takes up again without leaving out, and a Thursday waits for the next Monday") {
  const Dates later{kMonday, *parse_day("2027-05-21"), "L6"};
  const Timeline when = laid(later, {}, {{kMonday + std::chrono::days(63), 8}});
  CHECK(when.left_out().weeks.empty());
  CHECK(when.date_of(24, 5) == later.interview);
  CHECK(has_week_left(*parse_day("2027-01-27")));        // Wednesday
  CHECK_FALSE(has_week_left(*parse_day("2027-01-28")));
}

TEST_CASE("taken up on a Wednesday, a week has its Monday's tasks on the days that are left of it, or names them") {
  const Dates dates{kMonday, *parse_day("2027-05-07"), "L6"};
  const Day wednesday = kMonday + std::chrono::days(65);
  const Timeline when = laid(dates, {}, {{wednesday, 8}});
  CHECK_FALSE(when.date_of(8, 1));
  CHECK(when.date_of(8, 3) == wednesday);
  for (const Task& task : day_of(shipped_plan(), 8, 1)->tasks)
    if (const auto date = when.date_of(8, 1, task.id)) CHECK(*date >= wednesday);
}

TEST_CASE("an interview before the start leaves no day of the plan") {
  const Timeline when = timeline(kMonday, kMonday - std::chrono::days(3));
  CHECK(when.on(kMonday - kOneDay).before);
  CHECK(when.on(kMonday).after);
  CHECK_FALSE(when.day_on(kMonday));
  CHECK(when.left_out().weeks.size() == 23);
  CHECK_FALSE(when.date_of(24, 5));
}

TEST_CASE("an interview within days of the start has its eve and its day") {
  for (int later = 0; later <= 20; ++later)
    for (int weekday = 0; weekday < 7; ++weekday) {
      const Day start = kMonday + std::chrono::days(weekday);
      const Timeline when = timeline(start, start + std::chrono::days(later));
      CAPTURE(to_string(start));
      CAPTURE(later);
      CHECK(when.date_of(24, 5) == when.interview());
      CHECK(when.date_of(24, 4).has_value() == (later > 0));
      CHECK(when.end() == when.interview() + std::chrono::days(2));
      for (Day date = start; date <= when.end(); date += kOneDay) CHECK(when.day_on(date).has_value());
    }
}

TEST_CASE("with days off and breaks the plan holds too, and a day off has nothing to do") {
  std::mt19937 chance(7);
  for (int i = 0; i < 500; ++i) {
    const Day start = kMonday + std::chrono::days(chance() % 30);
    const Dates dates{start, start + std::chrono::days(21 + chance() % 260), i % 2 == 0 ? "L6" : "L7"};
    std::set<Day> days_off;
    for (int n = 0; n < 12; ++n) days_off.insert(start + std::chrono::days(chance() % 200));
    const Day away = start + std::chrono::days(chance() % 150);
    for (int n = 0; n < 9; ++n) days_off.insert(away + std::chrono::days(n));
    const Off off = [&](Day date) { return days_off.contains(date); };
    const Timeline when = laid(dates, off);
    const std::string broken = Laws(when, off).broken();
    if (broken.empty()) continue;
    CAPTURE(to_string(dates.start));
    CAPTURE(to_string(dates.interview));
    FAIL_CHECK(broken);
  }
}

TEST_CASE("the tasks of a day off go to days of the same week, those of its sort before others, or are named as left out") {
  const Day tuesday = *parse_day("2026-12-22");
  const Dates dates{kMonday, default_interview(shipped_plan(), kMonday), "L6"};
  const Timeline when = laid(dates, [&](Day date) { return date == tuesday; });
  CHECK(when.day_on(tuesday)->tasks.empty());
  CHECK_FALSE(when.day_on(tuesday)->spare);
  const PlanDay& entry = *day_of(shipped_plan(), 5, 2);
  std::size_t without = 0;
  for (const Task& task : entry.tasks) {
    const auto date = when.date_of(5, 2, task.id);
    if (!date) ++without;
    else CHECK(std::set<int>{-1, 1, 2, 3, 4, 5}.contains(days_between(tuesday, *date)));
  }
  CHECK(without < entry.tasks.size());
  CHECK(when.left_out().tasks.size() == without);
}

namespace {

// What is left of the part of a day.
int room_in(const Timeline& when, Day date, Slot slot) {
  const DatedDay day = when.day_on(date).value();
  int left = day.minutes[static_cast<std::size_t>(slot)];
  for (const Task* each : day.tasks)
    if (each->slot == slot) left -= minutes_for(*each, when.learner().level);
  return left;
}

}  // namespace

TEST_CASE("nothing of a break is left out for which another day of its week has room, but for the learner's own days of rest") {
  const Dates dates{kMonday, default_interview(shipped_plan(), kMonday), "L6"};
  int to_weekend = 0;
  for (int week = 2; week < 20; ++week) {
    const Day monday = kMonday + std::chrono::days(7 * (week - 1));
    const auto off = [&](Day date) { return date >= monday && date < monday + std::chrono::days(5); };
    PlanLearner learner{"L6", slot_minutes(PlanDayKind::Weekday), off};
    learner.rests = [](Day date) { return std::chrono::weekday(date) == std::chrono::Sunday; };
    const Timeline when(shipped_plan(), {dates.start, dates.interview}, dates.start, learner);
    const Day saturday = monday + std::chrono::days(5);
    const bool takes = !when.day_on(saturday)->rest && when.day_on(saturday)->kind == PlanDayKind::Weekend;
    for (int day = 1; day <= 5; ++day)
      for (const Task& task : day_of(shipped_plan(), week, day)->tasks) {
        if (!is_for(task, "L6") || !task.mock.empty()) continue;
        const auto date = when.date_of(week, day, task.id);
        CAPTURE(task.id);
        if (date) {
          CHECK(*date == saturday);
          ++to_weekend;
        } else if (takes) {
          CHECK(room_in(when, saturday, task.slot) < minutes_for(task, "L6"));
        }
      }
  }
  CHECK(to_weekend > 10);
}

TEST_CASE("no mock is left out for a day off: it goes to a near day, which is a loop's where there is no room") {
  const Dates dates{kMonday, default_interview(shipped_plan(), kMonday), "L6"};
  for (const PlanDay& entry : shipped_plan().days)
    for (const Task& task : entry.tasks) {
      if (task.mock.empty() || !is_for(task, "L6")) continue;
      const Day stood = laid(dates).date_of(entry.week, entry.day).value();
      const Timeline when = laid(dates, [&](Day date) { return date == stood; });
      const auto date = when.date_of(entry.week, entry.day, task.id);
      CAPTURE(task.id);
      REQUIRE(date);
      CHECK(*date != stood);
      CHECK(std::abs(days_between(stood, *date)) < 14);  // in its week or the next
      const DatedDay day = when.day_on(*date).value();
      int minutes = 0;
      for (const Task* each : day.tasks) minutes += minutes_for(*each, "L6");
      if (day.kind != PlanDayKind::Loop) CHECK(minutes <= day.minutes[0] + day.minutes[1] + day.minutes[2]);
    }
}

TEST_CASE("every shipped plan keeps the same laws from any weekday, to any date that its weeks are proposed for") {
  for (const ListedFile& file : list_files(kDecks / "plans", ".toml")) {
    const auto plan = read_plan(read_file(file.path, kMaxTomlBytes).value(), file.path.filename().string()).plan;
    REQUIRE(plan);
    std::mt19937 chance(20'261'126);
    for (int i = 0; i < 300; ++i) {
      const LevelHours& level = plan->levels[static_cast<std::size_t>(i) % plan->levels.size()];
      const Day start = kMonday + std::chrono::days(chance() % 1500);
      const int weeks = 3 + static_cast<int>(chance() % static_cast<unsigned>(plan->weeks + 4));
      const Day interview = start + std::chrono::days(7 * weeks - static_cast<int>(chance() % 7));
      const PlanLearner learner{level.id, slot_minutes(PlanDayKind::Weekday), {}};
      const Timeline when(*plan, {start, interview}, start, learner);
      const std::string broken = Laws(when).broken();
      if (broken.empty()) continue;
      CAPTURE(plan->id);
      CAPTURE(to_string(start));
      CAPTURE(to_string(interview));
      CAPTURE(level.id);
      FAIL_CHECK(broken);
    }
  }
}
