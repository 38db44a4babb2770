// What does an event of the history hold in the learner's own words?
#pragma once

#include <string_view>
#include <vector>

#include "history/history.h"

namespace starling {

struct OwnWords {
  std::string_view text;  // of the event, and valid as long as it is
  std::string_view what;  // "a goal"
  bool is_name = false;     // an id that was made of them: it stands in many lines
  bool is_written = false;  // as it stands in a text file, its line breaks by their sign
};

// Every text of it that is not one of a few words of the program, in the order of its line; of ids those of stories and of
// tasks of the learner's own. Ids of cards, problems, exercises, metrics and of the plan are those of texts that say them
// too. Of an event that is not understood its JSON.
[[nodiscard]] std::vector<OwnWords> own_words(const Event& event);

}  // namespace starling
