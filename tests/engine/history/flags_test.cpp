#include <doctest/doctest.h>

#include "support/history.h"

namespace starling {

using namespace test;

namespace {

Deed flag(int number, int on_day, std::string note, std::string_view id = "lp/why") {
  Deed deed;
  deed.id = {"a0b1c2", number};
  deed.order = number;
  deed.day = day(on_day);
  deed.events = {Flagged{item(id), std::move(note)}};
  return deed;
}

Deed unflag(int number, std::string_view id = "lp/why") {
  Deed deed = flag(number, 0, "", id);
  deed.events = {Unflagged{item(id)}};
  return deed;
}

}  // namespace

TEST_CASE("a card flagged on two days, or twice with a note of its own, counts as flagged twice") {
  const auto times = [](const std::vector<Deed>& deeds) { return times_flagged(flags_of(deeds, item("lp/why"))); };
  CHECK(times({}) == 0);
  CHECK(times({flag(1, 0, "")}) == 1);
  CHECK(times({flag(1, 0, ""), flag(2, 0, "")}) == 1);
  CHECK(times({flag(1, 0, ""), flag(2, 1, "")}) == 2);
  CHECK(times({flag(1, 0, ""), flag(2, 0, "two are right")}) == 2);
  CHECK(times({flag(1, 0, "dull"), flag(2, 0, "dull")}) == 1);
  CHECK(times({flag(1, 0, ""), unflag(2), flag(3, 1, "")}) == 1);
  CHECK(times({flag(1, 0, ""), flag(2, 1, "", "lp/other")}) == 1);
}

TEST_CASE("flagged cards are listed by card, each deed once, and not after their flags were taken off") {
  Deed both = flag(1, 0, "odd", "lp/pair#f");
  both.events.push_back(Flagged{item("lp/pair#r"), "odd"});
  const std::vector<Deed> deeds{both, flag(2, 0, ""), unflag(3)};
  const auto cards = flagged_cards(deeds);
  REQUIRE(cards.size() == 1);
  CHECK(cards.begin()->first == "lp/pair");
  CHECK(cards.begin()->second == std::vector<CardFlag>{{{"a0b1c2", 1}, day(0), "odd"}});
}

}  // namespace starling
