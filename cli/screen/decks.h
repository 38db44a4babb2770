// Decks as text.
#pragma once

#include <span>
#include <string>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

[[nodiscard]] std::string decks_screen(std::span<const DeckRow> rows, const Style& style, int width);
// One deck, every card with its answer.
[[nodiscard]] std::string deck_screen(const Deck& deck, int week, const Style& style, int width);

}  // namespace starling
