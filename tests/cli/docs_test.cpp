// The pages under docs/ and the schema of the settings are those that the program of tools/docs makes; `tools/docs/write` writes them anew.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "source/source.h"
#include "study/study.h"
#include "support/home.h"
#include "tools/docs/pages.h"

using namespace starling;

namespace {

// Of a page under docs/, in its order.
std::vector<std::string> toml_blocks(const std::string& name) {
  constexpr std::string_view kOpens = "```toml\n";
  const std::string page = test::text_of(std::filesystem::path(STARLING_SOURCE_ROOT) / "docs" / name);
  std::vector<std::string> blocks;
  for (std::size_t at = page.find(kOpens); at != page.npos; at = page.find(kOpens, at)) {
    at += kOpens.size();
    const std::size_t end = page.find("```", at);
    REQUIRE(end != page.npos);
    blocks.push_back(page.substr(at, end - at));
    at = end + 3;
  }
  return blocks;
}

}  // namespace

TEST_CASE("the pages are written from the command table, the settings, the plan and the decks") {
  const auto pages = made_pages(test::shipped_content());
  CHECK(pages.size() == 9);
  for (const Page& page : pages) {
    CAPTURE(page.name);
    CHECK(test::text_of(std::filesystem::path(STARLING_SOURCE_ROOT) / page.name) == page.text);
  }
}

TEST_CASE("the first decks show every kind of card") {
  std::set<CardKind> kinds;
  for (const ListedFile& file : list_files(test::shipped_content() / "cards", ".toml")) {
    const Deck deck = read_deck(test::text_of(file.path), "d").deck.value();
    for (const Card& card : deck.cards) kinds.insert(card.kind);
  }
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
    const auto living = static_cast<int>(std::ranges::count(deck.cards, false, &Card::retired));
    least = decks == 0 ? living : std::min(least, living);
    ++decks;
  }
  const std::map<std::string, std::pair<int, int>> wanted{{"lp", {16, 8}},       {"leading", {4, 10}},     {"topic", {8, 6}},
                                                          {"patterns", {14, 4}}, {"distributed", {20, 10}}, {"aws", {26, 3}},
                                                          {"architecture", {10, 10}}, {"designs", {5, 10}}, {"estimation", {3, 20}}};
  for (const auto& [family, least] : wanted) {
    CHECK_MESSAGE(fewest[family].first >= least.first, family);
    CHECK_MESSAGE(fewest[family].second >= least.second, family);
  }
}

TEST_CASE("the page of practice has a problem, an exercise and a question as they are read") {
  std::string kinds;
  for (const std::string& block : toml_blocks("practice.md")) {
    CAPTURE(block);
    const bool problem = block.find("[[problem]]") != block.npos;
    const bool exercise = block.find("[[exercise]]") != block.npos;
    const std::vector<Problem> mistakes = problem    ? read_coding_problems(block, "practice.md").problems
                                          : exercise ? read_design_exercises(block, "practice.md").problems
                                                     : read_interview_questions(block, "practice.md").problems;
    for (const Problem& mistake : mistakes) FAIL_CHECK(to_line(mistake));
    kinds += problem ? "problem " : exercise ? "exercise " : "question ";
  }
  CHECK(kinds == "problem exercise question ");
}

TEST_CASE("the page of cards is a deck with a card of each kind, and its answers pass") {
  std::string deck;
  for (const std::string& block : toml_blocks("cards.md")) deck += block;
  const DeckFile file = read_deck(deck, "cards.md");
  for (const Problem& problem : file.problems) FAIL_CHECK(to_line(problem));
  REQUIRE(file.deck);
  for (const std::string_view kind : kCardKinds)
    CHECK(std::ranges::any_of(file.deck->cards, [&](const Card& card) { return to_string(card.kind) == kind; }));
  CHECK(file.deck->checks.size() >= 2);
  for (const Problem& problem : check_answers(*file.deck)) FAIL_CHECK(to_line(problem));
}
