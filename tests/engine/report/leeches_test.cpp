#include <doctest/doctest.h>

#include "calendar/calendar.h"
#include "engine/report/deeds.h"
#include "report/report.h"

using namespace starling;
using namespace starling::test;

namespace {

ItemState with_lapses(int lapses, bool suspended = false) {
  ItemState state;
  state.lapses = lapses;
  state.suspended = suspended;
  return state;
}

bool any(const ItemId&) { return true; }

}  // namespace

TEST_CASE("what lapsed often enough is a leech, the worst first, and says whether it was put away") {
  const ItemStates states{{item("a/x"), with_lapses(8)},
                          {item("a/y"), with_lapses(7)},
                          {item("b/z#f"), with_lapses(12, true)},
                          {item("story/s"), with_lapses(8)}};
  const std::vector<Leech> expected{
      {item("b/z#f"), 12, true}, {item("a/x"), 8, false}, {item("story/s"), 8, false}};
  CHECK(leeches_of(states, 8, any) == expected);
  CHECK(leeches_of(states, 13, any).empty());
}

TEST_CASE("a leech whose card is gone is none, and its history is lost") {
  const ItemStates states{{item("a/x"), with_lapses(9)}, {item("gone/y"), with_lapses(9)}, {item("gone/a"), {}}};
  const auto known = [](const ItemId& id) { return id.group() == "a"; };
  REQUIRE(leeches_of(states, 8, known).size() == 1);
  CHECK(leeches_of(states, 8, known)[0].item == item("a/x"));
  CHECK(lost_items(states, known) == std::vector<ItemId>{item("gone/a"), item("gone/y")});
  CHECK(lost_items(states, any).empty());
}

TEST_CASE("the order of leeches and lost items is that of their ids, however the states lie in memory") {
  SplitMix64 dice(Seed{3});
  for (int round = 0; round < 20; ++round) {
    ItemStates states;
    for (int i = 0; i < 200; ++i)
      states[item("d/" + std::to_string(dice.below(1000)))] = with_lapses(static_cast<int>(dice.below(3)));
    const auto lost = lost_items(states, [](const ItemId&) { return false; });
    CHECK(lost.size() == states.size());
    CHECK(std::ranges::is_sorted(lost));
    const auto leeches = leeches_of(states, 0, any);
    CHECK(leeches.size() == states.size());
    for (std::size_t i = 1; i < leeches.size(); ++i) {
      CHECK(leeches[i - 1].lapses >= leeches[i].lapses);
      if (leeches[i - 1].lapses == leeches[i].lapses) CHECK(leeches[i - 1].item < leeches[i].item);
    }
  }
}
