// Another id for a card or a deck that has a history: what moves in the history, and what changes in a file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "study/open_folder.h"

namespace starling {

struct Renaming {
  std::vector<Renamed> moves;    // of the history; of one card whose file changes all its schedules, asked before or not
  bool has_history = false;      // what moves
  int answers = 0;               // that move
  int answers_there = 0;         // that the new ids have already; all of them go on together
  std::optional<TextPlace> file; // of an own deck, in which the old id still stands
  std::string text;              // that the file is to have then
  std::string refused;           // a sentence without a full stop; empty: it can be done
};

// Both are "deck/card", also with a schedule where that changes, or both the ids of decks; a new id without a deck is
// one of the same deck. The new one is in a deck, or the file of an own deck is changed so that it is.
[[nodiscard]] Renaming plan_renaming(const Study& study, std::string_view from, std::string_view to);

// One deed, absent where nothing moves. The study has read its texts anew. Throws FileError and LogError, and
// then nothing was changed.
std::optional<Deed> carry_out(Study& study, const Renaming& renaming);

}  // namespace starling
