// The situation, task, action, result and reflection of a story: what it is made of, and whether it is whole.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "story/principles.h"

namespace starling {

enum class Section { Situation, Task, Action, Result, Reflection };
inline constexpr std::size_t kSectionCount = 5;
inline constexpr std::array<Section, kSectionCount> kSections{Section::Situation, Section::Task, Section::Action,
                                                              Section::Result, Section::Reflection};
[[nodiscard]] std::string_view to_string(Section section);

// Fewest words with which a section counts as written.
inline constexpr int kSectionMinWords = 5;

// Share of a telling's seconds that each section is given, in the order of kSections; they add up to 1.
// In proportion to the middles of the coaching bands: situation 10-18 %, task 6-12, action 52-65, result 12-20,
// reflection 4-10.
[[nodiscard]] const std::array<double, kSectionCount>& target_shares();

enum class Strength { Primary, Secondary };

struct Angle {  // a story together with one of its principles
  std::size_t principle = 0;  // position in the official order
  Strength strength = Strength::Primary;
};

// What a story is scored on, each from 1 up.
inline constexpr int kHighestScore = 5;
inline constexpr std::array<std::string_view, 6> kScoreNames{"situation", "ownership", "action",
                                                             "result",    "principle", "reflection"};

// Seconds that a story's `target_seconds` may lie between.
inline constexpr int kShortestTelling = 10;
inline constexpr int kLongestTelling = 3600;

struct StoryMetric {
  std::string name;
  std::string before;
  std::string after;
};
struct FollowUp {
  std::string ask;
  std::string answer;
};
struct Revision {
  std::optional<Day> date;
  std::string note;
};

struct Story {
  std::string id;
  std::string title;
  std::string file;
  std::string level;  // "L6" or "L7", or empty
  std::string when;
  std::string role;
  bool fictional = false;
  bool draft = false;
  int teams = 0;  // scope; 0 where not given
  int people = 0;
  int horizon_months = 0;
  std::optional<int> target_seconds;
  std::vector<std::string> tags;
  std::vector<Angle> angles;
  std::array<std::string, kSectionCount> sections;
  std::vector<StoryMetric> metrics;
  std::vector<FollowUp> followups;
  std::array<std::optional<int>, kScoreNames.size()> scores{};  // in the order of kScoreNames
  std::vector<Revision> revisions;
};

// For source/pack.h.
constexpr Strength last_of(Strength) { return Strength::Secondary; }
// Whether its id can be one.
[[nodiscard]] bool is_sound(const Story& story);
template <class Archive>
void fields(Archive& archive, Angle& angle) {
  archive.within(0, kPrincipleCount - 1, angle.principle);
  archive(angle.strength);
}
template <class Archive>
void fields(Archive& archive, StoryMetric& metric) {
  archive(metric.name, metric.before, metric.after);
}
template <class Archive>
void fields(Archive& archive, FollowUp& followup) {
  archive(followup.ask, followup.answer);
}
template <class Archive>
void fields(Archive& archive, Revision& revision) {
  archive(revision.date, revision.note);
}
template <class Archive>
void fields(Archive& archive, Story& s) {
  archive(s.id, s.title, s.file, s.level, s.when, s.role, s.fictional, s.draft, s.tags, s.angles, s.sections, s.metrics,
          s.followups, s.revisions);
  archive.within(0, INT32_MAX, s.teams, s.people, s.horizon_months);
  archive.within(kShortestTelling, kLongestTelling, s.target_seconds);
  archive.within(1, kHighestScore, s.scores);
}

// What keeps a story from being complete, in words; empty when it is: exactly one primary principle, at least five
// words in each section, and `draft` not set.
[[nodiscard]] std::vector<std::string> missing(const Story& story);
[[nodiscard]] bool is_complete(const Story& story);

// Mean of the six scores, 1 to 5; nothing unless all six are given.
[[nodiscard]] std::optional<double> quality(const Story& story);

// Nothing where no principle or more than one is primary.
[[nodiscard]] std::optional<std::size_t> primary_principle(const Story& story);

// Words of each section, in the order of kSections.
[[nodiscard]] std::array<int, kSectionCount> section_words(const Story& story);

// Seconds to tell it at `words_per_minute`.
[[nodiscard]] int estimated_seconds(const Story& story, int words_per_minute);

}  // namespace starling
