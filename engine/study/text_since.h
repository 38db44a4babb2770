// Stories and decks are files that no deed changes: whoever takes back the last deed may have meant one of them.
#pragma once

#include <optional>
#include <string>

#include "library/library.h"

namespace starling {

// "stories/night-pages.toml": of the learner's stories and decks the one that was changed last, where that was after the
// last line of the history; by the clock of the disk.
[[nodiscard]] std::optional<std::string> text_since_log(const StudyFolder& folder);

}  // namespace starling
