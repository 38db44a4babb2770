#include "deck/card.h"

#include "item/item.h"
#include "text/text.h"

namespace starling {

std::string_view to_string(CardKind kind) { return kCardKinds[static_cast<std::size_t>(kind)]; }

bool is_sound(const Card& card) { return is_kebab(card.id); }

bool is_sound(const Deck& deck) { return is_kebab(deck.id) && !is_reserved_deck(deck.id); }

}  // namespace starling
