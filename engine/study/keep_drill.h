// What is kept of a drill of probes: the questions without an answer, in the file of the story and in the history.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "study/open_folder.h"

namespace starling {

struct DrillAnswer {
  DrillStep step;
  ProbeMark mark = ProbeMark::Ready;
  std::optional<std::chrono::milliseconds> took;
  std::string own;  // the learner's own answer, one line; empty: as it was
};
struct DrillKept {
  std::vector<ItemId> probes;  // shaky ones and those without an answer, as they are scheduled
  std::optional<Deed> deed;    // none where there was nothing to book
  std::string not_written;     // why the file is as it was though there was something to write; else empty
  std::string unwritten;       // what would have been written, for the learner to keep
};
// Shaky and none become probes of the story, or are some already; a ready answer counts only for a question that is one.
// The answers are one deed: ready is good, shaky hard, none again. The file is written first, once, and only where it still
// is `text`, which it was when the drill began; what is a probe already counts in any case. Texts are read again after it:
// what was found in the library before is not there any more. Throws FileError and LogError.
DrillKept keep_drill(Study& study, const std::string& story, const std::string& text, const std::vector<DrillAnswer>& answers);

// The highest number that a probe of the story ever had, in its file or in the history; 0 for none.
[[nodiscard]] int highest_probe_ever(const Study& study, const Story& story);

}  // namespace starling
