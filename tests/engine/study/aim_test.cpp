// A learner who reviews for the day of the interview: what a sitting works out, what the next day reads, and what it brings.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "learner.h"
#include "support/built.h"
#include "price/price.h"
#include "simulate/chance.h"

using namespace starling;
using test::day;
using test::DeckLearner;
using test::found;
using test::state;

namespace {

const int kLivedTowards = test::kIsChecked ? 24 : 45;
const int kLivedCards = test::kIsChecked ? 15 : 100;
const Day kAimStart = day("2026-11-23");

std::string aim_settings(std::string_view policy, double minutes = 2) {
  return fmt::format("start = 2026-11-23\ninterview = {}\n[day]\ntime_zone = \"UTC\"\nrest_days = []\n[review]\npolicy = \"{}\"\n"
                     "minutes_per_day = {}\nnew_per_day = 8\nlearning_steps = []\nrelearning_steps = []\n", to_string(kAimStart + std::chrono::days(kLivedTowards)), policy, minutes);
}

// One sitting over the own deck: memory and times as the model and the usual habits say, the same luck for every policy.
double live_day(const DeckLearner& learner, Day today) {
  Study study = learner.on(today);
  Sitting sitting(study, test::mine());
  sitting.price(2);
  sitting.wait_for_prices();
  const Habits habits;
  double minutes = 0;
  while (const Asked* asked = sitting.question()) {
    const int review = asked->state->reviews;
    const CardChance chance(Seed{7}, 0, std::hash<std::string>()(asked->item->id.text()));
    const bool step = in_step(*asked->state);
    const bool recalled = step || chance.unit(review, Draw::Recall) < asked->recall.value_or(0.8);
    const Grade grade = recalled ? Grade::Good : Grade::Again;
    const double seconds = step ? habits.step_seconds : habits.review_seconds[index_of(grade)];
    minutes += seconds / 60;
    (void)sitting.answer(grade, std::chrono::milliseconds(static_cast<int>(seconds * 1000)));
  }
  return minutes;
}

double recall_on_the_day(const DeckLearner& learner) {
  const Study study = learner.on(kAimStart + std::chrono::days(kLivedTowards - 1));
  double sum = 0;
  for (int i = 0; i < kLivedCards; ++i) {
    const ItemState of = state(study, "mine/c" + std::to_string(i));
    if (!of.standing.memory) continue;
    const WholeDays waited{days_between(of.standing.last_day, kAimStart + std::chrono::days(kLivedTowards))};
    sum += study.model().recall_after(elapsed_days(waited), *of.standing.memory);
  }
  return sum / kLivedCards;
}

}  // namespace

TEST_CASE("a sitting works out what a minute is worth, and the next days go by it") {
  const DeckLearner learner(30, aim_settings("deadline"));
  CHECK_FALSE(learner.on(kAimStart).frame().aimed);
  (void)live_day(learner, kAimStart);
  {
    const Study study = learner.on(kAimStart + std::chrono::days(1));
    const DayFrame frame = study.frame();
    REQUIRE(frame.aimed);
    const auto due = frame.aimed(test::item("mine/c0"), state(study, "mine/c0").standing);
    REQUIRE(due);
    CHECK(due->day > kAimStart);
    const Agenda agenda = study.agenda(test::mine());
    const auto waits = agenda.waits(found(study, "mine/c0"));
    CHECK((waits && waits->why == Why::NotDue) == (due->day > frame.now.day));
    CAPTURE(reason_of(study.standpoint(), study.agenda(), found(study, "mine/c0")));
    CHECK(reason_of(study.standpoint(), study.agenda(), found(study, "mine/c0")).find("; an hour of today is worth") != std::string::npos);
  }
  CHECK_FALSE(learner.on(kAimStart + std::chrono::days(15)).frame().aimed);
  learner.write("starling.toml", aim_settings("deadline", 5));
  CHECK_FALSE(learner.on(kAimStart + std::chrono::days(1)).frame().aimed);  // other minutes
  learner.write("starling.toml", aim_settings("plain"));
  CHECK_FALSE(learner.on(kAimStart + std::chrono::days(1)).frame().aimed);
  CHECK_FALSE(learner.on(kAimStart + std::chrono::days(1)).pricing_task());
}

