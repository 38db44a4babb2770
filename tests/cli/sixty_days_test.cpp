// A learner of sixty days, one command a step, with a fixed pattern of answers.
#include <doctest/doctest.h>

#include <map>

#include "cli/desk.h"
#include "study/study.h"

using namespace starling;
using test::Desk;
using test::Json;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr int kDays = 8;  // the same laws in less time
#else
constexpr int kDays = 60;
#endif
constexpr int kDaysOfSecondLife = kDays / 4;

constexpr int kSeconds = 11;
const char* kPattern[] = {"good", "good", "easy", "again", "good", "hard", "good", "good", "again", "good", "good"};

struct DayOfLife {
  int answers = 0;
  std::map<std::string, int> by_item;
};

struct Life {
  std::vector<std::string> transcript;  // every JSON reply, by day
  std::vector<DayOfLife> days;
};

Life live(Desk& desk, int days) {
  Life life;
  int count = 0;
  for (int offset = 0; offset < days; ++offset) {
    const std::string date = to_string(test::day("2026-11-30") + std::chrono::days(offset));  // week 2 on
    DayOfLife& today = life.days.emplace_back();
    std::string& transcript = life.transcript.emplace_back(desk("today --json --date " + date).out);
    while (true) {
      const test::Reply next = desk("next --json --date " + date);
      transcript += next.out;
      if (next.exit == 1) break;
      REQUIRE(next.exit == 0);
      const std::string item = next.json()["item"]["item"];
      const std::string grade = kPattern[count++ % std::size(kPattern)];
      const test::Reply answer =
          desk("answer " + item + " " + grade + " --seconds " + std::to_string(kSeconds) + " --json --date " + date);
      REQUIRE(answer.exit == 0);
      transcript += answer.out;
      ++today.answers;
      ++today.by_item[item];
      REQUIRE(today.answers < 500);
    }
  }
  return life;
}

}  // namespace

TEST_CASE("sixty days of answers: nothing is lost or early, the minutes hold, and a second life is equal to the byte") {
  Desk desk;
  desk.begin();
  const Life life = live(desk, kDays);

  // The minutes hold: the last answer begins inside the budget.
  for (const DayOfLife& day : life.days) CHECK(day.answers * kSeconds <= 25 * 60 + kSeconds);

  const FixedClock clock{Instant{}};
  const Day last = test::day("2026-11-30") + std::chrono::days(kDays - 1);
  const Study study(StudyFolder(desk.home()), ContentFolder(test::shipped_content()), clock, DayAndTime{last, {}});
  const Queue queue = study.queue();

  // Nothing due is lost: what was seen is due later, or waits in the queue and is counted there.
  int waiting = 0;
  int seen = 0;
  for (const auto& [item, state] : study.store().states()) {
    REQUIRE(state.standing.phase != Phase::New);
    ++seen;
    if (state.standing.due.day <= last) ++waiting;
  }
  CHECK(seen > 4 * std::min(kDays, 10));
  CHECK(waiting == queue.due + queue.deferred);

  // Nothing comes before its week, and nothing before the cards it needs.
  std::map<std::string, EventId> first_answer;
  for (const Event& event : study.store().events()) first_answer.emplace(event.item, event.id);
  for (const Event& event : study.store().events()) {
    const CardItem* item = study.library().find(event.item);
    REQUIRE(item);
    const Card& card = study.library().card(*item);
    const int week = days_between(study.start(), event.day) / 7 + 1;
    CHECK(card.week.value_or(1) <= week);
    const auto opens = unlock_offset(study.plan(), study.library().decks[item->deck].id);
    if (opens) CHECK(*opens <= days_between(study.start(), event.day));
    for (const std::string& need : card.needs) {
      EventId met = 0;
      for (const auto& [other, id] : first_answer)
        if (other == need || other.starts_with(need + "#")) met = met == 0 ? id : std::min(met, id);
      CHECK(met > 0);
      CHECK(met < first_answer[event.item]);
    }
  }

  // No item is asked again and again on one day without an answer of again or a step.
  for (const DayOfLife& day : life.days)
    for (const auto& [item, times] : day.by_item) CHECK(times <= 8);

  // The log adds up to the states that were kept beside it.
  CHECK(fold(study.store().events(), study.model()) == study.store().states());

  Desk again;
  again.begin();
  const Life second = live(again, kDaysOfSecondLife);
  for (std::size_t d = 0; d < second.transcript.size(); ++d) CHECK(second.transcript[d] == life.transcript[d]);
}
