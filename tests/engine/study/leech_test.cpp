#include <doctest/doctest.h>

#include "learner.h"

using namespace starling;
using test::day;
using test::DeckLearner;

namespace {

std::string with_leeches(int lapses, const char* action) {
  return test::kPlainSettings + "[review]\nlearning_steps = []\nrelearning_steps = []\nleech_lapses = " +
         std::to_string(lapses) + "\nleech_action = \"" + action + "\"\n";
}

// Forgets a card on `count` days in a row from `first` on and says what the last answer did.
Answered forget(const DeckLearner& learner, const std::string& item, Day first, int count) {
  Answered last;
  for (int i = 0; i < count; ++i)
    last = learner.on(first + std::chrono::days(i)).answer(item, Grade::Again, {});
  return last;
}

const Day kFirst = day("2026-11-23");

}  // namespace

TEST_CASE("a leech is told with the lapse that makes it one, and again every half as many lapses") {
  const DeckLearner learner(1, with_leeches(4, "tag"));
  std::vector<int> told;
  for (int i = 0; i < 12; ++i) {
    const Answered done = learner.on(kFirst + std::chrono::days(i)).answer("mine/c0", Grade::Again, {});
    CHECK(done.leech == (done.after.lapses >= 4));
    CHECK_FALSE(done.suspended);
    if (done.became_leech) told.push_back(done.after.lapses);
  }
  CHECK(told == std::vector<int>{4, 6, 8, 10});
}

TEST_CASE("an answer that is no lapse tells no leech, though the card stays one") {
  const DeckLearner learner(1, with_leeches(2, "suspend"));
  (void)forget(learner, "mine/c0", kFirst, 3);
  Study study = learner.on(kFirst + std::chrono::days(9));
  study.unsuspend("mine/c0");
  const Answered done = study.answer("mine/c0", Grade::Good, {});
  CHECK(done.leech);
  CHECK_FALSE(done.became_leech);
  CHECK_FALSE(done.suspended);
}

TEST_CASE("a leech is suspended with the answer that made it one, and one undo takes both back") {
  const DeckLearner learner(1, with_leeches(2, "suspend"));
  (void)forget(learner, "mine/c0", kFirst, 2);
  Study study = learner.on(kFirst + std::chrono::days(2));
  const ItemState before = study.state("mine/c0");

  const Answered done = study.answer("mine/c0", Grade::Again, {});
  CHECK(done.became_leech);
  CHECK(done.suspended);
  CHECK(study.state("mine/c0") == done.after);
  CHECK(done.after.suspended);
  CHECK(done.after.lapses == 2);
  CHECK(test::ids(learner.on(kFirst + std::chrono::days(3)).queue(test::mine())).empty());

  const auto undone = study.undo();
  REQUIRE(undone);
  CHECK(undone->id == done.event.id);
  CHECK(is_answer(*undone));
  CHECK(study.state("mine/c0") == before);

  const auto redone = study.redo();
  REQUIRE(redone);
  CHECK(redone->id == done.event.id);
  CHECK(study.state("mine/c0") == done.after);
  CHECK_FALSE(study.redo());
  CHECK(study.undo());
  CHECK(study.state("mine/c0") == before);
}

TEST_CASE("a card that the learner put away after an answer is brought back without that answer") {
  const DeckLearner learner(1, with_leeches(2, "suspend"));
  Study study = learner.on(kFirst);
  const Answered done = study.answer("mine/c0", Grade::Again, {});
  study.suspend("mine/c0");
  REQUIRE(study.undo());
  CHECK(study.state("mine/c0") == done.after);
}

TEST_CASE("a leech that was brought back is put away again when it is told again") {
  const DeckLearner learner(1, with_leeches(2, "suspend"));
  CHECK(forget(learner, "mine/c0", kFirst, 3).suspended);
  learner.on(kFirst + std::chrono::days(4)).unsuspend("mine/c0");
  CHECK(forget(learner, "mine/c0", kFirst + std::chrono::days(5), 1).suspended);
}

TEST_CASE("the leeches are listed, those forgotten most often first") {
  const DeckLearner learner(4, with_leeches(2, "suspend"));
  (void)forget(learner, "mine/c0", kFirst, 2);
  (void)forget(learner, "mine/c1", kFirst, 3);
  (void)forget(learner, "mine/c2", kFirst, 5);
  const auto leeches = learner.on(kFirst).leeches();
  REQUIRE(leeches.size() == 2);
  CHECK(leeches[0].item == "mine/c2");
  CHECK(leeches[0].lapses == 4);
  CHECK(leeches[1].item == "mine/c1");
  CHECK(leeches[1].suspended);
}
