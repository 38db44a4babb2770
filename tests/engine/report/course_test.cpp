#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "engine/report/deeds.h"
#include "report/report.h"

using namespace starling;
using namespace starling::test;

namespace {

Deeds three_answers() {
  Deeds deeds;
  deeds.answer(0, "a/x", Grade::Good)
      .answer(0, "a/x", Grade::Good)
      .answer(4, "a/x", Grade::Again)
      .answer(5, "b/other", Grade::Good)
      .answer(9, "a/x", Grade::Good);
  return deeds;
}
const std::vector<Deed> kThree = three_answers().list;
const ItemId kItem = item("a/x");

MemoryModel model_of(ModelKind kind) { return MemoryModel(default_weights(kind)); }

}  // namespace

TEST_CASE("recall falls from day to day and jumps with an answer, to the last day asked for") {
  for (const ModelKind kind : kModelKinds) {
    const auto course = recall_course(kThree, kItem, model_of(kind), day(30));
    // Day 0 once, every later day once, the two days of answers twice.
    REQUIRE(course.size() == 31 + 2);
    CHECK(course.front().day == day(0));
    CHECK(course.back().day == day(30));
    for (std::size_t i = 1; i < course.size(); ++i) {
      if (course[i].day == course[i - 1].day) {
        CHECK((course[i].day == day(4) || course[i].day == day(9)));
        CHECK(course[i].recall > course[i - 1].recall);
      } else {
        CHECK(course[i].day == course[i - 1].day + std::chrono::days(1));
        CHECK(course[i].recall < course[i - 1].recall);
      }
    }
  }
}

TEST_CASE("the end of the course is what the model says of the item's state") {
  for (const ModelKind kind : kModelKinds) {
    const MemoryModel by = model_of(kind);
    const ItemState state = fold_items(kThree, by).at(kItem);
    CHECK(recall_course(kThree, kItem, by, day(30)).back().recall ==
          by.recall_after(elapsed_days(WholeDays{21}), *state.standing.memory));
  }
}

TEST_CASE("a course ends no earlier than its last answer, and an item without answers has none") {
  CHECK(recall_course(kThree, kItem, model(), day(2)).back().day == day(9));
  CHECK(recall_course(kThree, item("a/y"), model(), day(30)).empty());
  CHECK(recall_course(Deeds().add(0, Suspended{kItem}).list, kItem, model(), day(30)).empty());
}

TEST_CASE("a thinned course keeps its ends, its order and its lowest and highest points") {
  Deeds deeds;
  for (int on = 0; on < 900; on += 1 + on % 37) deeds.answer(on, "a/x", on % 5 == 0 ? Grade::Again : Grade::Good);
  const auto course = recall_course(deeds.list, kItem, model(), day(1000));
  const auto lower = [](const CoursePoint& a, const CoursePoint& b) { return a.recall < b.recall; };
  for (std::size_t most = 4; most <= 1200; most += 7) {
    const auto few = thinned(course, most);
    CHECK(few.size() <= most);
    CHECK(few.front() == course.front());
    CHECK(few.back() == course.back());
    CHECK(std::is_sorted(few.begin(), few.end(), [](const auto& a, const auto& b) { return a.day < b.day; }));
    CHECK(std::min_element(few.begin(), few.end(), lower)->recall ==
          std::min_element(course.begin(), course.end(), lower)->recall);
    if (most >= course.size()) CHECK(few == course);
  }
}

TEST_CASE("a clock that fell back, and a state from another program, never make the course run backwards") {
  Deeds deeds;
  const MemoryState known = model().first_review(Grade::Easy);
  const auto imported = [&](int last) {
    return Imported{kItem, Phase::Review, known, Instant(day(last).time_since_epoch()), day(last), {day(last + 5), {}}, 3, 0};
  };
  deeds.add(1, imported(-20))
      .answer(5, "a/x", Grade::Good)
      .answer(3, "a/x", Grade::Good)  // by a clock that was two days slow
      .answer(8, "a/x", Grade::Again)
      .add(9, imported(2))
      .answer(12, "a/x", Grade::Good)
      .add(13, imported(40))
      .answer(15, "a/x", Grade::Good);
  const auto course = recall_course(deeds.list, kItem, model(), day(60));
  REQUIRE_FALSE(course.empty());
  CHECK(course.front().day == day(5));
  CHECK(course.back().day == day(60));
  for (std::size_t i = 1; i < course.size(); ++i) {
    CHECK(course[i].day >= course[i - 1].day);
    CHECK(course[i].day <= course[i - 1].day + std::chrono::days(1));
  }
  for (const CoursePoint& point : course) {
    CHECK(point.recall > 0);
    CHECK(point.recall <= 1);
  }
}
