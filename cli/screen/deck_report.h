// What `deck check` prints beside problems.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/screen.h"
#include "decklint/decklint.h"
#include "view/view.h"

namespace starling {

[[nodiscard]] std::string stale_screen(std::span<const StaleCard> stale, int days, const Style& style, int width);
[[nodiscard]] std::string flags_screen(std::span<const FlaggedCard> rows, const Style& style, int width);
[[nodiscard]] std::string mended_screen(std::span<const MendedFile> mended, int width);

}  // namespace starling
