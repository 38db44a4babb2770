#include "history/flags.h"

#include <algorithm>
#include <utility>

namespace starling {

namespace {

// `flags_at` answers the list of an item, null for one that is not asked for.
template <class FlagsAt>
void fold_flags(std::span<const Deed> standing, FlagsAt flags_at) {
  for (const Deed& deed : standing)
    for (const Event& event : deed.events) {
      const ItemId* item = item_of(event);
      std::vector<CardFlag>* flags = item ? flags_at(*item, event) : nullptr;
      if (!flags) continue;
      if (std::holds_alternative<Unflagged>(event)) flags->clear();
      if (const auto* flagged = std::get_if<Flagged>(&event); flagged && (flags->empty() || flags->back().deed != deed.id))
        flags->push_back({deed.id, deed.day, flagged->note});
    }
}

}  // namespace

std::vector<CardFlag> flags_of(std::span<const Deed> standing, const ItemId& item) {
  std::vector<CardFlag> flags;
  fold_flags(standing, [&](const ItemId& about, const Event&) { return about == item ? &flags : nullptr; });
  return flags;
}

std::map<std::string, std::vector<CardFlag>> flagged_cards(std::span<const Deed> standing) {
  std::map<std::string, std::vector<CardFlag>> cards;
  fold_flags(standing, [&](const ItemId& about, const Event& event) -> std::vector<CardFlag>* {
    const bool flags = std::holds_alternative<Flagged>(event) || std::holds_alternative<Unflagged>(event);
    return flags ? &cards[std::string(card_of(about))] : nullptr;
  });
  std::erase_if(cards, [](const auto& card) { return card.second.empty(); });
  return cards;
}

int times_flagged(std::span<const CardFlag> flags) {
  int times = 0;
  const CardFlag* last = nullptr;
  for (const CardFlag& flag : flags) {
    if (last && flag.day == last->day && (flag.note.empty() || flag.note == last->note)) continue;
    ++times;
    last = &flag;
  }
  return times;
}

}  // namespace starling
