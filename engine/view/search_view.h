// What a search found, the best first.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "find/find.h"
#include "library/library.h"
#include "plan/plan.h"
#include "report/report.h"

namespace starling {

struct SearchRow {
  std::string_view kind;  // "card", "story", "win", or the kind of a line of the plan
  std::string id;         // "aws-s3/s3-slow-down", "story/checkout-cells", the number of a win, "w05-d2-two-pointers"
  std::string deck;       // of a card
  std::string title;      // of the deck, the story, the checklist; empty: it stands in none
  Passage passage;        // that shows it
  int week = 0;           // of the plan; 0: it belongs to none
  int day = 0;            // of the week; 0: to none
  std::optional<Day> date = {};  // of a win, and of a day that has one; nothing also where it is left out
};

struct SearchView {
  SearchQuery query;
  std::size_t count = 0;  // of all that was found
  std::vector<SearchRow> rows;
};

// Looks into `kinds`, of which each stands there once, and shows at most `limit`. Equal ones keep the order of the
// library: cards, stories, wins, plan. A card with several schedules is named by its first.
[[nodiscard]] SearchView search_view(const Library& library, const Timeline& timeline, std::string_view text,
                                     std::span<const SearchKind> kinds, std::size_t limit,
                                     std::span<const Win> wins = {});

}  // namespace starling
