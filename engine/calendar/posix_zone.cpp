#include "calendar/posix_zone.h"

#include <algorithm>

namespace starling {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_seconds;

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr int kMostHours = 24;       // of an offset
constexpr int kMostRuleHours = 167;  // of a change: a week to either side, as RFC 8536 has it
constexpr std::size_t kShortestName = 3;

// Reads from the front. After a reading that failed the rest is of no use.
class PosixReader {
 public:
  explicit PosixReader(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] bool before(char c) const { return rest_.starts_with(c); }

  bool take(char c) {
    if (!before(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // "CET", or "<+0330>".
  bool name() {
    const bool quoted = take('<');
    const auto in_name = [quoted](char c) { return is_letter(c) || (quoted && (is_digit(c) || c == '+' || c == '-')); };
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), in_name);
    const auto length = static_cast<std::size_t>(end - rest_.begin());
    rest_.remove_prefix(length);
    return length >= kShortestName && (!quoted || take('>'));
  }

  std::optional<int> number(int least, int most) {
    if (rest_.empty() || !is_digit(rest_.front())) return std::nullopt;
    int value = 0;
    while (!rest_.empty() && is_digit(rest_.front())) {
      value = value * 10 + (rest_.front() - '0');
      if (value > most) return std::nullopt;
      rest_.remove_prefix(1);
    }
    return value < least ? std::nullopt : std::optional(value);
  }

  // "[+-]h[:m[:s]]"
  std::optional<seconds> time(int most_hours) {
    constexpr int kMostOfSixty = 59;
    const bool negative = take('-');
    if (!negative) take('+');
    const auto h = number(0, most_hours);
    std::optional<int> m = 0;
    std::optional<int> s = 0;
    if (h && take(':')) {
      m = number(0, kMostOfSixty);
      if (m && take(':')) s = number(0, kMostOfSixty);
    }
    if (!h || !m || !s) return std::nullopt;
    const seconds value = hours(*h) + minutes(*m) + seconds(*s);
    return negative ? -value : value;
  }

  // "M3.5.0/2", "J60" or "59"
  std::optional<YearlyChange> change() {
    YearlyChange found;
    if (!day_of(found)) return std::nullopt;
    constexpr hours kUsualTime{2};
    const auto at = take('/') ? time(kMostRuleHours) : std::optional<seconds>(kUsualTime);
    if (!at) return std::nullopt;
    found.time = *at;
    return found;
  }

 private:
  bool day_of(YearlyChange& found) {
    constexpr int kDays = 365;
    if (take('M')) return month_day(found);
    const bool leapless = take('J');
    found.by = leapless ? YearlyChange::By::DayOfYearWithoutLeap : YearlyChange::By::DayOfYear;
    return set(found.day, number(leapless ? 1 : 0, kDays));
  }

  bool month_day(YearlyChange& found) {
    return set(found.month, number(1, 12)) && take('.') && set(found.week, number(1, 5)) && take('.') &&
           set(found.weekday, number(0, 6));
  }

  static bool set(int& target, std::optional<int> value) {
    if (value) target = *value;
    return value.has_value();
  }

  std::string_view rest_;
};

std::optional<SummerRule> parse_summer(PosixReader& reader, seconds standard, bool& dates_given) {
  constexpr std::string_view kDatesOfTheUnitedStates = "M3.2.0,M11.1.0";
  if (!reader.name()) return std::nullopt;
  SummerRule summer{standard + hours(1), {}, {}};
  if (!reader.at_end() && !reader.before(',')) {
    const auto west = reader.time(kMostHours);
    if (!west) return std::nullopt;
    summer.offset = -*west;
  }
  dates_given = !reader.at_end();
  if (dates_given && !reader.take(',')) return std::nullopt;
  PosixReader usual(kDatesOfTheUnitedStates);
  PosixReader& dates = dates_given ? reader : usual;
  const auto begin = dates.change();
  if (!begin || !dates.take(',')) return std::nullopt;
  const auto end = dates.change();
  if (!end || !dates.at_end()) return std::nullopt;
  summer.begin = *begin;
  summer.end = *end;
  return summer;
}

local_days day_in(const YearlyChange& change, std::chrono::year year) {
  const local_days new_year(year / 1 / 1);
  if (change.by == YearlyChange::By::DayOfYear) return new_year + days(change.day);
  if (change.by == YearlyChange::By::DayOfYearWithoutLeap) {
    constexpr int kFirstOfMarch = 60;
    return new_year + days(change.day - 1 + (year.is_leap() && change.day >= kFirstOfMarch ? 1 : 0));
  }
  const auto month = year / std::chrono::month(static_cast<unsigned>(change.month));
  const std::chrono::weekday weekday(static_cast<unsigned>(change.weekday));
  if (change.week == 5) return local_days(month / weekday[std::chrono::last]);
  return local_days(month / weekday[static_cast<unsigned>(change.week)]);
}

// The instant at which a wall clock that is `offset` from UTC shows the change.
sys_seconds instant_of(const YearlyChange& change, std::chrono::year year, seconds offset) {
  return sys_seconds((day_in(change, year).time_since_epoch() + change.time) - offset);
}

}  // namespace

// The last change before `at` counts; the one that counts may be of the year before or, by its hours, of the next.
seconds PosixZone::offset(sys_seconds at) const {
  if (!summer) return standard;
  const auto year = std::chrono::year_month_day(std::chrono::floor<days>(at)).year();
  std::optional<sys_seconds> last;
  seconds found = standard;
  const auto look_at = [&](sys_seconds change, seconds then) {
    if (change > at || (last && change < *last)) return;
    last = change;
    found = then;
  };
  for (const auto each : {year - std::chrono::years(1), year, year + std::chrono::years(1)}) {
    // An end that falls on a beginning is none: that is how summer time all year is written.
    look_at(instant_of(summer->end, each, summer->offset), standard);
    look_at(instant_of(summer->begin, each, standard), summer->offset);
  }
  return found;
}

std::optional<PosixZone> parse_posix_zone(std::string_view text) {
  PosixReader reader(text);
  if (!reader.name()) return std::nullopt;
  const auto west = reader.time(kMostHours);
  if (!west) return std::nullopt;
  PosixZone zone;
  zone.standard = -*west;
  if (reader.at_end()) return zone;
  zone.summer = parse_summer(reader, zone.standard, zone.summer_dates_given);
  return zone.summer ? std::optional(zone) : std::nullopt;
}

}  // namespace starling
