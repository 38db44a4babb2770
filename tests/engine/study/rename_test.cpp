#include "study/rename_card.h"

#include <doctest/doctest.h>

#include <array>

#include "engine/study/learner.h"

using namespace starling;
using namespace starling::test;

namespace {

const std::string kHead = "schema = 1\n[deck]\nid = \"t\"\nweeks = [1]\n";
std::string card(const std::string& id, const std::string& kind = "basic") {
  return "[[card]]\nid = \"" + id + "\"\nkind = \"" + kind + "\"\nfront = \"Q?\"\nback = \"A\"\n";
}

// Answers "t/c" once, on the first day.
void answer_once(const Learner& learner) {
  learner.write("decks/t.toml", kHead + card("c") + card("other"));
  Study study = learner.on("2026-11-25");
  (void)study.answer(found(study, "t/c"), Grade::Easy, 4000ms);
}

std::string file_of(const Learner& learner) { return text_of(learner.home() / "decks/t.toml"); }

}  // namespace

TEST_CASE("a card that was made reversible goes on in its first direction, before and after the next answer") {
  const Learner learner;
  answer_once(learner);
  const ItemState before = learner.on("2026-11-26").state(item("t/c"));
  learner.write("decks/t.toml", kHead + card("c", "reversible") + card("other"));
  {
    const Study study = learner.on("2026-11-26");
    CHECK(state(study, "t/c#f") == before);
    CHECK(state(study, "t/c#r") == ItemState{});
    CHECK(study.states().at(item("t/c#f")) == before);
    CHECK_FALSE(study.states().contains(item("t/c")));
    CHECK(study.history_of(item("t/c#f")).size() == 1);
  }
  const ItemState longer = [&] {
    Study study = learner.on("2026-12-20");
    (void)study.answer(found(study, "t/c#f"), Grade::Good, 4000ms);
    CHECK(study.states() == fold_items(study.store().deeds(), study.model()));
    return state(study, "t/c#f");
  }();
  CHECK(longer.reviews == 2);
  Study later = learner.on("2026-12-21");
  CHECK(state(later, "t/c#f") == longer);
  CHECK(later.history_of(item("t/c#f")).size() == 2);
  // The undo of that answer takes it all back.
  CHECK(describe(later.undo().front()) == "good for t/c#f");
  CHECK(state(later, "t/c#f") == before);
}

TEST_CASE("a card that is reversible no more goes on too, and one that is put away so keeps what it was") {
  const Learner learner;
  learner.write("decks/t.toml", kHead + card("c", "reversible"));
  {
    Study study = learner.on("2026-11-25");
    (void)study.answer(found(study, "t/c#f"), Grade::Easy, 4000ms);
  }
  learner.write("decks/t.toml", kHead + card("c"));
  Study study = learner.on("2026-12-01");
  CHECK(state(study, "t/c").reviews == 1);
  (void)study.suspend(item("t/c"));
  CHECK(state(study, "t/c").suspended);
  CHECK(state(study, "t/c").reviews == 1);
  CHECK(state(learner.on("2026-12-02"), "t/c").reviews == 1);
}

TEST_CASE("a new id is written where the old one stands, and the history goes on under it") {
  const Learner learner;
  answer_once(learner);
  Study study = learner.on("2026-11-26");
  const ItemState before = state(study, "t/c");
  const Renaming renaming = plan_renaming(study, "t/c", "lease");
  REQUIRE(renaming.refused.empty());
  CHECK(renaming.answers == 1);
  const auto deed = carry_out(study, renaming);
  REQUIRE(deed);
  CHECK(describe(*deed) == "the rename of t/c to t/lease");
  CHECK(file_of(learner) == kHead + card("lease") + card("other"));
  CHECK(state(study, "t/lease") == before);
  CHECK(found(study, "t/lease").id == item("t/lease"));
  CHECK(describe(study.undo().front()) == "the rename of t/c to t/lease");
  CHECK(state(study, "t/c") == before);
  CHECK(state(study, "t/lease") == ItemState{});
}

