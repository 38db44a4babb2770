// More is due than the minutes hold.
#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <set>

#include "learner.h"

using namespace starling;
using test::day;
using test::answer;
using test::item;
using test::preview;
using test::state;
using test::DeckLearner;

namespace {

const Day kFirst = day("2026-11-23");
constexpr int kCards = 60;

std::string settings(QueueOrder order) {
  return test::kPlainSettings + "[review]\nminutes_per_day = 4\nnew_per_day = 0\norder = \"" +
         std::string(to_string(order)) + "\"\n";
}

// Sixty cards met on three days, with three of the grades.
void meet_all(const DeckLearner& learner) {
  for (int day = 0; day < 3; ++day) {
    Study study = learner.on(kFirst + std::chrono::days(day));
    for (int i = day; i < kCards; i += 3) {
      const std::string item = "mine/c" + std::to_string(i);
      (void)answer(study, item, i % 4 == 0 ? Grade::Hard : Grade::Good);
      (void)answer(study, item, Grade::Good);
      (void)answer(study, item, Grade::Easy);
    }
  }
}

}  // namespace

TEST_CASE("under every order nothing that waits is lost, and a backlog shrinks while there is room") {
  for (const QueueOrder order : kQueueOrders) {
    CAPTURE(to_string(order));
    const DeckLearner learner(kCards, settings(order));
    meet_all(learner);
    std::set<std::string> asked;
    int waiting = kCards + 1;
    Day today = day("2027-01-11");
    for (int i = 0; i < 4 && waiting > 0; ++i, today += std::chrono::days(1)) {
      Study study = learner.on(today);
      const Agenda queue = study.agenda();
      CHECK(queue.counts().due + queue.counts().deferred <= kCards);
      CHECK(queue.counts().due + queue.counts().deferred < waiting);
      CHECK(queue.counts().minutes <= 4 + 1e-9);
      if (queue.counts().deferred > 0) CHECK(queue.counts().due >= 18);  // the minutes are used
      // A card that was asked is not due again these days, so those asked and those waiting are all there are.
      for (const Asked& card : queue.cards()) {
        CHECK(asked.insert(card.item->id.text()).second);
        (void)answer(study, card.item->id.text(), Grade::Easy, std::chrono::seconds(12));
      }
      CHECK(static_cast<int>(asked.size()) + queue.counts().deferred == kCards);
      waiting = queue.counts().due + queue.counts().deferred;
    }
    CHECK(asked.size() == kCards);
  }
}

TEST_CASE("every order puts the same cards in the same places each time it is looked at") {
  for (const QueueOrder order : kQueueOrders) {
    CAPTURE(to_string(order));
    const DeckLearner learner(kCards, settings(order));
    meet_all(learner);
    Wish all = test::mine();
    all.minutes = 1000;
    const Study study = learner.on("2027-01-11");
    const auto first = test::ids(study.agenda(all));
    CHECK(first.size() == kCards);
    CHECK(test::ids(study.agenda(all)) == first);
    CHECK(test::ids(learner.on("2027-01-11").agenda(all)) == first);

    // What a smaller budget asks is the head of the same queue.
    all.minutes = 5;
    const auto head = test::ids(study.agenda(all));
    CHECK(head.size() < first.size());
    CHECK(std::equal(head.begin(), head.end(), first.begin()));
  }
}

TEST_CASE("the queue follows the order of the settings") {
  for (const QueueOrder order : kQueueOrders) {
    CAPTURE(to_string(order));
    const DeckLearner learner(kCards, settings(order));
    meet_all(learner);
    const Study study = learner.on("2027-01-11");
    Wish all = test::mine();
    all.minutes = 1000;
    double last = std::numeric_limits<double>::infinity();
    const Agenda agenda = study.agenda(all);
    for (const Asked& card : agenda.cards()) {
      const Standing& standing = card.state->standing;
      const Elapsed elapsed = elapsed_since(standing, study.now().at, study.now().day);
      const DueItem item{days_between(standing.due.day, study.now().day),
                         days_between(standing.last_day, standing.due.day),
                         *card.recall,
                         recall_gained(study.model(), *standing.memory, elapsed),
                         static_cast<double>(card.seconds),
                         seed_from(card.item->id.text(), static_cast<std::uint64_t>(
                                                      study.now().day.time_since_epoch().count()))};
      CHECK(urgency(order, item) <= last);
      last = urgency(order, item);
    }
  }
}

TEST_CASE("a random order is another one on the next day") {
  const DeckLearner learner(kCards, settings(QueueOrder::Random));
  meet_all(learner);
  Wish all = test::mine();
  all.minutes = 1000;
  CHECK(test::ids(learner.on("2027-01-11").agenda(all)) != test::ids(learner.on("2027-01-12").agenda(all)));
}
