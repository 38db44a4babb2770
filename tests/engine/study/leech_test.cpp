#include <doctest/doctest.h>

#include "learner.h"

using namespace starling;
using test::day;
using test::answer;
using test::item;
using test::preview;
using test::state;
using test::DeckLearner;

namespace {

std::string with_leeches(int lapses, const char* action) {
  return test::kPlainSettings + "[review]\nlearning_steps = []\nrelearning_steps = []\nleech_lapses = " +
         std::to_string(lapses) + "\nleech_action = \"" + action + "\"\n";
}

// Forgets a card on `count` days in a row from `first` on and says what the last answer did.
AnswerView forget(const DeckLearner& learner, const std::string& id, Day first, int count) {
  for (int i = 0; i + 1 < count; ++i) (void)answer(learner.on(first + std::chrono::days(i)), id, Grade::Again);
  return answer(learner.on(first + std::chrono::days(count - 1)), id, Grade::Again).view();
}

const Day kLeechBegins = day("2026-11-23");

}  // namespace

TEST_CASE("a leech is told with the lapse that makes it one, and again every half as many lapses") {
  const DeckLearner learner(1, with_leeches(4, "tag"));
  std::vector<int> told;
  for (int i = 0; i < 12; ++i) {
    const test::Gave done = answer(learner.on(kLeechBegins + std::chrono::days(i)), "mine/c0", Grade::Again);
    CHECK(done.view().leech == (done.after.lapses >= 4));
    CHECK_FALSE(done.view().suspended);
    if (done.view().became_leech) told.push_back(done.after.lapses);
  }
  CHECK(told == std::vector<int>{4, 6, 8, 10});
}

TEST_CASE("an answer that is no lapse tells no leech, though the card stays one") {
  const DeckLearner learner(1, with_leeches(2, "suspend"));
  (void)forget(learner, "mine/c0", kLeechBegins, 3);
  Study study = learner.on(kLeechBegins + std::chrono::days(9));
  study.unsuspend(item("mine/c0"));
  const test::Gave done = answer(study, "mine/c0", Grade::Good);
  CHECK(done.view().leech);
  CHECK_FALSE(done.view().became_leech);
  CHECK_FALSE(done.view().suspended);
}

TEST_CASE("a leech is suspended with the answer that made it one, and one undo takes both back") {
  const DeckLearner learner(1, with_leeches(2, "suspend"));
  (void)forget(learner, "mine/c0", kLeechBegins, 2);
  Study study = learner.on(kLeechBegins + std::chrono::days(2));
  const ItemState before = state(study, "mine/c0");

  const test::Gave done = answer(study, "mine/c0", Grade::Again);
  CHECK(done.view().became_leech);
  CHECK(done.view().suspended);
  CHECK(state(study, "mine/c0") == done.after);
  CHECK(done.after.suspended);
  CHECK(done.after.lapses == 2);
  CHECK(test::ids(learner.on(kLeechBegins + std::chrono::days(3)).agenda(test::mine())).empty());

  const auto undone = study.undo();
  REQUIRE(undone.size() == 1);
  CHECK(undone[0].id == done.view().deed);
  CHECK(answer_in(undone[0]));
  CHECK(state(study, "mine/c0") == before);

  const auto redone = study.redo();
  REQUIRE(redone.size() == 1);
  CHECK(redone[0].id == done.view().deed);
  CHECK(state(study, "mine/c0") == done.after);
  CHECK(study.redo().empty());
  CHECK(study.undo().size() == 1);
  CHECK(state(study, "mine/c0") == before);
}

TEST_CASE("a card that the learner put away after an answer is brought back without that answer") {
  const DeckLearner learner(1, with_leeches(2, "suspend"));
  Study study = learner.on(kLeechBegins);
  const test::Gave done = answer(study, "mine/c0", Grade::Again);
  study.suspend(item("mine/c0"));
  REQUIRE(study.undo().size() == 1);
  CHECK(state(study, "mine/c0") == done.after);
}

TEST_CASE("a leech that was brought back is put away again when it is told again") {
  const DeckLearner learner(1, with_leeches(2, "suspend"));
  CHECK(forget(learner, "mine/c0", kLeechBegins, 3).suspended);
  learner.on(kLeechBegins + std::chrono::days(4)).unsuspend(item("mine/c0"));
  CHECK(forget(learner, "mine/c0", kLeechBegins + std::chrono::days(5), 1).suspended);
}

TEST_CASE("one undo takes back a leech with its suspension whatever the settings say by then") {
  const DeckLearner learner(1, with_leeches(1, "suspend"));
  (void)answer(learner.on(kLeechBegins), "mine/c0", Grade::Good);
  const ItemState before = state(learner.on(kLeechBegins), "mine/c0");
  REQUIRE(forget(learner, "mine/c0", kLeechBegins + std::chrono::days(17), 1).suspended);
  learner.write("starling.toml", with_leeches(1, "tag"));
  Study study = learner.on(kLeechBegins + std::chrono::days(18));
  CHECK(study.undo().size() == 1);
  CHECK(state(study, "mine/c0") == before);
  CHECK(study.redo().size() == 1);
  CHECK(state(study, "mine/c0").suspended);
  CHECK(state(study, "mine/c0").lapses == 1);
}
