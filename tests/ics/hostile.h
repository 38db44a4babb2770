// Calendars that nobody kind would make: what breaks lines, escapes, columns and readers, at hours when clocks change.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "ics/ics.h"

namespace starling::test {

struct HostileCalendar {
  std::string zone;
  EventCalendar calendar;
};

inline constexpr std::array<std::string_view, 8> kHostileZones{"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC",
                                                               "Asia/Kolkata",  "America/St_Johns", "Africa/Casablanca",  "Europe/Dublin"};

inline constexpr std::array<std::string_view, 36> kHostilePieces{
    ",", ";", ":", "\"", "'", "=", "\n", "\r\n", "\r", "\t", " ", "  ", "\\", "\\n", "\\,", "^n", "%2C", "%5C",
    "BEGIN:VEVENT", "\r\nEND:VCALENDAR\r\n", "UID:other", ";TZID=", "\xE2\x80\xA8", "\xC2\x85", "\x01", "\x7F",
    "😀", "👩‍💻", "e\u0301", "שלום עולם", "مرحبا", "\u200F", "\u202E", "\uFEFF", "\xC3(", "plain words"};

inline std::string hostile_text(SplitMix64& dice, std::uint64_t most) {
  std::string text;
  for (std::uint64_t count = dice.below(most); count > 0; --count) {
    if (dice.below(6) == 0)
      text += std::string(dice.below(160), static_cast<char>('a' + dice.below(26)));
    else
      text += kHostilePieces[dice.below(kHostilePieces.size())];
  }
  return text;
}

// Half of them within two hours of a change of the clock.
inline Instant hostile_moment(SplitMix64& dice, const DayRule& rule) {
  using std::chrono::minutes;
  const Instant first = std::chrono::sys_days(std::chrono::year(2026) / 9 / 1);
  const auto seen = rule.observances(first, first + std::chrono::days(600));
  const Instant any = first + minutes(dice.below(600 * 24 * 60));
  if (seen.size() < 2 || dice.below(2) == 0) return any;
  return seen[1 + dice.below(seen.size() - 1)].since + minutes(static_cast<int>(dice.below(240)) - 120);
}

inline HostileCalendar hostile_calendar(std::uint64_t seed) {
  SplitMix64 dice(Seed{seed});
  HostileCalendar made{std::string(kHostileZones[dice.below(kHostileZones.size())]), {}};
  const DayRule rule(made.zone, static_cast<int>(dice.below(24)));
  EventCalendar& calendar = made.calendar;
  calendar.title = hostile_text(dice, 6);
  calendar.sequence = static_cast<int>(dice.below(1000));
  calendar.made = hostile_moment(dice, rule);
  if (dice.below(2) == 0) calendar.alarm = std::chrono::minutes(dice.below(1441));
  for (std::uint64_t count = 1 + dice.below(20); count > 0; --count) {
    CalendarEvent event;
    const Instant at = hostile_moment(dice, rule);
    event.uid = "hostile-" + std::to_string(seed) + "-" + std::to_string(count) + "@starling";
    event.title = "t" + hostile_text(dice, 12) + ".";
    event.text = "x" + hostile_text(dice, 40) + ".";
    event.date = rule.study_day(at);
    if (dice.below(4) != 0) event.start = at;
    event.length = std::chrono::minutes(1 + dice.below(600));
    event.busy = dice.below(2) == 0;
    calendar.events.push_back(std::move(event));
  }
  return made;
}

// The title as it is read back.
inline std::string one_line(std::string_view title) {
  std::string text = calendar_text(title);
  for (char& c : text)
    if (c == '\n') c = ' ';
  return text;
}

inline constexpr std::uint64_t kHostileSeeds = 200;

}  // namespace starling::test
