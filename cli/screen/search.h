// What a search found as text.
#pragma once

#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

// Two lines for each find: its id and where it stands, and the text around the first word that was looked for.
[[nodiscard]] std::string search_screen(const SearchView& view, const std::string& query, const Style& style, int width);

}  // namespace starling
