// New weights in the log, and the items that move with them.
#include <csignal>
#include <cstring>

#include "learner_file.h"

namespace starling {
namespace {

// Two items in review, due on day 3.
void add_two_items(Store& store) {
  store.derive(model(), kModel);
  store.append(event(review(Grade::Good), "lp/a"), model());
  store.append(event(review(Grade::Good), "lp/b"), model());
}

Day due_of(const Store& store, const std::string& item) { return store.state(item)->standing.due.day; }

bool same_bits(const Weights& one, const Weights& other) {
  return one.kind == other.kind && one.numbers.size() == other.numbers.size() &&
         std::memcmp(one.numbers.data(), other.numbers.data(), one.numbers.size() * sizeof(double)) == 0;
}

TEST_CASE("new weights come back from the log to the last bit") {
  const LearnerFile file;
  Dice dice{9};
  std::vector<Weights> written;
  {
    Store store(file.path());
    for (int i = 0; i < 40; ++i) written.push_back(any_weights(dice));
    for (const Weights& weights : written) store.adopt(adoption(weights), {});
  }
  const Store store(file.path());
  const std::vector<Event> log = store.events();
  REQUIRE(log.size() == written.size());
  for (std::size_t i = 0; i < log.size(); ++i)
    CHECK(same_bits(std::get<Adopted>(log[i].what).weights, written[i]));
  CHECK(same_bits(std::get<Adopted>(store.adoption()->what).weights, written.back()));
}

TEST_CASE("new weights move items at once, and one undo takes back both, one redo brings both") {
  const LearnerFile file;
  Store store(file.path());
  add_two_items(store);
  const ItemStates before = store.states();
  Weights patient = default_weights();
  patient.numbers[2] *= 2;
  const MemoryModel patient_model(patient);

  const std::vector<MovedItem> moves{{"lp/a", day(9)}, {"lp/b", day(11)}};
  const Event adopted = store.adopt(adoption(patient, 1), moves);
  store.derive(patient_model, "patient");
  CHECK(adopted.id == 3);
  CHECK(store.adoption() == adopted);
  CHECK(due_of(store, "lp/a") == day(9));
  CHECK(due_of(store, "lp/b") == day(11));
  CHECK(store.state("lp/a")->standing.memory->stability.days ==
        doctest::Approx(2 * before.at("lp/a").standing.memory->stability.days));
  const ItemStates after = store.states();

  REQUIRE(store.to_undo() == adopted);
  store.append(undo_of(adopted), model());
  store.derive(model(), kModel);
  CHECK(store.states() == before);
  CHECK_FALSE(store.adoption());

  REQUIRE(store.to_redo() == adopted);
  store.append(redo_of(adopted), patient_model);
  store.derive(patient_model, "patient");
  CHECK(store.states() == after);
  CHECK(store.adoption() == adopted);
}

TEST_CASE("an answer after new weights is kept when they are taken back, and the other items return") {
  Store store(":memory:");
  add_two_items(store);
  const Event adopted =
      store.adopt(adoption(default_weights()), std::vector<MovedItem>{{"lp/a", day(9)}, {"lp/b", day(11)}});
  store.derive(model(), "adopted");
  store.append(event(review(Grade::Good, 30), "lp/a", 9), model());
  CHECK(due_of(store, "lp/b") == day(11));

  store.append(undo_of(adopted), model());
  store.derive(model(), kModel);

  CHECK(due_of(store, "lp/a") == day(30));
  CHECK(due_of(store, "lp/b") == day(3));
}

TEST_CASE("an answer after new weights that is taken back leaves the day its item moved to") {
  Store store(":memory:");
  add_two_items(store);
  store.adopt(adoption(default_weights()), std::vector<MovedItem>{{"lp/a", day(9)}, {"lp/b", day(11)}});
  store.derive(model(), "adopted");
  const ItemStates moved = store.states();
  const Event answer = store.append(event(review(Grade::Again, 10), "lp/a", 9), model());

  store.append(undo_of(answer), model());

  CHECK(store.states() == moved);
}

TEST_CASE("an answer by a program that does not know of new weights yet is worked in with them at the next start") {
  const LearnerFile file;
  Store old(file.path());
  add_two_items(old);
  Dice dice{4};
  const Weights weights = any_weights(dice);
  {
    Store other(file.path());
    other.derive(model(), kModel);
    other.adopt(adoption(weights), {});
    other.derive(MemoryModel(weights), "new");
  }

  old.append(event(review(Grade::Hard), "lp/a", 4), model());

  Store next(file.path());
  next.derive(MemoryModel(weights), "new");
  CHECK(next.states() == fold(next.events(), MemoryModel(weights)));
}

TEST_CASE("new weights with a move that makes no sense leave nothing behind") {
  Store store(":memory:");
  add_two_items(store);
  const auto log = store.events();
  const ItemStates states = store.states();

  CHECK_THROWS_AS(store.adopt(adoption(default_weights()), std::vector<MovedItem>{{"lp/a", day(9)}, {"", day(9)}}),
                  StoreError);

  CHECK(store.events() == log);
  CHECK_FALSE(store.adoption());
  store.derive(model(), kModel);
  CHECK(store.states() == states);
}

TEST_CASE("a program that is killed before the new weights were worked in leaves that to the next start") {
  const LearnerFile file;
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    Store store(file.path());
    add_two_items(store);
    store.adopt(adoption(default_weights()), std::vector<MovedItem>{{"lp/a", day(9)}});
    ::raise(SIGKILL);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));

  Store store(file.path());
  REQUIRE(store.events().size() == 4);
  CHECK(due_of(store, "lp/a") == day(3));  // still as the old weights had it
  store.derive(model(), kModel);           // by the very name that the tables had before
  CHECK(due_of(store, "lp/a") == day(9));
  CHECK(store.states() == fold(store.events(), model()));
}

TEST_CASE("new weights and all their moves are in the log, or none of it, whenever the program was killed") {
  Dice dice{3};
  for (int round = 0; round < 10; ++round) {
    const LearnerFile file;
    { add_two_items(*std::make_unique<Store>(file.path())); }
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      Store store(file.path());
      const std::vector<MovedItem> moves(300, {"lp/a", day(9)});
      for (;;) store.adopt(adoption(default_weights()), moves);
    }
    ::usleep(static_cast<useconds_t>(dice.below(60'000)));
    ::kill(child, SIGKILL);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);

    Store store(file.path());
    CHECK((store.events().size() - 2) % 301 == 0);
    CHECK(file.quick_check() == "ok");
  }
}

}  // namespace
}  // namespace starling
