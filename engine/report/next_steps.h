// Which step closes a hole in the coverage with the least work?
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "report/report.h"

namespace starling {

// "story/ID"
[[nodiscard]] std::string story_item(const Story& story);

// The learner's stories, each id once, told apart only once because counting words takes longest.
struct Shelf {
  std::vector<const Story*> complete;
  std::vector<const Story*> unfinished;  // those that lack least first
};
[[nodiscard]] Shelf sort_out(std::span<const Story> stories);

// The first steps out of gaps, then out of thin principles, then of stale ones; inside each the least work first,
// then the official order. `shelf` is what `coverage` was counted from.
[[nodiscard]] std::vector<CoverageStep> next_steps(const Coverage& coverage, const Shelf& shelf,
                                                   const std::map<std::string, ItemState>& states);

// The same for places in the plan, where nothing is written or told yet.
[[nodiscard]] std::vector<CoverageStep> planned_steps(const Coverage& coverage);

}  // namespace starling
