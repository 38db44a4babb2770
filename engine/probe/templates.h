// The wordings of probes, as data. "{x}" is where words of the story stand.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "story/story.h"

namespace starling {

// What of a story a wording asks for.
enum class ProbeSlot {
  None,
  Figure,      // of the result: "11 %", "14 cells"
  Amount,      // one that is no share: "14 cells"
  Person,      // "Ragna", "director of platform"
  Decision,    // "I chose my own as the first to move"
  Objection,   // "The director of platform disagreed"
  Slip,        // a date missed: "which cost us the July date"
  Team,        // "the team"
  Shared,      // "We set up a cleanup week": said by most of the action
  Cost,
  Superlative,
  HiddenActor, // "it was decided"
  Vague,       // of the result: "improved significantly"
  NoOwner,     // "Nobody owned the fact"
  NoAuthority, // "I did not have authority over four of the teams"
  Lesson,      // "I now load-test the newest shared part first"
  Metric,      // the name of one with both ends
  Thing        // that was made, without its article: "four-page paper"
};

struct ProbeTemplate {
  std::string_view rule;
  Layer layer;
  ProbeSlot slot;
  std::string_view with;     // with "{x}" in it once, or twice
  std::string_view without;  // where the story has nothing for the slot; empty: then it is not asked
  int principle = -1;        // in the official order; -1: of any story
};
// Of the text; those of the sixteen principles, at least two each; of any story.
[[nodiscard]] std::span<const ProbeTemplate> text_templates();
[[nodiscard]] std::span<const ProbeTemplate> principle_templates();
[[nodiscard]] std::span<const ProbeTemplate> generic_templates();

// "What went wrong on the way?", for a story in which nothing does.
[[nodiscard]] const ProbeTemplate& smooth_template();

// Three questions on one layer, each deeper than the one before.
inline constexpr std::size_t kLadderRungs = 3;
[[nodiscard]] std::span<const std::string_view, kLadderRungs> ladder(Layer layer);

struct ProbeLine {
  Layer layer;
  std::string_view text;
};
// What an interviewer says when a minute is over, and to hear the learner's own part.
[[nodiscard]] std::span<const ProbeLine> interruptions();
[[nodiscard]] std::span<const ProbeLine> pushes();
// And to hear more; "{x}" is a principle.
inline constexpr std::string_view kPivot = "Give me another example of that, from other work.";
inline constexpr std::string_view kPivotOfPrinciple = "Give me another example of {x}, from other work.";

}  // namespace starling
