// Which step closes a hole in the coverage with the least work?
#pragma once

#include <span>
#include <vector>

#include "history/history.h"
#include "report/coverage.h"
#include "story/story.h"

namespace starling {

// The learner's stories, each id once, those that are put away and introductions left out; told apart only once because
// counting words takes longest.
struct StoryBank {
  std::vector<const Story*> complete;    // in their own order
  std::vector<const Story*> unfinished;  // those that lack least first, then by id
};
// Keeps pointers: `stories` outlive it.
[[nodiscard]] StoryBank story_bank(std::span<const Story> stories);

// The first steps out of gaps, then out of thin principles, then of stale ones; inside each the least work first,
// then the official order. `bank` is what `coverage` was counted from.
[[nodiscard]] std::vector<CoverageStep> next_steps(const Coverage& coverage, const StoryBank& bank,
                                                   const ItemStates& states);

// The same for places in the plan, where nothing is written or told yet.
[[nodiscard]] std::vector<CoverageStep> planned_steps(const Coverage& coverage);

}  // namespace starling
