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

// What kind of text it is: a story, or the answer to "tell me about yourself".
enum class StoryKind { Star, Intro };
[[nodiscard]] std::string_view to_string(StoryKind kind);

// Seconds of a telling that a story may have a text for; the standard one is what its sections are.
inline constexpr std::array<int, 4> kVariantLengths{30, 60, 150, 270};
inline constexpr int kStandardVariant = 150;
inline constexpr int kIntroSeconds = 75;
inline constexpr int kMostProbes = 9'999;  // the highest number of one
// Fewest words with which an introduction counts as written.
inline constexpr int kIntroMinWords = 20;

struct StoryMetric {
  std::string name;
  std::string before;
  std::string after;
};
// The layers that follow-up questions go through, from the outside in.
enum class Layer { Context, Role, Decision, Execution, Result, Learning };
inline constexpr std::array<Layer, 6> kLayers{Layer::Context,   Layer::Role,   Layer::Decision,
                                              Layer::Execution, Layer::Result, Layer::Learning};
[[nodiscard]] std::string_view to_string(Layer layer);

struct FollowUp {
  std::string ask;
  std::string answer;
  std::optional<int> probe;    // its number, from 1, where it is asked for by itself: probe/STORY/N
  std::optional<Layer> layer;
  std::string from;            // words of the story that it is about; empty: it stays whatever the text becomes
};
// Lengths in kVariantLengths, each once.
struct StoryVariant {
  int seconds = kStandardVariant;
  std::string text;
};
// A word that no export shows.
struct Confidential {
  std::string word;
  std::string replacement;  // what stands in its place outside
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
  std::string employer;
  std::string insight;    // what a listener should keep, in a sentence
  std::string money;      // scope, as it is said: "2.4 M EUR a year"
  std::string from_win;   // the deed of the win that it began as; empty where none
  std::string text;       // of an introduction, which has no sections
  StoryKind kind = StoryKind::Star;
  bool fictional = false;
  bool draft = false;
  bool archived = false;  // put away: kept, and neither told nor counted
  int teams = 0;  // scope; 0 where not given
  int people = 0;
  int horizon_months = 0;
  std::optional<int> target_seconds;
  std::vector<std::string> tags;
  std::vector<Angle> angles;
  std::array<std::string, kSectionCount> sections;  // as told at the standard length
  std::array<std::string, kSectionCount> marked;    // with its {{150: …}} marks; empty where it has none
  std::vector<StoryVariant> variants;               // own texts
  std::vector<StoryMetric> metrics;
  std::vector<FollowUp> followups;
  std::array<std::optional<int>, kScoreNames.size()> scores{};  // in the order of kScoreNames
  std::vector<Revision> revisions;
  std::vector<Confidential> confidential;
  std::vector<std::string> private_names;  // not masked; whoever exports is told of them
};

// For source/pack.h.
constexpr Strength last_of(Strength) { return Strength::Secondary; }
constexpr StoryKind last_of(StoryKind) { return StoryKind::Intro; }
constexpr Layer last_of(Layer) { return Layer::Learning; }
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
  archive(followup.ask, followup.answer, followup.layer, followup.from);
  archive.within(1, kMostProbes, followup.probe);
}
template <class Archive>
void fields(Archive& archive, StoryVariant& variant) {
  archive.within(0, kLongestTelling, variant.seconds);
  archive(variant.text);
}
template <class Archive>
void fields(Archive& archive, Confidential& confidential) {
  archive(confidential.word, confidential.replacement);
}
template <class Archive>
void fields(Archive& archive, Revision& revision) {
  archive(revision.date, revision.note);
}
template <class Archive>
void fields(Archive& archive, Story& s) {
  archive(s.id, s.title, s.file, s.level, s.when, s.role, s.employer, s.insight, s.money, s.from_win, s.text, s.kind,
          s.fictional, s.draft, s.archived, s.tags, s.angles, s.sections, s.marked, s.variants, s.metrics, s.followups,
          s.revisions, s.confidential, s.private_names);
  archive.within(0, INT32_MAX, s.teams, s.people, s.horizon_months);
  archive.within(kShortestTelling, kLongestTelling, s.target_seconds);
  archive.within(1, kHighestScore, s.scores);
}

// What keeps a story from being complete, in words; empty when it is: exactly one primary principle, at least five
// words in each section, and `draft` not set. An introduction has only its text to be written.
[[nodiscard]] std::vector<std::string> missing(const Story& story);
[[nodiscard]] bool is_complete(const Story& story);
// One of its sections has as many words as it needs.
[[nodiscard]] bool is_begun(const Story& story);
// Whole, and not put away.
[[nodiscard]] bool can_be_told(const Story& story);
// Complete, not put away, and no introduction: what coverage is made of.
[[nodiscard]] bool counts(const Story& story);

// Mean of the six scores, 1 to 5; nothing unless all six are given.
[[nodiscard]] std::optional<double> quality(const Story& story);

// Nothing where no principle or more than one is primary.
[[nodiscard]] std::optional<std::size_t> primary_principle(const Story& story);

// How the story serves a principle. Null where it does not.
[[nodiscard]] const Angle* angle_for(const Story& story, std::size_t principle);
// A story that serves more further principles than this stops being a good one for any of them.
inline constexpr std::ptrdiff_t kMostSecondary = 3;

// Words of each section, in the order of kSections, as told at the standard length.
[[nodiscard]] std::array<int, kSectionCount> section_words(const Story& story);

// Words of the standard telling.
[[nodiscard]] int total_words(const Story& story);

// Seconds to tell it at `words_per_minute`.
[[nodiscard]] int estimated_seconds(const Story& story, int words_per_minute);

}  // namespace starling
