// Which problem comes next, and what is known of one.
#include <doctest/doctest.h>

#include "scene.h"

using namespace starling;

TEST_CASE("what failed comes before what the plan named, and both before what is to come") {
  test::Scene scene;
  scene.now = scene.at("2026-12-22");
  scene.review("problem/lc-0076", "2026-12-20", "2026-12-24");
  scene.review("problem/lc-0015", "2026-12-20", "2026-12-24");
  const LastGrades grades{{test::item("problem/lc-0076"), Grade::Again}, {test::item("problem/lc-0015"), Grade::Good}};
  const auto next = next_problems(scene.from(), grades, 1000);
  REQUIRE(next.size() > 3);
  CHECK(next.front().view.problem->id == "lc-0076");
  CHECK(next.front().why == ProblemReason::Failed);
  for (std::size_t i = 1; i < next.size(); ++i) {
    CHECK(next[i - 1].why <= next[i].why);
    CHECK(next[i].view.problem->id != "lc-0015");
  }
}

TEST_CASE("each part of a shipped rubric has a text for every mark") {
  const test::Scene scene;
  for (const DesignExercise& exercise : scene.library().design_exercises())
    for (const std::string& part : exercise.rubric) CHECK(rubric_part(part) != nullptr);
}
