#include "ics/event_calendar.h"

#include <fmt/format.h>

#include <algorithm>

#include "ics/content_line.h"
#include "text/text.h"

namespace starling {

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::string_view kProduct = "PRODID:-//Starling//Study plan//EN";

std::string basic_date(Day day) {
  std::string date = to_string(day);
  std::erase(date, '-');
  return date;
}

// "20261222T060000" of a clock that is `offset` from UTC.
std::string basic_time(Instant at, seconds offset) {
  const auto wall = floor<seconds>(at.time_since_epoch()) + offset;
  const auto midnight = floor<days>(wall);
  const std::chrono::hh_mm_ss clock(wall - midnight);
  return fmt::format("{}T{:02}{:02}{:02}", basic_date(Day(midnight)), clock.hours().count(), clock.minutes().count(),
                     clock.seconds().count());
}

std::string utc_time(Instant at) { return basic_time(at, seconds(0)) + 'Z'; }

// "+0530", with seconds where there are some.
std::string utc_offset(seconds offset) {
  const std::chrono::hh_mm_ss away(std::chrono::abs(offset));
  std::string text = fmt::format("{}{:02}{:02}", offset < seconds(0) ? '-' : '+', away.hours().count(), away.minutes().count());
  if (away.seconds().count() != 0) text += fmt::format("{:02}", away.seconds().count());
  return text;
}

// The name of the zone as both a parameter and a text can hold it. A slash in front would promise a registry of names.
std::string zone_id(const DayRule& rule) {
  std::string id = rule.zone();
  id.erase(0, id.find_first_not_of('/'));
  const auto plain = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '_' || c == '+' || c == '-';
  };
  std::ranges::replace_if(id, [&](char c) { return !plain(c); }, '-');
  return id.empty() ? "local" : id;
}

class IcsWriter {
 public:
  IcsWriter(const EventCalendar& calendar, const DayRule& rule) : calendar_(calendar), rule_(rule), zone_(zone_id(rule)) {}

  std::string whole() {
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line(kProduct);
    line("CALSCALE:GREGORIAN");
    // Blank, libical complains of it.
    if (!trimmed(calendar_.title).empty()) put("X-WR-CALNAME", calendar_.title);
    line("X-WR-TIMEZONE:" + zone_);
    if (!calendar_.events.empty()) add_zone();
    for (const CalendarEvent& event : calendar_.events) add(event);
    line("END:VCALENDAR");
    return std::move(text_);
  }

 private:
  void line(std::string_view content) { text_ += ics_line(content); }

  void put(std::string_view name, std::string_view value) {
    line(fmt::format("{}:{}", name, ics_value(calendar_text(value))));
  }

  // With some days to spare on both sides, for what begins or ends late.
  void add_zone() {
    observed_ = rule_.observances(rule_.moment(first_date() - days(2), hours(12)), rule_.moment(last_date() + days(3), hours(12)));
    line("BEGIN:VTIMEZONE");
    line("TZID:" + zone_);
    for (const Observance& each : observed_) {
      const std::string_view kind = each.summer ? "DAYLIGHT" : "STANDARD";
      line(fmt::format("BEGIN:{}", kind));
      line("DTSTART:" + basic_time(each.since, each.before));
      line("TZOFFSETFROM:" + utc_offset(each.before));
      line("TZOFFSETTO:" + utc_offset(each.offset));
      if (!each.name.empty()) put("TZNAME", each.name);
      line(fmt::format("END:{}", kind));
    }
    line("END:VTIMEZONE");
  }

  void add(const CalendarEvent& event) {
    line("BEGIN:VEVENT");
    put("UID", event.uid);
    line("DTSTAMP:" + utc_time(calendar_.made));
    line(fmt::format("SEQUENCE:{}", calendar_.sequence));
    add_time(event);
    std::string title = calendar_text(event.title);
    std::ranges::replace(title, '\n', ' ');
    put("SUMMARY", title);
    if (!event.text.empty()) put("DESCRIPTION", event.text);
    line("STATUS:CONFIRMED");
    line(event.busy ? "TRANSP:OPAQUE" : "TRANSP:TRANSPARENT");
    if (calendar_.alarm && event.start) add_alarm(title);
    line("END:VEVENT");
  }

  void add_time(const CalendarEvent& event) {
    if (!event.start) {
      line("DTSTART;VALUE=DATE:" + basic_date(event.date));
      line("DTEND;VALUE=DATE:" + basic_date(event.date + days(1)));
      return;
    }
    line(shown_twice(*event.start) ? "DTSTART:" + utc_time(*event.start)
                                   : fmt::format("DTSTART;TZID={}:{}", zone_, wall_time(*event.start)));
    line(fmt::format("DURATION:PT{}M", event.length.count()));
  }

  void add_alarm(const std::string& title) {
    line("BEGIN:VALARM");
    line("ACTION:DISPLAY");
    put("DESCRIPTION", title);
    line(fmt::format("TRIGGER:-PT{}M", calendar_.alarm->count()));
    line("END:VALARM");
  }

  [[nodiscard]] const Observance& observed(Instant at) const {
    const auto next = std::ranges::upper_bound(observed_, at, {}, &Observance::since);
    return next == observed_.begin() ? *next : *std::prev(next);
  }
  [[nodiscard]] std::string wall_time(Instant at) const { return basic_time(at, observed(at).offset); }
  // Whether the wall clock is set back over this time, before or after it.
  [[nodiscard]] bool shown_twice(Instant at) const {
    return std::ranges::any_of(observed_, [&](const Observance& change) {
      const seconds back = change.before - change.offset;
      return back > seconds(0) && at >= change.since - back && at < change.since + back;
    });
  }

  [[nodiscard]] Day first_date() const { return std::ranges::min(calendar_.events, {}, &CalendarEvent::date).date; }
  [[nodiscard]] Day last_date() const { return std::ranges::max(calendar_.events, {}, &CalendarEvent::date).date; }

  const EventCalendar& calendar_;
  const DayRule& rule_;
  std::string zone_;
  std::vector<Observance> observed_;
  std::string text_;
};

}  // namespace

std::string ics_text(const EventCalendar& calendar, const DayRule& rule) { return IcsWriter(calendar, rule).whole(); }

bool is_own_ics(std::string_view text) {
  constexpr std::string_view kBegins = "BEGIN:VCALENDAR";
  if (!text.starts_with(kBegins)) return false;
  const std::size_t inner = text.find("\nBEGIN:");
  const std::size_t product = text.find(fmt::format("\n{}", kProduct));
  if (product == text.npos || product > inner) return false;
  const std::string_view rest = text.substr(product + 1 + kProduct.size());
  return rest.starts_with('\n') || rest.starts_with("\r\n");
}

}  // namespace starling
