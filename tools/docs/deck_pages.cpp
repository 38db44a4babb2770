#include "tools/docs/deck_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

#include "decklint/rules.h"
#include "text/text.h"
#include "view/words.h"

namespace starling {

namespace {

constexpr std::string_view kNoSort = "none";

int schedules_of(const Deck& deck) {
  int count = 0;
  for (const Card& card : deck.cards) count += card.retired ? 0 : static_cast<int>(schedules(card).size());
  return count;
}

int in_use(const Deck& deck) { return static_cast<int>(std::ranges::count(deck.cards, false, &Card::retired)); }

int week_of(const Deck& deck, const Card& card) { return card.week.value_or(first_week(deck.weeks)); }

// "2", or "2, 1 card in 1" where a card opens before its deck.
std::string weeks_of(const Deck& deck) {
  const int first = first_week(deck.weeks);
  std::map<int, int> early;
  for (const Card& card : deck.cards)
    if (!card.retired && card.week && *card.week < first) ++early[*card.week];
  std::string text = fmt::format("{}", first);
  for (const auto& [week, cards] : early) text += fmt::format(", {} in {}", counted(cards, "card"), week);
  return text;
}

std::string decks_table(std::span<const Deck> decks) {
  std::string text = "| deck | title | week | cards | schedules |\n| --- | --- | ---: | ---: | ---: |\n";
  int cards = 0;
  int items = 0;
  for (const Deck& deck : decks) {
    text += fmt::format("| {} | {} | {} | {} | {} |\n", deck.id, deck.title, weeks_of(deck), in_use(deck), schedules_of(deck));
    cards += in_use(deck);
    items += schedules_of(deck);
  }
  return text + fmt::format("| **{} decks** | | | **{}** | **{}** |\n", decks.size(), cards, items);
}

std::string_view sort_of(const Card& card) {
  for (const std::string_view sort : kCardSorts)
    if (std::ranges::find(card.tags, sort) != card.tags.end()) return sort;
  return kNoSort;
}

std::string level_of(const Card& card) { return card.level.size() == 1 ? card.level.front() + " alone" : "both levels"; }

// What a source is: a paper, a page, or nothing that could be disputed.
std::string_view source_of(const Card& card) {
  if (card.source.empty()) return "no source needed";
  return card.source.find("http") != std::string::npos || card.source.find("docs.aws") != std::string::npos ? "a page" : "a paper, a book or a text by name";
}

// Rows by what `key_of` says of a card, with each one's count, and the share of all.
template <class KeyOf>
std::string counts_table(std::string_view what, std::span<const Deck> decks, KeyOf key_of) {
  using Key = decltype(key_of(decks.front(), decks.front().cards.front()));
  std::map<Key, int> counts;
  int all = 0;
  for (const Deck& deck : decks)
    for (const Card& card : deck.cards) {
      if (card.retired) continue;
      ++counts[key_of(deck, card)];
      ++all;
    }
  std::string text = fmt::format("\n| {} | cards | share |\n| --- | ---: | ---: |\n", what);
  for (const auto& [key, count] : counts) text += fmt::format("| {} | {} | {:.0f} % |\n", key, count, 100.0 * count / all);
  return text;
}

// Areas beside weeks.
std::string areas_table(std::span<const Deck> decks) {
  struct OfArea {
    int decks = 0;
    int cards = 0;
    int items = 0;
    int retired = 0;
    int l7 = 0;
    int judged = 0;
  };
  std::map<std::string, OfArea> areas;
  for (const Deck& deck : decks) {
    OfArea& area = areas[deck.area];
    ++area.decks;
    area.items += schedules_of(deck);
    area.cards += in_use(deck);
    area.retired += static_cast<int>(deck.cards.size()) - in_use(deck);
    for (const Card& card : deck.cards) {
      if (card.retired) continue;
      area.l7 += card.level == std::vector<std::string>{"L7"} ? 1 : 0;
      area.judged += sort_of(card) != kNoSort && sort_of(card) != kCardSorts[kJudgementSorts] ? 1 : 0;
    }
  }
  std::string text = "| family | decks | cards | schedules | L7 alone | ask for judgement | retired |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n";
  for (const auto& [name, area] : areas)
    text += fmt::format("| {} | {} | {} | {} | {:.0f} % | {:.0f} % | {} |\n", name, area.decks, area.cards, area.items,
                        area.cards > 0 ? 100.0 * area.l7 / area.cards : 0, area.cards > 0 ? 100.0 * area.judged / area.cards : 0, area.retired);
  return text;
}

std::string readings_table(std::span<const Deck> decks, std::span<const DeckReading> readings) {
  for (const DeckReading& reading : readings)
    if (std::ranges::find(decks, reading.deck, &Deck::id) == decks.end())
      throw std::runtime_error(fmt::format("docs/readings.toml:{}: there is no deck '{}'", reading.line, reading.deck));
  std::string rows;
  DeckReading all;
  std::size_t read = 0;
  for (const Deck& deck : decks) {
    DeckReading sum;
    for (const DeckReading& reading : readings) {
      if (reading.deck != deck.id) continue;
      sum.read += reading.read;
      sum.changed += reading.changed;
      sum.dropped += reading.dropped;
      if (!reading.why.empty()) sum.why += (sum.why.empty() ? "" : "; ") + reading.why;
    }
    if (sum.read == 0) continue;
    ++read;
    all.read += sum.read;
    all.changed += sum.changed;
    all.dropped += sum.dropped;
    rows += fmt::format("| {} | {} of {} | {} | {} | {} |\n", deck.id, sum.read, in_use(deck), sum.changed, sum.dropped, sum.why);
  }
  std::string text = fmt::format("\n## The second reader\n\nSomebody who did not write a deck answers each question of it blind. A card fails if the answer "
                                 "differs, if it can be given without study, or if the page that it cites does not hold the figure. From "
                                 "`docs/readings.toml`: {} of {} decks were read.\n",
                                 read, decks.size());
  if (read == 0) return text;
  return text + "\n| deck | cards read | changed | dropped | why |\n| --- | ---: | ---: | ---: | --- |\n" + rows +
         fmt::format("| **{}** | **{}** | **{}** | **{}** | |\n", counted(static_cast<int>(read), "deck"), all.read, all.changed, all.dropped);
}

std::string rules_table() {
  std::string text =
      "\n## The rules\n\n`starling deck check` tests these. Warnings are for every deck; advice is what the shipped decks are held to, and a deck of "
      "your own with `--strict`. `--fix` mends what needs no thought. A mistake in the text of a file is an error and stands in no list.\n\n"
      "| rule | looks at | is | speaks where |\n| --- | --- | --- | --- |\n";
  for (const DeckRule& rule : deck_rules()) text += fmt::format("| {} | {} | {} | {} |\n", rule.id, rule.subject, to_string(rule.severity), rule.definition);
  return text;
}

}  // namespace

std::string decks_page(std::span<const Deck> decks, std::span<const DeckReading> readings,
                       std::span<const CardDraw> draws) {
  std::string text =
      "# Decks\n\nMade from `decks/cards/`. Licence CC BY 4.0. A card opens in its week, on the day whose topic it is; "
      "those of an earlier week than their deck's on the first day of it. A schedule is what comes back by itself: most cards have one, a "
      "cloze one for each of its gaps. Cards that are retired are not counted.\n\n";
  text += areas_table(decks);
  text += counts_table("week", decks, [](const Deck& deck, const Card& card) { return week_of(deck, card); });
  text += counts_table("level", decks, [](const Deck&, const Card& card) { return level_of(card); });
  text += counts_table("kind", decks, [](const Deck&, const Card& card) { return std::string(to_string(card.kind)); });
  text += counts_table("sort of question", decks, [](const Deck&, const Card& card) { return std::string(sort_of(card)); });
  text += counts_table("source", decks, [](const Deck&, const Card& card) { return std::string(source_of(card)); });
  return text + "\n## Each deck\n\n" + decks_table(decks) + readings_table(decks, readings) + draws_section(decks, draws) + rules_table();
}

std::string decks_readme(std::span<const Deck> decks) {
  int cards = 0;
  for (const Deck& deck : decks) cards += in_use(deck);
  return fmt::format("# Shipped content\n\nMade from what lies here; `tools/docs/write` writes it anew. Licence CC BY 4.0.\n\n"
                     "| folder | holds |\n| --- | --- |\n"
                     "| `cards/` | {}, {} |\n"
                     "| `problems/` | coding problems as records: cue, plan, pitfalls; no statements |\n"
                     "| `exercises/` | system designs to walk through |\n"
                     "| `plans/` | the plans, by weeks and days |\n"
                     "| `examples/` | stories to look at |\n\n"
                     "Counts by week, level, kind and source, the second readings, the blind draws and the rules: [docs/decks.md](../docs/decks.md). The format: "
                     "[docs/cards.md](../docs/cards.md). An id is for life, since histories hang on it: a card that is no longer asked keeps its "
                     "place with `retired = true`, and one that asks something else gets another id.\n\n",
                     counted(static_cast<int>(decks.size()), "deck"), counted(cards, "card")) +
         areas_table(decks);
}

}  // namespace starling
