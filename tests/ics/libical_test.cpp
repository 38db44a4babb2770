// What libical reads in our calendars: no complaint, the same texts, and every hour at its instant by the zone that
// comes along in the file.
#include <doctest/doctest.h>
#include <libical/ical.h>

#include <map>
#include <memory>
#include <string>

#include "cli/desk.h"
#include "ics/hostile.h"

namespace {

using namespace starling;
using test::Desk;
using test::Json;

struct Free {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

Component read(const std::string& text) {
  Component calendar(icalparser_parse_string(text.c_str()));
  REQUIRE(calendar);
  REQUIRE(icalcomponent_isa(calendar.get()) == ICAL_VCALENDAR_COMPONENT);
  return calendar;
}

// What the parser could not take, in all parts.
int complaints(icalcomponent* component) {
  int count = icalcomponent_count_properties(component, ICAL_XLICERROR_PROPERTY);
  for (icalcomponent* part = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); part != nullptr;
       part = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
    count += complaints(part);
  return count;
}

void check_is_valid(icalcomponent* calendar) {
  CHECK(icalcomponent_count_errors(calendar) == 0);
  CHECK(icalrestriction_check(calendar) == 1);
  CHECK(complaints(calendar) == 0);  // the restrictions of RFC 5546 are told of as complaints too
}

std::map<std::string, icalcomponent*> events_in(icalcomponent* calendar) {
  std::map<std::string, icalcomponent*> events;
  for (icalcomponent* event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event != nullptr;
       event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
    CHECK(events.emplace(icalcomponent_get_uid(event), event).second);
  return events;
}

Instant start_of(icalcomponent* event) {
  icalproperty* start = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
  const icaltimetype time = icalproperty_get_datetime_with_component(start, event);
  REQUIRE((icaltime_is_utc(time) || time.zone != nullptr));
  return Instant(std::chrono::seconds(icaltime_as_timet_with_zone(time, time.zone)));
}

std::string text_of_property(icalcomponent* event, icalproperty_kind kind) {
  icalproperty* property = icalcomponent_get_first_property(event, kind);
  const char* text = property == nullptr ? nullptr : icalvalue_get_text(icalproperty_get_value(property));
  return text == nullptr ? "" : text;
}

// `start` is nothing for a whole day.
void check_event(icalcomponent* event, const std::optional<Instant>& start, const std::string& date, long minutes, const std::string& title,
                 const std::string& text) {
  CHECK(text_of_property(event, ICAL_SUMMARY_PROPERTY) == title);
  CHECK(text_of_property(event, ICAL_DESCRIPTION_PROPERTY) == text);
  const icaltimetype begins = icalcomponent_get_dtstart(event);
  if (!start) {
    CHECK(icaltime_is_date(begins));
    const std::chrono::year_month_day day{*parse_day(date)};
    CHECK(begins.year == static_cast<int>(day.year()));
    CHECK(begins.month == static_cast<int>(static_cast<unsigned>(day.month())));
    CHECK(begins.day == static_cast<int>(static_cast<unsigned>(day.day())));
    return;
  }
  CHECK(start_of(event) == *start);
  CHECK(icaldurationtype_as_int(icalcomponent_get_duration(event)) == minutes * 60);
}

// Of ISO 8601 with an offset, as `--json` has it.
Instant instant_of(const std::string& iso) {
  const auto wall = *parse_day_and_time(iso.substr(0, 16));
  const auto away = std::chrono::hours(std::stoi(iso.substr(20, 2))) + std::chrono::minutes(std::stoi(iso.substr(23, 2)));
  const auto seconds = std::chrono::seconds(std::stoi(iso.substr(17, 2)));
  const auto clock = wall.day.time_since_epoch() + *wall.time_of_day + seconds;
  return Instant(iso[19] == '-' ? clock + away : clock - away);
}

void live_in(Desk& desk, const std::string& zone) {
  desk.folder.write("study/starling.toml", "start = 2026-11-23\ninterview = 2027-05-07\n[day]\ntime_zone = \"" + zone + "\"\n");
}

}  // namespace

TEST_CASE("the whole plan is read without a complaint, across the change to summer time on both sides of the Atlantic") {
  for (const char* zone : {"Europe/Berlin", "America/New_York"}) {
    CAPTURE(std::string(zone));
    Desk desk;
    live_in(desk, zone);
    const Component calendar = read(desk("ics --weeks all --alarm 10 --date 2026-11-23").out);
    check_is_valid(calendar.get());
    const auto events = events_in(calendar.get());
    const Json reply = desk("ics --weeks all --json --date 2026-11-23").json();
    CHECK(reply["events"].size() == events.size());
    for (const Json& event : reply["events"]) {
      REQUIRE(events.contains(event["uid"]));
      const bool timed = event["start"].is_string();
      check_event(events.at(event["uid"]), timed ? std::optional(instant_of(event["start"])) : std::nullopt, event["date"],
                  timed ? event["minutes"].get<long>() : 0, event["title"], event["text"]);
    }
  }
}

TEST_CASE("six in the morning is an hour earlier in UTC once summer time has begun") {
  const auto hours = [](const char* zone, const char* uid) {
    Desk desk;
    live_in(desk, zone);
    const Component calendar = read(desk("ics --weeks all --date 2026-11-23").out);
    const auto since = start_of(events_in(calendar.get()).at(uid)).time_since_epoch();
    return std::chrono::duration_cast<std::chrono::hours>(since).count() % 24;
  };
  // Week 16 ends on 14 March 2027, week 18 on 28 March.
  CHECK(hours("Europe/Berlin", "amazon-24-week/w18-d5/morning@starling") == 5);
  CHECK(hours("Europe/Berlin", "amazon-24-week/w19-d1/morning@starling") == 4);
  CHECK(hours("America/New_York", "amazon-24-week/w16-d5/morning@starling") == 11);
  CHECK(hours("America/New_York", "amazon-24-week/w17-d1/morning@starling") == 10);
}

TEST_CASE("hostile texts and hours come back as they were") {
  for (std::uint64_t seed = 0; seed < test::kHostileSeeds; ++seed) {
    CAPTURE(seed);
    const test::HostileCalendar made = test::hostile_calendar(seed);
    const DayRule rule(made.zone, 4);
    const Component calendar = read(ics_text(made.calendar, rule));
    check_is_valid(calendar.get());
    const auto events = events_in(calendar.get());
    CHECK(events.size() == made.calendar.events.size());
    for (const CalendarEvent& event : made.calendar.events) {
      CAPTURE(event.uid);
      REQUIRE(events.contains(event.uid));
      check_event(events.at(event.uid), event.start, to_string(event.date), static_cast<long>(event.length.count()),
                  test::one_line(event.title), calendar_text(event.text));
      CHECK(icalcomponent_get_sequence(events.at(event.uid)) == made.calendar.sequence);
    }
  }
}
