// The one fact that would lift a story most, as a question.
#pragma once

#include <optional>
#include <string_view>

#include "story/story.h"

namespace starling {

struct MissingFact {
  std::string_view id;        // "authority"
  std::string_view question;  // that only the learner can answer
};

// The first that neither the scope nor the words of the story show, in this order. For L7: teams, months, a mechanism
// left behind, authority, money or risk, influence upward. For L6: teams, months, a decision of one's own. Then for both:
// baseline, cost, durability, obstacle, trade-off. Nothing where all are there, and for an introduction. `level` is "L6" or
// "L7".
[[nodiscard]] std::optional<MissingFact> missing_fact(const Story& story, std::string_view level);

}  // namespace starling