TEST_CASE("FSRS-7 has prices too, and those of the one model are none of the other") {
  const DeckLearner learner(20, aim_settings("deadline", 10));
  const auto with = [&](std::string_view model) { learner.write("starling.toml", aim_settings("deadline", 10) + fmt::format("model = \"{}\"\n", model)); };
  const Day next = kAimStart + std::chrono::days(1);
  with("fsrs-7");
  (void)live_day(learner, kAimStart);
  {
    const Study study = learner.on(next);
    REQUIRE(study.model().kind() == ModelKind::Fsrs7);
    const auto due = study.frame().aimed(test::item("mine/c0"), state(study, "mine/c0").standing);
    REQUIRE(due);
    CHECK(due->gain >= 0);
    CHECK(due->price > 0);
  }
  with("fsrs-6");
  CHECK_FALSE(learner.on(next).frame().aimed);
}

TEST_CASE("a sitting keeps its prices when texts are read again, and loses them with the weights they are of") {
  const DeckLearner learner(12, aim_settings("deadline", 10));
  Study study = learner.on(kAimStart);
  Sitting sitting(study, test::mine());
  sitting.price(1);
  sitting.wait_for_prices();
  REQUIRE(study.frame().aimed);
  sitting.read_texts_again();
  CHECK(study.frame().aimed);
  Weights others = default_weights();
  others.numbers()[2] *= 2;
  (void)study.adopt(others, {});
  CHECK_FALSE(study.frame().aimed);
}

TEST_CASE("what the learner calls worth more gains more, and other worths need other prices") {
  // Minutes for all that the plan will have done: where they are short, to wait gains more too.
  const std::string settings = aim_settings("deadline", 120);
  const DeckLearner learner(12, settings);
  (void)live_day(learner, kAimStart);
  const Day next = kAimStart + std::chrono::days(2);
  std::string reason;
  const auto gain = [&] {
    Study study = learner.on(next);
    Sitting sitting(study, test::mine());
    sitting.price(1);
    sitting.wait_for_prices();
    reason = reason_of(study.standpoint(), study.agenda(), found(study, "mine/c0"));
    return study.frame().aimed(test::item("mine/c0"), state(study, "mine/c0").standing)->gain;
  };
  const double before = gain();
  CHECK(reason.find("It counts") == reason.npos);
  learner.write("starling.toml", settings + "[review.worth]\nmine = 3\n");
  CHECK_FALSE(learner.on(next).frame().aimed);
  const double after = gain();
  CHECK(reason.find(" It counts 3 times as much as others.") != reason.npos);
  CHECK((before > 0 ? after > 1.5 * before : after < before));
}

TEST_CASE("why says of a story what the learner calls it worth, beside its being the only one") {
  const std::string settings = aim_settings("deadline", 10);
  const DeckLearner learner(12, settings);
  learner.write("stories/checkout-cells.toml", test::text_of(test::shipped_content() / "examples/stories/story-01-checkout-cells.toml"));
  const auto reason = [&] {
    (void)live_day(learner, kAimStart);
    Study study = learner.on(kAimStart);
    return reason_of(study.standpoint(), study.agenda(), *study.library().find(story_item("checkout-cells")));
  };
  CHECK(reason().find(" It counts more: it is your only story for “") != std::string::npos);
  learner.write("starling.toml", settings + "[review.worth]\nstory = 4\n");
  CHECK(reason().find(" It counts 4 times as much as others, and a fifth more: it is your only story for “") != std::string::npos);
}

TEST_CASE("what the learner calls worth more comes earlier in the plain order too") {
  const DeckLearner learner(12, aim_settings("plain", 10));
  (void)live_day(learner, kAimStart);
  const Day later = kAimStart + std::chrono::days(40);
  const auto urgency = [&] {
    const Study study = learner.on(later);
    const Agenda agenda = study.agenda();
    REQUIRE_FALSE(agenda.cards().empty());
    return agenda.cards().front().urgency;
  };
  const double before = urgency();
  learner.write("starling.toml", aim_settings("plain", 10) + "[review.worth]\nmine = 3\n");
  CHECK(before > 0);
  CHECK(urgency() == doctest::Approx(3 * before));
}

