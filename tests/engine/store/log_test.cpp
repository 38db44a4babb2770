#include <algorithm>
#include <limits>

#include "learner_file.h"

namespace starling {
namespace {

// One of every kind, with everything that may be left out there and not there.
std::vector<Event> one_of_each() {
  Reviewed full = review(Grade::Hard, 5);
  full.took = 1234ms;
  full.phase = Phase::Relearning;
  full.step = 2;
  full.due.at = Instant(1'700'000'000'123ms);
  return {event(review(Grade::Again)),
          event(full, "deck/card#2"),
          event(Told{review(Grade::Good), std::nullopt}, "story/a"),
          event(Told{full, Beats{Grade::Again, Grade::Hard, Grade::Good, Grade::Easy, Grade::Again}}, "story/a"),
          event(Suspended{}, "lp/\xC3\xA9'; drop table event; --"),
          event(Unsuspended{}, std::string(400, 'x')),
          event(Buried{day(-30000)}),
          event(Undone{1}),
          event(Redone{1}),
          event(Adopted{default_weights(ModelKind::Fsrs7)}, std::string(kMemoryItem)),
          event(Moved{10, day(40)})};
}

TEST_CASE("every kind of event is read back as it was written, here and by the next program") {
  const LearnerFile file;
  std::vector<Event> written;
  {
    Store store(file.path());
    for (const Event& e : one_of_each()) {
      const Event given = store.append(e, model());
      Event expected = e;
      expected.id = static_cast<EventId>(written.size()) + 1;
      CHECK(given == expected);
      written.push_back(given);
    }
    CHECK(store.events() == written);
  }
  CHECK(Store(file.path()).events() == written);
}

TEST_CASE("a log that is kept in memory works the same and is gone with it") {
  for (int round = 0; round < 2; ++round) {
    Store store(":memory:");
    CHECK(store.events().empty());
    for (const Event& e : one_of_each()) store.append(e, model());
    CHECK(store.events().size() == one_of_each().size());
  }
  CHECK_FALSE(fs::exists(":memory:"));
}

TEST_CASE("a new log can be opened again and again, empty or not") {
  const LearnerFile file;
  for (int round = 0; round < 3; ++round) CHECK(Store(file.path()).events().empty());
  Store(file.path()).append(event(review(Grade::Good)), model());
  for (int round = 0; round < 3; ++round) CHECK(Store(file.path()).events().size() == 1);
  file.gather();
  CHECK(Store(file.path()).events().size() == 1);
}

TEST_CASE("many events at once are the same log as one by one, and a bad one among them leaves nothing") {
  const LearnerFile one_by_one;
  const LearnerFile at_once;
  Store first(one_by_one.path());
  Store second(at_once.path());
  for (const Event& e : one_of_each()) (void)first.append(e, model());
  second.append_all(one_of_each(), model());
  CHECK(second.events() == first.events());
  CHECK(second.states() == first.states());

  std::vector<Event> with_a_bad_one = one_of_each();
  with_a_bad_one.back().item.clear();
  CHECK_THROWS_AS(second.append_all(with_a_bad_one, model()), StoreError);
  CHECK(second.events() == first.events());
}

TEST_CASE("nothing that was written in the log is changed or taken out by anyone") {
  const LearnerFile file;
  std::vector<Event> written;
  {
    Store store(file.path());
    for (const Event& e : one_of_each()) written.push_back(store.append(e, model()));
  }
  SQLite::Database other = file.open();
  for (const char* sql : {"update event set grade = 4", "update event set day = day + 1 where id = 1",
                          "update event set id = id + 100", "delete from event",
                          "delete from event where id = 9", "insert or replace into event select * from event"}) {
    CAPTURE(std::string(sql));
    std::string said;
    try {
      other.exec(sql);
    } catch (const SQLite::Exception& error) {
      said = error.what();
    }
    CHECK(said == "the log is append only");
  }
  CHECK(Store(file.path()).events() == written);
}

TEST_CASE("an event that makes no sense is refused and leaves nothing behind") {
  const LearnerFile file;
  Store store(file.path());
  store.append(event(review(Grade::Good)), model());
  const ItemStates before = store.states();

  Reviewed slow = review(Grade::Good);
  slow.took = -1ms;
  Reviewed stepped = review(Grade::Good);
  stepped.step = -1;
  Weights endless = default_weights();
  endless.numbers[3] = std::numeric_limits<double>::infinity();
  for (const Event& odd : {event(review(static_cast<Grade>(5))), event(review(static_cast<Grade>(0))), event(slow),
                           event(stepped), event(Suspended{}, ""), event(Suspended{}, std::string(401, 'x')),
                           event(Undone{7}), event(Redone{0}), event(Moved{7, day(3)}),
                           event(Adopted{endless}, std::string(kMemoryItem))}) {
    CHECK_THROWS_AS(store.append(odd, model()), StoreError);
    CHECK(store.events().size() == 1);
    CHECK(store.states() == before);
  }
  CHECK(store.append(event(Suspended{}), model()).id == 2);
}

TEST_CASE("the events of an item and of a span of days are those of the whole log") {
  Store store(":memory:");
  Dice dice{5};
  for (int i = 0; i < 120; ++i) {
    append_anything(store, dice, i / 6);
    if (i % 5 == 4) store.append(undo_of(*store.to_undo()), model());
  }
  const std::vector<Event> all = store.events();
  const std::vector<Event> standing = standing_events(all);

  // With an item's own events come the adoptions, by which its moves count or do not.
  std::vector<Event> of_item;
  for (const Event& e : all)
    if (e.item == "lp/a" || e.item == kMemoryItem) of_item.push_back(e);
  CHECK_FALSE(of_item.empty());
  CHECK(store.events_of("lp/a") == of_item);
  CHECK(std::ranges::all_of(store.events_of("lp/"), [](const Event& e) { return e.item == kMemoryItem; }));

  for (const auto& [first, last] : {std::pair{3, 3}, {0, 7}, {7, 0}, {-5, 100}, {100, 200}}) {
    std::vector<Event> between;
    for (const Event& e : standing)
      if (e.day >= day(first) && e.day <= day(last)) between.push_back(e);
    CHECK(store.standing_between(day(first), day(last)) == between);
  }
}

TEST_CASE("a log of format 1 opens and gives its states") {
  const LearnerFile file;
  fs::copy_file(STARLING_TEST_FILES "/store/v001.db", file.path());
  Store store(file.path());
  const std::vector<Event> log = store.events();
  REQUIRE(log.size() == 15);

  // Asked before anything is derived, since the model to derive with hangs on it.
  const std::optional<Event> adoption = store.adoption();
  REQUIRE(adoption == log[10]);
  CHECK_FALSE(store.adoption(ModelKind::Fsrs7));
  const Weights& adopted = std::get<Adopted>(adoption->what).weights;
  CHECK(adopted.kind == ModelKind::Fsrs6);
  CHECK(adopted.numbers[3] == 9.5);
  CHECK(std::get<Adopted>(log[12].what).weights == default_weights(ModelKind::Fsrs7));
  CHECK(std::get<Moved>(log[13].what) == Moved{13, *parse_day("2026-12-03")});

  store.derive(model(), kModel);
  CHECK(log[0].at == Instant(1'795'503'600'000ms));
  CHECK(log[0].day == *parse_day("2026-11-24"));
  CHECK(std::get<Told>(log[5].what).beats ==
        Beats{Grade::Good, Grade::Good, Grade::Hard, Grade::Good, Grade::Again});

  const ItemStates states = store.states();
  CHECK(states == fold(log, model()));
  REQUIRE(states.size() == 4);
  const ItemState& card = states.at("lead/why-us#f");
  CHECK(card.reviews == 3);
  CHECK(card.lapses == 1);
  CHECK(card.timed == 2);
  CHECK(card.time_spent == 12'500ms);
  CHECK(card.first_day == *parse_day("2026-11-24"));
  CHECK(card.standing.phase == Phase::Relearning);
  CHECK(card.standing.due.at == Instant(1'795'763'400'000ms));
  CHECK(states.at("story/checkout-cells").reviews == 1);
  CHECK(states.at("story/checkout-cells").standing.due.day == *parse_day("2026-11-29"));
  CHECK(states.at("lead/hidden#f").suspended);
  CHECK(states.at("lead/later#f").buried_until == *parse_day("2026-11-30"));
  CHECK_FALSE(states.contains("lead/slip#f"));
  CHECK(store.append(event(review(Grade::Good)), model()).id == 16);
}

}  // namespace
}  // namespace starling
