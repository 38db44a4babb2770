// What is missing because the file that would hold it cannot be read: that file is wrong then, and not the call. Each
// throws TextError with the place of the first error and the way to mend it, and returns where that is not so.
#pragma once

#include <string_view>
#include <vector>

#include "study/study.h"

namespace starling {

// Of an item, or of a deck or a story ("story/night-pages") that is named alone.
void refuse_unread_item(const Library& library, std::string_view item);
// Of plan.toml, loop.toml, starling.toml: by what was found in it.
void refuse_unread_text(const std::vector<Problem>& problems, std::string_view file);

}  // namespace starling