TEST_CASE("a story that was told is weighed with the cards, and told when there is nothing better for its minutes") {
  const DeckLearner learner(12, aim_settings("deadline", 10));
  learner.write("stories/checkout-cells.toml", test::text_of(test::shipped_content() / "examples/stories/story-01-checkout-cells.toml"));
  const ItemId story = story_item("checkout-cells");
  (void)live_day(learner, kAimStart);
  {
    Study study = learner.on(kAimStart);
    const auto first = study.frame().aimed(story, {});
    REQUIRE(first);
    CHECK(first->gain > first->price);
    const Agenda agenda = study.agenda();
    CHECK(agenda.counts().story_minutes > 2);
    const std::string why = reason_of(study.standpoint(), agenda, *study.library().find(story));
    CHECK(why.find("It was not told yet, and is asked today: a first telling adds more than a review. It counts more:") != std::string::npos);
    (void)study.answer(*study.library().find(story), Grade::Good, std::chrono::seconds(140));
  }
  int told = 0;
  int said = 0;
  for (int after = 1; after < 20; ++after) {
    (void)live_day(learner, kAimStart + std::chrono::days(after));
    Study study = learner.on(kAimStart + std::chrono::days(after));
    const auto due = study.frame().aimed(story, study.state(story).standing);
    REQUIRE(due);
    const Agenda agenda = study.agenda();
    CHECK((agenda.asked(story) != nullptr) == (due->day <= study.now().day));  // minutes are left over
    if (!agenda.asked(story)) continue;
    CHECK(agenda.counts().story_minutes > 2);
    for (const Notice& notice : day_view(study.standpoint(), agenda, {}).notices)
      if (notice.kind == "aim" && notice.text.find("1 story takes") != std::string::npos) ++said;
    const std::string why = reason_of(study.standpoint(), agenda, *study.library().find(story));
    CHECK(why.find("A telling now adds") != std::string::npos);
    CHECK(why.find("it is your only story for “Ownership”") != std::string::npos);
    (void)study.answer(*study.library().find(story), Grade::Good, std::chrono::seconds(140));
    ++told;
  }
  CHECK(told > 0);
  CHECK(told < 15);  // the plan's problems will want the minutes of later days, so that those of the first are cheap
  CHECK(said > 0);
}

TEST_CASE("a story that is a principle's only one counts more, and another one for it needs other prices") {
  const DeckLearner learner(12, aim_settings("deadline", 10));
  const std::string text = test::text_of(test::shipped_content() / "examples/stories/story-01-checkout-cells.toml");
  learner.write("stories/checkout-cells.toml", text);
  const ItemId story = story_item("checkout-cells");
  {
    Study study = learner.on(kAimStart);
    (void)study.answer(*study.library().find(story), Grade::Good, std::chrono::seconds(140));
  }
  const auto worth = [&](const Study& study) {
    const auto task = study.pricing_task();
    REQUIRE(task);
    return task->weights.at(story).worth;
  };
  (void)live_day(learner, kAimStart + std::chrono::days(1));
  const double alone = worth(learner.on(kAimStart + std::chrono::days(2)));
  CHECK(learner.on(kAimStart + std::chrono::days(2)).frame().aimed);
  std::string other = text;
  const std::string id = "checkout-cells";
  other.replace(other.find(id), id.size(), "other-cells");
  learner.write("stories/other-cells.toml", other);
  const Study both = learner.on(kAimStart + std::chrono::days(2));
  CHECK(alone == doctest::Approx(1.2 * worth(both)));
  CHECK_FALSE(both.frame().aimed);
}

