// Pages under docs/ that are made from the program's own tables. To write them anew after a change:
//   STARLING_WRITE_DOCS=1 build/dev/tests/test_cli --test-case="*written*"
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <map>
#include <sstream>

#include "cli/commands.h"
#include "cli/help.h"
#include "source/source.h"
#include "study/study.h"
#include "support/home.h"

using namespace starling;

namespace {

void check_page(const std::string& name, const std::string& text) {
  const auto path = std::filesystem::path(STARLING_SOURCE_ROOT) / "docs" / name;
  if (std::getenv("STARLING_WRITE_DOCS") != nullptr) write_file(path, text);
  CHECK(test::text_of(path) == text);
}

Plan shipped_plan() {
  const auto path = test::shipped_content() / "plans/amazon-24-week.toml";
  return read_plan(test::text_of(path), "plan").plan.value();
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

}  // namespace

TEST_CASE("the command reference is written from the command table") {
  std::string text = "# Commands\n\nMade from the command table; `starling --help` says the same.\n\n```\n" +
                     overview(commands()) + "```\n";
  for (const Command& command : commands())
    text += fmt::format("\n## {}\n\n```\n{}```\n", command.name, command_help(command));
  check_page("commands.md", text);
}

TEST_CASE("the page on the plan is written from the plan") {
  const Plan plan = shipped_plan();
  check_page("plan.md",
             "# The plan\n\nMade from `decks/plans/amazon-24-week.toml`.\n\n## Hours\n\nTotals are the timeline's; weekly "
             "hours and shares are computed from them, since the printed ones do not add up (C1 to C4).\n\n" +
                 hours_table(plan) +
                 "\n## Where the timeline contradicts itself\n\nEach line of the timeline that disagrees with another, and "
                 "the reading that the plan follows.\n\n" +
                 readings_table(plan));
}

TEST_CASE("the page on the decks is written from the decks") {
  std::string text =
      "# Decks\n\nMade from `decks/cards/`. Licence CC BY 4.0. A card opens in its week, on the day whose topic it is.\n\n"
      "| deck | title | week | cards | schedules |\n| --- | --- | ---: | ---: | ---: |\n";
  int decks = 0;
  int cards = 0;
  int items = 0;
  std::map<std::string_view, int> kinds;
  for (const ListedFile& file : list_files(test::shipped_content() / "cards", ".toml")) {
    const Deck deck = read_deck(test::text_of(file.path), file.path.filename().string()).deck.value();
    int of_deck = 0;
    for (const Card& card : deck.cards) {
      of_deck += static_cast<int>(schedules(card).size());
      ++kinds[to_string(card.kind)];
    }
    text += fmt::format("| {} | {} | {} | {} | {} |\n", deck.id, deck.title, deck.weeks.front(), deck.cards.size(), of_deck);
    ++decks;
    cards += static_cast<int>(deck.cards.size());
    items += of_deck;
  }
  text += fmt::format("| **{} decks** | | | **{}** | **{}** |\n\nBy kind: ", decks, cards, items);
  std::string by_kind;
  for (const auto& [kind, count] : kinds) by_kind += fmt::format("{}{} {}", by_kind.empty() ? "" : ", ", kind, count);
  check_page("decks.md", text + by_kind + ".\n");
  CHECK(kinds.size() == 9);
}

// The figures are of one machine and one day; what they mean is written beside the program that prints them.
TEST_CASE("the page on the memory model's speed is what the benchmark prints") {
  const std::filesystem::path root = STARLING_SOURCE_ROOT;
  const std::string page = test::text_of(root / "docs/memory-speed.md");
  CHECK(page.starts_with(test::text_of(root / "bench/memory_preface.md")));
  const std::string program = test::text_of(root / "bench/memory_bench.cpp");
  int headings = 0;
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("## ")) continue;
    ++headings;
    CAPTURE(line);
    CHECK(program.find(line) != std::string::npos);
  }
  CHECK(headings == 4);
}

TEST_CASE("the first decks hold what was asked of each family") {
  std::map<std::string, std::pair<int, int>> fewest;  // prefix to decks and their smallest count of cards
  for (const ListedFile& file : list_files(test::shipped_content() / "cards", ".toml")) {
    const Deck deck = read_deck(test::text_of(file.path), "d").deck.value();
    auto& [decks, least] = fewest[deck.id.substr(0, deck.id.find('-'))];
    least = decks == 0 ? static_cast<int>(deck.cards.size()) : std::min(least, static_cast<int>(deck.cards.size()));
    ++decks;
  }
  CHECK(fewest["lp"].first == 16);
  CHECK(fewest["lp"].second >= 4);
  CHECK(fewest["topic"].first == 8);
  CHECK(fewest["topic"].second >= 3);
  CHECK(fewest["patterns"].first == 5);
  CHECK(fewest["patterns"].second >= 3);
  CHECK(fewest["distributed"].first == 5);
  CHECK(fewest["distributed"].second >= 4);
  CHECK(fewest["aws"].first == 12);
  CHECK(fewest["aws"].second >= 3);
}
