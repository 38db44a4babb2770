#include "settings/breaks.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "settings/read.h"

namespace starling {

namespace {

using std::chrono::days;

constexpr std::string_view kTo = "..";
constexpr std::string_view kWays = "2027-01-03..2027-01-10, or 2027-01-03..10 in one month, or 2027-01-03 for a single day";

bool is_day_of_month(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return !text.empty() && text.size() <= 2 && std::ranges::all_of(text, digit);
}

// Of "10" behind ".." the day in the month of `first`.
std::optional<Day> last_day(std::string_view text, std::string_view first) {
  if (!is_day_of_month(text)) return parse_day(text);
  return parse_day(fmt::format("{}{:0>2}", first.substr(0, first.size() - 2), text));
}

// In order, those that touch as one.
std::vector<DaySpan> joined(std::vector<DaySpan> spans) {
  std::vector<DaySpan> whole;
  std::ranges::sort(spans, {}, &DaySpan::first);
  for (const DaySpan& span : spans)
    if (!whole.empty() && span.first <= whole.back().last + days(1))
      whole.back().last = std::max(whole.back().last, span.last);
    else
      whole.push_back(span);
  return whole;
}

}  // namespace

BreakRead read_break(std::string_view text, Day today) {
  const std::size_t to = std::min(text.find(kTo), text.size());
  const std::string_view begin = text.substr(0, to);
  const auto first = parse_day(begin);
  const auto last = !first || to == text.size() ? first : last_day(text.substr(to + kTo.size()), begin);
  if (!first || !last) return {{}, fmt::format("'{}' is no break; write {}", text, kWays)};
  if (*last < *first)
    return {{}, fmt::format("the break ends on {}, before it begins on {}; write {}", to_string(*last), to_string(*first), kWays)};
  if (*first < today)
    return {{}, fmt::format("{} is past: a break begins today, {}, or later", to_string(*first), to_string(today))};
  if (!parse_day_span(to_string(*first) + std::string(kTo) + to_string(*last)))
    return {{}, fmt::format("a break is a year long at most, not {} days", days_between(*first, *last) + 1)};
  return {{*first, *last}, ""};
}

std::string wrong_break(const DaySpan& days, Day interview) {
  return days.holds(interview) ? fmt::format("a break cannot hold the day of the interview, {}", long_date(interview)) : "";
}

std::vector<DaySpan> breaks_between(const Settings& settings, Day from, Day to) {
  std::vector<DaySpan> breaks = joined(settings.days_off);
  std::erase_if(breaks, [&](const DaySpan& span) { return span.last < from || span.first > to; });
  return breaks;
}

std::vector<DaySpan> with_break(std::vector<DaySpan> days_off, const DaySpan& another) {
  DaySpan whole = another;
  const auto overlaps = [&](const DaySpan& span) { return span.first <= another.last && another.first <= span.last; };
  for (const DaySpan& span : days_off)
    if (overlaps(span)) whole = {std::min(whole.first, span.first), std::max(whole.last, span.last)};
  std::erase_if(days_off, overlaps);
  const auto place = std::ranges::find_if(days_off, [&](const DaySpan& span) { return whole.first < span.first; });
  days_off.insert(place, whole);
  return days_off;
}

std::vector<DaySpan> without_break(std::vector<DaySpan> days_off, Day first) {
  const std::vector<DaySpan> all = joined(days_off);
  const auto whole = std::ranges::find(all, first, &DaySpan::first);
  std::erase_if(days_off, [&](const DaySpan& span) {
    return whole == all.end() ? span.first == first : whole->first <= span.first && span.last <= whole->last;
  });
  return days_off;
}

std::string break_sentence(const DaySpan& days, Day today) {
  const bool begun = days.first <= today;
  if (days.first == days.last)
    return begun ? "A day off today." : fmt::format("A day off on {}.", long_date(days.first));
  if (begun) return fmt::format("A break until {}.", long_date(days.last));
  return fmt::format("A break from {} to {}.", short_date(days.first), long_date(days.last));
}

}  // namespace starling
