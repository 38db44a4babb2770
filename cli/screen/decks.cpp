#include "cli/screen/decks.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/text.h"

namespace starling {

namespace {

std::string card_lines(const Card& card, const Style& style, int width) {
  std::string text = "\n" + style.accent(at_both_ends(card.id, fmt::format("{}{}", to_string(card.kind), card.retired ? ", retired" : ""), width)) + "\n";
  for (const std::string& schedule : schedules(card)) {
    const Face shown = face(card, schedule, Seed{0});
    text += paragraph(without_emphasis(shown.front), width, 2);
    if (shown.code) text += code_lines(shown.code_front, width, 4);
    text += style.dim(paragraph(without_emphasis(shown.back), width, 4));
  }
  return text;
}

}  // namespace

std::string decks_screen(std::span<const DeckRow> rows, const Style& style, int width) {
  std::string text;
  std::string area;
  int cards = 0;
  for (const DeckRow& row : rows) {
    cards += row.head.cards;
    if (row.head.area != area) {
      area = row.head.area;
      text += style.accent(area) + "\n";
    }
    const std::string right = width < 60 ? fmt::format("w{:<2} {:>3}/{}", row.week, row.seen, row.items)
                                         : fmt::format("week {:2}  {:3} of {:3} seen", row.week, row.seen, row.items);
    const int room = width - 2 - display_width(right) - 2;
    // An id is there to be typed: one that is too long for its row has one of its own.
    if (display_width(row.head.id) > room)
      text += "  " + shorten(row.head.id, width - 2) + "\n" + std::string(static_cast<std::size_t>(room) + 4, ' ') + style.dim(right) + "\n";
    else
      text += "  " + padded(row.head.id, room) + "  " + style.dim(right) + "\n";
  }
  return text + fmt::format("{} with {}\n", counted(static_cast<int>(rows.size()), "deck"), counted(cards, "card"));
}

std::string deck_screen(const Deck& deck, int week, const Style& style, int width) {
  const auto living = static_cast<int>(std::ranges::count(deck.cards, false, &Card::retired));
  std::string text = style.bold(paragraph(deck.title, width)) +
                     style.dim(paragraph(fmt::format("{} · {} · week {} · {}", deck.id, deck.file, week,
                                                     counted(living, "card")),
                                         width));
  for (const Card& card : deck.cards) text += card_lines(card, style, width);
  return text;
}

}  // namespace starling
