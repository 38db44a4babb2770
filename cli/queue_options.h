// The options that narrow a queue, shared by `review` and `next`.
#pragma once

#include "cli/arguments.h"
#include "study/study.h"

namespace starling {

struct Kinds {
  bool cards = true;
  bool stories = false;
};
[[nodiscard]] Kinds kinds_from(const Arguments& arguments);
[[nodiscard]] QueueFilter filter_from(const Arguments& arguments);

// UsageError with the nearest deck or tag where the filter names one that is not there.
void check_filter(const QueueFilter& filter, const Library& library);

}  // namespace starling
