#include <doctest/doctest.h>

#include <algorithm>

#include "engine/report/folders.h"

using namespace starling;
using namespace starling::test;

namespace {

// One story of each principle that has another one beside it, so that only `but` is not covered.
Folder covered_but(std::string_view but) {
  Folder folder;
  for (std::size_t i = 0; i < kPrincipleCount; ++i) {
    if (i == place_of(but)) continue;
    for (const char copy : {'a', 'b'})
      folder.add(complete_story(std::string(principles()[i].id) + "-" + copy, i), told(1, 30));
  }
  return folder;
}

const CoverageStep& only_step(const Coverage& coverage) {
  REQUIRE(coverage.next.size() == 1);
  return coverage.next[0];
}

Story& named(Folder& folder, const std::string& id) {
  return *std::find_if(folder.stories.begin(), folder.stories.end(), [&](const Story& s) { return s.id == id; });
}

// Does what the step asks for.
void follow(Folder& folder, const CoverageStep& step) {
  if (step.action == "new")
    folder.add(complete_story("new-" + std::to_string(folder.stories.size()), step.principle));
  if (step.action == "complete") named(folder, step.story).draft = false;
  if (step.action == "re-angle") named(folder, step.story).angles.push_back({step.principle, Strength::Secondary});
  if (step.action == "tell") folder.states[story_item(step.story)] = told(0, 10);
}

}  // namespace

TEST_CASE("a new learner is told to write the first five stories in the official order") {
  const Coverage coverage = Folder{}.report();
  REQUIRE(coverage.next.size() == 5);
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(coverage.next[i].principle == i);
    CHECK(coverage.next[i].action == "new");
    CHECK(coverage.next[i].story.empty());
  }
  CHECK(coverage.next[0].text == "Customer Obsession has no story yet: write one.");
}

TEST_CASE("a gap asks for a new story, even where a neighbour has one") {
  const Coverage coverage = covered_but("HD").report();
  const CoverageStep& step = only_step(coverage);
  CHECK(step.principle == place_of("HD"));
  CHECK(step.action == "new");
  CHECK(step.text == "Hire and Develop the Best has no story yet: write one.");
}

TEST_CASE("a gap with a story begun asks to finish the one that lacks least") {
  Folder folder = covered_but("HD");
  Story bare = draft(story_for("bare", "HD"));
  bare.sections.fill("");
  folder.add(bare);
  folder.add(draft(story_for("nearly-there", "HD")));
  folder.add(draft(story_for("about-another", "OW", {"HD"})));

  const Coverage coverage = folder.report();

  const CoverageStep& step = only_step(coverage);
  CHECK(step.action == "complete");
  CHECK(step.story == "nearly-there");
  CHECK(step.text == "Hire and Develop the Best has no complete story: finish nearly-there.");
}

TEST_CASE("a principle with secondary angles only asks for a primary story") {
  Folder folder = covered_but("TB");
  folder.add(story_for("carries", "IS", {"TB"}), told(1, 30));
  folder.add(story_for("carries-too", "BA", {"TB"}), told(1, 30));

  CHECK(only_step(folder.report()).action == "new");
  CHECK(only_step(folder.report()).text == "Think Big has no primary story: write one.");

  folder.add(draft(story_for("begun", "TB")));
  CHECK(only_step(folder.report()).action == "complete");
  CHECK(only_step(folder.report()).text == "Think Big has no primary story: finish begun.");
}

TEST_CASE("a principle with one angle is given the best story of its nearest neighbour") {
  Folder folder = covered_but("TB");
  folder.add(story_for("alone", "TB"), told(1, 30));
  named(folder, "bias-for-action-a").scores.fill(5);
  named(folder, "invent-and-simplify-b").scores.fill(4);
  folder.add(draft(story_for("begun", "TB")));

  const Coverage coverage = folder.report();

  const CoverageStep& step = only_step(coverage);
  CHECK(step.action == "re-angle");
  CHECK(step.story == "invent-and-simplify-b");
  CHECK(step.text == "Think Big has only one angle: invent-and-simplify-b could carry it too.");
}

TEST_CASE("the last place of a story is offered to one principle only") {
  Folder folder = covered_but("TB");
  std::erase_if(folder.stories, [](const Story& s) {
    return s.id == "frugality-a" || s.id == "invent-and-simplify-b";
  });
  folder.add(story_for("alone", "TB"), told(1, 30));
  folder.add(story_for("beside", "CO", {"IS"}), told(1, 30));
  Story& shared = named(folder, "invent-and-simplify-a");
  for (const char* word : {"CO", "SR"}) shared.angles.push_back({place_of(word), Strength::Secondary});

  const Coverage coverage = folder.report();

  REQUIRE(coverage.next.size() == 2);
  CHECK(coverage.next[0].principle == place_of("TB"));
  CHECK(coverage.next[0].story == "invent-and-simplify-a");
  CHECK(coverage.next[1].principle == place_of("FR"));
  CHECK(coverage.next[1].story == "ownership-a");
}

