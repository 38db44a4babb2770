// Everything that is in text: decks, stories and the plan, read once and kept in the store until a file changes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "deck/deck.h"
#include "plan/plan.h"
#include "store/store.h"
#include "story/story.h"
#include "study/folder.h"

namespace starling {

// One schedule of one card, by position.
struct CardItem {
  std::uint32_t deck = 0;
  std::uint32_t card = 0;
  std::string schedule;  // "", "#f", "#2" …
  std::string id;        // "deck/card#2"
};

struct Library {
  std::vector<Deck> decks;  // shipped ones by file name, then the learner's
  std::vector<Story> stories;
  std::optional<Plan> plan;
  std::vector<Problem> problems;  // of decks, stories and the plan; files named from their folder: "decks/lead.toml"
  std::vector<CardItem> items;    // in the order of decks and cards

  [[nodiscard]] const Card& card(const CardItem& item) const { return decks[item.deck].cards[item.card]; }
  [[nodiscard]] const CardItem* find(std::string_view item) const;
  [[nodiscard]] const Story* story(std::string_view id) const;
};

// Reads what changed since the store last kept it and takes the rest from there. A file with a mistake is a problem;
// the rest is there. `plan_id` names a plan of the content folder.
[[nodiscard]] Library load_library(const StudyFolder& study, const ContentFolder& content, const std::string& plan_id,
                                   Store& store);

}  // namespace starling