TEST_CASE("a phone screen counts until its day has come, and a moved one needs other prices") {
  const DeckLearner learner(12, aim_settings("deadline", 10));
  const auto screen_on = [&](int after) {
    learner.write("loop.toml", fmt::format("schema = 1\n[[round]]\nid = \"screen\"\ntitle = \"Phone screen\"\nkind = \"phone-screen\"\non = {}\n",
                                           to_string(kAimStart + std::chrono::days(after))));
  };
  const auto earlier_on = [&](int after) {
    const auto task = learner.on(kAimStart + std::chrono::days(after)).pricing_task();
    REQUIRE(task);
    REQUIRE(task->basis.earlier.size() == task->scenario.earlier.size());
    return task->scenario.earlier.empty() ? 0 : task->scenario.earlier.front().day;
  };
  CHECK(earlier_on(0) == 0);
  screen_on(10);
  CHECK(earlier_on(0) == 10);
  CHECK(earlier_on(9) == 1);
  CHECK(earlier_on(10) == 0);
  (void)live_day(learner, kAimStart);
  {
    const Study study = learner.on(kAimStart + std::chrono::days(3));
    CHECK(study.frame().aimed);
    CHECK(reason_of(study.standpoint(), study.agenda(), found(study, "mine/c0")).find("know at the phone screen and on the day of") != std::string::npos);
  }
  CHECK(learner.on(kAimStart + std::chrono::days(11)).frame().aimed);
  screen_on(12);
  CHECK_FALSE(learner.on(kAimStart + std::chrono::days(3)).frame().aimed);
  screen_on(kLivedTowards);
  CHECK(earlier_on(0) == 0);
}

TEST_CASE("of several phone screens the next three count, and the ways to review are compared anew for another") {
  const DeckLearner learner(12, aim_settings("deadline", 10));
  std::string rounds = "schema = 1\n";
  const auto add_screen = [&](int after) {
    rounds += fmt::format("[[round]]\nid = \"screen-{0}\"\ntitle = \"Screen {0}\"\nkind = \"phone-screen\"\non = {1}\n", after,
                          to_string(kAimStart + std::chrono::days(after)));
    learner.write("loop.toml", rounds);
  };
  for (const int after : {14, 6, 10, 18}) add_screen(after);
  rounds += fmt::format("[[round]]\nid = \"too\"\ntitle = \"Too\"\nkind = \"phone-screen\"\non = {}\n", to_string(kAimStart + std::chrono::days(6)));
  learner.write("loop.toml", rounds);
  Study study = learner.on(kAimStart);
  const auto task = study.pricing_task();
  REQUIRE(task);
  std::vector<int> days;
  for (const EarlierDay& each : task->scenario.earlier) days.push_back(each.day);
  CHECK(days == std::vector{6, 10, 14});
  const auto compare = study.guard_task();
  REQUIRE(compare);
  study.keep(*foresee_ways(*compare, 1, {}));
  CHECK_FALSE(study.guard_task());
  add_screen(8);
  CHECK(learner.on(kAimStart).guard_task());
}

TEST_CASE("today says of which day its prices are, until a sitting has worked them out anew") {
  const DeckLearner learner(12, aim_settings("deadline", 10));
  (void)live_day(learner, kAimStart);
  const Day next = kAimStart + std::chrono::days(2);
  const auto says = [&](const Study& study) {
    std::string all;
    for (const Notice& notice : day_view(study.standpoint(), study.agenda(), {}).notices) all += notice.text + "\n";
    return all.find("That was worked out on Mon 23 Nov; a sitting does so anew.") != all.npos;
  };
  Study study = learner.on(next);
  REQUIRE_FALSE(study.agenda().cards().empty());
  CHECK(says(study));
  Sitting sitting(study, test::mine());
  sitting.price(1);
  sitting.wait_for_prices(std::chrono::minutes(1));
  CHECK_FALSE(says(study));
  CHECK(study.frame().priced_on == next);
}

TEST_CASE("auto without minutes foresees of five what it has with them") {
  const auto view_of = [](double minutes) { return *readiness_of(DeckLearner(60, aim_settings("auto", minutes)).on(kAimStart), 1, {}, nullptr); };
  const ReadinessView none = view_of(0);
  CHECK(none.recall.forecast < 0.05);
  CHECK(none.dose.back().minutes == 5);
  CHECK(none.dose.back().recall.forecast == doctest::Approx(view_of(5).recall.forecast).epsilon(0.02));
}

TEST_CASE("an answer in the sitting, and its undo, are followed") {
  const DeckLearner learner(12, aim_settings("deadline", 10));
  (void)live_day(learner, kAimStart);
  const Day next = kAimStart + std::chrono::days(2);
  Study study = learner.on(next);
  Sitting sitting(study, test::mine());
  sitting.price(1);
  sitting.wait_for_prices();
  const Asked* asked = sitting.question();
  REQUIRE(asked);
  const ItemId id = asked->item->id;
  (void)sitting.answer(Grade::Good, std::chrono::seconds(9));
  const ItemState after = study.state(id);
  if (!in_step(after)) CHECK(study.frame().aimed(id, after.standing)->day > next);
  REQUIRE(sitting.take_back());
  REQUIRE(sitting.question());
  CHECK(sitting.question()->item->id == id);
}

