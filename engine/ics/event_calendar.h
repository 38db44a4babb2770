// Events, and the whole calendar as the text of an .ics file.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"

namespace starling {

struct CalendarEvent {
  std::string uid;   // by what it is, however often its date moves: a calendar knows it again by this
  std::string title; // one line
  std::string text;  // lines; may be empty
  Day date{};
  std::optional<Instant> start;    // absent: the whole of `date`
  std::chrono::minutes length{0};  // where it has a start
  bool busy = true;                // others see the time as taken
  bool operator==(const CalendarEvent&) const = default;
};

struct EventCalendar {
  std::string title;
  std::vector<CalendarEvent> events;  // no two of one uid
  int sequence = 0;                   // rises whenever dates may have changed: of two copies of an event the higher one holds
  Instant made{};                     // of two copies with the same sequence the later one holds
  std::optional<std::chrono::minutes> alarm;  // so long before each event that has a start
};

// UTF-8 with CRLF. Times stand by the wall clock of `rule`, whose zone comes along with what it observes from the first
// date to the last; a time that the wall clock shows twice stands in UTC. Equal values give equal texts.
[[nodiscard]] std::string ics_text(const EventCalendar& calendar, const DayRule& rule);

// Whether a file is a calendar that ics_text made, whatever ends its lines.
[[nodiscard]] bool is_own_ics(std::string_view text);

}  // namespace starling
