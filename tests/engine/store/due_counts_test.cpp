#include "learner_file.h"

namespace starling {
namespace {

TEST_CASE("the days ahead are counted by what is in review and not suspended") {
  Store store(":memory:");
  (void)store.append(event(review(Grade::Good, 3), "lp/a"), model());
  (void)store.append(event(review(Grade::Good, 3), "lp/b"), model());
  (void)store.append(event(review(Grade::Good, 5), "lp/c"), model());
  (void)store.append(event(review(Grade::Good, 9), "lp/past-the-end"), model());
  (void)store.append(event(review(Grade::Good, 3), "lp/away"), model());
  (void)store.append(event(Suspended{}, "lp/away"), model());
  Reviewed step = review(Grade::Again, 3);
  step.phase = Phase::Relearning;
  (void)store.append(event(step, "lp/in-a-step"), model());

  CHECK(store.due_counts(day(3), day(6)) == std::vector<int>{2, 0, 1, 0});
  CHECK(store.due_counts(day(4), day(4)) == std::vector<int>{0});
  CHECK(store.due_counts(day(5), day(4)).empty());
}

TEST_CASE("an answer taken back is no longer counted on its day") {
  Store store(":memory:");
  const Event answer = store.append(event(review(Grade::Good, 3), "lp/a"), model());
  REQUIRE(store.due_counts(day(3), day(3)) == std::vector<int>{1});
  (void)store.append(event(Undone{answer.id}, "lp/a"), model());
  CHECK(store.due_counts(day(3), day(3)) == std::vector<int>{0});
}

}  // namespace
}  // namespace starling
