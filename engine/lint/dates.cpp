// When it happened, how long ago, and how often it was told on one day.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "lint/finders.h"
#include "lint/phrases.h"

namespace starling {

namespace {

constexpr int kFirstYear = 1950;
constexpr int kLastYear = 2199;

std::optional<int> number_at(std::string_view text, std::size_t digits) {
  int value = 0;
  if (text.size() < digits || (text.size() > digits && text[digits] >= '0' && text[digits] <= '9')) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + digits, value);
  if (error != std::errc{} || end != text.data() + digits) return std::nullopt;
  return value;
}

std::optional<int> year_at(std::string_view text) {
  const auto year = number_at(text, 4);
  return year && *year >= kFirstYear && *year <= kLastYear ? year : std::nullopt;
}

// "May" at the beginning of a sentence may be no month, "may" never is one.
bool is_month(const SpokenSection& section, std::size_t at) {
  const SpokenWord& word = section.words[at];
  const char first = section.as_written(word).front();
  const auto months = phrases(PhraseList::Months);
  if (first < 'A' || first > 'Z' || std::ranges::find(months, word.plain) == months.end()) return false;
  const bool begins = at == 0 || section.words[at - 1].sentence != word.sentence;
  return !begins || (word.plain != "may" && word.plain != "march");
}

bool has_date(const SpokenSection& section) {
  for (std::size_t at = 0; at < section.words.size(); ++at)
    if (year_at(section.words[at].plain) || is_month(section, at)) return true;
  return false;
}

// A month, counted from the year 0.
using Months = int;

// The last year in `when`, with its month where one stands behind it, else its December.
std::optional<Months> end_of(std::string_view when) {
  std::optional<Months> end;
  for (std::size_t at = 0; at < when.size(); ++at) {
    if (at > 0 && when[at - 1] >= '0' && when[at - 1] <= '9') continue;
    const auto year = year_at(when.substr(at));
    if (!year) continue;
    const std::string_view rest = when.substr(at + 4);
    const auto month = rest.starts_with('-') ? number_at(rest.substr(1), 2) : std::nullopt;
    end = *year * 12 + (month && *month >= 1 && *month <= 12 ? *month : 12);
  }
  return end;
}

bool goes_on(std::string_view when) {
  const SpokenSection words = spoken(when);
  return std::ranges::any_of(words.words, [](const SpokenWord& word) {
    return word.plain == "now" || word.plain == "today" || word.plain == "present" || word.plain == "ongoing";
  });
}

Months months_of(Day day) {
  const std::chrono::year_month_day date(day);
  return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month()));
}

}  // namespace

LintFinds find_no_date(const LintCase& c) {
  if (!trimmed(c.story.when).empty()) return {};
  if (has_date(c.spoken.of(Section::Situation)) || has_date(c.spoken.of(Section::Task))) return {};
  return {about_section(c, Section::Situation, "No year or month stands in the situation and the task, nor in 'when'.")};
}

LintFinds find_old(const LintCase& c) {
  const auto end = end_of(c.story.when);
  if (!end || goes_on(c.story.when)) return {};
  const int age = months_of(c.context.today) - *end;
  const double years = age / 12.0;
  if (years <= c.at(LintLimit::OldYears)) return {};
  LintFound found{fmt::format("It ended {:.1f} years ago; at most {:g} is recent.", years, c.at(LintLimit::OldYears)),
                  {{"story", "when"}, c.story.when, std::nullopt}};
  if (years > c.at(LintLimit::OldErrorYears)) found.severity = Severity::Error;
  found.words.push_back(c.story.when);
  return {std::move(found)};
}

LintFinds find_same_lead(const LintCase& c) {
  std::map<std::string_view, int> questions;
  for (const StoryUse& use : c.context.uses) ++questions[use.debrief];
  LintFinds finds;
  for (const auto& [debrief, count] : questions)
    if (count > c.settings.whole(LintLimit::LeadQuestions))
      finds.push_back({fmt::format("It answered {} questions of the interview of {}; at most {} is wanted.", count, debrief,
                                   c.settings.whole(LintLimit::LeadQuestions)),
                       {{"story", "id"}, c.story.id, std::nullopt}});
  return finds;
}

}  // namespace starling
