// The plan by the hour: when what begins, what is known again after the dates moved, what days off do.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "scene.h"

namespace starling {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using test::day;
using test::Scene;

// A scene whose plan lies otherwise.
struct Laid {
  Scene scene;
  std::optional<Timeline> timeline;

  explicit Laid(const char* start = "2026-11-23", const char* interview = "2027-05-07", std::vector<DaySpan> off = {}) {
    scene.settings.days_off = std::move(off);
    timeline.emplace(*scene.library().plan(), PlanDates{day(start), day(interview)}, day(start),
                     PlanLearner{"L6", slot_minutes(PlanDayKind::Weekday), [this](Day date) { return is_day_off(scene.settings, date); }});
  }
  [[nodiscard]] CalendarView view(Day first, Day last) const {
    const Standpoint from{scene.settings, scene.library(), *timeline, scene.states, scene.progress, scene.model, scene.rule, scene.now};
    return calendar_view(from, {first, last});
  }
  [[nodiscard]] CalendarView whole() const { return view(timeline->start(), std::max(timeline->end(), timeline->interview())); }
};

// "06:00 60 uid": of one date, in order; "all" of a whole day.
std::vector<std::string> hours_of(const CalendarView& view, const DayRule& rule = DayRule("UTC", 4)) {
  std::vector<std::string> lines;
  for (const PlanEvent& each : view.events) {
    const std::string what = each.event.uid.substr(each.event.uid.find('/') + 1);
    const CalendarEvent& event = each.event;
    const std::string when = event.start ? rule.time_of_day(*event.start) + " " + std::to_string(event.length.count()) : "all";
    lines.push_back(when + " " + what.substr(0, what.find('@')));
  }
  return lines;
}

std::map<std::string, Day> dates_of(const CalendarView& view) {
  std::map<std::string, Day> dates;
  for (const PlanEvent& each : view.events) CHECK(dates.emplace(each.event.uid, each.event.date).second);
  return dates;
}

TEST_CASE("a weekday has its three slots by the plan's template, and cards behind what noon has") {
  const Laid laid;
  const CalendarView view = laid.view(day("2026-12-22"), day("2026-12-22"));
  CHECK(hours_of(view) == std::vector<std::string>{"06:00 60 w05-d2/morning", "12:00 15 w05-d2/noon", "12:15 25 w05-d2/review",
                                                   "19:00 90 w05-d2/evening"});
  const CalendarEvent& morning = view.events[0].event;
  CHECK(morning.uid == "amazon-24-week/w05-d2/morning@starling");
  CHECK(morning.title == "Two pointers: solve 2 mediums from both ends");
  CHECK(morning.text.find("Done when: ") != std::string::npos);
  const CalendarEvent& evening = view.events[3].event;
  CHECK(evening.title == "Two pointers, evening: 3 tasks");
  CHECK(evening.text.starts_with("- Two pointers: solve the third, with three values (35 min)\n"));
  CHECK(evening.text.find("\n\n- Outline a story: a date you held against the odds (30 min)\n") != std::string::npos);
  CHECK(view.events[3].tasks.size() == 3);
}

TEST_CASE("sprints begin as their template says, and so do the behavioural days of week 15") {
  const Scene scene;
  const Plan& plan = *scene.library().plan();
  CHECK(slot_starts(plan, 5, PlanDayKind::Weekday) == SlotStarts{6h, 12h, 19h});
  CHECK(slot_starts(plan, 15, PlanDayKind::Weekday) == SlotStarts{6h, 12h, 19h});
  CHECK(slot_starts(plan, 17, PlanDayKind::Sprint) == SlotStarts{6h, 12h, 19h});
  CHECK(slot_starts(plan, 5, PlanDayKind::Weekend) == SlotStarts{9h, 12h, 18h});
  Plan other = plan;
  for (DayTemplate& each : other.templates)
    for (TemplateBlock& block : each.blocks)
      if (each.id == "sprint-day" && block.slot == Slot::Evening) block.start = "20:15";
  CHECK(slot_starts(other, 17, PlanDayKind::Sprint) == SlotStarts{6h, 12h, 20h + 15min});
  CHECK(slot_starts(other, 16, PlanDayKind::Weekday) == SlotStarts{6h, 12h, 19h});
  other.templates.clear();
  CHECK(slot_starts(other, 17, PlanDayKind::Sprint) == SlotStarts{6h, 12h, 19h});
}

TEST_CASE("a mock is an event of its own, known by its task, and the rest of its slot follows it") {
  const Laid laid;
  const CalendarView view = laid.view(day("2027-01-16"), day("2027-01-16"));
  const std::vector<std::string> hours = hours_of(view);
  REQUIRE(hours.size() >= 2);
  CHECK(hours[0] == "09:00 45 task/w08-d6-first-mock");
  CHECK(hours[1] == "09:45 45 w08-d6/morning");
}

TEST_CASE("lists and the interview take whole days, and nothing else stands on the interview's") {
  const Laid laid;
  CHECK(hours_of(laid.view(day("2027-05-07"), day("2027-05-07"))) == std::vector<std::string>{"all interview", "all list/t-0"});
  const CalendarView week_before = laid.view(day("2027-04-30"), day("2027-04-30"));
  REQUIRE_FALSE(week_before.events.empty());
  CHECK(week_before.events[0].event.title == "Checklist: 7 days before");
  CHECK(week_before.events[0].event.text.starts_with("[ ] "));
  CHECK_FALSE(week_before.events[0].event.busy);
  const auto eve = hours_of(laid.view(day("2027-05-06"), day("2027-05-06")));
  CHECK(std::ranges::find(eve, "12:00 25 w24-d4/review") != eve.end());
}

TEST_CASE("what is done says so, in the title where all of it is") {
  Laid laid;
  laid.scene.progress.tasks["w05-d2-two-pointers"].count = 2;
  const CalendarView view = laid.view(day("2026-12-22"), day("2026-12-22"));
  CHECK(view.events[0].event.title == "Done: Two pointers: solve 2 mediums from both ends");
  CHECK(view.events[0].event.length == 60min);
}

TEST_CASE("days off hold nothing, their tasks stand elsewhere, and a list waits for the first day behind them") {
  const Laid laid("2026-11-23", "2027-05-07", {{day("2026-12-22"), day("2026-12-23")}, {day("2027-04-30"), day("2027-05-01")}});
  CHECK(laid.view(day("2026-12-22"), day("2026-12-23")).events.empty());
  CHECK(laid.view(day("2027-04-30"), day("2027-05-01")).events.empty());
  CHECK(hours_of(laid.view(day("2027-05-02"), day("2027-05-02")))[0] == "all list/t-7");
  std::set<std::string> tasks;
  for (const PlanEvent& each : laid.whole().events)
    for (const Task* task : each.tasks) CHECK(tasks.insert(task->id).second);
  CHECK(std::ranges::any_of(tasks, [](const std::string& id) { return id.starts_with("w05-d2-") || id.starts_with("w05-d3-"); }));
}

TEST_CASE("when the interview moves an event keeps its name, and nearly all of them change their date") {
  const auto before = dates_of(Laid("2026-11-23", "2027-05-07").whole());
  const auto after = dates_of(Laid("2026-11-23", "2027-05-28").whole());
  int kept = 0;
  int moved = 0;
  for (const auto& [uid, date] : before) {
    const auto at = after.find(uid);
    if (at == after.end()) continue;
    ++kept;
    if (at->second != date) ++moved;
  }
  CHECK(kept == static_cast<int>(before.size()));
  CHECK(moved > kept / 2);
  CHECK(after.at("amazon-24-week/interview@starling") == day("2027-05-28"));
  CHECK(after.at("amazon-24-week/list/t-30@starling") == day("2027-04-28"));
}

TEST_CASE("for any start and date no two events have one name or one hour, and every task with a date stands in one" * doctest::test_suite("once")) {
  SplitMix64 dice(Seed{9});
  for (int round = 0; round < 60; ++round) {
    const Day start = day("2026-11-23") + days(static_cast<int>(dice.below(30)));
    const Day interview = start + days(static_cast<int>(dice.below(280)));
    const Day off = start + days(static_cast<int>(dice.below(170)));
    const Laid laid(to_string(start).c_str(), to_string(interview).c_str(), {{off, off + days(static_cast<int>(dice.below(9)))}});
    CAPTURE(to_string(start));
    CAPTURE(to_string(interview));
    const CalendarView view = laid.whole();
    std::set<std::string> uids;
    std::set<const Task*> tasks;
    Instant free = Instant::min();
    for (const PlanEvent& each : view.events) {
      CHECK(uids.insert(each.event.uid).second);
      CHECK_FALSE(each.event.title.empty());
      for (const Task* task : each.tasks) CHECK(tasks.insert(task).second);
      if (each.kind != PlanEventKind::Interview) CHECK_FALSE(is_day_off(laid.scene.settings, each.event.date));
      if (!each.event.start) continue;
      CHECK(*each.event.start >= free);
      free = *each.event.start + each.event.length;
      CHECK(laid.scene.rule.study_day(*each.event.start) == each.event.date);
    }
    for (Day date = view.first; date <= view.last; date += days(1)) {
      const auto dated = laid.timeline->day_on(date);
      if (!dated || is_day_off(laid.scene.settings, date)) continue;
      for (const Task* task : dated->tasks) CHECK(tasks.contains(task));
    }
  }
}

TEST_CASE("where the day begins after six, so does its morning, and the hours still follow one another") {
  Laid laid;
  laid.scene.rule = DayRule("Europe/Berlin", 9);
  laid.scene.settings.rollover_hour = 9;
  const CalendarView view = laid.view(day("2026-12-22"), day("2026-12-22"));
  CHECK(hours_of(view, laid.scene.rule)[0] == "09:00 60 w05-d2/morning");
  CHECK(hours_of(view, laid.scene.rule)[1] == "12:00 15 w05-d2/noon");
}

}  // namespace
}  // namespace starling
