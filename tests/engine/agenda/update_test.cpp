// An agenda that followed a sitting says what one made anew would say.
#include <algorithm>

#include "engine/agenda/any_learner.h"

using namespace starling;
using namespace starling::test;

namespace {

// What is left of the wish after the sitting has gone on for a while.
Wish rest_of(Wish wish, const Spent& before, const Spent& now) {
  if (wish.minutes) *wish.minutes -= (now.seconds - before.seconds) / 60;
  if (wish.limit) *wish.limit -= now.answers - before.answers;
  wish.fresh_begun = now.begun - before.begun;
  return wish;
}

bool same(const Asked& a, const Asked& b) {
  return a.item == b.item && a.state == b.state && a.recall == b.recall && a.seconds == b.seconds &&
         a.reason == b.reason && a.urgency == b.urgency;
}

bool same(const std::optional<Waits>& a, const std::optional<Waits>& b) {
  if (!a || !b) return !a && !b;
  return a->why == b->why && a->until == b->until && a->opens == b->opens && a->need == b->need;
}

void check_same(const Learner& learner, const Agenda& followed, const Agenda& anew) {
  CHECK(ids(followed.cards()) == ids(anew.cards()));
  CHECK(std::ranges::equal(followed.cards(), anew.cards(), [](const Asked& a, const Asked& b) { return same(a, b); }));
  CHECK(std::ranges::equal(followed.stories(), anew.stories(), [](const Asked& a, const Asked& b) { return same(a, b); }));
  AgendaCounts counts = followed.counts();
  counts.budget_minutes = anew.counts().budget_minutes;
  CHECK(counts == anew.counts());
  CHECK(followed.spent() == anew.spent());
  for (const Item& each : learner.items) {
    CAPTURE(each.id.text());
    CHECK(why(learner, followed, each.id.text()) == why(learner, anew, each.id.text()));
    CHECK(same(followed.waits(each), anew.waits(each)));
    CHECK((followed.asked(each.id) == nullptr) == followed.waits(each).has_value());
  }
}

// A sitting: what is asked, and now and then something else.
void do_something(Dice& dice, Learner& learner, Agenda& agenda, const Moment& now) {
  const Item* which = &any_of(dice, learner);
  if (!agenda.cards().empty() && dice.below(3) > 0) which = agenda.cards().front().item;
  const Item& item = *which;
  switch (dice.below(9)) {
    case 0:
      (void)learner.add({Suspended{item.id}}, now);
      return agenda.changed(item, now);
    case 1:
      (void)learner.add({Unsuspended{item.id}}, now);
      return agenda.changed(item, now);
    case 2:
      (void)learner.add({Buried{item.id, now.day + std::chrono::days(dice.below(2))}}, now);
      return agenda.changed(item, now);
    case 3: {
      if (learner.deeds.empty() || learner.deeds.back().day != now.day) return;
      const ItemId undone = *item_of(learner.deeds.back().events.front());
      learner.deeds.pop_back();
      const ItemStates folded = fold_items(learner.deeds, learner.model);
      if (const auto found = folded.find(undone); found != folded.end()) learner.states.at(undone) = found->second;
      else
        learner.states.erase(undone);
      return agenda.changed(learner.find(undone.text()), learner.spent(now.day), now);
    }
    case 4: {
      const Deed deed = learner.answer(item.id.text(), Grade::Again, now, 10s);
      learner.deeds.back().events.push_back(Suspended{item.id});
      learner.states.at(item.id).suspended = true;
      return agenda.answered(item, deed, now);
    }
    default: {
      const Grade grade = kGrades.at(static_cast<std::size_t>(dice.below(4)));
      std::optional<std::chrono::milliseconds> took = std::chrono::seconds(dice.below(90));
      if (dice.one_in(4)) took.reset();
      const Deed deed = learner.answer(item.id.text(), grade, now, took);
      return agenda.answered(item, deed, now);
    }
  }
}

}  // namespace

TEST_CASE("after any answers, suspensions, burials and undos the agenda is the one that would be made anew") {
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    CAPTURE(seed);
    Dice dice{SplitMix64(Seed{seed})};
    const int today = any_day(dice);
    Learner learner = any_learner(dice, today);
    DayFrame day = any_frame(dice, today);
    const Wish wish = any_wish(dice);
    Agenda followed = learner.on(day, wish);
    const Spent before = followed.spent();
    check_same(learner, followed, learner.on(day, wish));
    for (int deed = 0; deed < 25; ++deed) {
      // Of FSRS-7 recall changes by the minute, and what was placed before is not placed again.
      if (learner.model.kind() == ModelKind::Fsrs6) day.now.at += std::chrono::seconds(dice.below(240));
      do_something(dice, learner, followed, day.now);
      followed.at(day.now);
      check_same(learner, followed, learner.on(day, rest_of(wish, before, followed.spent())));
    }
  }
}

TEST_CASE("a step that ends while nothing is answered is asked when its time has come") {
  Learner learner = Learner::of_cards(1);
  learner.policy.learning_steps = {120min};
  (void)learner.answer("mine/c0", Grade::Again, moment(0, 9h));
  Agenda agenda = learner.on(frame(0, 9h));
  CHECK(why(learner, agenda, "mine/c0") == "in-step");
  agenda.at(moment(0, 10h + 45min));
  CHECK(why(learner, agenda, "mine/c0") == "asked");
  agenda.at(moment(0, 8h));  // a clock that was set back
  CHECK(why(learner, agenda, "mine/c0") == "asked");
}

TEST_CASE("a day is emptied by answering what it asks") {
  Learner learner = Learner::of_cards(50);
  DayFrame day = frame(0);
  day.minutes = 1000;
  Agenda agenda = learner.on(day);
  int answers = 0;
  while (!agenda.cards().empty() && answers < 1000) {
    const Item& first = *agenda.cards().front().item;
    day.now.at += 8s;
    agenda.answered(first, learner.answer(first.id.text(), answers % 7 == 0 ? Grade::Again : Grade::Good, day.now, 8s), day.now);
    ++answers;
  }
  CHECK(answers > 40);
  CHECK(answers < 100);
  CHECK(agenda.counts().due == 0);
  CHECK(agenda.spent().begun == 20);
  CHECK(agenda.counts().fresh_left == 0);
}

TEST_CASE("an answer to what is in no text any more counts into the day and changes nothing else") {
  Learner learner = Learner::of_cards(3);
  Agenda agenda = learner.on(0);
  const Item gone = item("mine/gone");
  agenda.answered(gone, learner.answer("mine/gone", Grade::Good, moment(0), 60s), moment(0));
  CHECK(agenda.spent().seconds == 60);
  CHECK(agenda.cards().size() == 3);
  CHECK(agenda.asked(gone.id) == nullptr);
}
