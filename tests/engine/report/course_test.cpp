#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "report/report.h"

using namespace starling;
using std::chrono::hours;

namespace {

const Day kMonday = *parse_day("2026-12-21");

Day day(int number) { return kMonday + std::chrono::days(number); }

Event answer(int on, Grade grade, const std::string& item = "a/x", int at_hour = 12) {
  Reviewed reviewed;
  reviewed.grade = grade;
  reviewed.phase = Phase::Review;
  reviewed.due = {day(on + 3), std::nullopt};
  return {1, Instant{(day(on) - Day{}) + hours(at_hour)}, day(on), item, reviewed};
}

const std::vector<Event> kThree{answer(0, Grade::Good), answer(0, Grade::Good), answer(4, Grade::Again),
                                answer(5, Grade::Good, "b/other"), answer(9, Grade::Good)};

MemoryModel model_of(ModelKind kind) { return MemoryModel(default_weights(kind)); }

}  // namespace

TEST_CASE("recall falls from day to day and jumps with an answer, to the last day asked for") {
  for (const ModelKind kind : kModelKinds) {
    const auto course = recall_course(kThree, "a/x", model_of(kind), day(30));
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
    const MemoryModel model = model_of(kind);
    const ItemState state = fold(kThree, model)["a/x"];
    CHECK(recall_course(kThree, "a/x", model, day(30)).back().recall ==
          model.recall_after(elapsed_days(WholeDays{21}), *state.standing.memory));
  }
}

TEST_CASE("a course ends no earlier than its last answer, and an item without answers has none") {
  const MemoryModel model = model_of(ModelKind::Fsrs6);
  CHECK(recall_course(kThree, "a/x", model, day(2)).back().day == day(9));
  CHECK(recall_course(kThree, "a/y", model, day(30)).empty());
  const std::vector<Event> put_away{{1, Instant{}, day(0), "a/x", Suspended{}}};
  CHECK(recall_course(put_away, "a/x", model, day(30)).empty());
}

TEST_CASE("a thinned course keeps its ends, its order and its lowest and highest points") {
  std::vector<Event> events;
  for (int on = 0; on < 900; on += 1 + on % 37) events.push_back(answer(on, on % 5 == 0 ? Grade::Again : Grade::Good));
  const auto course = recall_course(events, "a/x", model_of(ModelKind::Fsrs6), day(1000));
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
