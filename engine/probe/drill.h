// A drill of follow-up questions on one story, as a hard interviewer goes about it: three deep in one layer, an
// interruption when a minute is over, another example, a push towards the learner's own part.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "probe/questions.h"

namespace starling {

enum class DrillMove { Question, Interruption, Deeper, Pivot, Push };
[[nodiscard]] std::string_view to_string(DrillMove move);

struct DrillStep {
  ProbeQuestion question;
  DrillMove move = DrillMove::Question;
  int depth = 0;  // in the ladder, from 1; 0: not of the ladder
  std::optional<std::size_t> followup;  // of the story, that asks the same
};

inline constexpr int kFewestSteps = 5;
inline constexpr int kUsualSteps = 7;
inline constexpr int kMostSteps = 12;
inline constexpr int kProbeSeconds = 30;  // that an answer may take

struct DrillWish {
  int steps = kUsualSteps;                // brought into its bounds
  std::optional<std::size_t> principle;   // that is asked about, where the story has it
};

// Why there is no drill, in words; empty where there is one: an introduction, a draft and a story that is put away have
// none, and neither has one that is not whole.
[[nodiscard]] std::string no_drill(const Story& story);

// As many steps as wished, at least two of them generic and three of them one ladder, no two that ask the same; fewer
// where the story has no more questions. The same seed gives the same drill.
[[nodiscard]] std::vector<DrillStep> drill(const Story& story, Seed seed, const DrillWish& wish = {});

// How an answer came.
enum class ProbeMark { Ready, Shaky, None };
[[nodiscard]] std::string_view to_string(ProbeMark mark);

}  // namespace starling
