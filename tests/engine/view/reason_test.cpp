// Why an item is where it is, in one true sentence for every case.
#include <doctest/doctest.h>

#include "scene.h"

namespace starling {
namespace {

using test::day;
using test::Scene;

std::string reason(const Scene& scene, const Agenda& agenda, std::string_view id) {
  return reason_of(scene.from(), agenda, scene.item(id));
}

Wish mine() {
  Wish wish;
  wish.wanted = [](const Item& each) { return each.id.group() == "mine"; };
  return wish;
}

TEST_CASE("what is put away, retired, for another level, for another week or needs another card says just that") {
  const Scene scene;
  const Agenda agenda = scene.agenda(scene.frame(), mine());
  CHECK(reason(scene, agenda, "mine/first") == "It is new and in today's list.");
  CHECK(reason(scene, agenda, "mine/away") ==
        "It is put away in its text: take 'suspended' out of the card to have it asked.");
  CHECK(reason(scene, agenda, "mine/gone") == "The card is retired: it is not asked any more.");
  CHECK(reason(scene, agenda, "mine/for-l7") == "It is not asked: the card is for L7 only.");
  CHECK(reason(scene, agenda, "mine/later") == "It is not asked yet: it opens in week 3, day 1, on Mon 7 Dec.");
  CHECK(reason(scene, agenda, "mine/pair#r") ==
        "It is open, but waits until tomorrow: mine/pair#f is asked today, and would give the answer away.");
}

TEST_CASE("a card that needs one which is not begun today says which") {
  Scene scene;
  scene.states[test::item("mine/first")].buried_until = day("2026-11-24");
  const Agenda agenda = scene.agenda(scene.frame(), mine());
  CHECK(reason(scene, agenda, "mine/first") == "It is buried until Tue 24 Nov.");
  CHECK(reason(scene, agenda, "mine/second") == "It is not asked yet: it needs mine/first first.");
}

TEST_CASE("what comes back on a day off is promised for the first day behind it, with the recall of that day") {
  Scene scene;
  scene.now = scene.at("2027-02-01");
  scene.review("mine/second", "2027-01-30", "2027-02-02");
  const auto said = [&] { return reason(scene, scene.agenda(scene.frame(), mine()), "mine/second"); };
  CHECK(said() == "It comes back in 1 day on Tue 2 Feb, when recall is expected to be 88 %.");
  scene.settings.days_off = {{day("2027-02-02"), day("2027-02-10")}};
  CHECK(said() == "It comes back in 10 days on Thu 11 Feb, when recall is expected to be 76 %.");
}

TEST_CASE("a seen card that is retired, suspended or not due is told apart from one that is asked") {
  Scene scene;
  scene.now = scene.at("2027-02-01");
  for (const char* id : {"mine/gone", "mine/away", "mine/first"}) scene.review(id, "2026-11-23", "2027-01-20");
  scene.review("mine/second", "2027-01-30", "2027-02-11");
  scene.states[test::item("mine/second")].reviews = 3;
  const Agenda agenda = scene.agenda(scene.frame(), mine());
  CHECK(reason(scene, agenda, "mine/gone") == "The card is retired: it is not asked any more.");
  CHECK(reason(scene, agenda, "mine/away") ==
        "It is put away in its text: take 'suspended' out of the card to have it asked.");
  CHECK(reason(scene, agenda, "mine/first") == "It has been due since Wed 20 Jan, and is in today's list.");
  CHECK(reason(scene, agenda, "mine/second") ==
        "It comes back in 10 days on Thu 11 Feb, when recall is expected to be 76 %.");
  scene.states[test::item("mine/first")].suspended = true;
  CHECK(reason(scene, scene.agenda(), "mine/first") ==
        "It is suspended: 'starling card unsuspend mine/first' has it asked again.");
}

TEST_CASE("the days on which new cards or all cards wait are named") {
  Scene scene;
  scene.review("mine/second", "2026-11-20", "2026-11-23");
  DayFrame rest = scene.frame();
  rest.asking = Asking::ReviewsOnly;
  CHECK(reason(scene, scene.agenda(rest), "mine/first") == "It is open, but today is a rest day: nothing new.");
  DayFrame off = scene.frame();
  off.asking = Asking::Nothing;
  CHECK(reason(scene, scene.agenda(off), "mine/second") == "It is due today, but today is a day off.");
  scene.now = scene.at("2027-05-03");
  CHECK(reason(scene, scene.agenda(), "mine/first") ==
        "It is open, but nothing new is begun in the last 21 days before the interview.");
}

TEST_CASE("a day that is full says whether the minutes or the count are used") {
  Scene scene;
  DayFrame few = scene.frame();
  few.new_per_day = 0;
  CHECK(reason(scene, scene.agenda(few, mine()), "mine/first") ==
        "It is new and open, but waits: 20 new cards a day are begun.");
  DayFrame short_day = scene.frame();
  short_day.minutes = 0;
  CHECK(reason(scene, scene.agenda(short_day, mine()), "mine/first") ==
        "It is open, but waits: today's minutes are used by items nearer to being lost.");
  DayFrame no_reviews = scene.frame();
  no_reviews.reviews_per_day = 0;
  scene.review("mine/first", "2026-11-20", "2026-11-22");
  CHECK(reason(scene, scene.agenda(no_reviews, mine()), "mine/first") ==
        "It has been due since Sun 22 Nov, but waits: 120 reviews a day are asked.");
}

TEST_CASE("an item's view holds its figures, its past and the weights that reckoned it anew") {
  Scene scene;
  test::LearnerHistory history;
  history.answer("mine/first", Grade::Good);
  history.answer("mine/second", Grade::Good);
  history.adopt(default_weights(), {});
  const std::vector<PastDeed> past{{history.deeds[0], true}, {history.deeds[2], false}};
  scene.review("mine/first", "2026-11-20", "2026-11-23");
  const ItemView view = item_view(scene.from(), scene.agenda(), scene.item("mine/first"), {}, past);
  CHECK(view.why == "due");
  CHECK(view.history.size() == 2);
  CHECK_FALSE(view.history[1].counts);
  CHECK(view.recall.value() > view.recall_on_interview.value());
  CHECK(view.days_to_90.value() == doctest::Approx(2.3065));
  const std::vector<PastDeed> other{{history.deeds[2], true}};
  CHECK(item_view(scene.from(), scene.agenda(), scene.item("mine/second"), {}, other).history.empty());
}

}  // namespace
}  // namespace starling
