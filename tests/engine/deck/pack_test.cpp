// What was read once is kept as bytes; damaged bytes are no deck, and never one that cannot be shown.
#include <doctest/doctest.h>

#include "cards.h"

using namespace starling;
using namespace starling::testing;

namespace {

DeckFile some_file() {
  return read_deck(deck_text("[[card]]\nid = \"a\"\nkind = \"cloze\"\ntext = \"{{1::x}} {{2::y}}\"\nweek = 3\n"
                             "needs = [\"b\"]\nlevel = [\"L6\"]\nas_of = 2026-12-01\n"
                             "[[card]]\nid = \"b\"\nkind = \"number\"\nfront = \"f\"\nanswer = 3\ntolerance = 1\n"
                             "[[card]]\nid = \"c\"\nkind = \"nonsense\"\n"),
                   "d.toml");
}

template <class Change>
bool comes_back(Change change) {
  DeckFile file = some_file();
  change(file);
  return unpack<DeckFile>(pack(file)).has_value();
}

Card& first_card(DeckFile& file) { return file.deck->cards.at(0); }

}  // namespace

TEST_CASE("a deck and its problems come back from their bytes as they went in") {
  const DeckFile file = some_file();
  REQUIRE(file.problems.size() == 1);
  const auto back = unpack<DeckFile>(pack(file));
  REQUIRE(back);
  CHECK(pack(*back) == pack(file));
  CHECK(back->deck->cards.size() == 2);
  CHECK(to_line(back->problems.at(0)) == to_line(file.problems[0]));
}

TEST_CASE("the items of a deck come back from their bytes, and without an id there is none") {
  const std::vector<Item> items = items_of(*some_file().deck, 3);
  const std::string bytes = pack(items);
  CHECK(unpack<std::vector<Item>>(bytes) == items);
  for (const std::string_view id : {"d/a#1", "d/b"}) {
    std::string damaged = bytes;
    damaged.replace(damaged.find(id), id.size(), std::string(id.size(), '/'));
    CHECK_FALSE(unpack<std::vector<Item>>(damaged));
  }
}

TEST_CASE("a deck with a value that none can have is refused whole") {
  CHECK(comes_back([](DeckFile&) {}));
  CHECK_FALSE(comes_back([](DeckFile& f) { first_card(f).kind = static_cast<CardKind>(9); }));
  CHECK_FALSE(comes_back([](DeckFile& f) { first_card(f).kind = static_cast<CardKind>(65287); }));
  CHECK_FALSE(comes_back([](DeckFile& f) { first_card(f).week = 0; }));
  CHECK_FALSE(comes_back([](DeckFile& f) { first_card(f).week = 2'000'000'000; }));
  CHECK_FALSE(comes_back([](DeckFile& f) { first_card(f).difficulty = 6; }));
  CHECK_FALSE(comes_back([](DeckFile& f) { first_card(f).id = "A b"; }));
  CHECK_FALSE(comes_back([](DeckFile& f) { f.deck->weeks = {2, 53}; }));
  CHECK_FALSE(comes_back([](DeckFile& f) { f.deck->id = "story"; }));
  CHECK_FALSE(comes_back([](DeckFile& f) { f.problems[0].severity = static_cast<Severity>(3); }));
  CHECK_FALSE(comes_back([](DeckFile& f) { f.problems[0].line = -4; }));
}

TEST_CASE("whatever byte is wrong, what comes back can be listed and shown") {
  const std::string bytes = pack(some_file());
  int refused = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at)
    for (const unsigned damage : {0x01U, 0x10U, 0x80U, 0xffU}) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ damage);
      const auto file = unpack<DeckFile>(changed);
      if (!file || !file->deck) {
        ++refused;
        continue;
      }
      for (const Card& card : file->deck->cards)
        for (const std::string& schedule : schedules(card))
          (void)check_answer(card, face(card, schedule, Seed{1}), to_string(card.kind));
      for (const Item& item : items_of(*file->deck, {})) CHECK(item.opens < kLastCardWeek * kDaysOfWeek);
    }
  CHECK(refused > 500);
}
