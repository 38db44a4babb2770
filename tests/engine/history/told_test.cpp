// How a story was told, and when it is ready.
#include <doctest/doctest.h>

#include "support/history.h"

using namespace starling;

namespace {

Answered telling(Grade grade, bool clean, int words = 0, std::optional<std::chrono::milliseconds> took = {}) {
  Answered answer = test::answered("story/cells", grade);
  answer.took = took;
  answer.told = Told{150, "ownership", "", words, clean, {}};
  return answer;
}

Tellings after(const test::LearnerHistory& history) {
  return fold_items(history.deeds, test::model()).at(test::item("story/cells")).tellings.value();
}

}  // namespace

TEST_CASE("clean tellings count by their days, and one that failed begins anew") {
  test::LearnerHistory history;
  history.add(telling(Grade::Good, true), 0);
  history.add(telling(Grade::Good, true), 0);
  CHECK(after(history).clean_days == 1);
  history.add(telling(Grade::Hard, false), 1);
  CHECK(after(history).clean_days == 1);
  history.add(telling(Grade::Easy, true), 2);
  history.add(telling(Grade::Good, true), 5);
  CHECK(after(history).clean_days == kCleanDays);
  history.add(telling(Grade::Again, false), 9);
  CHECK(after(history).clean_days == 0);
  history.add(telling(Grade::Good, true), 9);
  CHECK(after(history).clean_days == 1);
  history.undo(2);
  CHECK(after(history).clean_days == kCleanDays);
}

TEST_CASE("the pace of speech is known from tellings of known text that were timed") {
  test::LearnerHistory history;
  history.add(telling(Grade::Good, true, 300, std::chrono::seconds(120)), 0);
  history.add(telling(Grade::Good, true, 0, std::chrono::seconds(90)), 1);
  history.add(telling(Grade::Good, true, 280), 2);
  history.add(telling(Grade::Good, true, 150, std::chrono::seconds(60)), 3);
  const Tellings told = after(history);
  CHECK(told.timed == 2);
  CHECK(told.words == 450);
  CHECK(told.seconds == 180);
}

TEST_CASE("a telling that was broken off says nothing of the pace, and no telling makes it faster or slower than people speak") {
  const auto measured = [](Grade grade, bool clean, int words, int seconds) {
    test::LearnerHistory history;
    history.add(telling(grade, clean, words, std::chrono::seconds(seconds)), 0);
    return after(history).timed == 1;
  };
  CHECK_FALSE(measured(Grade::Hard, false, 338, 1));
  CHECK_FALSE(measured(Grade::Hard, false, 338, 24));
  CHECK_FALSE(measured(Grade::Good, false, 300, 74));
  CHECK(measured(Grade::Good, false, 300, 75));
  CHECK(measured(Grade::Hard, false, 300, 240));
  CHECK_FALSE(measured(Grade::Again, false, 300, 150));
  CHECK(measured(Grade::Good, true, 120, 40));
  CHECK_FALSE(measured(Grade::Good, true, 120, 20));
  CHECK_FALSE(measured(Grade::Good, false, 120, 600));
}

TEST_CASE("an answer that says nothing of its telling leaves nothing to know") {
  test::LearnerHistory history;
  history.answer("story/cells", Grade::Good);
  CHECK_FALSE(fold_items(history.deeds, test::model()).at(test::item("story/cells")).tellings.has_value());
}

TEST_CASE("a telling comes back from its line as it went in, and one that none can have is kept as it was written") {
  test::LearnerHistory history;
  Answered answer = telling(Grade::Good, true, 345, std::chrono::seconds(150));
  answer.told->question = "refused-a-request";
  answer.told->marks = {20, 33, 120, 140};
  history.add(answer, 0);
  CHECK(read_line(written(history.deeds[0])).deed == history.deeds[0]);
  history.deeds[0].events[0] = [&] {
    answer.told->marks = {33, 20};
    return answer;
  }();
  const LineRead read = read_line(written(history.deeds[0]));
  REQUIRE(read.deed);
  CHECK(std::holds_alternative<Unknown>(read.deed->events[0]));
}
