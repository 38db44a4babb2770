#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <set>

#include "log.h"

namespace starling {
namespace {

Log some_log(std::uint64_t seed, int length) {
  Log log;
  Dice dice{seed};
  for (int i = 0; i < length; ++i) add_anything(log, dice, i / 4);
  return log;
}

TEST_CASE("undo steps back through the day one answer at a time") {
  Log log;
  std::vector<std::map<std::string, ItemState>> seen;
  Dice dice{21};
  for (int i = 0; i < 40; ++i) {
    seen.push_back(folded(log));
    add_anything(log, dice, i / 4);
  }

  for (auto before = seen.rbegin(); before != seen.rend(); ++before) {
    REQUIRE(log.undo());
    CHECK(folded(log) == *before);
  }
  CHECK(folded(log).empty());
  CHECK(standing_events(log.events).empty());
  CHECK_FALSE(last_to_undo(log.events));
}

TEST_CASE("redo after undo leaves nothing changed, however many steps back and forth") {
  for (const int steps : {1, 2, 7, 30}) {
    Log log = some_log(9, 30);
    const auto before = folded(log);
    const auto standing = standing_events(log.events);

    for (int i = 0; i < steps; ++i) REQUIRE(log.undo());
    CHECK(standing_events(log.events) != standing);
    for (int i = 0; i < steps; ++i) REQUIRE(log.redo());

    CHECK(folded(log) == before);
    CHECK(standing_events(log.events) == standing);
    CHECK_FALSE(last_to_redo(log.events));
  }
}

TEST_CASE("redo brings back the last undone answer first") {
  Log log;
  const EventId first = log.add(review(Grade::Good), "lp/a");
  const EventId second = log.add(review(Grade::Good), "lp/b");
  log.undo();
  log.undo();

  CHECK(last_to_redo(log.events) == first);
  log.redo();
  CHECK(last_to_redo(log.events) == second);
  CHECK(last_to_undo(log.events) == first);
}

TEST_CASE("a new answer ends what can be redone") {
  Log log;
  log.add(review(Grade::Good), "lp/a");
  log.undo();
  const EventId newer = log.add(review(Grade::Hard), "lp/b");
  CHECK_FALSE(last_to_redo(log.events));

  log.undo();

  CHECK(last_to_redo(log.events) == newer);
  log.redo();
  CHECK_FALSE(last_to_redo(log.events));
}

TEST_CASE("what was undone, redone and undone again can be redone again") {
  Log log;
  const EventId answer = log.add(review(Grade::Good));
  for (int i = 0; i < 3; ++i) {
    log.undo();
    CHECK(folded(log).empty());
    CHECK(last_to_redo(log.events) == answer);
    log.redo();
    CHECK(last_to_undo(log.events) == answer);
  }
}

TEST_CASE("taking back an answer from the middle keeps what the later one promised") {
  Log log;
  log.add(review(Grade::Good), "lp/why", 0);
  const EventId slip = log.add(review(Grade::Again, Phase::Relearning), "lp/why", 5);
  log.add(review(Grade::Good, Phase::Review, 20), "lp/why", 9);

  log.add(Undone{slip});

  const ItemState state = folded(log).at("lp/why");
  CHECK(state.reviews == 2);
  CHECK(state.lapses == 0);
  CHECK(state.standing.due.day == day(20));
  CHECK(state.standing.memory ==
        model().after_review(model().first_review(Grade::Good), elapsed_days(WholeDays{9}), Grade::Good));
}

TEST_CASE("undoing a suspension or a burial shows the card again") {
  for (const What& what : {What(Suspended{}), What(Buried{day(5)})}) {
    Log log;
    log.add(review(Grade::Good));
    const auto before = folded(log);
    log.add(what);
    REQUIRE(folded(log) != before);
    log.undo();
    CHECK(folded(log) == before);
  }
}

TEST_CASE("an undo or redo that makes no sense changes nothing") {
  Log log;
  const EventId kept = log.add(review(Grade::Good), "lp/a");
  const EventId taken = log.add(review(Grade::Good), "lp/b");
  const EventId undo = log.add(Undone{taken});
  const EventId next = undo + 3;
  const auto before = folded(log);

  const EventId lowest = std::numeric_limits<EventId>::min();
  const EventId highest = std::numeric_limits<EventId>::max();
  for (const EventId target : {EventId{0}, EventId{-1}, kept + 1, undo, next, next + 3, highest, lowest}) {
    for (const What& what : {What(Undone{target}), What(Redone{target})}) {
      Log odd = log;
      odd.add(what);
      CAPTURE(target);
      CHECK(folded(odd) == before);
      CHECK(last_to_undo(odd.events) == kept);
      CHECK(last_to_redo(odd.events) == taken);
    }
  }
  log.add(Undone{taken});
  log.add(Redone{kept});
  CHECK(folded(log) == before);
  CHECK(last_to_redo(log.events) == taken);
}

TEST_CASE("an undo of something that happens only later does not take it out in advance") {
  Log log;
  const EventId later = log.add(Undone{4}) + 3;
  CHECK(log.add(review(Grade::Good)) == later);
  CHECK(later == 4);
  CHECK(folded(log).size() == 1);
  CHECK_FALSE(last_to_redo(log.events));
}

TEST_CASE("an empty log has nothing to take back and nothing to bring back") {
  CHECK(fold({}, model()).empty());
  CHECK(standing_events({}).empty());
  CHECK_FALSE(last_to_undo({}));
  CHECK_FALSE(last_to_redo({}));
}

// The rules written down a second time, as plainly as they can be said.
struct Bookkeeper {
  std::vector<Event> log;
  std::set<EventId> standing;
  std::set<EventId> taken_out;
  std::set<EventId> moves;
  std::vector<EventId> undos_that_held;  // targets, since the last new event

