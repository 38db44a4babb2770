// The whole text of a calendar: what stands in it, and that equal values are equal texts.
#include <doctest/doctest.h>

#include <string>

#include "ics/ics.h"

namespace starling {
namespace {

using namespace std::chrono_literals;

Day date(const char* text) { return *parse_day(text); }
bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const DayRule& berlin() {
  static const DayRule rule("Europe/Berlin", 4);
  return rule;
}

CalendarEvent study(const char* day, std::chrono::minutes at, int minutes = 60) {
  return {"plan/w05-d2/morning@starling", "Two pointers", "Two, from both ends.", date(day), berlin().moment(date(day), at),
          std::chrono::minutes(minutes), true};
}

EventCalendar calendar_with(std::vector<CalendarEvent> events) {
  return {"Starling", std::move(events), 3, berlin().moment(date("2026-12-20"), 9h), {}};
}

TEST_CASE("an event stands by the learner's wall clock, with its zone in the same text") {
  const std::string text = ics_text(calendar_with({study("2026-12-22", 6h)}), berlin());
  CHECK(text ==
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Starling//Study plan//EN\r\nCALSCALE:GREGORIAN\r\n"
        "X-WR-CALNAME:Starling\r\nX-WR-TIMEZONE:Europe/Berlin\r\n"
        "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n"
        "BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nEND:STANDARD\r\n"
        "END:VTIMEZONE\r\n"
        "BEGIN:VEVENT\r\nUID:plan/w05-d2/morning@starling\r\nDTSTAMP:20261220T080000Z\r\nSEQUENCE:3\r\n"
        "DTSTART;TZID=Europe/Berlin:20261222T060000\r\nDURATION:PT60M\r\n"
        "SUMMARY:Two pointers\r\nDESCRIPTION:Two\\, from both ends.\r\nSTATUS:CONFIRMED\r\nTRANSP:OPAQUE\r\nEND:VEVENT\r\n"
        "END:VCALENDAR\r\n");
  CHECK(is_own_ics(text));
}

TEST_CASE("a whole day has no hour and takes nobody's time, and no alarm wakes for it") {
  EventCalendar calendar = calendar_with({{"list", "Seven days before", "", date("2027-04-30"), {}, 0min, false}, study("2027-04-30", 6h)});
  CHECK_FALSE(has(ics_text(calendar, berlin()), "VALARM"));
  calendar.alarm = 10min;
  const std::string text = ics_text(calendar, berlin());
  CHECK(has(text, "DTSTART;VALUE=DATE:20270430\r\nDTEND;VALUE=DATE:20270501\r\nSUMMARY:Seven days before\r\n"
                  "STATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT"));
  CHECK(has(text, "TRANSP:OPAQUE\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Two pointers\r\nTRIGGER:-PT10M\r\nEND:VALARM"));
}

TEST_CASE("a time that the clock shows twice stands in UTC, one that it skips is where the clock goes on") {
  const DayRule rule("Europe/Berlin", 0);
  const auto text_at = [&](Instant start) {
    CalendarEvent event = study("2026-10-25", 6h);
    event.start = start;
    return ics_text(calendar_with({event}), rule);
  };
  const Instant change = rule.moment(date("2026-10-25"), 3h);  // is back to two o'clock
  CHECK(has(text_at(change), "DTSTART;TZID=Europe/Berlin:20261025T030000"));
  CHECK(has(text_at(change - 1h), "DTSTART:20261025T010000Z"));
  CHECK(has(text_at(change - 1h - 1min), "DTSTART:20261025T005900Z"));
  CHECK(has(text_at(change - 2h - 1min), "DTSTART;TZID=Europe/Berlin:20261025T015900"));
  CalendarEvent skipped = study("2027-03-28", 6h);
  skipped.start = rule.moment(date("2027-03-28"), 2h + 30min);
  CHECK(has(ics_text(calendar_with({skipped}), rule), "DTSTART;TZID=Europe/Berlin:20270328T033000"));
  CHECK(has(ics_text(calendar_with({study("2027-03-28", 6h)}), rule),
            "DTSTART:20270328T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nEND:DAYLIGHT"));
}

TEST_CASE("equal values give the same text, and the sequence, the time and the zone are where readers look for them") {
  const EventCalendar calendar = calendar_with({study("2026-12-22", 6h)});
  CHECK(ics_text(calendar, berlin()) == ics_text(calendar, berlin()));
  EventCalendar later = calendar;
  later.sequence = 4;
  later.made += 1min;
  const std::string text = ics_text(later, berlin());
  CHECK(has(text, "SEQUENCE:4\r\n"));
  CHECK(has(text, "DTSTAMP:20261220T080100Z\r\n"));
  CHECK_FALSE(has(text, "METHOD"));
  CHECK(has(ics_text(calendar, DayRule("UTC", 4)), "TZID:UTC\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\n"
                                                   "TZOFFSETTO:+0000\r\nTZNAME:UTC\r\n"));
}

TEST_CASE("a title is one line, whatever is in it") {
  CalendarEvent event = study("2026-12-22", 6h);
  event.title = "one\r\ntwo";
  CHECK(has(ics_text(calendar_with({event}), berlin()), "SUMMARY:one two\r\n"));
}

TEST_CASE("a calendar without events is still one") {
  CHECK(ics_text(calendar_with({}), berlin()).ends_with("X-WR-TIMEZONE:Europe/Berlin\r\nEND:VCALENDAR\r\n"));
}

TEST_CASE("a file of ours is known by its product, and no other is taken for one") {
  std::string text = ics_text(calendar_with({study("2026-12-22", 6h)}), berlin());
  std::string unix_ends;
  for (const char c : text)
    if (c != '\r') unix_ends += c;
  CHECK(is_own_ics(unix_ends));
  CHECK_FALSE(is_own_ics(""));
  CHECK_FALSE(is_own_ics("notes\r\n" + text));
  CHECK_FALSE(is_own_ics("BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\n"));
  CHECK_FALSE(is_own_ics("BEGIN:VCALENDAR\r\nPRODID:-//Starling//Study plan//EN 2\r\nEND:VCALENDAR\r\n"));
  CHECK_FALSE(is_own_ics("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDESCRIPTION:x\r\nEND:VEVENT\r\n"
                         "PRODID:-//Starling//Study plan//EN\r\nEND:VCALENDAR\r\n"));
}

}  // namespace
}  // namespace starling
