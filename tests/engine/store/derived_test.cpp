#include "learner_file.h"

namespace starling {
namespace {

std::optional<EventId> id_of(const std::optional<Event>& event) {
  return event ? std::optional(event->id) : std::nullopt;
}

// Everything the derived tables say agrees with the whole log.
void check_agrees(const Store& store) {
  const std::vector<Event> log = store.events();
  const ItemStates states = fold(log, model());
  REQUIRE(store.states() == states);
  REQUIRE(id_of(store.to_undo()) == last_to_undo(log));
  REQUIRE(id_of(store.to_redo()) == last_to_redo(log));
  REQUIRE(store.standing_between(day(-1000), day(1000)) == standing_events(log));
  REQUIRE(store.adoption() == last_adoption(log));
  for (const ModelKind kind : kModelKinds) REQUIRE(store.adoption(kind) == last_adoption(log, kind));
  for (const auto& [item, state] : states) REQUIRE(store.state(item) == state);
}

TEST_CASE("after any tangle of answers, new weights, undos and redos the tables are what the log adds up to") {
  int undone = 0;
  int redone = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    Store store(":memory:");
    Dice dice{seed};
    store.derive(model(), kModel);
    for (int i = 0; i < 80; ++i) {
      CAPTURE(seed);
      CAPTURE(i);
      const int what = dice.below(7);
      const auto to_undo = store.to_undo();
      const auto to_redo = store.to_redo();
      if (what < 2 && to_undo) {
        store.append(undo_of(*to_undo), model());
        ++undone;
      } else if (what == 2 && to_redo) {
        store.append(redo_of(*to_redo), model());
        ++redone;
      } else if (what == 3 && i > 0) {
        // One that no command would write: of any event, also of an undo or of what is taken back already.
        const auto log = store.events();
        const Event& any = log[static_cast<std::size_t>(dice.below(static_cast<int>(log.size())))];
        store.append(dice.below(2) == 0 ? undo_of(any) : redo_of(any), model());
      } else {
        append_anything(store, dice, i / 4);
      }
      store.derive(model(), kModel);
      check_agrees(store);
    }
    const ItemStates grown = store.states();
    store.rebuild(model(), kModel);
    CHECK(store.states() == grown);
    check_agrees(store);
  }
  CHECK(undone > 100);
  CHECK(redone > 20);
}

TEST_CASE("several undos are redone one after the other, last undone first") {
  Store store(":memory:");
  std::vector<Event> answers;
  for (int i = 0; i < 5; ++i) answers.push_back(store.append(event(review(Grade::Good), "lp/a", i), model()));
  const ItemStates before = store.states();

  for (std::size_t i = 5; i-- > 0;) {
    CHECK(store.to_undo() == answers[i]);
    store.append(undo_of(answers[i]), model());
  }
  CHECK_FALSE(store.to_undo());
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(store.to_redo() == answers[i]);
    store.append(redo_of(answers[i]), model());
  }
  CHECK_FALSE(store.to_redo());
  CHECK(store.states() == before);
}

TEST_CASE("an item whose only answer was taken back is as new") {
  Store store(":memory:");
  const Event answer = store.append(event(review(Grade::Good), "lp/a"), model());
  store.append(undo_of(answer), model());

  CHECK(store.states().empty());
  CHECK_FALSE(store.state("lp/a"));
  store.append(redo_of(answer), model());
  CHECK(store.state("lp/a")->reviews == 1);
}

TEST_CASE("an answer before a new one cannot be redone any more") {
  Store store(":memory:");
  store.append(undo_of(store.append(event(review(Grade::Good), "lp/a"), model())), model());
  REQUIRE(store.to_redo());

  store.append(event(review(Grade::Good), "lp/b"), model());

  CHECK_FALSE(store.to_redo());
}

TEST_CASE("an empty log has nothing to undo or redo") {
  const Store store(":memory:");
  CHECK_FALSE(store.to_undo());
  CHECK_FALSE(store.to_redo());
  CHECK(store.states().empty());
  CHECK_FALSE(store.state("lp/a"));
}

TEST_CASE("the states of a folder are those whose items start with its name") {
  Store store(":memory:");
  for (const char* item : {"story/a", "story/\xF0\x9F\x90\xA6", "story", "storz/a", "stor/a", "Story/a",
                           "lp/story/a", "story/_%", "story/"})
    store.append(event(Suspended{}, item), model());

  const auto names = [&](const std::string& prefix) {
    std::vector<std::string> result;
    for (const auto& [item, state] : store.states_of(prefix)) result.push_back(item);
    return result;
  };
  CHECK(names("story/") ==
        std::vector<std::string>{"story/", "story/_%", "story/a", "story/\xF0\x9F\x90\xA6"});
  CHECK(names("").size() == 9);
  CHECK(names("story/_").size() == 1);
  CHECK(names("none/").empty());
}

TEST_CASE("other weights give other states, and the log stays") {
  const LearnerFile file;
  Weights weights = default_weights();
  weights.numbers[2] *= 2;  // a first "good" lasts twice as long
  const MemoryModel patient(weights);
  Store store(file.path());
  store.derive(model(), "default");
  const Event answer = store.append(event(review(Grade::Good)), model());
  const double stability = store.state("lp/why")->standing.memory->stability.days;

  store.derive(patient, "patient");

  CHECK(store.state("lp/why")->standing.memory->stability.days == doctest::Approx(2 * stability));
  CHECK(store.states() == fold(store.events(), patient));
  CHECK(store.events() == std::vector{answer});
  store.derive(model(), "default");
  CHECK(store.state("lp/why")->standing.memory->stability.days == stability);
}

TEST_CASE("tables that somebody spoilt are made again by a rebuild, not by a derive that sees no reason") {
  const LearnerFile file;
  Store store(file.path());
  store.derive(model(), kModel);
  store.append(event(review(Grade::Good)), model());
  const ItemStates whole = store.states();
  file.open().exec("delete from item_state; insert into taken_back values (1)");

  store.derive(model(), kModel);
  CHECK(store.states().empty());
  store.rebuild(model(), kModel);

  CHECK(store.states() == whole);
  check_agrees(store);
}

TEST_CASE("two programs that answer by turns see one log") {
  const LearnerFile file;
  Store one(file.path());
  Store two(file.path());
  Dice dice{3};
  for (int i = 0; i < 40; ++i) {
    Store& turn = dice.below(2) == 0 ? one : two;
    CHECK(turn.append(anything(dice, i / 4), model()).id == i + 1);
  }
  CHECK(one.events() == two.events());
  CHECK(one.states() == two.states());
  check_agrees(one);
}

}  // namespace
}  // namespace starling
