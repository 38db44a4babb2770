// What `deck check` lists beside mistakes: facts of long ago, and cards that were flagged.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "decklint/decklint.h"
#include "history/history.h"
#include "view/standpoint.h"

namespace starling {

// Of all decks in use, by deck and age.
[[nodiscard]] std::vector<StaleCard> all_stale_cards(const Library& library, Day today, int days);

// A question of a card with its answer, as they are printed.
struct CardSide {
  std::string front;
  std::optional<std::string> code_front;  // the code with its gap
  std::string back;
};
[[nodiscard]] std::vector<CardSide> sides_of(const Card& card);

struct FlaggedCard {
  std::string id;  // "deck/card"
  const Deck* deck = nullptr;  // null where there is no such card any more
  const Card* card = nullptr;
  std::string file;
  int line = 1;
  std::vector<CardSide> sides;
  std::vector<CardFlag> flags;
  int times = 0;           // that count
  bool suspended = false;
};
// `flags` are those of flagged_cards().
[[nodiscard]] std::vector<FlaggedCard> flagged_card_rows(const Standpoint& from,
                                                         const std::map<std::string, std::vector<CardFlag>>& flags);

}  // namespace starling
