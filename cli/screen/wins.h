// Wins and the prompts for them, as text.
#pragma once

#include <span>
#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

// `any`: there are wins at all, whatever was asked for.
[[nodiscard]] std::string wins_screen(std::span<const Win> wins, bool any, const Style& style, int width);
// "2026-11-20 · unasked, ow · 2024"
[[nodiscard]] std::string facts_of(const Win& win);
[[nodiscard]] std::string mined_screen(std::span<const MinedPrompt> prompts, const Style& style, int width);

}  // namespace starling
