#include <doctest/doctest.h>

#include <array>
#include <map>
#include <string>
#include <tuple>

#include "calendar/calendar.h"

namespace starling {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::sys_days;
using std::chrono::year;

Day date(int y, unsigned m, unsigned d) { return Day(year(y) / std::chrono::month(m) / std::chrono::day(d)); }
Instant utc(int y, unsigned m, unsigned d) {
  return sys_days(year(y) / std::chrono::month(m) / std::chrono::day(d));
}

constexpr std::array kZones{"Europe/Berlin",       "America/New_York", "Asia/Kolkata",
                            "Australia/Lord_Howe", "America/Santiago", "Pacific/Auckland",
                            "America/St_Johns",    "Africa/Casablanca"};

TEST_CASE("a review at one in the morning belongs to the evening before it") {
  const DayRule berlin("Europe/Berlin", 4);
  const Instant midnight = utc(2026, 12, 22) + 23h;  // of the 23rd, in Berlin

  CHECK(berlin.study_day(midnight - 1ms) == date(2026, 12, 22));
  CHECK(berlin.study_day(midnight + 1h) == date(2026, 12, 22));
  CHECK(berlin.study_day(midnight + 4h - 1ms) == date(2026, 12, 22));
  CHECK(berlin.study_day(midnight + 4h) == date(2026, 12, 23));
}

TEST_CASE("with a rollover at midnight the study day is the date on the wall") {
  const DayRule new_york("America/New_York", 0);

  CHECK(new_york.study_day(utc(2026, 12, 23) + 5h - 1ms) == date(2026, 12, 22));
  CHECK(new_york.study_day(utc(2026, 12, 23) + 5h) == date(2026, 12, 23));
}

TEST_CASE("the same instant is another day elsewhere") {
  const Instant at = utc(2026, 12, 22) + 20h;

  CHECK(DayRule("Asia/Kolkata", 0).study_day(at) == date(2026, 12, 23));
  CHECK(DayRule("America/New_York", 0).study_day(at) == date(2026, 12, 22));
  CHECK(DayRule("Pacific/Kiritimati", 0).study_day(at) == date(2026, 12, 23));
  CHECK(DayRule("Pacific/Pago_Pago", 12).study_day(at - 10h) == date(2026, 12, 21));
}

TEST_CASE("168 days of study keep counting across a clock change and a leap day") {
  for (const char* zone : {"Europe/Berlin", "America/New_York"}) {
    const DayRule rule(zone, 4);
    const Day first = date(2027, 11, 22);
    std::map<hours, int> lengths;

    for (int n = 0; n < 168; ++n) {
      const Instant morning = rule.moment(first + days(n), 6h);
      CAPTURE(std::string(zone));
      CAPTURE(n);
      CHECK(rule.study_day(morning) == first + days(n));
      CHECK(days_between(first, rule.study_day(morning)) == n);
      CHECK(rule.time_of_day(morning) == "06:00");
      const auto until_next = rule.moment(first + days(n + 1), 6h) - morning;
      ++lengths[std::chrono::duration_cast<hours>(until_next)];
    }

    CHECK(lengths == std::map<hours, int>{{23h, 1}, {24h, 167}});
    CHECK(to_string(first + days(99)) == "2028-02-29");
    CHECK(to_string(first + days(167)) == "2028-05-07");
  }
}

TEST_CASE("study days follow one another without a gap, and last 23 to 25 hours") {
  for (const char* zone : kZones)
    for (const int rollover : {0, 2, 3, 4, 23}) {
      const DayRule rule(zone, rollover);
      Instant began = utc(2026, 1, 1);
      Day today = rule.study_day(began);
      int seen = 0;
      for (Instant at = began; at < utc(2027, 2, 1); at += 30min) {
        const Day day = rule.study_day(at);
        if (day == today) continue;
        CAPTURE(std::string(zone));
        CAPTURE(rollover);
        CAPTURE(rule.iso(at));
        REQUIRE(day == today + days(1));
        if (seen++ > 0) {
          CHECK(at - began >= 23h);
          CHECK(at - began <= 25h);
        }
        today = day;
        began = at;
      }
      CHECK(seen >= 395);
    }
}

TEST_CASE("the moment of a day and an hour lies on that study day and shows that hour") {
  for (const char* zone : kZones)
    for (const int rollover : {0, 4}) {
      const DayRule rule(zone, rollover);
      int moved = 0;
      for (Day day = date(2027, 9, 1); day < date(2028, 12, 1); day += days(1))
        for (int half = 0; half < 48; ++half) {
          const minutes time_of_day = half * 30min;
          const Instant at = rule.moment(day, time_of_day);
          const std::string wall = rule.time_of_day(at);
          const auto shown = std::chrono::hours(std::stoi(wall.substr(0, 2))) + minutes(std::stoi(wall.substr(3)));
          CAPTURE(std::string(zone));
          CAPTURE(rollover);
          CAPTURE(to_string(day));
          CAPTURE(half);
          REQUIRE(rule.study_day(at) == day);
          if (shown == time_of_day) continue;
          ++moved;
          CHECK(shown > time_of_day);
          CHECK(shown - time_of_day <= 1h);
        }
      CHECK(moved <= 4);  // two half hours in each of at most two springs
    }
}

TEST_CASE("an hour before the rollover is on the next date, one after it on the same") {
  const DayRule rule("Europe/Berlin", 4);
  const Day day = date(2026, 12, 22);

  CHECK(rule.iso(rule.moment(day, 3h + 59min)) == "2026-12-23T03:59:00+01:00");
  CHECK(rule.iso(rule.moment(day, 4h)) == "2026-12-22T04:00:00+01:00");
  CHECK(rule.iso(rule.moment(day, 24h)) == "2026-12-23T00:00:00+01:00");
  CHECK(rule.moment(day, 24h) == rule.moment(day, 0h));
}

TEST_CASE("a time that the clock change skips is moved past the gap") {
  const DayRule berlin("Europe/Berlin", 0);
  const DayRule new_york("America/New_York", 0);

  CHECK(berlin.iso(berlin.moment(date(2026, 3, 29), 1h + 59min)) == "2026-03-29T01:59:00+01:00");
  CHECK(berlin.iso(berlin.moment(date(2026, 3, 29), 2h)) == "2026-03-29T03:00:00+02:00");
  CHECK(berlin.iso(berlin.moment(date(2026, 3, 29), 2h + 30min)) == "2026-03-29T03:30:00+02:00");
  CHECK(berlin.iso(berlin.moment(date(2026, 3, 29), 3h)) == "2026-03-29T03:00:00+02:00");
  CHECK(new_york.iso(new_york.moment(date(2026, 3, 8), 2h + 30min)) == "2026-03-08T03:30:00-04:00");
}

TEST_CASE("a time that comes twice is the first of the two") {
  const DayRule berlin("Europe/Berlin", 0);
  const DayRule new_york("America/New_York", 0);

  CHECK(berlin.iso(berlin.moment(date(2026, 10, 25), 2h + 30min)) == "2026-10-25T02:30:00+02:00");
  CHECK(berlin.iso(berlin.moment(date(2026, 10, 25), 3h)) == "2026-10-25T03:00:00+01:00");
  CHECK(new_york.iso(new_york.moment(date(2026, 11, 1), 1h)) == "2026-11-01T01:00:00-04:00");
  CHECK(new_york.iso(new_york.moment(date(2026, 11, 1), 2h)) == "2026-11-01T02:00:00-05:00");
}

TEST_CASE("a day whose rollover the clock skips ends where the clock jumps, and the next one begins there") {
  struct Row {
    const char* zone;
    int rollover;
    Day before;
    const char* last;
    const char* first;
  };
  // Troll goes from 1 to 3 o'clock.
  for (const Row& row : {Row{"Europe/Berlin", 2, date(2027, 3, 27), "2027-03-28T01:59:59+01:00", "2027-03-28T03:00:00+02:00"},
                         {"America/Sao_Paulo", 0, date(2018, 11, 3), "2018-11-03T23:59:59-03:00", "2018-11-04T01:00:00-02:00"},
                         {"Antarctica/Troll", 1, date(2027, 3, 27), "2027-03-28T00:59:59+00:00", "2027-03-28T03:00:00+02:00"},
                         {"Antarctica/Troll", 2, date(2027, 3, 27), "2027-03-28T00:59:59+00:00", "2027-03-28T03:00:00+02:00"},
                         {"Antarctica/Troll", 3, date(2027, 3, 27), "2027-03-28T00:59:59+00:00", "2027-03-28T03:00:00+02:00"},
                         {"Pacific/Apia", 4, date(2011, 12, 29), "2011-12-29T23:59:59-10:00", "2011-12-31T00:00:00+14:00"}}) {
    CAPTURE(row.zone);
    CAPTURE(row.rollover);
    const DayRule rule(row.zone, row.rollover);
    const Instant edge = rule.day_end(row.before);
    CHECK(rule.iso(edge - 1ms) == row.last);
    CHECK(rule.iso(edge) == row.first);
    CHECK(rule.study_day(edge - 1ms) == row.before);
    CHECK(rule.study_day(edge) == row.before + days(1));
    CHECK(rule.day_end(row.before + days(1)) > edge);
  }
}

TEST_CASE("a day that has turned stays turned when the clock is set back behind the rollover") {
  // Troll goes from 3 back to 1 o'clock, Newfoundland went from one minute past midnight back to one past eleven.
  for (const auto& [zone, rollover, day, first] :
       {std::tuple{"Antarctica/Troll", 2, date(2027, 10, 30), "2027-10-31T02:00:00+02:00"},
        std::tuple{"America/St_Johns", 0, date(2010, 11, 6), "2010-11-07T00:00:00-02:30"}}) {
    CAPTURE(std::string(zone));
    const DayRule rule(zone, rollover);
    const Instant edge = rule.day_end(day);
    CHECK(rule.iso(edge) == first);
    for (Instant at = edge - 5h; at < edge + 20h; at += 30s) REQUIRE(rule.study_day(at) == (at < edge ? day : day + days(1)));
  }
}

TEST_CASE("in every zone and with every rollover a day ends where the next one begins") {
  for (const char* zone : {"Europe/Berlin", "America/Sao_Paulo", "Antarctica/Troll", "Australia/Lord_Howe", "Africa/Casablanca",
                           "America/Santiago", "Asia/Gaza", "Africa/Cairo", "America/Havana", "America/St_Johns"})
    for (int rollover = 0; rollover < 24; ++rollover) {
      const DayRule rule(zone, rollover);
      for (const Day first : {date(2018, 1, 1), date(2027, 1, 1)})
        for (Day day = first; day < first + days(366); day += days(1)) {
          CAPTURE(std::string(zone));
          CAPTURE(rollover);
          CAPTURE(to_string(day));
          const Instant edge = rule.day_end(day);
          REQUIRE(rule.study_day(edge - 1ms) == day);
          REQUIRE(rule.study_day(edge) == day + days(1));
        }
    }
}

TEST_CASE("both of the doubled hours belong to the same study day") {
  const DayRule berlin("Europe/Berlin", 4);
  const Instant first = berlin.moment(date(2026, 10, 24), 2h + 30min);

  CHECK(berlin.time_of_day(first) == berlin.time_of_day(first + 1h));
  CHECK(berlin.study_day(first) == date(2026, 10, 24));
  CHECK(berlin.study_day(first + 1h) == date(2026, 10, 24));
  CHECK(berlin.study_day(first + 1h + 90min) == date(2026, 10, 25));
}

TEST_CASE("a date that a whole country skipped is moved past the gap as well") {
  const DayRule apia("Pacific/Apia", 0);  // went from the 29th to the 31st of December 2011

  CHECK(apia.iso(apia.moment(date(2011, 12, 30), 12h)) == "2011-12-31T12:00:00+14:00");
}

TEST_CASE("days before 1970 and far away are counted the same way") {
  const DayRule rule("Europe/Berlin", 4);
  for (const Day day : {date(1900, 1, 2), date(1969, 12, 31), date(1970, 1, 1), date(2199, 12, 31)})
    for (int hour = 0; hour < 24; ++hour) CHECK(rule.study_day(rule.moment(day, hours(hour))) == day);
}

}  // namespace
}  // namespace starling
