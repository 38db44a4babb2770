// Rounds of the interview as deeds: kept, taken back and brought back, in loop.toml and in the history.
#include <doctest/doctest.h>

#include "engine/study/learner.h"
#include "rounds/rounds.h"
#include "study/plan_deed.h"

using namespace starling;
using namespace starling::test;

namespace {

Round bar_raiser(std::vector<std::string> used = {}) {
  return {"bar-raiser", "Bar raiser", {1, 11}, RoundKind::BarRaiser, "Dana", 60, day("2027-05-07"), std::move(used)};
}

TextsChanged put(Study& study, const Round& round) {
  return study.change_texts([&](const StudyTexts& now) { return StudyTexts{now.settings, now.plan, with_round(now.rounds, round).text}; });
}

std::string loop_of(const Learner& learner) { return text_of(learner.home() / "loop.toml"); }

}  // namespace

TEST_CASE("a round that was added, changed and dropped is taken back step by step") {
  const Learner learner;
  Study study = learner.on("2026-11-25");
  const TextsChanged added = put(study, bar_raiser());
  REQUIRE(added.deed);
  CHECK(added.deed->events == std::vector<Event>{Replanned{"round bar-raiser", {}, round_entries(std::vector{bar_raiser()}).at("round bar-raiser")}});
  const std::string first = loop_of(learner);
  (void)put(study, bar_raiser({"nights"}));
  const std::string second = loop_of(learner);
  (void)study.change_texts([](const StudyTexts& now) { return StudyTexts{now.settings, now.plan, without_round(now.rounds, "bar-raiser").text}; });
  CHECK(learner.on("2026-11-25").library().rounds().empty());
  CHECK(study.undo().size() == 1);
  CHECK(loop_of(learner) == second);
  CHECK(study.undo().size() == 1);
  CHECK(loop_of(learner) == first);
  CHECK(study.undo().size() == 1);
  CHECK(learner.on("2026-11-25").library().rounds().empty());
  CHECK(study.redo(3).size() == 3);
  CHECK(study.undo().size() == 1);
  CHECK(learner.on("2026-11-25").library().rounds() == std::vector{bar_raiser({"nights"})});
  CHECK(study.take_remarks().empty());
}

TEST_CASE("a round that an editor changed since is left alone, which is told") {
  const Learner learner;
  Study study = learner.on("2026-11-25");
  (void)put(study, bar_raiser());
  const std::string edited = with_round(loop_of(learner), bar_raiser({"nights"})).text;
  learner.write("loop.toml", edited);
  CHECK(study.undo().size() == 1);
  CHECK(loop_of(learner) == edited);
  const auto remarks = study.take_remarks();
  REQUIRE(remarks.size() == 1);
  CHECK(remarks[0].starts_with("what loop.toml says of 'round bar-raiser' is { id = \"bar-raiser\", "));
}

TEST_CASE("the plan and the rounds of one deed go back each into its file") {
  const Learner learner;
  Study study = learner.on("2026-11-25");
  const TextsChanged done = study.change_texts([](const StudyTexts& now) {
    return StudyTexts{now.settings, with_dropped(now.plan, "w05-d1-sliding-window").text, with_round(now.rounds, bar_raiser()).text};
  });
  REQUIRE(done.deed);
  CHECK(done.deed->events.size() == 2);
  CHECK(is_of_plan(*done.deed));
  CHECK(is_of_rounds(*done.deed));
  CHECK(study.undo().size() == 1);
  const Study later = learner.on("2026-11-25");
  CHECK(later.library().rounds().empty());
  CHECK(later.library().plan_changes().empty());
}

TEST_CASE("a change of a round from elsewhere that is none leaves the file alone") {
  const std::string text = "schema = 1\n";
  for (const Replanned& event : {Replanned{"round a", "{ id = \"b\", title = \"B\" }", {}}, Replanned{"round a", "{}", {}},
                                 Replanned{"round ", "{ id = \"\", title = \"\" }", {}}}) {
    CAPTURE(event.what);
    const Deed deed{{"k3f9x2", 1}, 0, {}, {}, {}, {event}};
    const SettingsBack result = rounds_back(text, std::span(&deed, 1), Back::Undo);
    CHECK(result.text == text);
    CHECK(result.left.size() == 1);
    CHECK(plan_back(text, std::span(&deed, 1), Back::Undo).left.empty());
  }
}
