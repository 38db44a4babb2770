// Decks: how far each is, what is in one, and what is wrong with them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "agenda/agenda.h"
#include "deck/deck.h"
#include "source/source.h"
#include "view/standpoint.h"

namespace starling {

struct DeckRow {
  DeckHead head;
  int week = 1;   // of the plan, in which its first card opens
  int items = 0;  // neither retired nor of a draft
  int seen = 0;
  int due = 0;    // today, asked or waiting for room: what is put away or retired is not
};
// Those of files, then what the stories make, where they make any.
[[nodiscard]] std::vector<DeckRow> deck_rows(const Standpoint& from, const Agenda& agenda);
[[nodiscard]] int opening_week(const Standpoint& from, const DeckHead& deck);

// A card with the ids of its schedules.
struct CardRow {
  const Card* card = nullptr;
  std::vector<ItemId> items;
};
[[nodiscard]] std::vector<CardRow> card_rows(const Deck& deck);

// One card as it lies in its file.
struct WholeCard {
  const Deck* deck = nullptr;
  const Card* card = nullptr;
  std::vector<ItemId> items;
  TextPlace place;
};
// By "deck/card", or the id of one of its schedules. Nothing where there is none.
[[nodiscard]] std::optional<WholeCard> whole_card(const Library& library, std::string_view card);

// Whether advice is given, to which shipped decks are held, or what matters for decks of one's own alone.
enum class Strictness { Usual, Strict };
// What the rules say of everything in sight: decks, stories, plan.
[[nodiscard]] std::vector<Problem> check_everything(const Library& library, Strictness strictness = Strictness::Usual);

// What they say of decks by their texts, beside the decks that are in use: what a card needs may lie in one of them.
// Several are looked at beside one another too.
struct NamedText {
  std::string name;  // as shown in messages
  std::string text;
  bool changes = false;  // own versions of cards of a shipped deck
};
[[nodiscard]] std::vector<Problem> check_decks(std::span<const NamedText> files, const Library& library,
                                               Strictness strictness = Strictness::Usual);

}  // namespace starling
