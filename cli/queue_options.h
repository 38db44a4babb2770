// The options that narrow a queue, shared by `review` and `next`.
#pragma once

#include <string>
#include <vector>

#include "cli/arguments.h"
#include "study/study.h"
#include "view/view.h"

namespace starling {

extern const Option<Real> kMinutes;  // of `simulate` too
[[nodiscard]] std::vector<const Parameter*> queue_options();

// The same call with `--deck` for each of them.
[[nodiscard]] Arguments of_decks(Arguments arguments, const std::vector<std::string>& decks);

struct Kinds {
  bool cards = true;  // or what is asked in one row with them: probes, problems, exercises
  bool stories = false;
};
[[nodiscard]] Kinds kinds_from(const Arguments& arguments);
// Throws UsageError with the nearest deck or tag where one is named that is not there. `library` outlives the wish.
[[nodiscard]] Wish wish_from(const Arguments& arguments, const Library& library);

// Why nothing is asked, and below it one line that can be copied, `command` ("review", "next") with what leads to more.
[[nodiscard]] std::string no_question_lines(const NoQuestion& none, std::string_view command, const Arguments& arguments,
                                            int width);

}  // namespace starling