TEST_CASE("what was answered one call after the other is priced at the end, so that the day after goes by prices too") {
  const DeckLearner learner(20, aim_settings("deadline"));
  {
    Study study = learner.on(kAimStart);
    price_today(study, 2);
  }
  {
    Study study = learner.on(kAimStart);
    (void)study.answer(found(study, "mine/c0"), Grade::Good, std::chrono::seconds(9));
  }
  const auto is_known = [&](Day today) {
    const Study study = learner.on(today);
    return study.frame().aimed(*ItemId::parse("mine/c0"), state(study, "mine/c0").standing).has_value();
  };
  CHECK_FALSE(is_known(kAimStart));
  {
    Study study = learner.on(kAimStart);
    price_answered(study, 2);
  }
  CHECK(is_known(kAimStart));
  CHECK(is_known(kAimStart + std::chrono::days(1)));
}

TEST_CASE("where no prices fit the minutes the days go by due dates, and the day says so") {
  const DeckLearner learner(5, aim_settings("deadline"));
  Study study = learner.on(kAimStart);
  Aim aim;
  aim.first = kAimStart;
  aim.share_of_new = 1;
  study.take(aim);
  CHECK(study.frame().share_of_new == kShareOfNew);
  CHECK(study.frame().unsettled);
  CHECK_FALSE(study.frame().aimed);
  CHECK(study.frame().new_first);  // else nothing would be begun while something is due
  const auto notices = day_view(study.standpoint(), study.agenda(), {}).notices;
  const auto said = std::ranges::find(notices, "aim", &Notice::kind);
  REQUIRE(said != notices.end());
  CHECK(said->text == "Cards go by due dates: for these minutes no prices were found that fit.");

  aim.settled = true;
  study.take(aim);
  CHECK(study.frame().aimed);
  CHECK(study.frame().share_of_new == 1);
  aim.settled = false;
  study.take(aim);
  CHECK(study.frame().aimed);  // prices of an earlier day still hold
}

TEST_CASE("for the day of the interview more is known than by dates, in the same minutes") {
  std::vector<double> known;
  for (const std::string_view policy : {"plain", "deadline"}) {
    const DeckLearner learner(kLivedCards, aim_settings(policy, 4));
    for (int i = 0; i < kLivedTowards; ++i) CHECK(live_day(learner, kAimStart + std::chrono::days(i)) <= 4 + 0.5);
    known.push_back(recall_on_the_day(learner));
  }
  CAPTURE(known[0]);
  CAPTURE(known[1]);
  CHECK(known[1] >= known[0]);
  MESSAGE("recalled on the day: " << known[0] << " by dates, " << known[1] << " by the price of a minute");
}

TEST_CASE("where the minutes reach for all, today does not say that it chose, and where they end it does") {
  const DeckLearner learner(30, aim_settings("deadline", 60));
  for (int i = 0; i < 5; ++i) (void)live_day(learner, kAimStart + std::chrono::days(i));
  const auto said = [&](std::optional<double> minutes) {
    const Study study = learner.on(kAimStart + std::chrono::days(5));
    DayFrame frame = study.frame();
    frame.minutes = minutes.value_or(frame.minutes);
    const Agenda agenda(study.library().items(), study.states(), frame, {}, study.model(), test::mine());
    REQUIRE(agenda.counts().due > 0);
    const auto notices = day_view(study.standpoint(), agenda, {}).notices;
    return std::ranges::find(notices, "aim", &Notice::kind)->text;
  };
  CHECK(said({}).starts_with("Today come all cards whose review now adds"));
  CHECK(said(0.5).starts_with("Today's cards are those for which a minute now adds most"));
}

