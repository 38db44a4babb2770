#include "study/edit_place.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "engine/study/learner.h"

using namespace starling;
using namespace starling::test;

namespace {

const std::string kCard = "aws-s3/s3-slow-down";

std::string line_at(const TextPlace& place) {
  std::istringstream text(text_of(place.path));
  std::string line;
  for (int left = place.line; left > 0; --left) std::getline(text, line);
  return line;
}

void replace(const std::filesystem::path& file, const std::string& from, const std::string& to) {
  std::string text = text_of(file);
  text.replace(text.find(from), from.size(), to);
  std::ofstream(file, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("a card of an own deck is changed where it is") {
  const DeckLearner learner(3);
  const Study study = learner.on("2026-11-25");
  const EditPlace at = place_to_edit(study.library(), item("mine/c1"));
  CHECK(at.refused.empty());
  CHECK_FALSE(at.made);
  CHECK(at.place.name == "decks/mine.toml");
  CHECK(line_at(at.place) == "[[card]]");
  CHECK(at.before == text_of(at.place.path));
}

TEST_CASE("a shipped card is changed in an own version that counts, goes on with its history and can be taken back") {
  const DeckLearner learner(1);
  Study study = learner.on("2026-11-25");
  const std::string shipped = text_of(shipped_content() / "cards/aws-s3.toml");
  (void)study.answer(found(study, kCard), Grade::Easy, 4000ms);
  const std::string before = study.library().card(item(kCard)).front;
  const EditPlace at = place_to_edit(study.library(), item(kCard));
  REQUIRE(at.made);
  CHECK(at.place.name == "decks/changes/aws-s3.toml");
  CHECK(line_at(at.place) == "[[card]]");
  CHECK(mistakes_in(study.library(), at.place).empty());
  replace(at.place.path, before, "Mine now?");

  study.read_texts_again();
  CHECK(study.problems().empty());
  CHECK(study.library().card(item(kCard)).front == "Mine now?");
  CHECK(study.library().place_of(item(kCard)).name == "decks/changes/aws-s3.toml");
  CHECK(state(study, kCard).reviews == 1);
  CHECK(study.library().deck_head("aws-s3")->cards == static_cast<int>(study.library().deck("aws-s3")->cards.size()));
  // The second time it is there, and as the cache has it.
  CHECK_FALSE(place_to_edit(learner.on("2026-11-26").library(), item(kCard)).made);
  const EditPlace second = place_to_edit(study.library(), item("aws-s3/s3-single-put"));
  CHECK(second.made);
  put_back(second);
  study.read_texts_again();
  CHECK(study.library().card(item(kCard)).front == "Mine now?");
  put_back(at);
  study.read_texts_again();
  CHECK(study.library().card(item(kCard)).front == before);
  CHECK(text_of(shipped_content() / "cards/aws-s3.toml") == shipped);
}

TEST_CASE("a change that makes a card reversible gives it the schedules of one") {
  const DeckLearner learner(0);
  Study study = learner.on("2026-11-25");
  const Card& card = study.library().card(item(kCard));
  REQUIRE(card.kind == CardKind::Scenario);
  learner.write("decks/changes/aws-s3.toml", "[deck]\nid = \"aws-s3\"\n[[card]]\nid = \"s3-slow-down\"\n"
                                             "kind = \"reversible\"\nfront = \"A\"\nback = \"B\"\n");
  study.read_texts_again();
  CHECK(study.library().find(item(kCard + "#r")));
  CHECK_FALSE(study.library().find(item(kCard)));
}

TEST_CASE("a file of changes with a mistake is opened at it, and mistakes are told with their place") {
  const DeckLearner learner(0);
  learner.write("decks/changes/aws-s3.toml", "[deck]\nid = \"aws-s3\"\n\nbroken [\n");
  const Study study = learner.on("2026-11-25");
  const EditPlace at = place_to_edit(study.library(), item(kCard));
  CHECK_FALSE(at.made);
  CHECK(at.place.line == 4);
  const auto mistakes = mistakes_in(study.library(), at.place);
  REQUIRE(mistakes.size() == 1);
  CHECK(to_line(mistakes[0]).starts_with("decks/changes/aws-s3.toml:4:"));
  CHECK(text_of(at.place.path) == "[deck]\nid = \"aws-s3\"\n\nbroken [\n");
}

TEST_CASE("an own version that needs what is nowhere is a mistake of its file") {
  const DeckLearner learner(0);
  const Study study = learner.on("2026-11-25");
  const EditPlace at = place_to_edit(study.library(), item(kCard));
  std::ofstream(at.place.path, std::ios::app) << "needs = [\"ghost\"]\n";
  const auto mistakes = mistakes_in(study.library(), at.place);
  REQUIRE(mistakes.size() == 1);
  CHECK(mistakes[0].rule == "missing-need");
  CHECK(mistakes[0].line == at.place.line);
}

TEST_CASE("changes of a deck that is not shipped are told and change nothing") {
  const DeckLearner learner(1);
  learner.write("decks/changes/x.toml", "[deck]\nid = \"mine\"\n[[card]]\nid = \"c0\"\nkind = \"basic\"\nfront = \"X\"\nback = \"X\"\n");
  const Study study = learner.on("2026-11-25");
  REQUIRE(study.problems().size() == 1);
  CHECK(study.problems()[0].rule == "change-of-nothing");
  CHECK(study.library().card(item("mine/c0")).front == "Question 0?");
}

TEST_CASE("own decks on a disk that is not there are an error, not an empty folder") {
  const DeckLearner learner(1);
  std::filesystem::remove_all(learner.home() / "decks");
  std::filesystem::create_symlink("/nowhere/decks", learner.home() / "decks");
  const Study study = learner.on("2026-11-25");
  REQUIRE(study.problems().size() == 1);
  CHECK(to_line(study.problems()[0]) ==
        "decks:1:1: error: this folder is a link to nothing, so nothing of what is in it is asked");
}
