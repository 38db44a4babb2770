#include "story/star.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "item/item.h"
#include "text/text.h"

namespace starling {

namespace {

// The middles of the coaching bands, in percent; together 104.5.
constexpr std::array<double, kSectionCount> kBandMiddles{14, 9, 58.5, 16, 7};
constexpr double kBandTotal = 14 + 9 + 58.5 + 16 + 7;
constexpr std::array<double, kSectionCount> kShares{kBandMiddles[0] / kBandTotal, kBandMiddles[1] / kBandTotal,
                                                    kBandMiddles[2] / kBandTotal, kBandMiddles[3] / kBandTotal,
                                                    kBandMiddles[4] / kBandTotal};

std::ptrdiff_t count_primaries(const Story& story) {
  return std::count_if(story.angles.begin(), story.angles.end(),
                       [](const Angle& angle) { return angle.strength == Strength::Primary; });
}

}  // namespace

bool is_sound(const Story& story) { return ItemId::parse("story/" + story.id).has_value(); }

std::string_view to_string(Section section) {
  constexpr std::array<std::string_view, kSectionCount> names{"situation", "task", "action", "result",
                                                              "reflection"};
  return names[static_cast<std::size_t>(section)];
}

std::string_view to_string(StoryKind kind) { return kind == StoryKind::Intro ? "intro" : "star"; }

std::string_view to_string(Layer layer) {
  constexpr std::array<std::string_view, 6> names{"context", "role", "decision", "execution", "result", "learning"};
  return names[static_cast<std::size_t>(layer)];
}

const std::array<double, kSectionCount>& target_shares() { return kShares; }

std::vector<std::string> missing(const Story& story) {
  std::vector<std::string> lacking;
  if (story.kind == StoryKind::Intro) {
    if (const int count = count_words(story.text); count < kIntroMinWords)
      lacking.push_back(fmt::format("the text has {} {}: at least {} are needed", count, count == 1 ? "word" : "words", kIntroMinWords));
    if (story.draft) lacking.emplace_back("still marked as a draft");
    return lacking;
  }
  const auto primaries = count_primaries(story);
  if (primaries == 0) lacking.emplace_back("no primary principle");
  if (primaries > 1) lacking.push_back(fmt::format("{} primary principles: keep one", primaries));
  const auto words = section_words(story);
  for (const Section section : kSections) {
    const int count = words[static_cast<std::size_t>(section)];
    if (count == 0) {
      lacking.push_back(fmt::format("{} is empty", to_string(section)));
    } else if (count < kSectionMinWords) {
      lacking.push_back(fmt::format("{} has {} {}: at least {} are needed", to_string(section), count,
                                    count == 1 ? "word" : "words", kSectionMinWords));
    }
  }
  if (story.draft) lacking.emplace_back("still marked as a draft");
  return lacking;
}

bool is_complete(const Story& story) { return missing(story).empty(); }

bool is_begun(const Story& story) {
  return std::ranges::any_of(section_words(story), [](int words) { return words >= kSectionMinWords; });
}

bool can_be_told(const Story& story) { return !story.archived && is_complete(story); }

bool counts(const Story& story) { return story.kind == StoryKind::Star && can_be_told(story); }

std::optional<double> quality(const Story& story) {
  double sum = 0;
  for (const auto& score : story.scores) {
    if (!score) return std::nullopt;
    sum += *score;
  }
  return sum / static_cast<double>(story.scores.size());
}

std::optional<std::size_t> primary_principle(const Story& story) {
  if (count_primaries(story) != 1) return std::nullopt;
  for (const Angle& angle : story.angles)
    if (angle.strength == Strength::Primary) return angle.principle;
  return std::nullopt;
}

const Angle* angle_for(const Story& story, std::size_t principle) {
  const auto angle = std::ranges::find(story.angles, principle, &Angle::principle);
  return angle == story.angles.end() ? nullptr : &*angle;
}

std::array<int, kSectionCount> section_words(const Story& story) {
  std::array<int, kSectionCount> words{};
  std::transform(story.sections.begin(), story.sections.end(), words.begin(),
                 [](const std::string& section) { return count_words(section); });
  return words;
}

int total_words(const Story& story) {
  if (story.kind == StoryKind::Intro) return count_words(story.text);
  const auto words = section_words(story);
  return std::accumulate(words.begin(), words.end(), 0);
}

int estimated_seconds(const Story& story, int words_per_minute) {
  return static_cast<int>(std::lround(total_words(story) * 60.0 / std::max(1, words_per_minute)));
}

}  // namespace starling
