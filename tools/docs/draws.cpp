#include "tools/docs/draws.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

#include "decklint/rules.h"
#include "text/text.h"

namespace starling {

namespace {

// How many of a hundred cards may be at fault in this way.
struct Bar {
  std::string_view id;
  std::string_view fault;
  int most;
};
constexpr std::array<Bar, 5> kBars{Bar{"wrong", "wrong, or wrongly sourced", 1},
                                   Bar{"refuses", "refuses a right answer, or takes a wrong one", 1},
                                   Bar{"guessable", "answer visible, or guessable without study", 3},
                                   Bar{"trivia", "trivia", 3},
                                   Bar{"ambiguous", "ambiguous", 2}};
constexpr int kLeastOfFirstSorts = 60;

void read_fault(const TomlTable& table, Findings& findings, CardDraw& draw) {
  Fields fields(table, findings, "a [[draw.fault]]");
  DrawFault fault{fields.need_text("bar"), fields.need_text("card"), fields.need_text("mended")};
  if (std::ranges::find(kBars, fault.bar, &Bar::id) == kBars.end())
    fields.problem("bar", "unknown-bar", fmt::format("there is no bar '{}'", fault.bar));
  if (std::ranges::find(draw.cards, fault.card) == draw.cards.end())
    fields.problem("card", "not-drawn", fmt::format("'{}' was not drawn", fault.card));
  if (fields.finish()) draw.faults.push_back(std::move(fault));
}

void read_draw(const TomlTable& table, Findings& findings, std::vector<CardDraw>& draws) {
  Fields fields(table, findings, "a [[draw]]");
  CardDraw draw;
  draw.line = table.line;
  draw.seed = fields.need_integer("seed", 0, 99'999'999);
  draw.day = fields.day("day");
  draw.cards = fields.texts("cards");
  draw.after = fields.text("after").value_or("");
  for (const TomlTable* fault : fields.tables("fault")) read_fault(*fault, findings, draw);
  if (fields.finish()) draws.push_back(std::move(draw));
}

const Card& card_of(std::span<const Deck> decks, const std::string& id, const CardDraw& draw) {
  const std::size_t slash = id.find('/');
  const auto deck = std::ranges::find(decks, id.substr(0, slash), &Deck::id);
  if (deck != decks.end())
    if (const auto card = std::ranges::find(deck->cards, id.substr(std::min(slash, id.size() - 1) + 1), &Card::id); card != deck->cards.end())
      return *card;
  throw std::runtime_error(fmt::format("docs/draws.toml:{}: there is no card '{}'", draw.line, id));
}

bool of_first_sorts(const Card& card) {
  return std::ranges::any_of(kCardSorts, [&](std::string_view sort) {
    return sort != kCardSorts[kJudgementSorts] && std::ranges::find(card.tags, sort) != card.tags.end();
  });
}

std::string bars_table(std::span<const Deck> decks, const CardDraw& draw) {
  const auto judged = std::ranges::count_if(draw.cards, [&](const std::string& id) { return of_first_sorts(card_of(decks, id, draw)); });
  std::string text = "| of " + std::to_string(draw.cards.size()) + " cards | bar | found |\n| --- | ---: | ---: |\n";
  for (const Bar& bar : kBars)
    text += fmt::format("| {} | {} at most | {} |\n", bar.fault, bar.most, std::ranges::count(draw.faults, bar.id, &DrawFault::bar));
  return text + fmt::format("| of the first five sorts of question | {} or more | {} |\n", kLeastOfFirstSorts, judged);
}

std::string faults_table(const CardDraw& draw) {
  if (draw.faults.empty()) return "";
  std::string text = "\n| card | is | mended |\n| --- | --- | --- |\n";
  for (const DrawFault& fault : draw.faults)
    text += fmt::format("| {} | {} | {} |\n", fault.card, std::ranges::find(kBars, fault.bar, &Bar::id)->fault, fault.mended);
  return text;
}

std::string drawn_table(const CardDraw& draw) {
  std::map<std::string, std::vector<std::string>> by_deck;
  for (const std::string& id : draw.cards) by_deck[id.substr(0, id.find('/'))].push_back(id.substr(id.find('/') + 1));
  std::string text = "\n| deck | cards drawn |\n| --- | --- |\n";
  for (const auto& [deck, cards] : by_deck) text += fmt::format("| {} | {} |\n", deck, fmt::join(cards, ", "));
  return text;
}

}  // namespace

CardDraws read_card_draws(std::string_view text, std::string_view file) {
  TomlDocument document = parse_toml(text, file);
  Findings findings{std::string(file), std::move(document.problems)};
  CardDraws result;
  if (document.root) {
    Fields fields(*document.root, findings, "this file of draws");
    for (const TomlTable* table : fields.tables("draw")) read_draw(*table, findings, result.draws);
    (void)fields.finish();
  }
  result.problems = std::move(findings.problems);
  sort_by_place(result.problems);
  return result;
}

std::string draws_section(std::span<const Deck> decks, std::span<const CardDraw> draws) {
  if (draws.empty()) return "";
  std::string text =
      "\n## The blind draw\n\nCards drawn by `tools/draw_cards SEED`, with a seed that was chosen after they had been written, and read as a "
      "learner meets them. What was found was mended afterwards. From `docs/draws.toml`.\n";
  for (const CardDraw& draw : draws) {
    text += fmt::format("\n### Seed {}{}\n\n", draw.seed, draw.day ? ", " + to_string(*draw.day) : std::string());
    text += bars_table(decks, draw) + faults_table(draw);
    if (!draw.after.empty()) text += "\n" + draw.after + "\n";
    text += drawn_table(draw);
  }
  return text;
}

}  // namespace starling
