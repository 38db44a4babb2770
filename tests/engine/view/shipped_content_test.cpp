// Does what the shipped plan names exist: problems, exercises, decks?
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "scene.h"

using namespace starling;

TEST_CASE("every problem, exercise and deck that a task names is shipped") {
  const test::Scene scene;
  const Library& library = scene.library();
  for (const PlanDay& day : library.plan()->days)
    for (const Task& task : day.tasks) {
      CAPTURE(task.id);
      for (const std::string& problem : task.problems) CHECK(library.coding_problem(problem) != nullptr);
      if (!task.exercise.empty()) CHECK(library.design_exercise(task.exercise) != nullptr);
      for (const std::string& deck : task.decks) CHECK(library.deck_head(deck) != nullptr);
    }
}

TEST_CASE("every plan opens every card within its weeks") {
  for (const char* plan : {"amazon-24-week", "amazon-12-week", "amazon-8-week", "amazon-6-week"}) {
    CAPTURE(plan);
    Settings settings;
    settings.plan = plan;
    const test::Scene scene(test::kSceneDeck, settings);
    const Library& library = scene.library();
    REQUIRE(library.plan()->id == plan);
    for (const Item& item : library.items()) {
      CAPTURE(item.id.text());
      if (item.id.kind() == ItemKind::Card) CHECK(item.opens < plan_day(library.plan()->weeks + 1, 1));
    }
  }
}

TEST_CASE("a problem is met in the bank's own week or later") {
  const test::Scene scene;
  const Library& library = scene.library();
  for (const Item& item : library.items())
    if (item.id.kind() == ItemKind::Problem)
      CHECK(item.opens == plan_day(library.coding_problem(item.id.name())->week, 1));
}
