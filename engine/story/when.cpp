#include "story/when.h"

#include <array>
#include <string>

#include "text/text.h"

namespace starling {

namespace {

// A year or a month stands for all of its days.
std::optional<Period> single(std::string_view text) {
  using namespace std::chrono;
  const std::string day(trimmed(text));
  if (day.size() == 4) {
    const auto first = parse_day(day + "-01-01");
    const auto last = parse_day(day + "-12-31");
    return first && last ? std::optional(Period{*first, *last}) : std::nullopt;
  }
  if (day.size() == 7) {
    const auto first = parse_day(day + "-01");
    if (!first) return std::nullopt;
    const year_month_day date{*first};
    return Period{*first, local_days{date.year() / date.month() / last}};
  }
  const auto whole = parse_day(day);
  return whole ? std::optional(Period{*whole, *whole}) : std::nullopt;
}

}  // namespace

std::optional<Period> period_of(std::string_view when) {
  for (const std::string_view joint : {" to ", " until ", "\xE2\x80\x93", " - "}) {
    const std::size_t at = when.find(joint);
    if (at == std::string_view::npos) continue;
    const auto first = single(when.substr(0, at));
    const auto last = single(when.substr(at + joint.size()));
    if (!first || !last || last->last < first->first) return std::nullopt;
    return Period{first->first, last->last};
  }
  return single(when);
}

}  // namespace starling
