#include "tools/docs/pages.h"

#include <fmt/format.h>

#include <map>
#include <stdexcept>

#include "cli/commands.h"
#include "cli/reference.h"
#include "cli/topics.h"
#include "source/source.h"
#include "study/study.h"
#include "tools/docs/settings_pages.h"
#include "view/words.h"

namespace starling {

namespace {

constexpr std::size_t kLargestFile = 16 << 20;

std::string text_of(const std::filesystem::path& path) {
  FileText file = read_file(path, kLargestFile);
  if (!file) throw std::runtime_error(path.string() + " " + file.reason);
  return *std::move(file.text);
}

std::string hours_table(const Plan& plan) {
  std::string text = "| level | area | hours | share | hours a week |\n| --- | --- | ---: | ---: | ---: |\n";
  for (const LevelHours& level : plan.levels) {
    std::vector<int> hours;
    for (const Allocation& each : plan.allocations)
      if (each.level == level.id) hours.push_back(each.hours);
    const auto percents = largest_remainder_percents(hours);
    std::size_t row = 0;
    for (const Allocation& each : plan.allocations)
      if (each.level == level.id)
        text += fmt::format("| {} | {} | {} | {} % | {:.2f} |\n", level.id, to_string(each.area), each.hours,
                            percents[row++], weekly_hours(plan, level.id, each.area));
    text += fmt::format("| {} | together | {} | 100 % | {:.2f} |\n", level.id, total_hours(plan, level.id),
                        static_cast<double>(total_hours(plan, level.id)) / plan.weeks);
  }
  return text;
}

std::string readings_table(const Plan& plan) {
  std::string text = "| | the timeline says | Starling does |\n| --- | --- | --- |\n";
  for (const Reading& each : plan.readings) text += fmt::format("| {} | {} | {} |\n", each.id, each.seed, each.reading);
  return text;
}

std::string plan_page(const std::filesystem::path& content) {
  const Plan plan = read_plan(text_of(content / "plans/amazon-24-week.toml"), "plan").plan.value();
  return "# The plan\n\nMade from `decks/plans/amazon-24-week.toml`.\n\n## Hours\n\nTotals are the timeline's; weekly "
         "hours and shares are computed from them, since the printed ones do not add up (C1 to C4).\n\n" +
         hours_table(plan) +
         "\n## Where the timeline contradicts itself\n\nEach line of the timeline that disagrees with another, and "
         "the reading that the plan follows.\n\n" +
         readings_table(plan);
}

// "2", or "2, 1 card in 1" where a card opens before its deck.
std::string weeks_of(const Deck& deck) {
  std::map<int, int> early;
  for (const Card& card : deck.cards)
    if (card.week && *card.week < deck.weeks.front()) ++early[*card.week];
  std::string text = fmt::format("{}", deck.weeks.front());
  for (const auto& [week, cards] : early) text += fmt::format(", {} in {}", counted(cards, "card"), week);
  return text;
}

std::string decks_page(const std::filesystem::path& content) {
  std::string text =
      "# Decks\n\nMade from `decks/cards/`. Licence CC BY 4.0. A card opens in its week, on the day whose topic it is; "
      "those of an earlier week than their deck's on the first day of it.\n\n"
      "| deck | title | week | cards | schedules |\n| --- | --- | ---: | ---: | ---: |\n";
  int decks = 0;
  int cards = 0;
  int items = 0;
  std::map<std::string_view, int> kinds;
  for (const ListedFile& file : list_files(content / "cards", ".toml")) {
    const Deck deck = read_deck(text_of(file.path), file.path.filename().string()).deck.value();
    int of_deck = 0;
    for (const Card& card : deck.cards) {
      of_deck += static_cast<int>(schedules(card).size());
      ++kinds[to_string(card.kind)];
    }
    text += fmt::format("| {} | {} | {} | {} | {} |\n", deck.id, deck.title, weeks_of(deck), deck.cards.size(), of_deck);
    ++decks;
    cards += static_cast<int>(deck.cards.size());
    items += of_deck;
  }
  text += fmt::format("| **{} decks** | | | **{}** | **{}** |\n\nBy kind: ", decks, cards, items);
  std::string by_kind;
  for (const auto& [kind, count] : kinds) by_kind += fmt::format("{}{} {}", by_kind.empty() ? "" : ", ", kind, count);
  return text + by_kind + ".\n";
}

}  // namespace

std::vector<Page> made_pages(const std::filesystem::path& content) {
  return {{"docs/commands.md", command_reference(commands())},
          {"docs/plan.md", plan_page(content)},
          {"docs/decks.md", decks_page(content)},
          {"docs/settings.md", settings_page()},
          {"docs/keys.md", topic_page(*find_topic("keys"))},
          {"docs/words.md", topic_page(*find_topic("words"))},
          {"schema/settings.json", settings_schema()}};
}

}  // namespace starling