TEST_CASE("a card that was renamed in its file, moved to another deck or whose deck was renamed goes on there") {
  struct Row {
    const char* file;
    std::string text;
    const char* from;
    const char* to;
    const char* now;
  };
  const std::string other = "[deck]\nid = \"u\"\n";
  for (const Row& row : {Row{"decks/t.toml", kHead + card("lease"), "t/c", "t/lease", "t/lease"},
                         {"decks/u.toml", other + card("c"), "t/c", "u/c", "u/c"},
                         {"decks/t.toml", other + card("c"), "t", "u", "u/c"},
                         {"decks/u.toml", other + card("c", "reversible"), "t/c", "u/c", "u/c#f"},
                         {"decks/u.toml", other + card("c", "reversible"), "t/c", "u/c#r", "u/c#r"}}) {
    CAPTURE(row.to);
    const Learner learner;
    answer_once(learner);
    learner.write("decks/t.toml", kHead);
    learner.write(row.file, row.text);
    Study study = learner.on("2026-11-26");
    const Renaming renaming = plan_renaming(study, row.from, row.to);
    CAPTURE(renaming.refused);
    REQUIRE(renaming.refused.empty());
    CHECK_FALSE(renaming.file);
    CHECK(carry_out(study, renaming));
    CHECK(state(study, row.now).reviews == 1);
    CHECK(state(learner.on("2026-11-27"), row.now).reviews == 1);
  }
}

TEST_CASE("a card that was never answered here is renamed in the history too, in both of its directions") {
  const Learner learner;
  learner.write("decks/t.toml", kHead + card("c", "reversible"));
  Study study = learner.on("2026-11-25");
  const Renaming renaming = plan_renaming(study, "t/c", "t/lease");
  CHECK_FALSE(renaming.has_history);
  const auto deed = carry_out(study, renaming);
  REQUIRE(deed);
  CHECK(describe(*deed) == "the rename of t/c to t/lease");
  CHECK(deed->events == std::vector<Event>{Renamed{item("t/c#f"), item("t/lease#f")}, Renamed{item("t/c#r"), item("t/lease#r")}});
  CHECK(study.states().empty());
  CHECK(study.states() == fold_items(study.store().deeds(), study.model()));
}

TEST_CASE("two cards that are both asked stay two cards, by their own ids and by those of their decks") {
  const Learner learner;
  answer_once(learner);
  learner.write("decks/u.toml", "[deck]\nid = \"u\"\n" + card("c") + card("r", "reversible"));
  Study study = learner.on("2026-11-26");
  const std::string still = "'t/c' still stands in decks/t.toml, so two cards would become one: take it out there, then rename again";
  for (const char* to : {"t/other", "u/c", "u/r#f"}) {
    CAPTURE(to);
    CHECK(plan_renaming(study, "t/c", to).refused == still);
  }
  CHECK(plan_renaming(study, "aws-s3/s3-slow-down", "t/c").refused == "'aws-s3/s3-slow-down' is a shipped card, and its id stays");
  CHECK(plan_renaming(study, "t", "u").refused == "no card of 't' has a history and stands in 'u' alone");
  // One direction of a card may follow the other.
  (void)study.answer(found(study, "u/r#f"), Grade::Good, 4000ms);
  CHECK(plan_renaming(study, "u/r#f", "u/r#r").refused.empty());
}

TEST_CASE("a rename that leads nowhere is refused with a reason, and changes nothing") {
  const Learner learner;
  answer_once(learner);
  Study study = learner.on("2026-11-26");
  const std::vector<std::array<const char*, 3>> rows{
      {"t/c", "u/c", "there is no card 'u/c' that could go on with it"},
      {"t/nothing", "t/other", "'t/nothing' has no history"},
      {"t/c", "t/c", "both are the same id"},
      {"t/c", "t/Two Words", "is no id of a card"},
      {"story/x", "t/c", "is no id of a card"},
      {"t", "story", "there is no deck 'story'"},
      {"aws-s3", "my-s3", "'aws-s3' is a shipped deck, and its id stays"},
      {"v", "t", "no card of 'v' has a history"},
      {"aws-s3/s3-slow-down", "aws-s3/x", "is a shipped card, and its id stays"}};
  for (const auto& [from, to, reason] : rows) {
    CAPTURE(from);
    CAPTURE(to);
    const std::string refused = plan_renaming(study, from, to).refused;
    CAPTURE(refused);
    CHECK(refused.find(reason) != refused.npos);
  }
  CHECK(study.store().deeds().size() == 1);
  CHECK(file_of(learner) == kHead + card("c") + card("other"));
}
