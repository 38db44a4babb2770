// A drill of follow-up questions.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "engine/probe/probed_stories.h"
#include "text/text.h"

using namespace starling;
using namespace starling::test;

namespace {

std::vector<std::string> asks(const std::vector<DrillStep>& steps) {
  std::vector<std::string> all;
  for (const DrillStep& step : steps) all.push_back(step.question.ask);
  return all;
}

std::ptrdiff_t count_of(const std::vector<DrillStep>& steps, DrillMove move) { return std::ranges::count(steps, move, &DrillStep::move); }

const Story& any_story() {
  static const Story story = probed_texts().front().story;
  return story;
}

}  // namespace

TEST_CASE("a drill has as many steps as were asked for, two of them generic and three of them ever deeper in one layer") {
  for (const ProbedText& each : probed_texts()) {
    if (!no_drill(each.story).empty()) continue;
    CAPTURE(each.name);
    for (int steps = kFewestSteps; steps <= kMostSteps; ++steps)
      for (std::uint64_t seed = 0; seed < 5; ++seed) {
        CAPTURE(steps);
        CAPTURE(seed);
        const auto made = drill(each.story, Seed{seed}, {steps, {}});
        CHECK(made.size() == static_cast<std::size_t>(steps));
        CHECK(std::ranges::count_if(made, [](const DrillStep& step) { return is_generic(step.question); }) >= 2);
        std::vector<DrillStep> rungs;
        std::ranges::copy_if(made, std::back_inserter(rungs), [](const DrillStep& step) { return step.depth > 0; });
        REQUIRE(rungs.size() == 3);
        for (std::size_t i = 0; i < rungs.size(); ++i) {
          CHECK(rungs[i].depth == static_cast<int>(i) + 1);
          CHECK(rungs[i].question.layer == rungs[0].question.layer);
        }
        std::set<std::string> asked;
        for (const DrillStep& step : made) CHECK(asked.insert(fold(step.question.ask)).second);
      }
  }
}

TEST_CASE("equal seeds give equal drills, and others other ones") {
  CHECK(asks(drill(any_story(), Seed{7})) == asks(drill(any_story(), Seed{7})));
  std::set<std::vector<std::string>> different;
  for (std::uint64_t seed = 0; seed < 10; ++seed) different.insert(asks(drill(any_story(), Seed{seed})));
  CHECK(different.size() > 5);
}

TEST_CASE("a usual drill is interrupted after a minute, and pushed or asked for another example") {
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const auto steps = drill(any_story(), Seed{seed});
    CHECK(count_of(steps, DrillMove::Interruption) == 1);
    CHECK(steps[2].move == DrillMove::Interruption);
    CHECK(count_of(steps, DrillMove::Push) + count_of(steps, DrillMove::Pivot) == 1);
    const auto longest = drill(any_story(), Seed{seed}, {kMostSteps, {}});
    CHECK(count_of(longest, DrillMove::Push) == 1);
    CHECK(count_of(longest, DrillMove::Pivot) == 1);
  }
}

TEST_CASE("a drill about a principle goes deep where that principle is asked about") {
  for (const Angle& angle : any_story().angles) {
    const auto steps = drill(any_story(), Seed{3}, {kUsualSteps, angle.principle});
    CHECK(std::ranges::any_of(steps, [&](const DrillStep& step) { return step.depth == 1 && step.question.principle == angle.principle; }));
  }
}

TEST_CASE("what is scheduled already is asked in time, under its number, and no more once its words are gone") {
  Story story = any_story();
  story.followups = {{"And then?", "Nothing.", 4, Layer::Role, ""}};
  int asked = 0;
  for (std::uint64_t seed = 0; seed < 10; ++seed)
    for (const DrillStep& step : drill(story, Seed{seed}, {8, {}}))
      if (step.question.ask == "And then?") {
        ++asked;
        CHECK(step.followup == std::optional<std::size_t>(0));
      }
  CHECK(asked > 0);
  story.followups[0].from = "words that are nowhere";
  for (const DrillStep& step : drill(story, Seed{1}, {kMostSteps, {}})) CHECK(step.question.ask != "And then?");
}

TEST_CASE("an introduction, a draft and a story that is put away have no drill, and it is said why") {
  Story story = any_story();
  CHECK(no_drill(story).empty());
  story.archived = true;
  CHECK(no_drill(story).find("put away") != std::string::npos);
  story.archived = false;
  story.draft = true;
  CHECK(no_drill(story).find("draft") != std::string::npos);
  story = any_story();
  story.sections[2] = "";
  CHECK(no_drill(story).find("action is empty") != std::string::npos);
  story.kind = StoryKind::Intro;
  CHECK(no_drill(story).find("introduction") != std::string::npos);
}
