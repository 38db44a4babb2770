// Which memory model and which weights a study folder is reckoned with.
#include <doctest/doctest.h>

#include "learner.h"

using namespace starling;
using test::day;
using test::answer;
using test::item;
using test::preview;
using test::state;

namespace {

const std::string kSettingsBefore = "start = 2026-11-23\ninterview = 2027-05-07\n[day]\ntime_zone = \"UTC\"\n[review]\n";

struct TwoCards : test::Learner {
  explicit TwoCards(const std::string& review = "") : test::Learner(kSettingsBefore + review) { write("decks/mine.toml", test::kOwnDeck); }
  void choose(const std::string& review) const { write("starling.toml", kSettingsBefore + review); }
};

Weights patient(ModelKind kind) {
  Weights weights = default_weights(kind);
  weights.numbers()[3] *= 3;  // a first "easy" lasts three times as long
  return weights;
}

Move move_of(const Study& study, const char* id, const char* to) {
  const ItemState now = state(study, id);
  return {item(id), now.standing.due.day, day(to), now.reviews};
}

// Two cards in review.
void answer_both(Study& study) {
  (void)answer(study, "mine/first", Grade::Easy);
  (void)answer(study, "mine/second", Grade::Easy);
}

}  // namespace

TEST_CASE("the settings name a model, or leave it to the weights that were adopted") {
  CHECK_FALSE(read_settings("", "s").settings->model);
  for (const ModelKind kind : kModelKinds)
    CHECK(read_settings("[review]\nmodel = \"" + std::string(to_string(kind)) + "\"", "s").settings->model == kind);
  const SettingsFile wrong = read_settings("[review]\nmodel = \"fsrs-5\"", "s");
  CHECK_FALSE(wrong.settings);
  REQUIRE(wrong.problems.size() == 1);
  CHECK(wrong.problems[0].line == 2);
  CHECK(wrong.problems[0].text.find("fsrs-6") != std::string::npos);  // the nearest
}

TEST_CASE("a learner who chose nothing is reckoned with FSRS-6 and its default weights") {
  CHECK(TwoCards().on("2026-11-23").model().weights() == default_weights(ModelKind::Fsrs6));
}

TEST_CASE("by FSRS-7 too an answer does what its button showed, by the clock and with both traces") {
  const TwoCards learner("model = \"fsrs-7\"\n");
  {
    Study study = learner.on("2026-11-23T09:00");
    REQUIRE(study.model().kind() == ModelKind::Fsrs7);
    const auto shown = preview(study, "mine/first");
    const test::Gave done = answer(study, "mine/first", Grade::Good);
    CHECK(done.after.standing == shown[2].after);
    CHECK(done.after.standing.memory->fast.days > 0);
  }
  const auto good_at = [&](const char* moment) {
    return preview(learner.on(moment), "mine/first")[2].after.memory->stability;
  };
  CHECK(good_at("2026-11-23T15:00") > good_at("2026-11-23T09:10"));
  CHECK(good_at("2026-11-24T15:00") > good_at("2026-11-24T09:00"));
}

TEST_CASE("new weights hold from then on, move their items, and go with one undo") {
  const TwoCards learner;
  const Weights weights = patient(ModelKind::Fsrs6);
  {
    Study study = learner.on("2026-11-23");
    answer_both(study);
    const ItemStates before = study.states();
    (void)study.adopt(weights, {move_of(study, "mine/first", "2026-12-24")});

    CHECK(study.model().weights() == weights);
    CHECK(state(study, "mine/first").standing.due == Due{day("2026-12-24"), std::nullopt});
    CHECK(state(study, "mine/first").standing.memory->stability.days ==
          doctest::Approx(3 * before.at(item("mine/first")).standing.memory->stability.days));
    CHECK(state(study, "mine/second").standing.due == before.at(item("mine/second")).standing.due);
    const ItemStates after = study.states();

    REQUIRE(study.undo().size() == 1);
    CHECK(study.model().weights() == default_weights());
    CHECK(study.states() == before);
    REQUIRE(study.redo().size() == 1);
    CHECK(study.model().weights() == weights);
    CHECK(study.states() == after);
  }
  const Study later = learner.on("2026-11-24");
  CHECK(later.model().weights() == weights);
  CHECK(later.states() == fold_items(later.store().deeds(), later.model()));
}

TEST_CASE("undo goes back over an answer before it reaches the new weights") {
  const TwoCards learner;
  Study study = learner.on("2026-11-23");
  answer_both(study);
  (void)study.adopt(patient(ModelKind::Fsrs6), {move_of(study, "mine/second", "2026-12-24")});
  (void)answer(study, "mine/first", Grade::Again);

  CHECK(answer_in(study.undo().at(0))->item == item("mine/first"));
  CHECK(study.model().weights() == patient(ModelKind::Fsrs6));
  CHECK(state(study, "mine/second").standing.due.day == day("2026-12-24"));
  CHECK(std::holds_alternative<Adopted>(study.undo().at(0).events[0]));
  CHECK(study.model().weights() == default_weights());
  CHECK(state(study, "mine/second").standing.due.day != day("2026-12-24"));
}

TEST_CASE("the last weights hold whatever their model, unless the settings name one") {
  TwoCards learner;
  {
    Study study = learner.on("2026-11-23");
    answer_both(study);
    (void)study.adopt(patient(ModelKind::Fsrs6), {});
    (void)study.adopt(patient(ModelKind::Fsrs7), {});
    CHECK(study.model().weights() == patient(ModelKind::Fsrs7));
    CHECK(state(study, "mine/first").standing.memory->fast.days > 0);
  }
  learner.choose("model = \"fsrs-6\"\n");
  CHECK(learner.on("2026-11-23").model().weights() == patient(ModelKind::Fsrs6));
  CHECK(state(learner.on("2026-11-23"), "mine/first").standing.memory->fast.days == 0);
  learner.choose("");
  Study study = learner.on("2026-11-23");
  CHECK(study.model().weights() == patient(ModelKind::Fsrs7));
  (void)study.undo();
  CHECK(study.model().weights() == patient(ModelKind::Fsrs6));
  CHECK(study.states() == fold_items(study.store().deeds(), study.model()));
}

TEST_CASE("a model that the settings name begins with its default weights") {
  TwoCards learner;
  {
    Study study = learner.on("2026-11-23");
    (void)study.adopt(patient(ModelKind::Fsrs6), {});
  }
  learner.choose("model = \"fsrs-7\"\n");
  CHECK(learner.on("2026-11-23").model().weights() == default_weights(ModelKind::Fsrs7));
}

TEST_CASE("new weights leave the date of what was answered while they were being fitted") {
  const TwoCards learner;
  Study study = learner.on("2026-11-23");
  answer_both(study);
  const std::vector<Move> moves{move_of(study, "mine/first", "2026-12-24"), move_of(study, "mine/second", "2026-12-24")};
  {
    Study beside = learner.on("2026-12-01");
    (void)answer(beside, "mine/second", Grade::Again);
  }
  const Due promised = state(learner.on("2026-12-01"), "mine/second").standing.due;
  const Deed deed = study.adopt(patient(ModelKind::Fsrs6), moves);
  CHECK(deed.events.size() == 2);
  CHECK(state(study, "mine/first").standing.due.day == day("2026-12-24"));
  CHECK(state(study, "mine/second").standing.due == promised);
}
