// More is due than the minutes hold.
#include <algorithm>
#include <limits>
#include <set>

#include "engine/agenda/learner.h"

using namespace starling;
using namespace starling::test;

namespace {

constexpr int kCards = 60;
constexpr int kLater = 49;

// Sixty cards met on three days, with three of the grades.
Learner behind() {
  Learner learner = Learner::of_cards(kCards);
  for (int day = 0; day < 3; ++day)
    for (int i = day; i < kCards; i += 3) {
      const std::string card = "mine/c" + std::to_string(i);
      (void)learner.answer(card, i % 4 == 0 ? Grade::Hard : Grade::Good, moment(day));
      (void)learner.answer(card, Grade::Good, moment(day));
      (void)learner.answer(card, Grade::Easy, moment(day));
    }
  return learner;
}

DayFrame busy(int day, QueueOrder order) {
  DayFrame made = frame(day);
  made.minutes = 4;
  made.order = order;
  return made;
}

}  // namespace

TEST_CASE("under every order nothing that waits is lost, and a backlog shrinks while there is room") {
  for (const QueueOrder order : kQueueOrders) {
    CAPTURE(to_string(order));
    Learner learner = behind();
    std::set<std::string> asked;
    int waiting = kCards + 1;
    for (int day = kLater; day < kLater + 4 && waiting > 0; ++day) {
      const Agenda agenda = learner.on(busy(day, order));
      const AgendaCounts& counts = agenda.counts();
      CHECK(counts.due + counts.deferred <= kCards);
      CHECK(counts.due + counts.deferred < waiting);
      CHECK(counts.minutes <= 4 + 1e-9);
      if (counts.deferred > 0) CHECK(counts.due >= 18);  // the minutes are used
      // A card that was asked is not due again these days, so those asked and those waiting are all there are.
      waiting = counts.due + counts.deferred;
      const int deferred = counts.deferred;
      for (const std::string& card : ids(agenda.cards())) {
        CHECK(asked.insert(card).second);
        (void)learner.answer(card, Grade::Easy, moment(day), 12s);
      }
      CHECK(static_cast<int>(asked.size()) + deferred == kCards);
    }
    CHECK(asked.size() == kCards);
  }
}

TEST_CASE("every order puts the same cards in the same places, and a smaller budget asks their head") {
  for (const QueueOrder order : kQueueOrders) {
    CAPTURE(to_string(order));
    Learner learner = behind();
    const Ids first = ids(learner.on(busy(kLater, order), minutes(1000)).cards());
    CHECK(first.size() == kCards);
    const Ids head = ids(learner.on(busy(kLater, order), minutes(5)).cards());
    CHECK(head.size() < first.size());
    CHECK(std::equal(head.begin(), head.end(), first.begin()));
    std::ranges::reverse(learner.items);
    CHECK(ids(learner.on(busy(kLater, order), minutes(1000)).cards()) == first);
  }
}

TEST_CASE("the row follows the order of the settings") {
  for (const QueueOrder order : kQueueOrders) {
    CAPTURE(to_string(order));
    const Learner learner = behind();
    double last = std::numeric_limits<double>::infinity();
    const Agenda agenda = learner.on(busy(kLater, order), minutes(1000));
    for (const Asked& asked : agenda.cards()) {
      const Standing& standing = asked.state->standing;
      const Moment now = moment(kLater);
      const Elapsed elapsed = elapsed_since(standing, now.at, now.day);
      const DueItem due{days_between(standing.due.day, now.day), days_between(standing.last_day, standing.due.day),
                        *asked.recall, recall_gained(learner.model, *standing.memory, elapsed),
                        static_cast<double>(asked.seconds),
                        seed_from(asked.item->id.text(), static_cast<std::uint64_t>(now.day.time_since_epoch().count()))};
      CHECK(asked.urgency == urgency(order, due));
      CHECK(asked.urgency <= last);
      last = asked.urgency;
    }
  }
}

TEST_CASE("what the learner calls worth more comes earlier where the order weighs what a second gains, and nowhere else") {
  const Learner learner = behind();
  for (const QueueOrder order : kQueueOrders) {
    CAPTURE(to_string(order));
    DayFrame day = busy(kLater, order);
    const Ids alike = ids(learner.on(day, minutes(1000)).cards());
    REQUIRE(alike.size() > 4);
    day.worth = [&](const Item& each) { return each.id.text() == alike.back() ? 10.0 : 1.0; };
    const Ids weighed = ids(learner.on(day, minutes(1000)).cards());
    if (order == QueueOrder::RecallPerSecond)
      CHECK(weighed.front() == alike.back());
    else
      CHECK(weighed == alike);
  }
}

TEST_CASE("a random order is another one on the next day") {
  const Learner learner = behind();
  const auto order_on = [&](int day) { return ids(learner.on(busy(day, QueueOrder::Random), minutes(1000)).cards()); };
  CHECK(order_on(kLater) != order_on(kLater + 1));
}