TEST_CASE("without a neighbour's story that has room, one angle asks for another story") {
  Folder folder = covered_but("TB");
  folder.add(story_for("alone", "TB"), told(1, 30));
  for (Story& story : folder.stories)
    if (story.id != "alone")
      for (std::size_t more = 1; more <= 3; ++more)
        story.angles.push_back({(story.angles[0].principle + more) % kPrincipleCount, Strength::Secondary});
  for (Story& story : folder.stories)
    std::erase_if(story.angles, [&](const Angle& angle) {
      return angle.principle == place_of("TB") && angle.strength == Strength::Secondary;
    });
  for (const std::string id : {"invent-and-simplify-a", "invent-and-simplify-b", "bias-for-action-a",
                               "bias-for-action-b"})
    while (named(folder, id).angles.size() < 4) named(folder, id).angles.push_back({0, Strength::Secondary});

  CHECK(only_step(folder.report()).action == "new");
  CHECK(only_step(folder.report()).text == "Think Big has only one angle: write another story.");

  folder.add(draft(story_for("begun", "TB")));
  CHECK(only_step(folder.report()).action == "complete");
}

TEST_CASE("a stale principle asks for its primary story that was not told for longest") {
  Folder folder = covered_but("DD");
  folder.week = 13;
  folder.add(story_for("side", "AR", {"DD"}), told(40, 30));
  folder.add(story_for("older", "DD"), told(30, 30));
  folder.add(scored(story_for("newer", "DD"), 5), told(20, 30));

  const CoverageStep step = only_step(folder.report());
  CHECK(step.principle == place_of("DD"));
  CHECK(step.action == "tell");
  CHECK(step.story == "older");
  CHECK(step.text == "Dive Deep was last told on 2027-02-09: tell older.");

  folder.add(story_for("untold", "DD"));
  CHECK(only_step(folder.report()).story == "untold");
}

TEST_CASE("principles that one telling would warm are asked for once") {
  Folder folder = covered_but("DD");
  folder.week = 20;
  for (auto& [item, state] : folder.states)
    if (item.name().starts_with("dive") || item.name().starts_with("are-right")) state = told(30, 20);
  folder.add(story_for("both", "DD", {"AR"}));
  folder.add(story_for("other", "DD"));

  CHECK(row(folder.report(), "DD").status == CoverageStatus::Stale);
  CHECK(row(folder.report(), "AR").status == CoverageStatus::Stale);
  const CoverageStep step = only_step(folder.report());
  CHECK(step.story == "both");
  CHECK(step.text == "Dive Deep has no telling yet: tell both.");
}

TEST_CASE("gaps come before thin principles and these before stale ones, the least work first") {
  Folder folder = covered_but("HD");
  folder.week = 13;
  std::erase_if(folder.stories,
                [](const Story& s) { return s.id == "frugality-a" || s.id.starts_with("think-big"); });
  folder.add(draft(story_for("begun", "TB")));
  for (const char copy : {'a', 'b'}) folder.states[story_item(std::string("ownership-") + copy)] = told(20, 10);

  std::string steps;
  for (const CoverageStep& step : folder.report().next)
    steps += step.action + " " + std::string(principles()[step.principle].id) + "; ";

  CHECK(steps == "complete think-big; new hire-and-develop; re-angle frugality; tell ownership; ");
}

TEST_CASE("no story is asked to carry more than three further principles") {
  Folder folder;
  folder.week = 1;
  for (std::size_t i = 0; i < kPrincipleCount; ++i)
    folder.add(complete_story(std::string(principles()[i].id), i), told(1, 30));
  for (int round = 0; round < 40; ++round) {
    const Coverage coverage = folder.report();
    for (const CoverageStep& step : coverage.next) follow(folder, step);
  }
  for (const Story& story : folder.stories) CHECK(story.angles.size() <= 4);
  CHECK(folder.report().covered == 16);
}

TEST_CASE("the first step always lifts its principle, and following the steps ends with all sixteen covered") {
  SplitMix64 dice(Seed{19});
  for (int round = 0; round < 60; ++round) {
    Folder folder = random_folder(dice);
    int steps = 0;
    for (Coverage coverage = folder.report(); !coverage.next.empty(); coverage = folder.report()) {
      const CoverageStep step = coverage.next.front();
      follow(folder, step);
      CAPTURE(step.text);
      REQUIRE(folder.report().principles[step.principle].status > coverage.principles[step.principle].status);
      REQUIRE(++steps < 100);
    }
    CHECK(folder.report().covered == 16);
  }
}

TEST_CASE("each step is one calm sentence and names a story that is there") {
  SplitMix64 dice(Seed{23});
  for (int round = 0; round < 300; ++round) {
    Folder folder = random_folder(dice);
    for (const CoverageStep& step : folder.report().next) {
      CHECK(step.text.ends_with("."));
      CHECK(std::count(step.text.begin(), step.text.end(), '.') == 1);
      CHECK(step.text.find('!') == step.text.npos);
      CHECK(step.text.find(principles()[step.principle].name) == 0);
      CHECK((step.action == "new") == step.story.empty());
      if (!step.story.empty()) CHECK(named(folder, step.story).id == step.story);
    }
  }
}