TEST_CASE("why says in one word too whether an item has no minutes or gains from waiting, as many as the day counts") {
  const DeckLearner learner(40, aim_settings("deadline"));
  int deferred = 0;
  int waiting = 0;
  for (int i = 0; i < 12; ++i) {
    const Day today = kAimStart + std::chrono::days(i);
    {
      Study study = learner.on(today);
      price_today(study, 2);
      DayFrame frame = study.frame();
      frame.minutes = 0;
      const Agenda agenda(study.library().items(), study.states(), frame, {}, study.model(), test::mine());
      int of_day = 0;
      for (const auto& [id, state] : study.states()) {
        const Item& item = *study.library().find(id);
        const ItemView view = item_view(study.standpoint(), agenda, item, study.preview(item), {});
        of_day += view.why == "minutes" ? 1 : 0;
        waiting += view.why == "not-due" ? 1 : 0;
        CHECK((view.why == "not-due") == view.reason.starts_with("It gains more from waiting."));
      }
      CHECK(of_day == agenda.counts().deferred);
      deferred += of_day;
    }
    (void)live_day(learner, today);
  }
  CHECK(deferred > 0);
  CHECK(waiting > 0);
}

TEST_CASE("a sitting with nothing due by dates waits for the prices, and asks what they ask") {
  const DeckLearner learner(3, "start = 2026-11-23\ninterview = 2027-05-07\n[day]\ntime_zone = \"UTC\"\n[review]\npolicy = \"deadline\"\n"
                               "learning_steps = []\nrelearning_steps = []\n");
  for (const char* date : {"2026-11-23", "2026-11-25", "2026-12-06"}) {
    Study study = learner.on(day(date));
    Sitting sitting(study, test::mine());
    while (sitting.question()) (void)sitting.answer(Grade::Good, std::chrono::seconds(5));
  }
  const Day due = state(learner.on(day("2026-12-06")), "mine/c0").standing.due.day;
  Study study = learner.on(due - std::chrono::days(3));
  Sitting sitting(study, test::mine());
  REQUIRE_FALSE(sitting.question());
  sitting.price(2);
  CHECK(sitting.question());
}

TEST_CASE("until a date is named nothing is priced, and the plan's end neither stops new cards nor shortens intervals") {
  const std::string without = "start = 2026-11-23\n[day]\ntime_zone = \"UTC\"\nrest_days = []\n[review]\npolicy = \"deadline\"\n";
  const Day end = day("2027-05-09");
  const Day near = end - std::chrono::days(10);
  const DeckLearner learner(kLivedCards, without);
  const Study study = learner.on(near);
  REQUIRE(days_between(near, study.standpoint().timeline.interview()) < kNothingNewDays);
  CHECK_FALSE(study.pricing_task());
  CHECK_FALSE(study.guard_task());
  CHECK(study.frame().policy == StudyPolicy::HalfLeft);
  CHECK(study.agenda(test::mine()).counts().fresh > 0);
  CHECK(study.scenario(5).policy == StudyPolicy::HalfLeft);
  const auto days = [](const Study& of) { return test::preview(of, "mine/c0")[index_of(Grade::Easy)].interval_days; };
  const DeckLearner dated(kLivedCards, "interview = " + to_string(study.standpoint().timeline.interview()) + "\n" + without);
  const Study towards = dated.on(near + std::chrono::days(5));
  CHECK(towards.agenda(test::mine()).counts().fresh == 0);
  CHECK(days(towards) < days(learner.on(near + std::chrono::days(5))));
  // And after the plan's end.
  const Study later = learner.on(end + std::chrono::days(60));
  CHECK(later.agenda(test::mine()).counts().fresh > 0);
}

TEST_CASE("whoever has four weeks in all begins cards up to the last four days of them") {
  const DeckLearner learner(5, "start = 2026-11-23\ninterview = 2026-12-21\n[day]\ntime_zone = \"UTC\"\nrest_days = []\n");
  for (const char* date : {"2026-11-23", "2026-12-01", "2026-12-16"}) {
    const DayFrame frame = learner.on(day(date)).frame();
    CHECK(frame.asking == Asking::All);
    CHECK(frame.nothing_new_days == 4);
  }
  const DayFrame last = learner.on(day("2026-12-17")).frame();
  CHECK(last.nothing_new == Why::LastDays);
  CHECK(last.asking == Asking::ReviewsOnly);
}
