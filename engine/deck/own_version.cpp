#include "deck/own_version.h"

#include <fmt/format.h>

#include <algorithm>

#include "calendar/calendar.h"

namespace starling {

namespace {

const Card* find_card(const Deck& deck, std::string_view id) {
  const auto found = std::ranges::find(deck.cards, id, &Card::id);
  return found == deck.cards.end() ? nullptr : &*found;
}

std::size_t start_of_line(std::string_view text, int line) {
  std::size_t at = 0;
  for (int passed = 1; passed < line; ++passed) {
    const std::size_t feed = text.find('\n', at);
    if (feed == text.npos) return text.npos;
    at = feed + 1;
  }
  return at;
}

// Of the heading whose table begins at `body`.
std::size_t start_of_heading(std::string_view text, std::size_t body) {
  const std::size_t feed = body < 2 ? text.npos : text.rfind('\n', body - 2);
  return feed == text.npos ? 0 : feed + 1;
}

// The line in front of `at`, which begins one, without its line end.
std::string_view line_before(std::string_view text, std::size_t at) {
  if (at == 0) return {};
  const std::size_t feed = at < 2 ? text.npos : text.rfind('\n', at - 2);
  const std::size_t start = feed == text.npos ? 0 : feed + 1;
  return text.substr(start, at - 1 - start);
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == line.npos; }
bool is_comment(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  return first != line.npos && line[first] == '#';
}

std::size_t before_comments(std::string_view text, std::size_t at) {
  while (at > 0 && is_comment(line_before(text, at))) at -= line_before(text, at).size() + 1;
  return at;
}

std::size_t before_blank_lines(std::string_view text, std::size_t at, std::size_t least) {
  while (at > least && is_blank(line_before(text, at))) at -= line_before(text, at).size() + 1;
  return at;
}

constexpr std::string_view kHead = R"(# Your own versions of cards of the shipped deck '{0}'. Each stands in the place of the shipped card of its id and
# keeps its history; take it out, and the shipped card is back. 'of' tells which shipped text it was made from, so that
# 'starling deck check' can say when that one has changed.
schema = 1

[deck]
id = "{0}"
)";

}  // namespace

void put_own_versions(Deck& shipped, const Deck& changes) {
  for (const Card& change : changes.cards) {
    const auto place = std::ranges::find(shipped.cards, change.id, &Card::id);
    if (place == shipped.cards.end()) continue;
    *place = change;
    std::erase_if(shipped.checks, [&](const AnswerCheck& check) { return check.card == change.id; });
  }
}

std::vector<Problem> check_changes(const Deck& shipped, std::string_view shipped_text, const Deck& changes) {
  std::vector<Problem> problems;
  const auto warn = [&](const Card& card, std::string_view rule, std::string text) {
    add_problem(problems, {changes.file, card.line, 1, card.id, std::string(rule), Severity::Warning, std::move(text)});
  };
  for (const Card& change : changes.cards) {
    const Card* original = find_card(shipped, change.id);
    if (!original) {
      warn(change, "change-of-nothing",
           fmt::format("card '{}' is not in the shipped deck '{}', so it is never asked: update Starling where a newer one has it, else put it into a deck of your own",
                       change.id, shipped.id));
      continue;
    }
    const auto text = card_text_at(shipped_text, original->line);
    if (!text || !change.own || change.own->of.empty()) continue;
    const std::string now = fingerprint_of(shipped_text, *text);
    if (now != change.own->of)
      warn(change, "original-moved-on",
           fmt::format("the shipped card '{}' has changed since ({}:{}): take over what is right in it, then write of = "
                       "\"{}\"; or take this card out, and the shipped one is back",
                       change.id, shipped.file, original->line, now));
  }
  return problems;
}

const std::string& file_of(const Deck& deck, const Card& card) { return card.own ? card.own->file : deck.file; }

std::optional<CardText> card_text_at(std::string_view text, int line) {
  const std::size_t heading = start_of_line(text, line);
  const TextLayout layout = layout_of(text);
  const auto is_card = [&](const PlacedTable& table) {
    return table.path == KeyPath{"card"} && start_of_heading(text, table.body) == heading;
  };
  const auto table = std::ranges::find_if(layout.tables, is_card);
  if (heading == text.npos || table == layout.tables.end()) return std::nullopt;
  const auto next = std::find_if(table + 1, layout.tables.end(), [](const PlacedTable& other) {
    return other.path.size() == 1 || other.path.front() != "card";
  });
  const std::size_t end = next == layout.tables.end()
                              ? text.size()
                              : before_comments(text, start_of_heading(text, next->body));
  return CardText{before_comments(text, heading), heading, before_blank_lines(text, end, table->body)};
}

std::string fingerprint_of(std::string_view text, const CardText& card) {
  std::string plain(text.substr(card.heading, card.end - card.heading));
  std::erase(plain, '\r');
  while (plain.ends_with('\n')) plain.pop_back();
  constexpr int kDigitsLeftOut = 16;  // in bits, of 64
  return fmt::format("{:012x}", seed_from(plain, 0).value >> kDigitsLeftOut);
}

std::string with_own_version(std::string_view changes, std::string_view deck_id, std::string_view shipped_text,
                             const CardText& card) {
  std::string text = changes.empty() ? schema_line("changes", 2) + fmt::format(fmt::runtime(kHead), deck_id) : std::string(changes);
  if (!text.ends_with('\n')) text += '\n';
  const std::string_view own = shipped_text.substr(card.begin, card.end - card.begin);
  const std::size_t behind_heading = std::min(own.find('\n', card.heading - card.begin), own.size() - 1) + 1;
  text += fmt::format("\n{}of = \"{}\"\n{}", own.substr(0, behind_heading), fingerprint_of(shipped_text, card),
                      own.substr(behind_heading));
  if (!text.ends_with('\n')) text += '\n';
  return text;
}

}  // namespace starling
