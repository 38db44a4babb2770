// The options that narrow a queue, shared by `review` and `next`.
#pragma once

#include "cli/arguments.h"
#include "study/study.h"

namespace starling {

extern const Option<Real> kMinutes;  // of `simulate` too
[[nodiscard]] std::vector<const Parameter*> queue_options();

struct Kinds {
  bool cards = true;
  bool stories = false;
};
[[nodiscard]] Kinds kinds_from(const Arguments& arguments);
// Throws UsageError with the nearest deck or tag where one is named that is not there. `library` outlives the wish.
[[nodiscard]] Wish wish_from(const Arguments& arguments, const Library& library);

}  // namespace starling
