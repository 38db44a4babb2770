#include <sys/stat.h>

#include "engine/doctor/patient.h"

namespace fs = std::filesystem;
using namespace starling;
using namespace starling::test;
using List = std::vector<std::string>;

TEST_CASE("a new folder is whole") {
  const Patient patient;
  const Examination seen = patient.examined();
  CHECK(told(seen.findings) == List{});
  CHECK_FALSE(is_something_wrong(seen.findings));
  CHECK(seen.deeds == 0);
  CHECK(seen.items == 2);
  CHECK(seen.own_device.empty());
  CHECK(seen.cache == patient.place() / "cache/cache.db");
}

TEST_CASE("a folder in use is whole, and counted") {
  const Patient patient;
  patient.put("log/k3f9x2/2026-11.jsonl", lines("k3f9x2", 1, 4));
  patient.put("log/q7m2aa/2026-11.jsonl", lines("q7m2aa", 1, 2) + line(deed("q7m2aa", 3, "own/b")));
  patient.remember({"k3f9x2", machine_hash(patient.place() / "machine-id"), {4, 1, 4, 1}});

  const Examination seen = patient.examined();

  CHECK(told(seen.findings) == List{});
  CHECK(seen.log_files == 2);
  CHECK(seen.lines == 7);
  CHECK(seen.deeds == 7);
  CHECK(seen.own_device == "k3f9x2");
  CHECK(seen.devices == std::vector<DeviceSeen>{{"k3f9x2", 4, 4, deed("k3f9x2", 4).at}, {"q7m2aa", 3, 3, deed("q7m2aa", 3).at}});
}

TEST_CASE("a folder that is called like a deck or a story is told, since what it hides is asked by nobody") {
  for (const std::string name : {"decks/dd.toml", "stories/zz.toml"}) {
    CAPTURE(name);
    const Patient patient;
    fs::create_directories(patient / name);
    CHECK(told(patient.examined().findings) == List{"error passed-over " + name + ":1:1"});
  }
}

TEST_CASE("a copy of a sync program has one way out, and one whose original is not there is a deck like any other") {
  const Patient patient;
  patient.put("decks/own (1).toml", kOwnDeck);
  const Finding copy = only(patient.examined().findings);
  CHECK(place_of(copy) == "decks/own (1).toml");
  CHECK(copy.text == "a sync program left this copy of decks/own.toml");
  CHECK(copy.advice == "take over what is right in it and delete it");
  fs::remove(patient / "decks/own.toml");
  CHECK(told(patient.examined().findings) == List{});
}

TEST_CASE("an id twice in one file is told of a copy as of any other file") {
  const Patient patient;
  patient.put("decks/own (1).toml", std::string(kOwnDeck) + "[[card]]\nid = \"a\"\nkind = \"basic\"\nfront = \"Once more?\"\nback = \"Yes.\"\n");
  fs::remove(patient / "decks/own.toml");
  CHECK(told(patient.examined().findings) == List{"error duplicate-id decks/own (1).toml:17:6"});
}

TEST_CASE("an examination changes no file of the folder, and finds the same again") {
  const Patient patient;
  patient.put("log/k3f9x2/2026-11.jsonl", lines("k3f9x2", 1, 2) + "torn\n" + lines("k3f9x2", 5, 6) + "{\"v\"");
  patient.put("decks/other.toml", "[deck]\nid = \n");
  fs::remove(patient / ".gitattributes");
  const auto before = patient.everything();

  const List first = told(patient.examined().findings);
  const List second = told(patient.examined().findings);

  CHECK(first == second);
  CHECK(patient.everything() == before);
}

TEST_CASE("errors stand before warnings, and warnings before notes") {
  const Patient patient;
  patient.put("log/k3f9x2/2026-11.jsonl", lines("k3f9x2", 1, 2) + lines("k3f9x2", 4, 4) + "torn\n{\"v\"");

  const Examination seen = patient.examined();

  CHECK(told(seen.findings) == List{"error line-broken log/k3f9x2/2026-11.jsonl:4", "warning gap log",
                                    "note torn-end log/k3f9x2/2026-11.jsonl"});
  CHECK(is_something_wrong(seen.findings));
}

TEST_CASE("notes alone are nothing wrong") {
  const Patient patient;
  patient.put("log/k3f9x2/2026-11.jsonl", lines("k3f9x2", 1, 2) + "{\"v\"");
  CHECK_FALSE(is_something_wrong(patient.examined().findings));
}

