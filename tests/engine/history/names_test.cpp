#include "history/names.h"

#include <doctest/doctest.h>

#include "support/history.h"

using namespace starling;
using namespace starling::test;

namespace {

Renamed renamed(const char* from, const char* to) { return {item(from), item(to)}; }

// Moves the events of an item to its new name at each rename that counts, and adds them up at the end.
ItemStates moved_one_by_one(const std::vector<Deed>& deeds) {
  struct Happened {
    std::size_t deed;
    const Event* event;
  };
  std::map<ItemId, std::vector<Happened>> by_item;
  const Ledger ledger = read_ledger(deeds);
  for (std::size_t i = 0; i < deeds.size(); ++i) {
    if (!ledger.counts[i]) continue;
    std::map<ItemId, std::vector<Happened>> arrived;
    for (const Event& event : deeds[i].events)
      if (const auto* move = std::get_if<Renamed>(&event)) {
        auto& left = by_item[move->from];
        auto& to = arrived[move->to];
        to.insert(to.end(), left.begin(), left.end());
        left.clear();
      }
    for (auto& [id, events] : arrived) {
      auto& all = by_item[id];
      all.insert(all.end(), events.begin(), events.end());
    }
    for (const Event& event : deeds[i].events)
      if (const ItemId* id = item_of(event)) by_item[*id].push_back({i, &event});
  }
  ItemStates states;
  for (auto& [id, events] : by_item) {
    // Two items of one deed may have become one.
    std::ranges::sort(events, {}, [](const Happened& each) { return std::pair(each.deed, each.event); });
    for (const Happened& each : events) states[id] = apply(std::move(states[id]), *each.event, deeds[each.deed], model());
  }
  return states;
}

}  // namespace

TEST_CASE("a renamed card goes on where it was, and its old name has no history") {
  LearnerHistory history;
  history.answer("t/c", Grade::Good, 0);
  history.answer("t/c", Grade::Good, 3, 9);
  const ItemState before = history.state("t/c");
  history.add(renamed("t/c", "t/consistency"), 4);
  CHECK(history.state("t/consistency") == before);
  CHECK_FALSE(history.states().contains(item("t/c")));
  history.undo();
  CHECK(history.state("t/c") == before);
  CHECK_FALSE(history.states().contains(item("t/consistency")));
  history.redo();
  CHECK(history.state("t/consistency") == before);
}

TEST_CASE("what was answered under both names goes on as one") {
  LearnerHistory one;
  LearnerHistory two;
  for (const auto& [id, on_day] : {std::pair{"t/old", 0}, {"t/new", 2}, {"t/old", 5}}) {
    one.answer("t/new", Grade::Good, on_day);
    two.answer(id, Grade::Good, on_day);
  }
  two.add(renamed("t/old", "t/new"), 6);
  CHECK(two.state("t/new") == one.state("t/new"));
}

TEST_CASE("what comes under the old name after the rename stays there") {
  LearnerHistory history;
  history.answer("t/c", Grade::Good, 0);
  history.add(renamed("t/c", "u/c"), 1);
  history.answer("t/c", Grade::Hard, 2);
  CHECK(history.state("u/c").reviews == 1);
  CHECK(history.state("t/c").reviews == 1);
}

TEST_CASE("renames follow one another, and one deed renames all at once") {
  LearnerHistory history;
  history.answer("t/a", Grade::Good, 0);
  history.suspend("t/b", 0);
  history.add({renamed("t/a", "t/b"), renamed("t/b", "t/a")}, 1);
  CHECK(history.state("t/b").reviews == 1);
  CHECK(history.state("t/a").suspended);
  history.add(renamed("t/b", "t/c"), 2);
  history.add(renamed("t/c", "t/b"), 3);
  CHECK(history.state("t/b").reviews == 1);
  CHECK(history.states().size() == 2);
}

TEST_CASE("deeds with the names of now are given them once, however often they are asked for") {
  LearnerHistory history;
  history.answer("t/a", Grade::Good, 0);
  history.add(renamed("t/b", "t/c"), 1);
  history.add(renamed("t/a", "t/b"), 2);
  const auto standing = standing_deeds(history.deeds);
  CHECK(*item_of(standing[0].events[0]) == item("t/b"));
  CHECK(standing_deeds(standing) == standing);
  CHECK(fold_items(standing, model()) == history.states());
}

TEST_CASE("renames by chance add up as if each moved the events of its item") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    SplitMix64 dice(Seed{seed});
    LearnerHistory history;
    for (int i = 0; i < 60; ++i) do_undo_or_rename_anything(history, dice, i / 4);
    ItemStates expected = moved_one_by_one(history.deeds);
    std::erase_if(expected, [](const auto& each) { return each.second == ItemState{}; });
    ItemStates states = history.states();
    std::erase_if(states, [](const auto& each) { return each.second == ItemState{}; });
    CHECK(states == expected);
  }
}
