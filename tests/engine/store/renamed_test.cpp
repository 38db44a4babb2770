#include <doctest/doctest.h>

#include "engine/store/log_folder.h"

using namespace starling;
using namespace starling::test;

namespace {

void check_states(const Store& store, const std::vector<Deed>& deeds) {
  const ItemStates states = fold_items(deeds, model_after(deeds));
  CHECK(store.states() == states);
  check_times(store, deeds);
  for (const auto& [item, state] : states) CHECK(store.state(item) == state);
}

}  // namespace

TEST_CASE("the cache of a renamed card is what the lines add up to, and its history comes with it") {
  LogFolder folder;
  LearnerHistory history;
  Store store = folder.open();
  (void)store.catch_up();
  const auto write = [&] {
    folder.append(history.deeds.back());
    (void)store.catch_up();
    check_states(store, history.deeds);
  };
  history.answer("t/c", Grade::Good, 0);
  write();
  history.answer("t/other", Grade::Good, 0);
  write();
  history.add(Renamed{item("t/c"), item("t/d")}, 1);
  write();
  const auto past = store.history_of(item("t/d"));
  REQUIRE(past.size() == 2);
  CHECK(*item_of(past[0].deed.events[0]) == item("t/d"));
  CHECK(store.history_of(item("t/c")).empty());
  CHECK(*item_of(store.standing_between(day(0), day(0)).front().events[0]) == item("t/d"));
  history.answer("t/d", Grade::Hard, 4);
  write();
  CHECK(store.history_of(item("t/d")).size() == 3);
  history.undo();
  write();
  history.undo();
  write();
  CHECK(store.state(item("t/c"))->reviews == 1);
  CHECK_FALSE(store.state(item("t/d")));
  history.redo();
  write();
  CHECK(store.state(item("t/d"))->reviews == 1);
}

TEST_CASE("renames, undos and redos by chance, read one by one or together, are what the lines add up to") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    SplitMix64 dice(Seed{seed});
    LogFolder folder;
    LearnerHistory history;
    Store store = folder.open();
    (void)store.catch_up();
    for (int i = 0; i < 50; ++i) {
      const std::size_t before = history.deeds.size();
      do_undo_or_rename_anything(history, dice, i / 4);
      for (std::size_t at = before; at < history.deeds.size(); ++at) folder.append(history.deeds[at]);
      if (below(dice, 3) > 0) continue;
      (void)store.catch_up();
      check_states(store, history.deeds);
    }
    Store anew = folder.open("another build");
    (void)anew.catch_up();
    check_states(anew, history.deeds);
  }
}
