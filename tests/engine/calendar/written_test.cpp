#include <doctest/doctest.h>

#include <cstdio>
#include <string>

#include "calendar/calendar.h"

namespace starling {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

Instant utc_date(int y, unsigned m, unsigned d) {
  return sys_days(year(y) / std::chrono::month(m) / std::chrono::day(d));
}

TEST_CASE("an instant is written with the learner's own offset") {
  const Instant at = utc_date(2026, 7, 1) + 20h + 5min + 9s + 999ms;

  CHECK(DayRule("Europe/Berlin", 4).iso(at) == "2026-07-01T22:05:09+02:00");
  CHECK(DayRule("Asia/Kolkata", 4).iso(at) == "2026-07-02T01:35:09+05:30");
  CHECK(DayRule("Asia/Kathmandu", 4).iso(at) == "2026-07-02T01:50:09+05:45");
  CHECK(DayRule("America/New_York", 4).iso(at) == "2026-07-01T16:05:09-04:00");
  CHECK(DayRule("America/St_Johns", 4).iso(at) == "2026-07-01T17:35:09-02:30");
  CHECK(DayRule("Pacific/Marquesas", 4).iso(at) == "2026-07-01T10:35:09-09:30");
  CHECK(DayRule("Etc/UTC", 4).iso(at) == "2026-07-01T20:05:09+00:00");
  CHECK(DayRule("Asia/Kolkata", 4).time_of_day(at) == "01:35");
}

TEST_CASE("what is written with an offset is the same instant again") {
  for (const char* zone : {"Europe/Berlin", "America/St_Johns", "Asia/Kolkata", "Pacific/Chatham"}) {
    const DayRule rule(zone, 4);
    for (Instant at = utc_date(2026, 1, 1) + 7min + 13s; at < utc_date(2027, 1, 1); at += 17h + 31min) {
      int y = 0, hour = 0, minute = 0, second = 0, away_hours = 0, away_minutes = 0;
      unsigned m = 0, d = 0;
      char sign = ' ';
      const std::string written = rule.iso(at);
      REQUIRE(written.size() == 25);
      REQUIRE(std::sscanf(written.c_str(), "%d-%u-%uT%d:%d:%d%c%d:%d", &y, &m, &d, &hour, &minute, &second, &sign,
                          &away_hours, &away_minutes) == 9);

      const auto wall = utc_date(y, m, d) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
                        std::chrono::seconds(second);
      const auto away = std::chrono::hours(away_hours) + std::chrono::minutes(away_minutes);

      CAPTURE(written);
      CHECK((sign == '-' ? wall + away : wall - away) == at);
    }
  }
}

TEST_CASE("milliseconds are cut off, before 1970 too") {
  const DayRule rule("Etc/UTC", 0);

  CHECK(rule.iso(Instant(-1ms)) == "1969-12-31T23:59:59+00:00");
  CHECK(rule.iso(Instant(999ms)) == "1970-01-01T00:00:00+00:00");
}

TEST_CASE("a time zone that does not exist is refused by its name") {
  for (const char* zone : {"Europe/Berlinn", "europe/berlin", "Etc/Unknown", "Mars/Olympus", " ", "Europe/",
                           "Europe/Berlin ", "Berlin", "GMT+25:00", "\xff\xfe", "../../etc/passwd"}) {
    CAPTURE(std::string(zone));
    std::string said;
    try {
      (void)DayRule(zone, 4);
    } catch (const UnknownTimeZone& error) {
      said = error.what();
    }
    CHECK(said.find(std::string("'") + zone + "' is not a time zone") == 0);
    CHECK(said.find("Europe/Berlin") != std::string::npos);
  }
  CHECK_THROWS_AS(DayRule(std::string_view("Europe/Berlin\0x", 15), 4), UnknownTimeZone);
}

TEST_CASE("a rule knows the name it goes by, the system's where none was given") {
  CHECK(DayRule("America/New_York", 4).zone() == "America/New_York");
  CHECK_FALSE(DayRule("", 4).zone().empty());
}

TEST_CASE("every date of three centuries is read back as it is written") {
  for (Day day = *parse_day("1900-01-01"); day <= *parse_day("2200-12-31"); day += days(1))
    REQUIRE(parse_day(to_string(day)) == day);
}

TEST_CASE("a date that is malformed or does not exist is no date") {
  for (const char* text : {"",           "2026",        "2026-12",     "2026-12-2",   "2026-12-222", "26-12-22",
                           "2026/12/22", "2026-12/22",  "2026.12.22",  "22-12-2026",  "20261222",    " 2026-12-22",
                           "2026-12-22 ", "2026-1-022",  "2026-+1-22",  "2026--1-22",  "2026-12--2",  "+026-12-22",
                           "-026-12-22", "2026-12- 2",  "2026-12-2x",  "x026-12-22",  "0x26-12-22",  "2026-00-10",
                           "2026-13-01", "2026-12-00",  "2026-12-32",  "2026-04-31",  "2026-02-29",  "2100-02-29",
                           "1900-02-29", "1899-12-31",  "2201-01-01",  "0000-01-01",  "2026-12-22T",
                           "\xD9\xA2\x30-12-22",
                           "2026\xE2\x80\x93" "12-22"}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(parse_day(text));
    CHECK_FALSE(parse_day_and_time(text));
  }
  CHECK_FALSE(parse_day(std::string_view("2026-12-2\0", 10)));
  CHECK(parse_day("2000-02-29"));
  CHECK(parse_day("2028-02-29"));
}

TEST_CASE("one wrong byte anywhere makes a date another date or none, never a crash") {
  const std::string good = "2026-12-22";
  const Day day = *parse_day(good);
  for (std::size_t i = 0; i < good.size(); ++i)
    for (int byte = 0; byte < 256; ++byte) {
      std::string text = good;
      text[i] = static_cast<char>(byte);
      const auto read = parse_day(text);
      CHECK((!read || to_string(*read) == text));
      CHECK((read == day) == (text == good));
    }
}

TEST_CASE("a minute of a day may follow the date") {
  const auto six = parse_day_and_time("2026-12-22T06:05");
  REQUIRE(six);
  CHECK(to_string(six->day) == "2026-12-22");
  CHECK(six->time_of_day == 6h + 5min);
  CHECK(parse_day_and_time("2026-12-22T00:00")->time_of_day == 0min);
  CHECK(parse_day_and_time("2026-12-22T23:59")->time_of_day == 23h + 59min);
  CHECK_FALSE(parse_day_and_time("2026-12-22")->time_of_day);

  for (const char* text : {"2026-12-22T24:00", "2026-12-22T06:60", "2026-12-22T6:05", "2026-12-22T06:5",
                           "2026-12-22 06:05", "2026-12-22t06:05", "2026-12-22T06.05", "2026-12-22T06:05:00",
                           "2026-12-22T06:05Z", "2026-12-22T-6:05", "2026-12-22T+6:05", "2026-02-29T06:05",
                           "2026-12-22T06:-5", "2026-12-22T  :  "}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(parse_day_and_time(text));
  }
}

TEST_CASE("dates are shown with their weekday") {
  const Day leap = *parse_day("2028-02-29");

  CHECK(short_date(leap) == "Tue 29 Feb");
  CHECK(long_date(leap) == "Tue 29 Feb 2028");
  CHECK(long_date(*parse_day("1969-12-31")) == "Wed 31 Dec 1969");
  CHECK(short_date(*parse_day("2026-11-01")) == "Sun 1 Nov");
  CHECK(weekday_name(*parse_day("2026-12-21")) == "monday");
  CHECK(weekday_name(*parse_day("2026-12-27")) == "sunday");
  CHECK(weekday_name(*parse_day("1969-12-31")) == "wednesday");
}

TEST_CASE("days are counted forwards and backwards") {
  const Day from = *parse_day("2028-02-01");
  const Day to = *parse_day("2028-03-01");

  CHECK(days_between(from, to) == 29);
  CHECK(days_between(to, from) == -29);
  CHECK(days_between(to, to) == 0);
}

TEST_CASE("how long until a card comes back reads like a person says it") {
  CHECK(span_label(-5min) == "now");
  CHECK(span_label(0ms) == "now");
  CHECK(span_label(29s) == "now");
  CHECK(span_label(31s) == "1 min");
  CHECK(span_label(10min) == "10 min");
  CHECK(span_label(59min + 29s) == "59 min");
  CHECK(span_label(59min + 31s) == "1 h");
  CHECK(span_label(89min) == "1 h");
  CHECK(span_label(91min) == "2 h");
  CHECK(span_label(24h) == "1 day");
  CHECK(span_label(35h) == "1 day");
  CHECK(span_label(37h) == "2 days");
  CHECK(span_label(24h * 24) == "24 days");
  CHECK(span_label_days(-3) == "today");
  CHECK(span_label_days(0) == "today");
  CHECK(span_label_days(1) == "1 day");
  CHECK(span_label_days(59) == "59 days");
  CHECK(span_label_days(128) == "4.2 months");
  CHECK(span_label_days(365) == "1.0 years");
  CHECK(span_label_days(475) == "1.3 years");
  CHECK(span_label_days(36500) == "99.9 years");
}

TEST_CASE("a clock that stands still says the time it was given") {
  const Instant at = utc_date(2026, 12, 22) + 6h;
  const FixedClock clock(at);
  CHECK(clock.now() == at);
  CHECK(clock.now() == at);
}

}  // namespace
}  // namespace starling
