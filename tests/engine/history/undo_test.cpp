#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "support/history.h"

namespace starling {
namespace {

using namespace test;

TEST_CASE("undo steps back through the day one deed at a time") {
  LearnerHistory history;
  std::vector<ItemStates> seen;
  SplitMix64 dice(Seed{21});
  for (int i = 0; i < 40; ++i) {
    seen.push_back(history.states());
    do_anything(history, dice, i / 4);
  }

  for (auto before = seen.rbegin(); before != seen.rend(); ++before) {
    REQUIRE(history.undo());
    CHECK(history.states() == *before);
  }
  CHECK(history.states().empty());
  CHECK(standing_deeds(history.deeds).empty());
  CHECK_FALSE(last_to_undo(history.deeds));
  CHECK_FALSE(history.undo());
}

TEST_CASE("redo after undo leaves nothing changed, however many steps back and forth") {
  for (const int steps : {1, 2, 7, 30}) {
    LearnerHistory history = any_history(Seed{9}, 30);
    const ItemStates before = history.states();
    const auto standing = standing_deeds(history.deeds);

    for (int i = 0; i < steps; ++i) REQUIRE(history.undo());
    CHECK(standing_deeds(history.deeds) != standing);
    for (int i = 0; i < steps; ++i) REQUIRE(history.redo());

    CHECK(history.states() == before);
    CHECK(standing_deeds(history.deeds) == standing);
    CHECK_FALSE(last_to_redo(history.deeds));
  }
}

TEST_CASE("one undo takes back an answer together with the suspension of its leech") {
  LearnerHistory history;
  history.answer("lp/a", Grade::Good, 0);
  const ItemStates before = history.states();
  history.leech("lp/a", 3);
  CHECK(history.state("lp/a").suspended);
  CHECK(history.state("lp/a").lapses == 1);
  const ItemStates after = history.states();

  REQUIRE(history.undo());
  CHECK(history.states() == before);
  REQUIRE(history.redo());
  CHECK(history.states() == after);
}

TEST_CASE("three steps back are one deed, and come forward one by one") {
  LearnerHistory history;
  const DeedId first = history.answer("lp/a", Grade::Good);
  const DeedId second = history.leech("lp/b");
  const DeedId third = history.suspend("lp/c");
  const std::size_t length = history.deeds.size();

  REQUIRE(history.undo(3));

  CHECK(history.deeds.size() == length + 1);
  CHECK(history.deeds.back().events == std::vector<Event>{Undone{third}, Undone{second}, Undone{first}});
  CHECK(history.states().empty());
  CHECK_FALSE(history.undo());
  for (const DeedId& target : {first, second, third}) {
    CHECK(last_to_redo(history.deeds) == target);
    REQUIRE(history.redo());
    CHECK(last_to_undo(history.deeds) == target);
  }
  CHECK_FALSE(history.redo());
}

TEST_CASE("redo brings back the last undone deed first") {
  LearnerHistory history;
  const DeedId first = history.answer("lp/a", Grade::Good);
  const DeedId second = history.answer("lp/b", Grade::Good);
  history.undo();
  history.undo();

  CHECK(last_to_redo(history.deeds) == first);
  history.redo();
  CHECK(last_to_redo(history.deeds) == second);
  CHECK(last_to_undo(history.deeds) == first);
}

TEST_CASE("a new answer ends what can be redone") {
  LearnerHistory history;
  history.answer("lp/a", Grade::Good);
  history.undo();
  const DeedId newer = history.answer("lp/b", Grade::Hard);
  CHECK_FALSE(last_to_redo(history.deeds));

  history.undo();

  CHECK(last_to_redo(history.deeds) == newer);
  history.redo();
  CHECK_FALSE(last_to_redo(history.deeds));
}

TEST_CASE("what was undone, redone and undone again can be redone again") {
  LearnerHistory history;
  const DeedId answer = history.answer("lp/why", Grade::Good);
  for (int i = 0; i < 3; ++i) {
    history.undo();
    CHECK(history.states().empty());
    CHECK(last_to_redo(history.deeds) == answer);
    history.redo();
    CHECK(last_to_undo(history.deeds) == answer);
  }
}

TEST_CASE("taking back an answer from the middle keeps what the later one promised") {
  LearnerHistory history;
  history.answer("lp/why", Grade::Good, 0);
  const DeedId slip = history.answer("lp/why", Grade::Again, 5);
  history.answer("lp/why", Grade::Good, 9, 11);

  history.add(Undone{slip}, 9);

  const ItemState state = history.state("lp/why");
  CHECK(state.reviews == 2);
  CHECK(state.lapses == 0);
  CHECK(state.standing.due.day == day(20));
  CHECK(state.standing.memory ==
        model().after_review(model().first_review(Grade::Good), elapsed_days(WholeDays{9}), Grade::Good));
}

TEST_CASE("undoing a suspension or a burial shows the card again") {
  for (const Event& event : {Event(Suspended{item("lp/why")}), Event(Buried{item("lp/why"), day(5)})}) {
    LearnerHistory history;
    history.answer("lp/why", Grade::Good);
    const ItemStates before = history.states();
    history.add(event);
    REQUIRE(history.states() != before);
    history.undo();
    CHECK(history.states() == before);
  }
}

TEST_CASE("to take back or bring back twice is to do it once") {
  LearnerHistory once = any_history(Seed{6}, 20);
  LearnerHistory twice = once;
  const DeedId target = once.deeds[11].id;
  for (const Event& event : {Event(Undone{target}), Event(Redone{target}), Event(Undone{target})}) {
    once.add(event);
    twice.add(event);
    twice.add(event);
    CHECK(once.states() == twice.states());
    CHECK(standing_deeds(once.deeds) == standing_deeds(twice.deeds));
    CHECK(last_to_redo(once.deeds) == last_to_redo(twice.deeds));
    CHECK(last_to_undo(once.deeds) == last_to_undo(twice.deeds));
  }
  LearnerHistory in_one_deed = any_history(Seed{6}, 20);
  in_one_deed.add({Undone{target}, Undone{target}});
  CHECK(in_one_deed.states() == once.states());
}

TEST_CASE("an undo of a deed that is not there waits for it, on whichever side of the undo it then stands") {
  LearnerHistory here = any_history(Seed{13}, 12);
  const ItemStates before = here.states();
  LearnerHistory elsewhere;
  elsewhere.device = "bbbbbb";
  const DeedId answer = elsewhere.answer("lp/new", Grade::Good, 1);

  here.add(Undone{answer}, 5);
  CHECK(here.states() == before);

  for (const std::int64_t order : {here.deeds.front().order - 1, here.deeds.back().order + 1}) {
    std::vector<Deed> both = here.deeds;
    both.push_back(elsewhere.deeds.front());
    both.back().order = order;
    both = in_order(both);
    CHECK(fold_items(both, model()) == before);
    CHECK_FALSE(fold_items(both, model()).contains(item("lp/new")));

    // Brought back, it counts where it stands.
    both.push_back(Deed{{"cccccc", 1}, order + 9'000'000'000, {}, {}, {}, {Redone{answer}}});
    CHECK(fold_items(both, model()).contains(item("lp/new")));
  }
}

TEST_CASE("an undo or redo of what is no deed to take back changes no state") {
  LearnerHistory history;
  history.answer("lp/a", Grade::Good);
  const DeedId taken = history.answer("lp/b", Grade::Good);
  const DeedId undo = history.add(Undone{taken});
  const ItemStates before = history.states();

  constexpr std::int64_t kHighest = std::numeric_limits<std::int64_t>::max();
  for (const DeedId& target :
       {DeedId{}, DeedId{"", 1}, DeedId{"aaaaaa", 0}, DeedId{"aaaaaa", -1}, DeedId{"aaaaaa", kHighest},
        DeedId{"zzzzzz", 3}, undo, DeedId{"aaaaaa", undo.number + 3}})
    for (const Event& event : {Event(Undone{target}), Event(Redone{target})}) {
      LearnerHistory odd = history;
      odd.add(event);
      CAPTURE(to_string(target));
      CHECK(odd.states() == before);
      CHECK(last_to_undo(odd.deeds) == last_to_undo(history.deeds));
    }
}

TEST_CASE("a deed that takes back others does nothing else, whatever it holds") {
  LearnerHistory history;
  const DeedId kept = history.answer("lp/a", Grade::Good);
  const DeedId odd = history.add({Undone{kept}, Suspended{item("lp/b")}, Adopted{}});
  CHECK(history.states().empty());
  CHECK_FALSE(memory_in_use(history.deeds));
  CHECK_FALSE(last_to_undo(history.deeds));
  history.add(Undone{odd});
  CHECK(history.states().empty());
}

// What two machines of one name wrote, each not knowing of the other: two deeds have one id.
struct Cloned {
  Deed answer;
  Deed suspension;
  std::vector<Deed> deeds;  // in order; an answer to another item is the first

  Cloned() {
    LearnerHistory history;
    history.answer("lp/a", Grade::Good);
    LearnerHistory clone = history;
    history.answer("lp/b", Grade::Good, 1);
    clone.add({Suspended{item("lp/c")}}, 1, 13h);
    answer = history.deeds.back();
    suspension = clone.deeds.back();
    REQUIRE(answer.id == suspension.id);
    deeds = history.deeds;
    deeds.insert(deeds.end(), clone.deeds.begin(), clone.deeds.end());
    deeds = in_order(deeds);
    REQUIRE(deeds.size() == 3);
  }
  void then(std::vector<Event> events) {
    deeds.push_back(Deed{{"bbbbbb", ++number_}, deeds.back().order + 1, {}, {}, {}, std::move(events)});
  }
  [[nodiscard]] std::vector<bool> counting() const {
    const auto counts = read_ledger(deeds).counts;
    return {counts.begin(), counts.begin() + 3};
  }

 private:
  std::int64_t number_ = 0;
};

TEST_CASE("an undo that says no order takes two machines of one name back together") {
  Cloned cloned;
  CHECK(fold_items(cloned.deeds, model()).size() == 3);
  CHECK(last_to_undo(cloned.deeds) == cloned.answer.id);
  cloned.then({Undone{cloned.answer.id}});
  CHECK(fold_items(cloned.deeds, model()).size() == 1);
}

TEST_CASE("an undo takes back the one deed it means, though a cloned machine wrote another of that number") {
  using Counts = std::vector<bool>;
  Cloned cloned;
  cloned.then({undone(cloned.suspension)});
  CHECK(cloned.counting() == Counts{true, true, false});
  cloned.then({undone(cloned.answer)});
  CHECK(cloned.counting() == Counts{true, false, false});
  CHECK(read_ledger(cloned.deeds).redoable.size() == 2);
  cloned.then({redone(cloned.suspension)});
  CHECK(cloned.counting() == Counts{true, false, true});
  CHECK(read_ledger(cloned.deeds).redoable == std::vector{DeedMeant{cloned.answer.id, cloned.answer.order}});

  // With older lines among them the last word on each deed holds.
  cloned.then({Redone{cloned.answer.id}});
  CHECK(cloned.counting() == Counts{true, true, true});
  CHECK(read_ledger(cloned.deeds).redoable.empty());
  cloned.then({Undone{cloned.answer.id}});
  cloned.then({redone(cloned.answer)});
  CHECK(cloned.counting() == Counts{true, true, false});
  for (const Deed& deed : {cloned.answer, cloned.suspension})
    CHECK(counts_after(deed, cloned.deeds) == (deed == cloned.answer));
}

TEST_CASE("two deeds of a cloned machine that have one order too are taken back together") {
  Cloned cloned;
  Deed twin = cloned.suspension;
  twin.events = {Buried{item("lp/d"), day(9)}};
  cloned.deeds.push_back(twin);
  cloned.deeds = in_order(cloned.deeds);
  cloned.then({undone(twin)});
  CHECK(fold_items(cloned.deeds, model()).size() == 2);
}

TEST_CASE("an undo written before the cloned machine's lines are here leaves them alone") {
  Cloned cloned;
  std::vector<Deed> here{cloned.deeds.front(), cloned.answer};
  here.push_back(Deed{{"bbbbbb", 1}, cloned.answer.order + 1, {}, {}, {}, {undone(cloned.answer)}});
  here.push_back(cloned.suspension);
  const std::vector<Deed> merged = in_order(here);
  const ItemStates states = fold_items(merged, model());
  CHECK(states.contains(item("lp/c")));
  CHECK_FALSE(states.contains(item("lp/b")));
}

TEST_CASE("an empty history has nothing to take back and nothing to bring back") {
  CHECK(fold_items({}, model()).empty());
  CHECK(standing_deeds({}).empty());
  CHECK_FALSE(last_to_undo({}));
  CHECK_FALSE(last_to_redo({}));
  CHECK(read_ledger({}).counts.empty());
}

// The rules written down a second time, as plainly as they can be said.
class Bookkeeper {
 public:
  explicit Bookkeeper(std::vector<Deed> deeds) : deeds_(std::move(deeds)) {}

  // The last word on a deed, among the deeds from `from` on: true for an undo, false for a redo.
  [[nodiscard]] std::optional<bool> last_word_on(const DeedId& id, std::size_t from = 0) const {
    std::optional<bool> word;
    for (std::size_t i = from; i < deeds_.size(); ++i)
      for (const Event& event : deeds_[i].events) {
        if (const auto* undone = std::get_if<Undone>(&event); undone && undone->deed == id) word = true;
        if (const auto* redone = std::get_if<Redone>(&event); redone && redone->deed == id) word = false;
      }
    return word;
  }
  [[nodiscard]] bool counts(const Deed& deed) const {
    return !takes_or_brings_back(deed) && !last_word_on(deed.id).value_or(false);
  }
  [[nodiscard]] std::vector<Deed> standing() const {
    std::vector<Deed> result;
    std::ranges::copy_if(deeds_, std::back_inserter(result), [&](const Deed& deed) { return counts(deed); });
    return result;
  }
  [[nodiscard]] std::optional<DeedId> to_undo() const {
    const auto all = standing();
    return all.empty() ? std::nullopt : std::optional(all.back().id);
  }
  // The target of the last undo since something else was done that no later word is about.
  [[nodiscard]] std::optional<DeedId> to_redo() const {
    std::size_t from = deeds_.size();
    while (from > 0 && takes_or_brings_back(deeds_[from - 1])) --from;
    for (std::size_t i = deeds_.size(); i > from; --i) {
      const auto& events = deeds_[i - 1].events;
      for (auto event = events.rbegin(); event != events.rend(); ++event)
        if (const auto* undone = std::get_if<Undone>(&*event); undone && last_word_on(undone->deed, from) == true)
          return undone->deed;
    }
    return std::nullopt;
  }
  [[nodiscard]] ItemStates states() const {
    ItemStates sum;
    for (const Deed& deed : standing())
      for (const Event& event : deed.events)
        if (const ItemId* id = item_of(event)) sum[*id] = apply(sum[*id], event, deed, model());
    return sum;
  }
  [[nodiscard]] std::optional<Weights> weights() const {
    std::optional<Weights> last;
    for (const Deed& deed : standing())
      for (const Event& event : deed.events)
        if (const auto* adopted = std::get_if<Adopted>(&event)) last = adopted->weights;
    return last;
  }

 private:
  static bool takes_or_brings_back(const Deed& deed) {
    for (const Event& event : deed.events)
      if (std::get_if<Undone>(&event) || std::get_if<Redone>(&event)) return true;
    return false;
  }
  std::vector<Deed> deeds_;
};

void check_against_books(const LearnerHistory& history) {
  const Bookkeeper books(history.deeds);
  REQUIRE(standing_deeds(history.deeds) == books.standing());
  REQUIRE(history.states() == books.states());
  REQUIRE(last_to_redo(history.deeds) == books.to_redo());
  REQUIRE(last_to_undo(history.deeds) == books.to_undo());
  const auto adoption = memory_in_use(history.deeds);
  REQUIRE((adoption ? std::optional(adoption->weights) : std::nullopt) == books.weights());

  const Ledger ledger = read_ledger(history.deeds);
  REQUIRE(ledger.counts.size() == history.deeds.size());
  for (std::size_t i = 0; i < history.deeds.size(); ++i) {
    REQUIRE(ledger.counts[i] == books.counts(history.deeds[i]));
    if (!is_control(history.deeds[i])) REQUIRE(counts_after(history.deeds[i], history.deeds) == ledger.counts[i]);
  }
}

TEST_CASE("in any tangle of deeds, undos and redos the state is the sum of the deeds that count") {
  int undone = 0;
  int redone = 0;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    LearnerHistory history;
    SplitMix64 dice(Seed{seed});
    for (int i = 0; i < 70; ++i) {
      history.device = pick(dice, std::array{"aaaaaa", "bbbbbb"});
      const DeedId any{history.device, below(dice, 2 * i + 4)};
      switch (below(dice, 6)) {
        case 0:
          undone += history.undo(1 + below(dice, 3));
          break;
        case 1:
          redone += history.redo();
          break;
        case 2:
          history.add(below(dice, 2) == 0 ? Event(Undone{any}) : Event(Redone{any}), i / 4);
          break;
        default:
          do_anything(history, dice, i / 4);
      }
      CAPTURE(seed);
      CAPTURE(i);
      if (i % 3 == 0) check_against_books(history);
    }
    check_against_books(history);
  }
  CHECK(undone > 200);
  CHECK(redone > 80);
}

TEST_CASE("what can be redone is known from the deeds behind the last one that was no undo or redo") {
  LearnerHistory history = any_history(Seed{30}, 10);
  const std::size_t tail = history.deeds.size();
  for (int i = 0; i < 4; ++i) history.undo();
  history.redo();
  history.undo(2);
  const auto redoable = redoable_after(std::span(history.deeds).subspan(tail));
  CHECK(redoable == read_ledger(history.deeds).redoable);
  CHECK(redoable.size() == 5);
  CHECK(redoable.back().id == *last_to_redo(history.deeds));
}

}  // namespace
}  // namespace starling
