#include "lint/finders.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace starling {

namespace {

// Nobody reads more of one flag.
constexpr std::size_t kMostWords = 12;

LintSpot spot_of(const LintCase& c, Section section, std::optional<ValuePiece> piece) {
  return {{"sections", to_string(section)}, c.story.sections[static_cast<std::size_t>(section)], piece};
}

}  // namespace

LintFound about_whole(std::string text) { return {std::move(text), {{"sections", to_string(kSections.front())}}}; }

LintFound about_section(const LintCase& c, Section section, std::string text) {
  return {std::move(text), spot_of(c, section, std::nullopt), section};
}

LintFound about_words(const LintCase& c, const std::vector<SectionSpans>& spans, std::string text) {
  const Section first = spans.front().section;
  const Stretch piece = stretch_of(c.spoken.of(first), spans.front().spans.front());
  LintFound found{std::move(text), spot_of(c, first, ValuePiece{piece.begin, piece.size}), first};
  for (const SectionSpans& each : spans)
    for (const WordSpan span : each.spans) {
      if (found.words.size() == kMostWords) return found;
      const SpokenSection& section = c.spoken.of(each.section);
      const Stretch place = stretch_of(section, span);
      std::string word = section.text.substr(place.begin, place.size);
      const auto same = [&](const std::string& other) { return ascii_lower(other) == ascii_lower(word); };
      if (std::ranges::none_of(found.words, same)) found.words.push_back(std::move(word));
    }
  return found;
}

std::vector<SectionSpans> find_everywhere(const LintCase& c, std::span<const std::string_view> phrases) {
  std::vector<SectionSpans> found;
  for (const Section section : kSections)
    if (auto spans = find_phrases(c.spoken.of(section), phrases); !spans.empty()) found.push_back({section, std::move(spans)});
  return found;
}

std::size_t count_of(const std::vector<SectionSpans>& spans) {
  return std::accumulate(spans.begin(), spans.end(), std::size_t{0},
                         [](std::size_t sum, const SectionSpans& each) { return sum + each.spans.size(); });
}

int words_of(const SectionSpans& spans) {
  return std::accumulate(spans.spans.begin(), spans.spans.end(), 0,
                         [](int sum, WordSpan span) { return sum + static_cast<int>(span.count); });
}

std::string percent(double share, double limit) {
  const auto whole = [](double part) { return std::lround(part * 100); };
  if (share != limit && whole(share) == whole(limit)) return fmt::format("{:.1f} %", share * 100);
  return fmt::format("{} %", whole(share));
}

std::string percent(double share) { return fmt::format("{:g} %", std::round(share * 1000) / 10); }

std::string numbered(int count, std::string_view thing) {
  return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

}  // namespace starling
