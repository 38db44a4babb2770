#include "calendar/calendar.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "calendar/zone.h"

namespace starling {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::year_month_day;

struct DayRule::Zone {
  NamedZone open;

  [[nodiscard]] milliseconds offset(Instant at) const { return open.offset(at); }
  // The first instant at which the wall clock shows `wall` or later.
  [[nodiscard]] Instant reaches(milliseconds wall) const;
};

Instant DayRule::Zone::reaches(milliseconds wall) const {
  const Instant guess{wall};
  const milliseconds before = offset(guess - hours(24));
  Instant early = guess - before;
  if (offset(early) == before) return early;
  const Instant late = guess - offset(guess + hours(24));
  if (late > early || late.time_since_epoch() + offset(late) == wall) return late;
  // The clock jumps over it between `late` and `early`.
  Instant still = late;
  while (early - still > milliseconds(1)) {
    const Instant middle = still + (early - still) / 2;
    (offset(middle) == before ? still : early) = middle;
  }
  return early;
}

namespace {

NamedZone open_zone(std::string_view name) {
  if (!name.empty()) return zone_of_name(name);
  HostSays says;
  if (const char* tz = std::getenv("TZ")) says.tz = tz;
  return zone_of_host(says);
}

std::optional<int> whole_number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size() || digits[0] == '-') return std::nullopt;
  return value;
}

constexpr std::array<std::string_view, 7> kWeekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                    "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 7> kShortWeekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> kShortMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

unsigned weekday_index(Day day) { return std::chrono::weekday(day).c_encoding(); }

}  // namespace

DayRule::DayRule(std::string_view zone, int rollover_hour)
    : zone_(std::make_unique<Zone>(open_zone(zone))), rollover_hour_(rollover_hour) {}
DayRule::~DayRule() = default;
DayRule::DayRule(DayRule&&) noexcept = default;
DayRule& DayRule::operator=(DayRule&&) noexcept = default;

const std::string& DayRule::zone() const { return zone_->open.name; }
const std::string& DayRule::remark() const { return zone_->open.remark; }

Day DayRule::study_day(Instant at) const {
  const milliseconds offset = zone_->offset(at);
  const Day day(std::chrono::floor<days>(at.time_since_epoch() + offset - hours(rollover_hour_)));
  // A clock that is set back behind the rollover does not bring back a day that is over.
  const bool set_back = zone_->offset(at - hours(24)) > offset;
  return set_back && day_end(day) <= at ? day + days(1) : day;
}

Instant DayRule::moment(Day day, minutes time_of_day) const {
  if (time_of_day < hours(rollover_hour_)) day += days(1);
  const milliseconds wall = day.time_since_epoch() + time_of_day;
  // The offset before the change finds the first of two equal wall times, and moves a skipped one past the gap.
  const Instant guess{wall};
  const Instant early = guess - zone_->offset(guess - hours(24));
  if (early.time_since_epoch() + zone_->offset(early) == wall) return early;
  const Instant late = guess - zone_->offset(guess + hours(24));
  if (late.time_since_epoch() + zone_->offset(late) == wall) return late;
  return early;
}

Instant DayRule::day_end(Day day) const {
  return zone_->reaches((day + days(1)).time_since_epoch() + hours(rollover_hour_));
}

minutes DayRule::utc_offset(Instant at) const { return std::chrono::round<minutes>(zone_->offset(at)); }

std::vector<Observance> DayRule::observances(Instant first, Instant last) const {
  return zone_->open.observances(first, last);
}

std::string DayRule::iso(Instant at) const {
  const milliseconds offset = zone_->offset(at);
  const auto wall = std::chrono::floor<std::chrono::seconds>(at.time_since_epoch() + offset);
  const auto midnight = std::chrono::floor<days>(wall);
  const auto clock = std::chrono::hh_mm_ss(wall - midnight);
  const auto away = std::chrono::abs(std::chrono::duration_cast<minutes>(offset));
  return fmt::format("{}T{:02}:{:02}:{:02}{}{:02}:{:02}", to_string(Day(midnight)), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count(), offset < milliseconds(0) ? '-' : '+',
                     away.count() / 60, away.count() % 60);
}

std::string DayRule::time_of_day(Instant at) const { return iso(at).substr(11, 5); }

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = whole_number(text.substr(0, 4));
  const auto month = whole_number(text.substr(5, 2));
  const auto day = whole_number(text.substr(8, 2));
  if (!year || !month || !day || *year < 1900 || *year > 2200) return std::nullopt;
  const year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                            std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return Day(date);
}

std::optional<DayAndTime> parse_day_and_time(std::string_view text) {
  const auto day = parse_day(text.substr(0, 10));
  if (!day) return std::nullopt;
  if (text.size() == 10) return DayAndTime{*day, std::nullopt};
  if (text.size() != 16 || text[10] != 'T' || text[13] != ':') return std::nullopt;
  const auto hour = whole_number(text.substr(11, 2));
  const auto minute = whole_number(text.substr(14, 2));
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return DayAndTime{*day, hours(*hour) + minutes(*minute)};
}

std::string to_string(Day day) {
  const year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string short_date(Day day) {
  const year_month_day date{day};
  return fmt::format("{} {} {}", kShortWeekdays[weekday_index(day)], static_cast<unsigned>(date.day()),
                     kShortMonths[static_cast<unsigned>(date.month()) - 1]);
}

std::string long_date(Day day) {
  return fmt::format("{} {}", short_date(day), static_cast<int>(year_month_day{day}.year()));
}

std::string_view weekday_name(Day day) { return kWeekdays[weekday_index(day)]; }

int days_between(Day from, Day to) { return static_cast<int>((to - from).count()); }

std::string span_label(milliseconds span) {
  const auto whole = std::chrono::round<minutes>(span).count();
  if (whole < 1) return "now";
  if (whole < 60) return fmt::format("{} min", whole);
  if (whole < 24 * 60) return fmt::format("{} h", std::lround(static_cast<double>(whole) / 60));
  return span_label_days(static_cast<int>(std::lround(static_cast<double>(whole) / (24 * 60))));
}

std::string span_label_days(int whole) {
  if (whole <= 0) return "today";
  if (whole == 1) return "1 day";
  if (whole < 60) return fmt::format("{} days", whole);
  if (whole < 365) return fmt::format("{:.1f} months", whole / 30.44);
  return fmt::format("{:.1f} years", whole / 365.25);
}

}  // namespace starling
