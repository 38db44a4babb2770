#include "cli/kinds.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "source/source.h"
#include "text/text.h"

namespace starling {

namespace {

// Nothing unless all of `word` is a number. "inf" and "nan" are read as what they say.
template <class Number>
std::optional<Number> number(std::string_view word) {
  Number value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc{} || end != word.data() + word.size()) return std::nullopt;
  return value;
}

// Words between blanks; one empty word where there is nothing else.
std::vector<std::string_view> between_blanks(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  std::vector<std::string_view> words;
  for (std::size_t at = text.find_first_not_of(kBlanks); at != text.npos; at = text.find_first_not_of(kBlanks, at)) {
    const std::size_t end = std::min(text.find_first_of(kBlanks, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  if (words.empty()) words.emplace_back();
  return words;
}

std::string not_a_path(std::string_view what, std::string_view noun) { return fmt::format("{} needs a {}", what, noun); }

}  // namespace

std::vector<std::string_view> between_commas(std::string_view list) {
  std::vector<std::string_view> words;
  for (std::size_t start = 0; start <= list.size();) {
    const std::size_t end = std::min(list.find(',', start), list.size());
    words.push_back(list.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

void refuse_word(std::string_view what, std::string_view word, const std::vector<std::string>& words) {
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i)
    list += fmt::format("{}{}", i == 0 ? "" : i + 1 == words.size() ? " or " : ", ", words[i]);
  throw UsageError(fmt::format("{} takes {}, not '{}'{}", what, list, word, did_you_mean(word, words)));
}

std::string Text::read(std::string_view, std::string_view word) const { return without_controls(word); }

std::string Name::read(std::string_view, std::string_view word) const { return without_controls(word); }

std::string File::read(std::string_view what, std::string_view word) const {
  if (word.empty()) throw UsageError(not_a_path(what, "file"));
  return std::string(word);
}

std::string Folder::read(std::string_view what, std::string_view word) const {
  if (word.empty()) throw UsageError(not_a_path(what, "folder"));
  return std::string(word);
}

int Whole::read(std::string_view what, std::string_view word) const {
  const auto value = number<int>(word);
  if (value && *value >= low && *value <= high) return *value;
  throw UsageError(fmt::format("{} takes a whole number from {} to {}, not '{}'", what, low, high, word));
}

double Real::read(std::string_view what, std::string_view word) const {
  const auto value = number<double>(word);
  if (value && *value >= low && *value <= high) return *value;
  throw UsageError(fmt::format("{} takes a number from {:g} to {:g}, not '{}'", what, low, high, word));
}

std::vector<double> Reals::read(std::string_view what, std::string_view word) const {
  const bool ranged = std::isfinite(low) && std::isfinite(high);
  std::vector<double> list;
  for (const std::string_view part : between_commas(word))
    for (const std::string_view each : between_blanks(part)) {
      const auto value = number<double>(each);
      if (ranged)
        list.push_back(Real{low, high}.read(what, each));
      else if (value && std::isfinite(*value))
        list.push_back(*value);
      else
        throw UsageError(fmt::format("{}: '{}' is not a number", what, each));
      if (list.size() > most) throw UsageError(fmt::format("{} takes at most {} numbers", what, most));
    }
  return list;
}

std::chrono::milliseconds Seconds::read(std::string_view what, std::string_view word) const {
  return std::chrono::milliseconds(static_cast<std::int64_t>(Real{low, high}.read(what, word) * 1000));
}

Day Date::read(std::string_view, std::string_view word) const {
  if (const auto day = parse_day(word)) return *day;
  throw UsageError(fmt::format("'{}' is not a date; write it like 2026-12-22", word));
}

DayAndTime DateAndTime::read(std::string_view, std::string_view word) const {
  if (const auto date = parse_day_and_time(word)) return *date;
  throw UsageError(fmt::format("'{}' is not a date; write it like 2026-12-22 or 2026-12-22T06:00", word));
}

std::string Zone::read(std::string_view what, std::string_view word) const {
  try {
    constexpr int kAnyHour = 4;
    if (!word.empty()) return (void)DayRule(word, kAnyHour), std::string(word);
  } catch (const UnknownTimeZone& error) {
    throw UsageError(fmt::format("{}: {}", what, error.what()));
  }
  throw UsageError(fmt::format("{}: there is no time zone '{}'", what, word));
}

}  // namespace starling
