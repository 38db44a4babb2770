// One story as lists and pages show it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "history/history.h"
#include "report/report.h"
#include "story/story.h"
#include "view/standpoint.h"

namespace starling {

// One of the lengths that a story can be told in.
struct ShownLength {
  int seconds = 0;    // of the variant
  int words = 0;
  int estimated = 0;  // seconds that the words take
  int target = 0;     // seconds that they are to take
};
// A follow-up that is asked for by itself.
struct ShownProbe {
  const FollowUp* followup = nullptr;  // of the story
  ItemState state;
};

struct StoryView {
  const Story* story = nullptr;  // of the library
  ItemState state;               // its reviews are tellings
  std::vector<std::string> missing;
  std::optional<double> quality;
  std::array<int, kSectionCount> words{};  // of each section
  int estimated_seconds = 0;
  int target_seconds = 0;
  std::array<int, kSectionCount> wanted{};  // words of each section that fill its share of the target
  std::vector<ShownLength> lengths{};       // rising
  std::vector<ShownProbe> probes{};
  std::optional<Win> win{};                 // that it began as
};
// `words_a_minute` as of spoken_by.
[[nodiscard]] StoryView story_view(const Standpoint& from, const Story& story, int words_a_minute);
// How fast the learner speaks, as measured or as set: a walk through all states, so once for a screen.
[[nodiscard]] int spoken_by(const Standpoint& from);

// "complete", "draft", "unfinished" or "archived".
[[nodiscard]] std::string state_word(const StoryView& view);
// "not told yet", "3 tellings, last on …, next on …".
[[nodiscard]] std::string tellings_of(const StoryView& view);

// The principle whose gap is worst, for a story that names none.
[[nodiscard]] std::size_t neediest_principle(const Standpoint& from);
// The same with the reason: "Hire and Develop has no story yet".
struct NeedyPrinciple {
  std::size_t principle = 0;
  std::string why;
};
[[nodiscard]] NeedyPrinciple needy_principle(const Standpoint& from);

// What a telling in that variant is made of, and how long it is. `seconds` is one of lengths_of.
[[nodiscard]] ShownLength shown_length(const Standpoint& from, const Story& story, int seconds, int words_a_minute);

}  // namespace starling