TEST_CASE("worth of a deck, tag or area that nothing has is told with its place") {
  const Patient patient;
  patient.put("starling.toml", "level = \"L6\"\nstart = 2026-11-23\ninterview = 2027-05-07\n[review.worth]\nown = 2\nmixed = 0.5\ncodign = 3\n");
  CHECK(told(patient.examined().findings) == List{"warning unknown-name starling.toml:7:10"});
}

TEST_CASE("a worth that the table of settings knows, and the deck of stories before the first one, are no mistakes") {
  const Patient patient;
  const auto examined = [&](const std::string& review) {
    patient.put("starling.toml", "level = \"L6\"\nstart = 2026-11-23\ninterview = 2027-05-07\n" + review);
    return told(patient.examined().findings);
  };
  std::vector<std::string> names{std::string(kStoryDeck)};
  for (const ItemKind kind : kItemKinds)
    if (kind != ItemKind::Card) names.emplace_back(to_string(kind));
  for (const auto size : kProblemSizes) names.emplace_back(to_string(size));
  for (const char* level : {"l6", "l7"}) names.emplace_back(level);
  for (const std::string& name : names) {
    CAPTURE(name);
    CHECK(examined("[review.worth]\n" + name + " = 2\n").empty());
  }
  CHECK(examined("[review.worth]\ncard = 2\n") == List{"warning unknown-name starling.toml:5:8"});
  CHECK(examined("[review.retention]\nmy-stories = 0.95\n").empty());
  CHECK(examined("[review.retention]\neasy = 0.95\n") == List{"warning unknown-deck starling.toml:5:8"});
}

TEST_CASE("mistakes in texts are told with their places") {
  const Patient patient;
  patient.put("starling.toml", "level = \"L9\"\n");
  patient.put("decks/own.toml", std::string(kOwnDeck) + "[[card]]\nid = \"c\"\nkind = \"basic\"\nfront = \"Third?\"\n");
  patient.put("stories/half.toml", "id = \n");

  const Examination seen = patient.examined();

  List places;
  for (const Finding& each : seen.findings) places.push_back(place_of(each).substr(0, place_of(each).find(':')));
  CHECK(places == List{"starling.toml", "decks/own.toml", "stories/half.toml"});
  for (const Finding& each : seen.findings) CHECK(each.gravity == Gravity::Error);
}

TEST_CASE("settings that are gone do not keep the rest from being examined") {
  const Patient patient;
  fs::remove(patient / "starling.toml");
  patient.put("log/k3f9x2/2026-11.jsonl", "torn\n");
  CHECK(told(patient.examined().findings) ==
        List{"error unreadable starling.toml", "error line-broken log/k3f9x2/2026-11.jsonl:1"});
}

TEST_CASE("a renamed card is told with its history and its likely new name") {
  const Patient patient;
  patient.put("log/k3f9x2/2026-11.jsonl", line(deed("k3f9x2", 1, "own/bb")) + line(deed("k3f9x2", 2, "gone/x")));

  const FindingList found = patient.examined().findings;

  REQUIRE(told(found) == List{"warning lost-deck", "warning lost-item"});
  CHECK(found[1].text == "own/bb has 1 answer and is in no deck");
}

TEST_CASE("a cache full of rubbish is made anew, and that is told") {
  const Patient patient;
  patient.put("log/k3f9x2/2026-11.jsonl", lines("k3f9x2", 1, 4));
  CHECK(patient.examined().findings.empty());
  for (const char* name : {"cache/cache.db", "cache/cache.db-wal", "cache/cache.db-shm"})
    patient.place().write(name, std::string(100'000, 'x'));

  CHECK(told(patient.examined().findings) == List{"note cache-anew " + (patient.place() / "cache/cache.db").string()});
  CHECK(patient.examined().findings.empty());
}

TEST_CASE("without a place for a cache everything is examined in memory") {
  const Patient patient;
  patient.put("log/k3f9x2/2026-11.jsonl", lines("k3f9x2", 1, 4));
  DoctorPlace place = patient.all();
  place.cache.folder.reset();

  const Examination seen = examine(place, noon());

  CHECK(told(seen.findings) == List{"note cache-in-memory"});
  CHECK(seen.cache.empty());
}

TEST_CASE("a cache that is made anew says what the text says") {
  const Patient patient;
  patient.put("log/k3f9x2/2026-11.jsonl", lines("k3f9x2", 1, 4));
  rebuild_cache(patient.all());
  CHECK(fs::exists(patient.place() / "cache/cache.db"));
  CHECK(patient.examined().findings.empty());
}
