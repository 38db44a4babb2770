// Opens the study folder of a call, and makes a first one where there is none.
#pragma once

#include <memory>

#include "cli/arguments.h"
#include "cli/screen.h"
#include "cli/world.h"
#include "study/study.h"

namespace starling {

// A first folder is told of on `err` with its place and its defaults. Problems of decks and stories are told of there
// too, one line each up to a few. Throws as Study does.
[[nodiscard]] std::unique_ptr<Study> open_study(const Arguments& arguments, World& world);

// Width for text: the terminal's, or of the output, never less than 40 and never more than 100.
[[nodiscard]] int text_width(const World& world);
// A terminal of fewer than 24 rows: screens say the same there in fewer lines, so that nothing scrolls away.
[[nodiscard]] bool is_low(const World& world);

// The item as it is named in the library, or UsageError with the nearest.
[[nodiscard]] std::string need_item(const Study& study, const std::string& item);
// A story by id, with or without "story/" in front.
[[nodiscard]] const Story& need_story(const Study& study, const std::string& id);

}  // namespace starling