  void see(const Event& event) {
    log.push_back(event);
    if (const auto* undone = std::get_if<Undone>(&event.what)) {
      if (moves.contains(undone->target) || standing.erase(undone->target) == 0) return;
      taken_out.insert(undone->target);
      undos_that_held.push_back(undone->target);
    } else if (const auto* redone = std::get_if<Redone>(&event.what)) {
      if (taken_out.erase(redone->target) > 0) standing.insert(redone->target);
    } else {
      standing.insert(event.id);
      if (std::holds_alternative<Moved>(event.what)) moves.insert(event.id);
      undos_that_held.clear();
    }
  }
  [[nodiscard]] bool counts(const Event& event) const {
    const auto* moved = std::get_if<Moved>(&event.what);
    return standing.contains(event.id) && (!moved || standing.contains(moved->cause));
  }
  [[nodiscard]] std::vector<Event> standing_events() const {
    std::vector<Event> result;
    std::ranges::copy_if(log, std::back_inserter(result), [&](const Event& e) { return counts(e); });
    return result;
  }
  [[nodiscard]] std::optional<EventId> to_undo() const {
    for (auto event = log.rbegin(); event != log.rend(); ++event)
      if (counts(*event) && !moves.contains(event->id)) return event->id;
    return std::nullopt;
  }
  [[nodiscard]] std::optional<Event> adoption() const {
    for (auto event = log.rbegin(); event != log.rend(); ++event)
      if (counts(*event) && std::holds_alternative<Adopted>(event->what)) return *event;
    return std::nullopt;
  }
  [[nodiscard]] std::optional<EventId> to_redo() const {
    for (auto target = undos_that_held.rbegin(); target != undos_that_held.rend(); ++target)
      if (taken_out.contains(*target)) return *target;
    return std::nullopt;
  }
};

TEST_CASE("in any tangle of answers, undos and redos the state is the sum of the events that count") {
  int undone = 0;
  int redone = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Log log;
    Bookkeeper books;
    Dice dice{seed};
    for (int i = 0; i < 120; ++i) {
      const std::size_t before = log.events.size();
      const EventId any = dice.below(3 * i + 4);
      switch (dice.below(6)) {
        case 0:
          undone += log.undo();
          break;
        case 1:
          redone += log.redo();
          break;
        case 2:
          log.add(dice.below(2) == 0 ? What(Undone{any}) : What(Redone{any}));
          break;
        default:
          add_anything(log, dice, i / 4);
      }
      for (std::size_t at = before; at < log.events.size(); ++at) books.see(log.events[at]);

      const std::vector<Event> expected = books.standing_events();
      std::map<std::string, ItemState> sum;
      for (const Event& event : expected)
        if (event.item != kMemoryItem) sum[event.item] = apply(sum[event.item], event, model());
      CAPTURE(seed);
      CAPTURE(i);
      REQUIRE(standing_events(log.events) == expected);
      REQUIRE(folded(log) == sum);
      REQUIRE(last_to_redo(log.events) == books.to_redo());
      REQUIRE(last_to_undo(log.events) == books.to_undo());
      REQUIRE(last_adoption(log.events) == books.adoption());
    }
  }
  CHECK(undone > 400);
  CHECK(redone > 100);
}

}  // namespace
}  // namespace starling
