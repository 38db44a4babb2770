// The cache says what the lines add up to, however they came.
#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <map>

#include "log_folder.h"

namespace starling {
namespace {

using test::check_adds_up;
using test::LogFolder;

// Three devices that undo and redo each other's deeds, with clocks that differ by days.
std::vector<Deed> three_devices(Seed seed, int length) {
  test::LearnerHistory history;
  SplitMix64 dice(seed);
  for (int i = 0; i < length; ++i) {
    history.device = std::array{"aaaaaa", "bbbbbb", "cccccc"}[dice.below(3)];
    const int skewed = i / 4 + 3 * (history.device[0] - 'b');
    test::do_or_undo_anything(history, dice, std::max(0, skewed));
  }
  return history.deeds;
}

TEST_CASE("lines of a newer program are counted as they come, and again after the cache is made anew") {
  LogFolder folder;
  test::LearnerHistory history;
  history.answer("deck/a", Grade::Good);
  folder.append(history.deeds.back());
  Store store = folder.open();
  (void)store.catch_up();
  CHECK(store.newer_lines() == 0);
  for (int lines = 1; lines <= 2; ++lines) {
    history.add(Unknown{"danced", R"({"k":"danced","steps":3})"});
    folder.append(history.deeds.back());
    (void)store.catch_up();
    CHECK(store.newer_lines() == lines);
  }
  history.answer("deck/a", Grade::Good);
  folder.append(history.deeds.back());
  (void)store.catch_up();
  CHECK(store.newer_lines() == 2);
  Store anew = folder.open("another build");
  (void)anew.catch_up();
  CHECK(anew.newer_lines() == 2);
}

TEST_CASE("the deeds of three devices add up to the same in whatever order they arrive") {
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    const std::vector<Deed> deeds = three_devices(Seed{seed}, 60);
    std::vector<Deed> arriving = deeds;
    SplitMix64 dice(Seed{seed + 1000});
    for (std::size_t i = arriving.size(); i > 1; --i) std::swap(arriving[i - 1], arriving[dice.below(i)]);
    // A device's own lines are in its order.
    std::map<std::string, std::vector<Deed>> own;
    for (const Deed& deed : deeds) own[deed.id.device].push_back(deed);
    std::map<std::string, std::size_t> next;

    LogFolder folder;
    Store store = folder.open();
    (void)store.catch_up();
    std::vector<Deed> there;
    for (const Deed& any : arriving) {
      const Deed& deed = own[any.id.device][next[any.id.device]++];
      folder.append(deed);
      there.push_back(deed);
      if (dice.below(4) == 0) {
        CAPTURE(seed);
        CHECK_FALSE(store.catch_up());
        CHECK(store.states() == fold_items(in_order(there), test::model_after(in_order(there))));
      }
    }
    CAPTURE(seed);
    CHECK_FALSE(store.catch_up());
    check_adds_up(store, in_order(deeds));
    Store anew = folder.open("another build");
    (void)anew.catch_up();
    check_adds_up(anew, in_order(deeds));
  }
}

TEST_CASE("what an undo and a redo would take is what the ledger says, after every step") {
  test::LearnerHistory history;
  SplitMix64 dice(Seed{7});
  LogFolder folder;
  Store store = folder.open();
  (void)store.catch_up();
  for (int i = 0; i < 120; ++i) {
    const std::size_t before = history.deeds.size();
    test::do_or_undo_anything(history, dice, i / 4);
    for (std::size_t at = before; at < history.deeds.size(); ++at) folder.append(history.deeds[at]);
    CHECK_FALSE(store.catch_up());
    const Viewpoint nobody{"", std::numeric_limits<std::int64_t>::max()};
    const auto undo = store.to_undo(1, nobody);
    const auto redo = store.to_redo(1, nobody);
    CHECK((undo.empty() ? std::nullopt : std::optional(undo.front().id)) == last_to_undo(history.deeds));
    CHECK((redo.empty() ? std::nullopt : std::optional(redo.front().id)) == last_to_redo(history.deeds));
  }
}

TEST_CASE("undos of what a cloned machine wrote under one number add up in any order of arrival, and name what they take") {
  test::LearnerHistory history;
  history.answer("lp/a", Grade::Good);
  test::LearnerHistory clone = history;
  history.answer("lp/b", Grade::Good, 1);
  clone.answer("lp/c", Grade::Good, 2);
  const Deed one = history.deeds.back();
  const Deed other = clone.deeds.back();
  REQUIRE(one.id == other.id);
  const auto control = [&](std::int64_t number, Event event) {
    return Deed{{"bbbbbb", number}, other.order + number, other.at, {}, other.day, {std::move(event)}};
  };
  std::vector<Deed> deeds{history.deeds.front(), one, other, control(1, undone(other)), control(2, Redone{one.id}),
                          control(3, undone(one)), control(4, Undone{one.id}), control(5, redone(other))};
  SplitMix64 dice(Seed{3});
  for (int arrival = 0; arrival < 30; ++arrival) {
    for (std::size_t left = deeds.size(); left > 1; --left) std::swap(deeds[left - 1], deeds[dice.below(left)]);
    LogFolder folder;
    Store store = folder.open();
    (void)store.catch_up();
    std::vector<Deed> here;
    for (const Deed& deed : deeds) {
      folder.append(deed);
      (void)store.catch_up();
      here.push_back(deed);
      check_adds_up(store, in_order(here));
    }
    const Viewpoint nobody{"", std::numeric_limits<std::int64_t>::max()};
    CHECK(store.to_undo(9, nobody) == std::vector{other, in_order(deeds).front()});
    CHECK(store.to_redo(9, nobody) == std::vector{one});
  }
}

TEST_CASE("of what a cloned machine wrote under one number and one order, an undo names both") {
  test::LearnerHistory history;
  history.answer("lp/a", Grade::Good);
  Deed twin = history.deeds.front();
  twin.events = {Suspended{test::item("lp/b")}};
  LogFolder folder;
  folder.append({history.deeds.front(), twin});
  Store store = folder.open();
  (void)store.catch_up();
  const Viewpoint nobody{"", std::numeric_limits<std::int64_t>::max()};
  CHECK(store.to_undo(1, nobody).size() == 2);
}

TEST_CASE("a deed that lies in two files counts once") {
  LogFolder folder;
  test::LearnerHistory history;
  history.answer("lp/a", Grade::Good);
  history.answer("lp/a", Grade::Hard, 3);
  folder.append(history.deeds);
  Store store = folder.open();
  (void)store.catch_up();
  for (const Deed& deed : history.deeds) folder.append(deed, folder.log() / "2024-10 (conflict).jsonl");
  CHECK_FALSE(store.catch_up());
  check_adds_up(store, history.deeds);
  CHECK(store.state(test::item("lp/a"))->reviews == 2);
}

TEST_CASE("a day's load is the cards in review that are due on it, stories apart") {
  LogFolder folder;
  test::LearnerHistory history;
  history.answer("lp/a", Grade::Good, 0, 5);
  history.answer("lp/b", Grade::Good, 0, 5);
  history.answer("lp/c", Grade::Good, 0, 6);
  history.answer("story/cells", Grade::Good, 0, 5);
  history.suspend("lp/b");
  folder.append(history.deeds);
  Store store = folder.open();
  (void)store.catch_up();
  CHECK(store.due_counts(test::day(4), test::day(6), LoadOf::Cards) == std::vector{0, 1, 1});
  CHECK(store.due_counts(test::day(4), test::day(6), LoadOf::Stories) == std::vector{0, 1, 0});
  CHECK(store.first_day() == test::day(0));
  CHECK(store.standing_between(test::day(0), test::day(0)).size() == history.deeds.size());
  CHECK(store.standing_between(test::day(1), test::day(9)).empty());
}

TEST_CASE("an item's history holds what was taken back too, and the weights that reckoned it anew") {
  LogFolder folder;
  test::LearnerHistory history;
  history.answer("lp/a", Grade::Good);
  history.answer("lp/b", Grade::Good);
  history.answer("lp/a", Grade::Again, 2);
  (void)history.undo();
  history.adopt(default_weights(ModelKind::Fsrs7), {}, 3);
  folder.append(history.deeds);
  Store store = folder.open();
  (void)store.catch_up();
  const auto past = store.history_of(test::item("lp/a"));
  REQUIRE(past.size() == 3);
  CHECK(past[0].counts);
  CHECK_FALSE(past[1].counts);
  CHECK(std::holds_alternative<Adopted>(past[2].deed.events[0]));
  CHECK(store.adopted(ModelKind::Fsrs7) == default_weights(ModelKind::Fsrs7));
  CHECK_FALSE(store.adopted(ModelKind::Fsrs6));
}

TEST_CASE("an order that lies far ahead of the clock is not followed") {
  LogFolder folder;
  test::LearnerHistory history;
  history.answer("lp/a", Grade::Good, 0);
  history.answer("lp/a", Grade::Good, 400);
  folder.append(history.deeds);
  Store store = folder.open();
  (void)store.catch_up();
  CHECK(store.largest_order(history.deeds[0].order + 1000) == history.deeds[0].order);
  CHECK(store.largest_order(history.deeds[1].order) == history.deeds[1].order);
  CHECK(LogFolder().open().largest_order(5) == 0);
}

}  // namespace
}  // namespace starling
