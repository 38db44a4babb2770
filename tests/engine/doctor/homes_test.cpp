#include "doctor/homes.h"

#include "engine/doctor/patient.h"

using namespace starling;
using namespace starling::test;

namespace {

ItemId id(const std::string& text) { return *ItemId::parse(text); }

Item item(const std::string& text) { return {id(text), "mixed", 0, {}, Levels::Both, Away::No, {}, 1}; }

ItemStates answered(std::initializer_list<const char*> items) {
  ItemStates states;
  for (const char* text : items) states[id(text)].reviews = 3;
  return states;
}

// A deed each, one behind the other.
Names names_of(std::initializer_list<std::vector<std::pair<const char*, const char*>>> renames) {
  std::vector<Deed> deeds;
  for (const auto& moves : renames) {
    Deed& made = deeds.emplace_back(deed("k3f9x2", static_cast<int>(deeds.size()) + 1));
    made.events.clear();
    for (const auto& [from, to] : moves) made.events.push_back(Renamed{id(from), id(to)});
  }
  return Names(deeds);
}

std::string home_of(const std::string& lost, std::initializer_list<const char*> fresh) {
  std::vector<ItemId> ids;
  for (const char* text : fresh) ids.push_back(id(text));
  const ItemId* home = likeliest_home(id(lost), ids);
  return home ? home->text() : "";
}

}  // namespace

TEST_CASE("the likeliest home of a lost card is the nearest new one") {
  CHECK(home_of("t/quorum", {"t/other", "t/quorum#f", "u/quorum"}) == "t/quorum#f");    // made reversible
  CHECK(home_of("t/quorum", {"t/quorums", "u/quorum"}) == "u/quorum");                  // moved to another deck
  CHECK(home_of("t/quorum#f", {"u/quorum", "u/quorum#f"}) == "u/quorum#f");
  CHECK(home_of("t/quorum", {"t/qourum", "t/other"}) == "t/qourum");                    // renamed
  CHECK(home_of("t/quorum", {"t/leader-lease", "u/other"}) == "");
  CHECK(home_of("story/checkout", {"story/checkouts", "t/checkout"}) == "story/checkouts");
  CHECK(home_of("t/c", {"t/other", "t/consistency"}) == "t/consistency");
  CHECK(home_of("t/quorum", {}) == "");
}

TEST_CASE("a card that has a history and no text is told, with the new one that may be it") {
  const std::vector<Item> items{item("t/a"), item("t/qourum")};
  const Finding found = only(findings_of_lost_items(answered({"t/a", "t/quorum"}), items));
  CHECK(found.gravity == Gravity::Warning);
  CHECK(found.rule == "lost-item");
  CHECK(found.text == "t/quorum has 3 answers and is in no deck");
  CHECK(found.advice == "t/qourum is new and may be the same: starling card rename t/quorum t/qourum");
}

TEST_CASE("answers under an old id go where a rename in the history leads, though the new card has answers too") {
  const Names names = names_of({{{"t/a", "t/b"}}, {{"t/b", "t/c"}}, {{"t/x", "t/gone"}}});
  const std::vector<Item> items{item("t/c"), item("t/other")};
  CHECK(only(findings_of_lost_items(answered({"t/a", "t/c"}), items, names)).advice ==
        "it was renamed to t/c: starling card rename t/a t/c");
  CHECK(only(findings_of_lost_items(answered({"t/x", "t/c", "t/other"}), items, names)).advice ==
        "put it back under that id to go on with it; its history stays");  // its new id is in no deck either
  // Made reversible since.
  CHECK(only(findings_of_lost_items(answered({"t/a", "t/c#f"}), std::vector<Item>{item("t/c#f"), item("t/c#r")}, names)).advice ==
        "it was renamed to t/c#f: starling card rename t/a t/c#f");
}

TEST_CASE("answers to a deck that was renamed go to the deck it became, and those of single cards each to theirs") {
  const Names names = names_of({{{"t/a", "u/a"}, {"t/b", "u/b"}}, {{"t/c", "v/d"}}});
  const std::vector<Item> items{item("u/a"), item("u/b"), item("v/d")};
  CHECK(only(findings_of_lost_items(answered({"t/a", "t/b", "u/a", "u/b"}), items, names)).advice ==
        "it was renamed to u: starling card rename t u");
  const FindingList found = findings_of_lost_items(answered({"t/c", "t/e", "u/a", "u/b", "v/d"}), items, names);
  REQUIRE(found.size() == 2);
  CHECK(found[0].advice == "it was renamed to v/d: starling card rename t/c v/d");
  CHECK(found[1].text == "1 item of deck 't' with 3 answers is in no deck");
}

TEST_CASE("a card that was made reversible, or is so no more, is not lost in its first direction") {
  const std::vector<Item> reversible{item("t/a#f"), item("t/a#r"), item("t/b")};
  CHECK(findings_of_lost_items(answered({"t/a", "t/b"}), reversible).empty());
  CHECK(findings_of_lost_items(answered({"t/b#f"}), reversible).empty());
  CHECK(only(findings_of_lost_items(answered({"t/b#f", "t/b#r"}), reversible)).text ==
        "t/b#r has 3 answers and is in no deck");
}

TEST_CASE("a deck that is gone is told once") {
  const std::vector<Item> items{item("u/a"), item("u/b"), item("u/c"), item("v/a")};
  const Finding found = only(findings_of_lost_items(answered({"t/a", "t/b", "t/x"}), items));
  CHECK(found.rule == "lost-deck");
  CHECK(found.text == "3 items of deck 't' with 9 answers are in no deck");
  CHECK(found.advice == "the deck 'u' has new cards of the same names: starling card rename t u");
  CHECK(only(findings_of_lost_items(answered({"t/a", "t/b"}), {})).advice ==
        "put the deck back under the id 't' to go on with it, or update Starling where a newer one has it; its history stays");
}

TEST_CASE("nothing is lost while every answered item has its text") {
  const std::vector<Item> items{item("t/a"), item("t/b"), item("story/checkout")};
  CHECK(findings_of_lost_items(answered({"t/a", "story/checkout"}), items).empty());
  ItemStates put_away;
  put_away[id("t/gone")].suspended = true;  // never answered: nothing is lost with it
  CHECK(findings_of_lost_items(put_away, items).empty());
}

TEST_CASE("a card that was put aside under its old id is told with the id that it has now") {
  const Names names = names_of({{{"t/two", "t/zwei"}}});
  const std::vector<Item> items{item("t/zwei"), item("t/other"), item("t/tree")};
  ItemStates states = answered({"t/zwei"});
  states[id("t/two")].suspended = true;
  const Finding found = only(findings_of_lost_items(states, items, names));
  CHECK(found.text == "t/two is suspended and is in no deck");
  CHECK(found.advice == "it was renamed to t/zwei: starling card rename t/two t/zwei");
  // Put aside and then deleted: another card that is called nearly so is not this one.
  ItemStates flagged;
  flagged[id("t/three")] = {};
  CHECK(findings_of_lost_items(flagged, items).empty());
}

TEST_CASE("very many lost items are told by some of them and their number") {
  ItemStates states;
  for (int i = 0; i < 100; ++i) states[id("t/lost-" + std::to_string(i))].reviews = 1;
  const FindingList found = findings_of_lost_items(states, std::vector<Item>{item("t/a")});
  CHECK(found.size() == 31);
  CHECK(found.back().text == "70 more items have a history and no text");
}
