// `deck list`, `deck show`.
#include <fmt/format.h>

#include <array>
#include <ostream>

#include "cli/commands.h"
#include "cli/open_study.h"
#include "cli/screen/decks.h"
#include "cli/screen/needs.h"
#include "cli/unread.h"
#include "cli/wire/wire.h"
#include "view/view.h"

namespace starling {

namespace {

constexpr Operand<Name> kDeck{"DECK", {Offer::From::Decks}};
constexpr Switch kGraph{"--graph", "what its cards need, as a tree from the first to the last"};
constexpr std::array<std::string_view, 2> kGraphFormats{"text", "dot"};
constexpr Option<Choice<std::string_view>> kGraphFormat{"--format", "FORMAT", "how --graph is printed: text, or dot for Graphviz", {kGraphFormats}};

Exit run_deck_list(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const auto rows = deck_rows(study->standpoint(), study->agenda());
  world.out << (arguments.json ? decks_json(rows) : decks_screen(rows, Style(world.colour), text_width(world)));
  return Exit::Ok;
}

const Deck& need_deck(const Study& study, const std::string& id) {
  if (const Deck* deck = study.library().deck(id)) return *deck;
  refuse_unread_item(study.library(), id);
  throw UsageError(fmt::format("there is no deck '{}'{}", id, near_ones(id, deck_ids(study.library()))));
}

Exit run_deck_show(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const Deck& deck = need_deck(*study, arguments.operand(kDeck));
  if (arguments.has(kGraph)) {
    const NeedsGraph graph = needs_graph(study->library(), deck);
    const bool dot = arguments.value(kGraphFormat) == "dot";
    world.out << (arguments.json ? needs_json(graph) : dot ? needs_dot(graph) : needs_screen(graph, Style(world.colour), text_width(world)));
    return Exit::Ok;
  }
  if (arguments.has(kGraphFormat)) throw UsageError("--format is of --graph");
  const int week = opening_week(study->standpoint(), *study->library().deck_head(deck.id));
  world.out << (arguments.json ? deck_json(deck, week, card_rows(deck))
                               : deck_screen(deck, week, Style(world.colour), text_width(world)));
  return Exit::Ok;
}

}  // namespace

const Command kDeckListCommand{.name = "deck list",
                               .summary = "the decks, their cards and when they open",
                               .examples = {"starling deck list"},
                               .pages = true,
                               .run = run_deck_list};

const Command kDeckShowCommand{.name = "deck show",
                               .operands = {one(kDeck)},
                               .summary = "the cards of a deck",
                               .options = {&kGraph, &kGraphFormat},
                               .examples = {"starling deck show distributed-cap", "starling deck show distributed-cap --graph",
                                            "starling deck show distributed-cap --graph --format dot"},
                               .pages = true,
                               .run = run_deck_show};

}  // namespace starling
