// Which cards may be begun: the week of the plan, the level, and the cards that come before.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "study/library.h"
#include "study/queue.h"

namespace starling {

// The default state for an item that was never met. The result lives as long as `states`.
[[nodiscard]] const ItemState& state_of(const ItemStates& states, const std::string& item);

[[nodiscard]] inline bool seen(const ItemState& state) { return state.standing.phase != Phase::New; }

// "deck/card" of "deck/card#f".
[[nodiscard]] std::string_view card_of(std::string_view item);

// The day of the plan, from 0, on which a card opens: its week's first day, or later when its deck's day (`unlocked`)
// comes later.
[[nodiscard]] int opening(const std::optional<int>& unlocked, const Deck& deck, const Card& card);

[[nodiscard]] bool level_fits(const Card& card, const std::string& level);

// Which cards were met, today's queue included, so that what needs them may follow.
class Met {
 public:
  // Keeps references: both outlive this.
  Met(const Library& library, const ItemStates& states) : library_(library), states_(states) {}

  void add(const CardItem& item) { queued_.insert(std::string(card_of(item.id))); }
  [[nodiscard]] bool queued(const CardItem& item) const { return queued_.contains(std::string(card_of(item.id))); }

  // A card that is put away for good holds nobody up; one that is nowhere does, and is reported by `deck check`.
  [[nodiscard]] bool known(const std::string& card) const;

 private:
  void list_away() const;

  const Library& library_;
  const ItemStates& states_;
  std::unordered_set<std::string> queued_;
  mutable std::unordered_set<std::string> away_;
};

// The first card that `card` needs and that was never met; null where there is none.
[[nodiscard]] const std::string* lacking(const Card& card, const Met& met);

}  // namespace starling
