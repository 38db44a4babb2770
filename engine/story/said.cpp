#include "story/said.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "text/text.h"

namespace starling {

namespace {

constexpr std::array<std::string_view, 3> kBetween{"→", "->", " to "};
constexpr std::string_view kFromWord = " from ";
constexpr int kMostSaid = 1'000'000;

// "2 teams": the number and the noun behind it; nothing for anything else.
struct CountSaid {
  int number = 0;
  std::string noun;
};
std::optional<CountSaid> count_said(std::string_view part) {
  const std::string plain = fold(with_digits(part));
  CountSaid said;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), said.number);
  if (error != std::errc() || said.number < 1 || said.number > kMostSaid || *end != ' ') return std::nullopt;
  said.noun = std::string(end + 1, plain.data() + plain.size());
  return said;
}

bool is_teams(std::string_view noun) { return noun == "team" || noun == "teams"; }
bool is_people(std::string_view noun) {
  constexpr std::array<std::string_view, 12> nouns{"people", "person", "persons", "engineer", "engineers", "developer",
                                                   "developers", "report", "reports", "direct reports", "heads", "of us"};
  return std::ranges::find(nouns, noun) != nouns.end();
}

}  // namespace

StoryMetric metric_said(std::string_view line) {
  const std::string_view said = trimmed(line);
  std::size_t at = std::string_view::npos;
  std::size_t size = 0;
  for (const std::string_view word : kBetween)
    if (at == std::string_view::npos) at = said.rfind(word), size = word.size();
  if (at == std::string_view::npos) return {std::string(said), "", ""};
  const std::string_view left = trimmed(said.substr(0, at));
  const std::string_view after = trimmed(said.substr(at + size));
  std::size_t split = left.rfind(':');
  std::size_t width = 1;
  if (split == left.npos) split = left.rfind(kFromWord), width = kFromWord.size();
  if (split == left.npos && left.starts_with(kFromWord.substr(1))) return {"", std::string(trimmed(left.substr(kFromWord.size() - 1))), std::string(after)};
  if (split == left.npos) {
    // "23 to 2 pages" has its ends; "we moved it to Ohio" has none.
    const bool number = !left.empty() && with_digits(left).find_first_of("0123456789") == 0;
    return number ? StoryMetric{"", std::string(left), std::string(after)} : StoryMetric{std::string(said), "", ""};
  }
  std::string_view before = trimmed(left.substr(split + width));
  if (before.starts_with(kFromWord.substr(1))) before = trimmed(before.substr(kFromWord.size() - 1));
  return {std::string(trimmed(left.substr(0, split))), std::string(before), std::string(after)};
}

RoleSaid role_said(std::string_view line) {
  RoleSaid said;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find_first_of(",;", at), line.size());
    const std::string_view part = trimmed(line.substr(at, end - at));
    at = end + 1;
    const auto count = count_said(part);
    if (count && is_teams(count->noun))
      said.teams = count->number;
    else if (count && is_people(count->noun))
      said.people = count->number;
    else if (!part.empty())
      said.role += (said.role.empty() ? "" : ", ") + std::string(part);
  }
  return said;
}

}  // namespace starling
