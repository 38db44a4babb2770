// Which memory model and which weights a study folder is reckoned with.
#include <doctest/doctest.h>

#include "study/study.h"
#include "support/home.h"

using namespace starling;
using test::day;

namespace {

const std::string kSettings = "start = 2026-11-23\ninterview = 2027-05-07\n[day]\ntime_zone = \"UTC\"\n[review]\n";

const char* kDeck = R"(schema = 1
[deck]
id = "mine"
title = "Mine"
area = "mixed"
weeks = [1]
[[card]]
id = "first"
kind = "basic"
front = "First?"
back = "One"
[[card]]
id = "second"
kind = "basic"
front = "Second?"
back = "Two"
)";

struct Learner {
  test::TemporaryFolder home;
  FixedClock clock{Instant{}};

  explicit Learner(const std::string& review = "") {
    choose(review);
    home.write("decks/mine.toml", kDeck);
  }
  void choose(const std::string& review) { home.write("starling.toml", kSettings + review); }
  [[nodiscard]] Study on(const char* date) const {
    return Study(StudyFolder(home.path()), ContentFolder(test::shipped_content()), clock, parse_day_and_time(date));
  }
};

Weights patient(ModelKind kind) {
  Weights weights = default_weights(kind);
  weights.numbers[3] *= 3;  // a first "easy" lasts three times as long
  return weights;
}

// Two cards in review.
void answer_both(Study& study) {
  (void)study.answer("mine/first", Grade::Easy, {});
  (void)study.answer("mine/second", Grade::Easy, {});
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
  CHECK(Learner().on("2026-11-23").model().weights() == default_weights(ModelKind::Fsrs6));
}

TEST_CASE("by FSRS-7 too an answer does what its button showed, by the clock and with both traces") {
  const Learner learner("model = \"fsrs-7\"\n");
  {
    Study study = learner.on("2026-11-23T09:00");
    REQUIRE(study.model().kind() == ModelKind::Fsrs7);
    const auto shown = study.preview("mine/first");
    const Answered done = study.answer("mine/first", Grade::Good, {});
    CHECK(done.after.standing == shown[2].after);
    CHECK(done.after.standing.memory->fast.days > 0);
  }
  const auto good_at = [&](const char* moment) {
    return learner.on(moment).preview("mine/first")[2].after.memory->stability;
  };
  CHECK(good_at("2026-11-23T15:00") > good_at("2026-11-23T09:10"));
  CHECK(good_at("2026-11-24T15:00") > good_at("2026-11-24T09:00"));
}

TEST_CASE("new weights hold from then on, move their items, and go with one undo") {
  const Learner learner;
  const Weights weights = patient(ModelKind::Fsrs6);
  {
    Study study = learner.on("2026-11-23");
    answer_both(study);
    const auto before = study.store().states();
    study.adopt(weights, std::vector<MovedItem>{{"mine/first", day("2026-12-24")}});

    CHECK(study.model().weights() == weights);
    CHECK(study.state("mine/first").standing.due == Due{day("2026-12-24"), std::nullopt});
    CHECK(study.state("mine/first").standing.memory->stability.days ==
          doctest::Approx(3 * before.at("mine/first").standing.memory->stability.days));
    CHECK(study.state("mine/second").standing.due == before.at("mine/second").standing.due);
    const auto after = study.store().states();

    REQUIRE(study.undo());
    CHECK(study.model().weights() == default_weights());
    CHECK(study.store().states() == before);
    REQUIRE(study.redo());
    CHECK(study.model().weights() == weights);
    CHECK(study.store().states() == after);
  }
  const Study later = learner.on("2026-11-24");
  CHECK(later.model().weights() == weights);
  CHECK(later.store().states() == fold(later.store().events(), later.model()));
}

TEST_CASE("undo goes back over an answer before it reaches the new weights") {
  const Learner learner;
  Study study = learner.on("2026-11-23");
  answer_both(study);
  study.adopt(patient(ModelKind::Fsrs6), std::vector<MovedItem>{{"mine/second", day("2026-12-24")}});
  (void)study.answer("mine/first", Grade::Again, {});

  CHECK(study.undo()->item == "mine/first");
  CHECK(study.model().weights() == patient(ModelKind::Fsrs6));
  CHECK(study.state("mine/second").standing.due.day == day("2026-12-24"));
  CHECK(study.undo()->item == kMemoryItem);
  CHECK(study.model().weights() == default_weights());
  CHECK(study.state("mine/second").standing.due.day != day("2026-12-24"));
}

TEST_CASE("the last weights hold whatever their model, unless the settings name one") {
  Learner learner;
  {
    Study study = learner.on("2026-11-23");
    answer_both(study);
    study.adopt(patient(ModelKind::Fsrs6), {});
    study.adopt(patient(ModelKind::Fsrs7), {});
    CHECK(study.model().weights() == patient(ModelKind::Fsrs7));
    CHECK(study.state("mine/first").standing.memory->fast.days > 0);
  }
  learner.choose("model = \"fsrs-6\"\n");
  CHECK(learner.on("2026-11-23").model().weights() == patient(ModelKind::Fsrs6));
  CHECK(learner.on("2026-11-23").state("mine/first").standing.memory->fast.days == 0);
  learner.choose("");
  Study study = learner.on("2026-11-23");
  CHECK(study.model().weights() == patient(ModelKind::Fsrs7));
  study.undo();
  CHECK(study.model().weights() == patient(ModelKind::Fsrs6));
  CHECK(study.store().states() == fold(study.store().events(), study.model()));
}

TEST_CASE("a model that the settings name begins with its default weights") {
  Learner learner;
  {
    Study study = learner.on("2026-11-23");
    study.adopt(patient(ModelKind::Fsrs6), {});
  }
  learner.choose("model = \"fsrs-7\"\n");
  CHECK(learner.on("2026-11-23").model().weights() == default_weights(ModelKind::Fsrs7));
}

TEST_CASE("new weights that a killed program only wrote down are worked in at the next start") {
  const Learner learner;
  {
    Study study = learner.on("2026-11-23");
    answer_both(study);
  }
  const Weights weights = patient(ModelKind::Fsrs7);
  {
    Store store(StudyFolder(learner.home.path()).history());
    store.adopt({0, Instant{}, day("2026-11-23"), std::string(kMemoryItem), Adopted{weights}},
                std::vector<MovedItem>{{"mine/first", day("2026-12-24")}});
  }
  const Study study = learner.on("2026-11-24");
  CHECK(study.model().weights() == weights);
  CHECK(study.state("mine/first").standing.due.day == day("2026-12-24"));
  CHECK(study.store().states() == fold(study.store().events(), study.model()));
}
