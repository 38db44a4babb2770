// The day's view, decks and tellings.
#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "scene.h"

namespace starling {
namespace {

using test::day;
using test::Scene;

bool has_notice(const DayView& view, std::string_view kind) {
  return std::ranges::find(view.notices, kind, &Notice::kind) != view.notices.end();
}

TEST_CASE("the day has its tasks by slot, with what was done of each") {
  Scene scene;
  const DayView before = day_view(scene.from(), scene.agenda(), {});
  CHECK(before.in_plan);
  CHECK(before.days_left == 165);
  CHECK(before.available == 210);
  int minutes = 0;
  for (const SlotView& slot : before.slots)
    for (const TaskView& task : slot.tasks) {
      minutes += task.task->minutes;
      CHECK(task.done == 0);
    }
  CHECK(minutes == before.planned);
  REQUIRE_FALSE(before.slots[0].tasks.empty());
  scene.progress.tasks[before.slots[0].tasks[0].task->id].count = 1;
  CHECK(day_view(scene.from(), scene.agenda(), {}).slots[0].tasks[0].done == 1);
}

TEST_CASE("each line that can be done has one number, in the order of the screen") {
  Scene scene;
  const DayView view = day_view(scene.from(), scene.agenda(), {});
  std::vector<int> numbers;
  for (const SlotView& slot : view.slots)
    for (const TaskView& task : slot.tasks) numbers.push_back(task.number);
  REQUIRE_FALSE(view.checklists.empty());
  for (const ChecklistView& each : view.checklists)
    for (const ChecklistLine& line : each.lines) numbers.push_back(line.number);
  for (std::size_t i = 0; i < numbers.size(); ++i) CHECK(numbers[i] == static_cast<int>(i) + 1);
}

TEST_CASE("a list stays until it is ticked: all of it on its day, what is open afterwards, for two weeks") {
  Scene scene;
  const DayView first = day_view(scene.from(), scene.agenda(), {});
  REQUIRE_FALSE(first.checklists.empty());
  const ChecklistView list = first.checklists.front();
  scene.progress.tasks[std::string(list.lines.front().id)].count = 1;
  CHECK(day_view(scene.from(), scene.agenda(), {}).checklists.front().lines.front().done);
  const auto shown_on = [&](const char* date) {
    scene.now = scene.at(date);
    for (const ChecklistView& each : day_view(scene.from(), scene.agenda(), {}).checklists)
      if (each.list == list.list) return each.lines.size();
    return std::size_t{0};
  };
  CHECK(shown_on("2026-11-24") == list.list->items.size() - 1);
  CHECK(shown_on("2026-12-07") == list.list->items.size() - 1);
  CHECK(shown_on("2026-12-08") == 0);
}

TEST_CASE("a line that is ticked keeps its number until the day is over") {
  Scene scene;
  const auto lines_on = [&](const char* date) {
    scene.now = scene.at(date);
    std::vector<ChecklistLine> lines;
    for (const ChecklistView& each : day_view(scene.from(), scene.agenda(), {}).checklists) lines.insert(lines.end(), each.lines.begin(), each.lines.end());
    return lines;
  };
  const auto morning = lines_on("2026-11-27");
  REQUIRE(morning.size() > 2);
  scene.progress.tasks[std::string(morning[0].id)] = {1, 0, scene.now.day};
  const auto then = lines_on("2026-11-27");
  REQUIRE(then.size() == morning.size());
  CHECK(then[0].done);
  for (std::size_t i = 0; i < then.size(); ++i) CHECK(then[i].number == morning[i].number);
  const auto next_day = lines_on("2026-11-28");
  CHECK(std::ranges::find(next_day, morning[0].id, &ChecklistLine::id) == next_day.end());
}

TEST_CASE("a list of the days before the interview stays open until then, and is gone behind it") {
  Scene scene;
  const auto has_list = [&](const char* date, std::string_view id) {
    scene.now = scene.at(date);
    const DayView view = day_view(scene.from(), scene.agenda(), {});
    return std::ranges::any_of(view.checklists, [&](const ChecklistView& each) { return each.id == id; });
  };
  CHECK_FALSE(has_list("2027-04-06", "t-30"));
  CHECK(has_list("2027-04-07", "t-30"));
  CHECK(has_list("2027-05-05", "t-30"));
  CHECK_FALSE(has_list("2027-05-06", "t-30"));  // the eve has its own list alone
  CHECK(has_list("2027-05-06", "t-1"));
  CHECK_FALSE(has_list("2027-05-07", "t-30"));
  CHECK(has_list("2027-05-07", "t-0"));
  CHECK_FALSE(has_list("2027-05-08", "t-0"));
}

TEST_CASE("the day says how much of the week's tasks and problems is done") {
  Scene scene;
  scene.now = scene.at("2026-12-21");
  DayView view = day_view(scene.from(), scene.agenda(), {});
  CHECK(view.week.tasks > 10);
  CHECK(view.week.problems >= 15);
  CHECK(view.week.tasks_done == 0);
  for (const SlotView& slot : view.slots)
    for (const TaskView& task : slot.tasks) scene.progress.tasks[task.task->id].count = target_of(*task.task);
  view = day_view(scene.from(), scene.agenda(), {});
  CHECK(view.week.tasks_done >= 3);
  CHECK(view.week.problems_done == 0);
  for (const char* title : {"Two halves", "Three thirds", "Two halves"})
    scene.progress.solved.push_back({DeedId{}, scene.now.day, Solved{"", title, "", std::nullopt, true, {}, ""}});
  CHECK(day_view(scene.from(), scene.agenda(), {}).week.problems_done == 2);
}

TEST_CASE("what is worth saying of a day is said, and nothing else") {
  Scene scene;
  scene.now = scene.at("2026-11-24");
  CHECK_FALSE(has_notice(day_view(scene.from(), scene.agenda(), {}), "rest"));
  CHECK_FALSE(has_notice(day_view(scene.from(), scene.agenda(), {}), "behind"));

  scene.review("mine/first", "2026-11-20", "2026-11-22");
  CHECK(has_notice(day_view(scene.from(), scene.agenda(), {}), "behind"));
  DayFrame rest = scene.frame();
  rest.asking = Asking::ReviewsOnly;
  CHECK(has_notice(day_view(scene.from(), scene.agenda(rest), {}), "rest"));
  DayFrame off = scene.frame();
  off.asking = Asking::Nothing;
  const DayView day_off = day_view(scene.from(), scene.agenda(off), {});
  REQUIRE(has_notice(day_off, "off"));
  CHECK(day_off.notices[0].text == "A day off: nothing is asked, 1 review waits for the days after it, 5 tasks of the plan are left out.");

  const std::vector<Problem> problems{{"decks/a.toml", 3, 1, "", "rule", Severity::Error, "wrong"},
                                      {"decks/a.toml", 4, 1, "", "rule", Severity::Warning, "unwise"}};
  const DayView wrong = day_view(scene.from(), scene.agenda(), problems);
  CHECK(std::ranges::count(wrong.notices, "problem", &Notice::kind) == 1);
  scene.now = scene.at("2026-11-20");
  CHECK(day_view(scene.from(), scene.agenda(), {}).notices[0].text == "The plan starts on Mon 23 Nov 2026.");
}

TEST_CASE("what waits for another day is said with the limit that keeps it back") {
  Scene scene;
  scene.now = scene.at("2026-11-24");
  for (const char* id : {"mine/first", "mine/second"}) scene.review(id, "2026-11-20", "2026-11-24");
  const auto said = [&](int reviews_per_day, double minutes) {
    DayFrame frame = scene.frame();
    frame.asking = Asking::ReviewsOnly;
    frame.reviews_per_day = reviews_per_day;
    frame.minutes = minutes;
    const DayView view = day_view(scene.from(), scene.agenda(frame), {});
    const auto notice = std::ranges::find(view.notices, "deferred", &Notice::kind);
    return notice == view.notices.end() ? "" : notice->text;
  };
  CHECK(said(120, 25).empty());
  CHECK(said(1, 25) == "1 review waits for another day: your limit is 1 review a day.");
  CHECK(said(120, 0) == "2 reviews wait for another day: your limit is 0 min a day.");
}

TEST_CASE("on the eve of the interview and on its day nothing is said of reviews that wait or are late") {
  for (const auto& [date, is_quiet] : {std::pair{"2027-05-05", false}, {"2027-05-06", true}, {"2027-05-07", true}}) {
    CAPTURE(date);
    Scene scene;
    scene.now = scene.at(date);
    for (const char* id : {"mine/first", "mine/second"}) scene.review(id, "2027-04-20", "2027-05-01");
    DayFrame frame = scene.frame();
    frame.reviews_per_day = 1;
    const DayView view = day_view(scene.from(), scene.agenda(frame), {});
    CHECK(has_notice(view, "deferred") != is_quiet);
    CHECK(has_notice(view, "behind") != is_quiet);
    DayFrame off = scene.frame();
    off.asking = Asking::Nothing;
    const DayView day_off = day_view(scene.from(), scene.agenda(off), {});
    CHECK((day_off.notices[0].text.find("for the days after it") == std::string::npos) == is_quiet);
  }
}

TEST_CASE("a deck's row counts as due what the agenda asks or keeps for want of room, and nothing that is put away") {
  Scene scene;
  scene.now = scene.at("2027-02-01");
  for (const char* id : {"mine/first", "mine/second", "mine/gone", "mine/away"})
    scene.review(id, "2026-11-23", "2027-01-20");
  scene.states[test::item("mine/second")].suspended = true;
  const auto row_of_mine = [&](const Agenda& agenda) {
    const auto rows = deck_rows(scene.from(), agenda);
    return *std::ranges::find(rows, "mine", [](const DeckRow& row) { return row.head.id; });
  };
  const DeckRow row = row_of_mine(scene.agenda());
  CHECK(row.items == 7);
  CHECK(row.head.cards == 6);
  CHECK(row.seen == 3);
  CHECK(row.due == 1);
  CHECK(row.week == 1);
  DayFrame full = scene.frame();
  full.minutes = 0;
  CHECK(row_of_mine(scene.agenda(full)).due == 1);
}

TEST_CASE("a telling is as good as its weakest part, and its length is judged beside its target") {
  EndedTelling telling{150, 150, {}, {}};
  CHECK(proposed_grade(telling) == Grade::Good);
  telling.parts = {{"situation", Grade::Easy}, {"action", Grade::Hard}};
  CHECK(proposed_grade(telling) == Grade::Hard);
  CHECK(length_remark(150, 150) == "2:30: on target (2:30).");
  CHECK(length_remark(180, 150) == "3:00: on target (2:30).");
  CHECK(length_remark(181, 150) == "3:01: over the target of 2:30.");
  CHECK(length_remark(119, 150).find("room for one more decision") != std::string::npos);
  CHECK(length_remark(241, 150).find("past 4:00") != std::string::npos);
  CHECK(length_remark(241, 270) == "4:01: on target (4:30).");
}

TEST_CASE("what is typed proposes good, hard or again, and where nothing is asked it is said why") {
  CHECK(proposed_grade(Verdict::Right) == Grade::Good);
  CHECK(proposed_grade(Verdict::Near) == Grade::Hard);
  CHECK_FALSE(proposed_grade(Verdict::Wrong));
  CHECK_FALSE(proposed_grade(Verdict::Unusable));
  CHECK(sentence_of(NoQuestion{}) == "Nothing is due.");
}

TEST_CASE("the reason why nothing is asked is the true one, with what leads to more") {
  struct Row {
    Why why;
    int deferred;
    int fresh_deferred;
    const char* sentence;
    const char* lead;
  };
  const Row rows[]{
      {Why::Minutes, 3, 2, "Today's 25 minutes are used; 3 due and 2 new wait.",
       "Today's 25 minutes are used; 3 due and 2 new wait: more with"},
      {Why::Minutes, 0, 1, "Today's 25 minutes are used; 1 new waits.",
       "Today's 25 minutes are used; 1 new waits: more with"},
      {Why::DayOff, 3, 0, "A day off; 3 due wait.", "A day off; 3 due wait: more with"},
      {Why::NewADay, 0, 7, "20 new cards a day are begun; 7 more wait.",
       "20 new cards a day are begun; 7 more wait: more with"},
      {Why::NewADay, 0, 0, "20 new cards a day are begun.", "20 new cards a day are begun: more with"},
      {Why::ReviewsADay, 5, 0, "120 reviews a day are asked; 5 due wait.",
       "120 reviews a day are asked; 5 due wait: more with"},
      {Why::RestDay, 0, 0, "On a rest day nothing new is begun.", "On a rest day nothing new is begun: more with"},
      {Why::OpensLater, 0, 0, "Nothing is due; the plan opens more on Mon 7 Dec.",
       "Nothing is due; the plan opens more on Mon 7 Dec: sooner with"},
      {Why::NotDue, 0, 0, "Nothing is due before Mon 7 Dec.", "Nothing is due before Mon 7 Dec: sooner with"},
  };
  for (const Row& row : rows) {
    NoQuestion none;
    none.deferred = row.deferred;
    none.fresh_deferred = row.fresh_deferred;
    none.budget_minutes = 25;
    none.new_per_day = 20;
    none.reviews_per_day = 120;
    none.more = More{row.why, day("2026-12-07"), 0, 0, 0};
    CHECK(sentence_of(none) == row.sentence);
    CHECK(lead_of(none) == row.lead);
  }
  NoQuestion sibling;
  sibling.next = Due{day("2026-11-24"), {}};
  sibling.more = More{Why::NotDue, day("2026-12-07"), 0, 0, 14};
  CHECK(sentence_of(sibling) == "Nothing is due before Tue 24 Nov.");
  NoQuestion later;
  later.next_time = "14:10";
  CHECK(sentence_of(later) == "Nothing is due before 14:10.");
  later.more = More{Why::OpensLater, day("2026-12-07"), 0, 0, 3};
  CHECK(lead_of(later) == "Nothing is due before 14:10: sooner with");
}

TEST_CASE("weeks of the plan are dated, and the current one is marked") {
  Scene scene;
  scene.now = scene.at("2026-12-22");
  const auto rows = plan_rows(scene.from());
  REQUIRE(rows.size() == 24);
  CHECK(rows[4].current);
  CHECK(rows[4].starts == day("2026-12-21"));
  CHECK(std::ranges::count(rows, true, &PlanRow::current) == 1);
  const PlanWeekView week = plan_week_view(scene.from(), 5);
  REQUIRE(week.days.size() == 7);
  CHECK(week.days[1].date == day("2026-12-22"));
  int minutes = 0;
  for (const int of_area : week.minutes) minutes += of_area;
  CHECK(minutes == rows[4].minutes);

  test::LearnerHistory history;
  history.answer("mine/first", Grade::Good, days_between(test::day(0), day("2026-12-22")));
  scene.states = fold_items(history.deeds, scene.model);
  const WeekReport report = week_report(scene.from(), 5, past_of(history.deeds));
  CHECK(report.done.reviews == 1);
  CHECK(report.first == day("2026-12-21"));
  CHECK(report.last == day("2026-12-27"));
  CHECK(report.done.new_items == 1);
  CHECK(week_report(scene.from(), 4, past_of(history.deeds)).done.reviews == 0);
}

void add_timed(test::LearnerHistory& history, int on_day, std::chrono::seconds took) {
  Answered answer = test::answered("mine/first", Grade::Good, Phase::Review, on_day + 3);
  answer.took = took;
  history.add(answer, on_day);
}

TEST_CASE("the time since the start is that of all answers since then, however long ago the week is") {
  Scene scene;
  scene.now = scene.at("2027-02-10");
  test::LearnerHistory history;
  const int start = days_between(test::day(0), day("2026-11-23"));
  for (const int at : {start - 3, start, start + 9, start + 40, start + 79, start + 80})
    add_timed(history, at, std::chrono::seconds(60 + at));
  scene.states = fold_items(history.deeds, scene.model);
  const Standpoint from = scene.from();
  for (int week = 1; week <= 24; ++week) {
    const WeekReport report = week_report(from, week, past_of(history.deeds));
    const Day until = std::min(report.last, scene.now.day);
    const AreaTime all = area_time(history.deeds, *scene.library().plan(), "L6", answer_areas(from), day("2026-11-23"), until);
    CAPTURE(week);
    CHECK(report.time_so_far.sum() == doctest::Approx(all.sum()));
  }
}

TEST_CASE("a week that is left out has no dates, and what it holds is still to be seen") {
  Scene scene;
  const Timeline when(*scene.library().plan(), {day("2026-11-23"), day("2027-04-30")}, day("2026-11-23"));
  const Standpoint from{scene.settings, scene.library(), when, scene.states, scene.progress, scene.model, scene.rule, scene.now};
  const auto rows = plan_rows(from);
  CHECK_FALSE(rows[11].starts);
  CHECK(rows[12].starts == day("2027-02-08"));
  const PlanWeekView week = plan_week_view(from, 12);
  REQUIRE(week.days.size() == 7);
  for (const PlanDayView& each : week.days) CHECK_FALSE(each.date);
  CHECK_FALSE(week.days[0].tasks.empty());
  CHECK(week_report(from, 12, past_of({})).left_out);
}

TEST_CASE("a week with days off shows its tasks on the days that they went to, and what has no room under no date") {
  Scene scene;
  const PlanLearner learner{"L6", {60, 30, 120}, [](Day date) { return date >= day("2026-12-22") && date <= day("2026-12-25"); }};
  const Timeline when(*scene.library().plan(), {day("2026-11-23"), {}}, day("2026-11-23"), learner);
  const Standpoint from{scene.settings, scene.library(), when, scene.states, scene.progress, scene.model, scene.rule, scene.at("2026-12-22")};
  const PlanWeekView week = plan_week_view(from, 5);
  REQUIRE(week.days.size() > 7);
  CHECK(week.days[1].date == day("2026-12-22"));
  CHECK(week.days[1].tasks.empty());
  CHECK_FALSE(week.days[7].date);
  std::size_t undated = 0;
  for (const PlanDayView& each : week.days) undated += each.date ? 0 : each.tasks.size();
  CHECK(undated == when.left_out().tasks.size());
  // What has no date takes no time.
  const auto sum = [](const std::array<int, 4>& minutes) { return std::accumulate(minutes.begin(), minutes.end(), 0); };
  REQUIRE(undated > 0);
  CHECK(sum(week.minutes) < sum(area_minutes(tasks_of_week(when.plan(), "L6", 5), "L6")));
  CHECK(plan_rows(from)[4].minutes == sum(week.minutes));
  CHECK(sum(week_report(from, 5, past_of({})).planned) == sum(week.minutes));
  DayFrame off = scene.frame();
  off.now = from.now;
  off.asking = Asking::Nothing;
  const DayView view = day_view(from, scene.agenda(off), {});
  CHECK(view.planned == 0);
  CHECK(view.left_out <= std::ssize(when.left_out().tasks));
  CHECK(view.moved + view.left_out == std::ssize(day_of(when.plan(), 5, 2)->tasks));
}

TEST_CASE("gates for the learner to judge are asked on their day, and by check as long as they are open") {
  Scene scene;
  const auto gates_in = [](const std::vector<ChecklistView>& lists) {
    std::vector<std::string> ids;
    for (const ChecklistView& each : lists)
      if (!each.list)
        for (const ChecklistLine& line : each.lines) ids.emplace_back(line.id);
    return ids;
  };
  const auto of_day = [&] { return gates_in(lists_of_day(scene.from())); };
  const auto open = [&] { return gates_in(open_lists(scene.from())); };
  const std::vector<std::string> month{"m1-habits", "m1-tracking"};
  scene.now = scene.at("2026-12-19");
  CHECK(of_day().empty());
  CHECK(open().empty());
  scene.now = scene.at("2026-12-20");
  CHECK(of_day() == month);
  CHECK(open() == month);
  scene.progress.tasks["m1-habits"] = {1, 0, scene.now.day};
  CHECK(of_day() == month);  // numbers stay
  CHECK(open() == std::vector<std::string>{"m1-tracking"});
  scene.now = scene.at("2026-12-21");
  CHECK(of_day().empty());
  CHECK(open() == std::vector<std::string>{"m1-tracking"});
}

TEST_CASE("every gate for the learner to judge is asked on one day before the eve, or by a line that is one with it") {
  Scene scene;
  std::set<std::string> asked;
  for (Day day = scene.now.day; day < test::day("2027-05-06"); day += std::chrono::days(1)) {
    scene.now = {scene.rule.moment(day, std::chrono::hours(12)), day};
    std::set<std::string_view> here;
    for (const ChecklistView& each : lists_of_day(scene.from()))
      for (const ChecklistLine& line : each.lines) {
        asked.emplace(line.id);
        for (const std::string_view same : one_with(*scene.library().plan(), line.id)) CHECK(here.insert(same).second);
      }
  }
  for (const Gate& gate : scene.library().plan()->gates) {
    if (gate.evidence != "self") continue;
    CAPTURE(gate.id);
    CHECK(std::ranges::any_of(one_with(*scene.library().plan(), gate.id), [&](std::string_view id) { return asked.contains(std::string(id)); }));
  }
  for (const char* late : {"2027-05-06", "2027-05-07"}) {
    scene.now = scene.at(late);
    for (const ChecklistView& each : lists_of_day(scene.from())) CHECK(each.list);
  }
}

}  // namespace
}  // namespace starling
