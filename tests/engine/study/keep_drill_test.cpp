// What is kept of a drill of probes.
#include "study/keep_drill.h"

#include <doctest/doctest.h>

#include <set>

#include "engine/study/learner.h"

using namespace starling;
using namespace starling::test;

namespace {

const std::string kFile = "stories/checkout-cells.toml";

class Drilled : public Learner {
 public:
  Drilled() { write(kFile, text_of(shipped_content() / "examples/stories/story-01-checkout-cells.toml")); }
  [[nodiscard]] std::string text() const { return text_of(home() / kFile); }
};

DrillAnswer marked(const std::string& ask, ProbeMark mark, const std::string& own = "", std::optional<std::size_t> followup = {}) {
  return {{{ask, Layer::Decision, "test", "", {}}, DrillMove::Question, 0, followup}, mark, 12s, own};
}

DrillKept kept(Study& study, const std::string& text, const std::vector<DrillAnswer>& answers) {
  return keep_drill(study, "checkout-cells", text, answers);
}

}  // namespace

TEST_CASE("shaky and none become probes of the story, and all that was marked is one deed") {
  Drilled learner;
  Study study = learner.on("2026-11-25");
  const std::string before = learner.text();
  const DrillKept done = kept(study, before, {marked("Ready?", ProbeMark::Ready), marked("Shaky?", ProbeMark::Shaky, "Mine."), marked("None?", ProbeMark::None)});
  CHECK(done.not_written == "");
  CHECK(done.probes == std::vector{item("probe/checkout-cells/1"), item("probe/checkout-cells/2")});
  REQUIRE(done.deed);
  CHECK(done.deed->events.size() == 2);
  CHECK(learner.text().find("Ready?") == std::string::npos);
  CHECK(probe_of(*study.library().story("checkout-cells"), 1)->answer == "Mine.");
  CHECK(state(study, "probe/checkout-cells/1").reviews == 1);
  CHECK(state(study, "probe/checkout-cells/1").lapses == 0);
  CHECK(state(study, "probe/checkout-cells/2").reviews == 1);
  CHECK(study.undo().size() == 1);
  CHECK(state(study, "probe/checkout-cells/1").reviews == 0);
  CHECK(state(study, "probe/checkout-cells/2").reviews == 0);
}

TEST_CASE("a ready answer counts for a question that is a probe, and writes nothing") {
  Drilled learner;
  Study study = learner.on("2026-11-25");
  (void)kept(study, learner.text(), {marked("Shaky?", ProbeMark::Shaky)});
  const std::string before = learner.text();
  const auto at = study.library().story("checkout-cells")->followups.size() - 1;
  Study later = learner.on("2026-12-05");
  const DrillKept done = kept(later, before, {marked("Shaky?", ProbeMark::Ready, "", at), marked("Other?", ProbeMark::Ready)});
  CHECK(learner.text() == before);
  REQUIRE(done.deed);
  CHECK(done.deed->events.size() == 1);
  CHECK(std::get<Answered>(done.deed->events[0]).grade == Grade::Good);
  CHECK(done.probes.empty());
}

TEST_CASE("a follow-up that stood in the file without a number gets one, and keeps its answer") {
  Drilled learner;
  Study study = learner.on("2026-11-25");
  const FollowUp first = study.library().story("checkout-cells")->followups[0];
  const DrillKept done = kept(study, learner.text(), {marked(first.ask, ProbeMark::None, "", 0)});
  CHECK(done.probes == std::vector{item("probe/checkout-cells/1")});
  const Story& now = *study.library().story("checkout-cells");
  CHECK(now.followups[0].probe == 1);
  CHECK(now.followups[0].answer == first.answer);
  CHECK(now.followups.size() == 2);
}

TEST_CASE("a number is never given twice, though its follow-up is gone from the file") {
  Drilled learner;
  const std::string before = learner.text();
  {
    Study study = learner.on("2026-11-25");
    (void)kept(study, before, {marked("One?", ProbeMark::None), marked("Two?", ProbeMark::None)});
  }
  learner.write(kFile, before);
  Study study = learner.on("2026-11-26");
  CHECK(highest_probe_ever(study, *study.library().story("checkout-cells")) == 2);
  CHECK(kept(study, before, {marked("Three?", ProbeMark::Shaky)}).probes == std::vector{item("probe/checkout-cells/3")});
}

TEST_CASE("a file that was changed while the drill ran is left alone, and what would be written is handed back") {
  Drilled learner;
  Study study = learner.on("2026-11-25");
  const std::string before = learner.text();
  learner.write(kFile, before + "# a thought\n");
  const DrillKept done = kept(study, before, {marked("Shaky?", ProbeMark::Shaky, "Mine.")});
  CHECK(learner.text() == before + "# a thought\n");
  CHECK(done.not_written.find("changed while") != std::string::npos);
  CHECK(done.unwritten.find("answer = \"Mine.\"") != std::string::npos);
  CHECK(done.probes.empty());
  CHECK_FALSE(done.deed);
}

TEST_CASE("probes of one story that are answered together come back on different days") {
  Drilled learner;
  Study study = learner.on("2026-11-25");
  std::vector<DrillAnswer> answers;
  for (int i = 0; i < 3; ++i) answers.push_back(marked("Question " + std::to_string(i) + "?", ProbeMark::None));
  (void)kept(study, learner.text(), answers);
  Study later = learner.on("2026-11-30");
  answers.clear();
  const Story& story = *later.library().story("checkout-cells");
  for (std::size_t i = 2; i < story.followups.size(); ++i) answers.push_back(marked(story.followups[i].ask, ProbeMark::Ready, "", i));
  const DrillKept first = kept(later, learner.text(), answers);
  REQUIRE(first.deed);
  Study last = learner.on("2026-12-20");
  const DrillKept done = kept(last, learner.text(), answers);
  std::set<Day> days;
  for (const Event& event : done.deed->events) days.insert(std::get<Answered>(event).due.day);
  CHECK(days.size() == 3);
}

TEST_CASE("the probes of a story stand in the day's list, and are edited at their line of the story") {
  Drilled learner;
  Study study = learner.on("2026-11-25");
  (void)kept(study, learner.text(), {marked("Shaky?", ProbeMark::Shaky)});
  const Item& probe = found(study, "probe/checkout-cells/1");
  CHECK(study.library().deck_of(probe.id)->title == "Cutting the blast radius of checkout");
  CHECK(study.face_of(probe.id).front.find("Shaky?") != std::string::npos);
  const EditPlace at = place_to_edit(study.library(), probe.id);
  CHECK(at.refused.empty());
  CHECK(at.place.name == kFile);
  CHECK(at.place.line > 1);
  CHECK(study.library().find(item("probe/checkout-cells/2")) == nullptr);
}
