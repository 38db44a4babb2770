// Which day is it for this learner? Days of a calendar, instants of the world, and the one rule that joins them.
// No clock is made here: `main` makes the real one, tests say the time themselves.
#pragma once

#include <chrono>
#include <compare>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/chance.h"

namespace starling {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

// A date in the learner's calendar.
using Day = std::chrono::local_days;

static_assert(!std::is_convertible_v<Instant, Day>);

// Now, and the study day that it falls on: made once where something happens, so that both stay together.
struct Moment {
  Instant at{};
  Day day{};
};

class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
};

// A clock that stands still: for `--date` and for tests.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(Instant at) : at_(at) {}
  [[nodiscard]] Instant now() const override { return at_; }

 private:
  Instant at_;
};

class UnknownTimeZone : public std::runtime_error {
  using runtime_error::runtime_error;
};

// A day written "2026-12-22", and a minute of it where "T06:00" follows.
struct DayAndTime {
  Day day;
  std::optional<std::chrono::minutes> time_of_day;
};

// A stretch of time in which a wall clock keeps one distance from UTC, and what the zone calls it.
struct Observance {
  Instant since{};                // its first instant
  std::chrono::seconds before{};  // the distance until then
  std::chrono::seconds offset{};  // the distance from then on; east is positive
  std::string name;               // "CEST"; empty where the zone has no words
  bool summer = false;
  bool operator==(const Observance&) const = default;
};

// Where the learner's day begins. A study day runs from `rollover_hour` to the same hour of the next date, so that a
// review at one in the morning belongs to the evening before it.
class DayRule {
 public:
  // `zone` is an IANA name; empty means the system's, as TZ or /etc/localtime say it. `rollover_hour` is 0 to 23.
  // Throws UnknownTimeZone for a name that the system's zone data does not hold.
  DayRule(std::string_view zone, int rollover_hour);
  ~DayRule();
  DayRule(DayRule&&) noexcept;
  DayRule& operator=(DayRule&&) noexcept;

  [[nodiscard]] Day study_day(Instant at) const;

  // The instant at which the wall clock of the study day `day` shows `time_of_day` (0 to 24 h). Hours before the
  // rollover belong to the next date. A time that a clock change skips is moved past the gap; one that occurs twice
  // is the first.
  [[nodiscard]] Instant moment(Day day, std::chrono::minutes time_of_day) const;

  // The first instant after the study day `day`: where a clock change skips the rollover, that of the change; where it
  // brings the rollover twice, the first of the two.
  [[nodiscard]] Instant day_end(Day day) const;

  [[nodiscard]] Moment moment_of(Instant at) const { return {at, study_day(at)}; }

  // Of the learner's wall clock from UTC, in whole minutes.
  [[nodiscard]] std::chrono::minutes utc_offset(Instant at) const;

  // The observance in force at `first`, and each that begins after it and by `last`. One that never began is since 1970,
  // or since `first` where that is earlier.
  [[nodiscard]] std::vector<Observance> observances(Instant first, Instant last) const;

  // ISO 8601 with offset and whole seconds: "2026-12-22T06:00:00+01:00".
  [[nodiscard]] std::string iso(Instant at) const;

  // "06:05" on the learner's wall clock.
  [[nodiscard]] std::string time_of_day(Instant at) const;

  // The name the rule goes by, the system's where none was given.
  [[nodiscard]] const std::string& zone() const;

  // A sentence where the system's zone could not be understood and UTC is taken in its place; else empty.
  [[nodiscard]] const std::string& remark() const;

 private:
  struct Zone;
  std::unique_ptr<Zone> zone_;
  int rollover_hour_;
};

// "2026-12-22"; nothing for any other shape and for a date that does not exist. Years 1900 to 2200.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);

// "2026-12-22" or "2026-12-22T06:00".
[[nodiscard]] std::optional<DayAndTime> parse_day_and_time(std::string_view text);

[[nodiscard]] std::string to_string(Day day);

// "Tue 22 Dec", and with the year "Tue 22 Dec 2026".
[[nodiscard]] std::string short_date(Day day);
[[nodiscard]] std::string long_date(Day day);

// "monday" to "sunday".
[[nodiscard]] std::string_view weekday_name(Day day);

// Whole days from `from` to `to`; negative where `to` is earlier.
[[nodiscard]] int days_between(Day from, Day to);

// "now", "5 min", "3 h", "1 day", "24 days", "4.2 months", "1.3 years": how long until a card comes back.
[[nodiscard]] std::string span_label(std::chrono::milliseconds span);
[[nodiscard]] std::string span_label_days(int days);

}  // namespace starling
