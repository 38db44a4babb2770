// A time zone as POSIX writes it in TZ: "CET-1CEST,M3.5.0,M10.5.0/3". Not part of the room's front door.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace starling {

// When summer time begins or ends in a year: a day, and seconds of the wall clock from its midnight.
struct YearlyChange {
  enum class By { Month, DayOfYear, DayOfYearWithoutLeap };
  By by = By::Month;
  int month = 1;    // 1 to 12
  int week = 1;     // 1 to 5; 5 is the last one
  int weekday = 0;  // 0 is Sunday
  int day = 0;      // 0 to 365 of the year; without the leap day 1 to 365
  std::chrono::seconds time{};  // 167 hours to either side
};

struct SummerRule {
  std::chrono::seconds offset{};
  YearlyChange begin;
  YearlyChange end;
};

// Offsets are those of the wall clock from UTC: east is positive, unlike in the text.
struct PosixZone {
  std::chrono::seconds standard{};
  std::optional<SummerRule> summer;
  bool summer_dates_given = true;  // else those of the United States are taken, as the C library does

  [[nodiscard]] std::chrono::seconds offset(std::chrono::sys_seconds at) const;
};

// Nothing for any other text. The whole text counts.
[[nodiscard]] std::optional<PosixZone> parse_posix_zone(std::string_view text);

}  // namespace starling
