// A learner's own folder and history, made ready for a simulation.
#include <fmt/format.h>

#include <numeric>

#include "engine/simulate/learners.h"
#include "simulate/own_days.h"

using namespace starling;
using namespace starling::test;
using namespace std::chrono_literals;

namespace {

const Day kToday = *parse_day("2027-01-11");

ItemId id(std::string_view text) { return *ItemId::parse(text); }

Item item(std::string_view text, int opens = 0) { return {id(text), "mixed", opens, {}, Levels::Both, Away::No, {}, 1}; }

ItemState known(int last_day, int due_day) {
  ItemState state;
  state.standing = {Phase::Review, 0, MemoryState{Stability{10}, Difficulty{5}}, kToday + std::chrono::days(last_day),
                    Due{kToday + std::chrono::days(due_day), std::nullopt}, Instant{}};
  state.first_day = kToday + std::chrono::days(last_day - 3);
  return state;
}

// Ten days from the plan's day 49 on.
std::vector<DayFrame> coming(int count = 10) {
  std::vector<DayFrame> days;
  for (int day = 0; day < count; ++day) {
    DayFrame frame;
    frame.now.day = kToday + std::chrono::days(day);
    frame.plan_day = 49 + day;
    frame.days_left = 116 - day;
    days.push_back(frame);
  }
  return days;
}

Deed answered(std::string_view text, Phase after, Grade grade, std::optional<std::chrono::milliseconds> took = {}) {
  Deed deed;
  deed.events.push_back(Answered{id(text), grade, took, after, 0, Due{}, {}});
  return deed;
}

Scenario made(const std::vector<Item>& items, const ItemStates& states, const std::vector<DayFrame>& days = coming()) {
  return scenario_from(items, states, {}, days, {}, Policy{});
}

}  // namespace

TEST_CASE("cards that were met are there as they stand, and the others come when the plan opens them") {
  const std::vector<Item> items{item("mine/a"), item("mine/b"), item("mine/c", 20), item("mine/d", 52), item("mine/e", 59)};
  const ItemStates states{{id("mine/a"), known(-7, 4)}, {id("mine/b"), known(-20, -2)}};
  const Scenario scenario = made(items, states);
  CHECK(scenario.days == 10);
  REQUIRE(scenario.known.size() == 2);
  CHECK(scenario.known[0].memory == MemoryState{Stability{10}, Difficulty{5}});
  CHECK(scenario.known[0].last_day == -7);
  CHECK(scenario.known[0].first_day == -10);
  CHECK(scenario.known[0].due_day == 4);
  CHECK(scenario.arrivals == std::vector<int>{1, 0, 0, 1, 0, 0, 0, 0, 0, 0});
  CHECK(due_by_day(scenario) == std::vector<int>{1, 0, 0, 0, 1, 0, 0, 0, 0, 0});
}

TEST_CASE("what needs a card that no deck has is not seen ahead: a story would have to be told first") {
  std::vector<Item> items{item("question/a#story"), item("mine/b"), item("mine/c"), item("mine/old")};
  items[0].needs = {id("my-stories/ownership")};
  items[1].needs = {id("mine/c")};
  items[2].needs = {id("mine/old")};
  items[3].away = Away::Retired;
  CHECK(made(items, {}).arrivals.front() == 2);
  items.push_back(item("my-stories/ownership"));
  CHECK(made(items, {}).arrivals.front() == 4);
  items.pop_back();
  const ItemStates told{{id("my-stories/ownership"), known(-3, 3)}};
  CHECK(made(items, told).arrivals.front() == 3);
}

TEST_CASE("what is put away stays away, and what is buried comes when it wakes") {
  std::vector<Item> items{item("mine/a"), item("mine/b"), item("mine/c"), item("mine/d"), item("mine/e")};
  items[0].away = Away::Retired;
  items[1].levels = Levels::L7;
  ItemStates states{{id("mine/a"), known(-7, 4)}, {id("mine/c"), known(-7, 1)}};
  states[id("mine/c")].buried_until = kToday + std::chrono::days(3);
  states[id("mine/d")].buried_until = kToday + std::chrono::days(2);
  states[id("mine/e")].suspended = true;
  const Scenario scenario = made(items, states);
  REQUIRE(scenario.known.size() == 1);
  CHECK(scenario.known[0].due_day == 3);
  CHECK(scenario.arrivals == std::vector<int>{0, 0, 1, 0, 0, 0, 0, 0, 0, 0});
}

TEST_CASE("sides of one card are numbered alike, the known ones first, and so is what was answered today") {
  const std::vector<Item> items{item("mine/a#1"), item("mine/b"), item("mine/c", 52), item("mine/a#2"), item("mine/a#3")};
  const ItemStates states{{id("mine/a#2"), known(-1, 3)}};
  const Scenario scenario = made(items, states);
  CHECK(scenario.arrivals == std::vector<int>{3, 0, 0, 1, 0, 0, 0, 0, 0, 0});
  CHECK(scenario.wholes == std::vector<int>{0, 0, 1, 0, 2});
  CHECK(scenario.done_already.wholes.empty());
  Spent spent;
  spent.wholes = {"mine/b", "other/x"};
  CHECK(scenario_from(items, states, {}, coming(), spent, Policy{}).done_already.wholes == std::vector<int>{1});
  CHECK(made({item("mine/a"), item("mine/b")}, {}).wholes.empty());
}

TEST_CASE("every kind is there; what is told or done first comes once it was") {
  const std::vector<Item> items{item("story/a"), item("problem/a"), item("exercise/a"), item("probe/a/1"), item("question/a")};
  CHECK(made(items, {}).arrivals.front() == 2);
  CHECK(made({item("mine/a"), item("mine/b")}, {}).kinds.empty());
  ItemStates states;
  for (const char* each : {"story/a", "problem/a", "exercise/a"}) states[id(each)] = known(-3, 3);
  const Scenario scenario = made(items, states);
  CHECK(scenario.known.size() == 3);
  CHECK(scenario.kinds == std::vector{ItemKind::Story, ItemKind::Problem, ItemKind::Exercise, ItemKind::Probe, ItemKind::Question});
  CHECK(due_by_day(scenario)[3] == 2);  // tellings are none of the reviews
}

TEST_CASE("what the plan has done on a day to come is there from then on, but for what was done already or is put away") {
  std::vector<Item> items{item("problem/a"), item("mine/b", 51), item("problem/c"), item("problem/d"), item("exercise/e"), item("problem/f")};
  items[5].away = Away::Retired;
  const ItemStates states{{id("problem/c"), known(-3, 3)}};
  std::vector<DayFrame> days = coming();
  days[2].practised = {id("problem/a"), id("problem/c"), id("problem/f")};
  days[4].practised = {id("problem/a"), id("exercise/e"), id("problem/unknown")};
  const Scenario scenario = made(items, states, days);
  CHECK(scenario.known.size() == 1);
  CHECK(scenario.arrivals == std::vector<int>{0, 0, 2, 0, 1, 0, 0, 0, 0, 0});
  CHECK(scenario.practised == std::vector<int>{0, 0, 1, 0, 1, 0, 0, 0, 0, 0});
  const ScenarioItems played = scenario_items(items, states, days);
  REQUIRE(played.opening[2].size() == 2);
  CHECK(played.opening[2].back()->id == id("problem/a"));  // behind what is begun in reviews
  CHECK(played.opening[4].back()->id == id("exercise/e"));
}

TEST_CASE("who does less of the plan than it has is foreseen to go on so") {
  std::vector<Item> items;
  std::vector<DayFrame> days = coming();
  for (int i = 0; i < 24; ++i) {
    items.push_back(item(fmt::format("problem/p{}", i)));
    days[static_cast<std::size_t>(1 + i % 9)].practised.push_back(items.back().id);
  }
  const auto foreseen = [&](int planned, int done) {
    ItemStates states;
    days.front().planned_lately.clear();
    for (int i = 0; i < planned; ++i) {
      days.front().planned_lately.push_back(id(fmt::format("problem/old{}", i)));
      if (i < done) states[days.front().planned_lately.back()] = known(-3, 3);
    }
    return practised_in_all(made(items, states, days));
  };
  CHECK(foreseen(0, 0) == 24);  // nobody knows yet
  CHECK(foreseen(40, 40) == 24);
  const int half = foreseen(40, 20);
  CHECK(half > 12);
  CHECK(half < 16);
  CHECK(foreseen(40, 0) < 5);
}

TEST_CASE("what an item takes beside a card is learnt from the answers, and what it is worth is its kind's and the learner's") {
  std::vector<Item> items{item("mine/a"), item("story/a"), item("question/b")};
  items[1].worth = 10;
  const ItemStates states{{id("mine/a"), known(-3, 3)}, {id("story/a"), known(-3, 3)}};
  const auto weights_after = [&](int tellings, std::chrono::milliseconds took) {
    const std::vector<Deed> deeds(static_cast<std::size_t>(tellings), answered("story/a", Phase::Review, Grade::Good, took));
    return scenario_from(items, states, deeds, coming(), {}, Policy{}, [](const Item& of) { return of.id.kind() == ItemKind::Story ? 2 : 1; }).weights;
  };
  const std::vector<ItemWeight> usual = weights_after(0, 0s);
  REQUIRE(usual.size() == 3);
  CHECK(usual[0] == ItemWeight{});
  CHECK(usual[2] == ItemWeight{});
  CHECK(usual[1].worth == 20);
  CHECK(usual[1].cost == doctest::Approx(10).epsilon(0.1));
  CHECK(weights_after(10, 300s)[1].cost == doctest::Approx(1.5 * usual[1].cost));
  CHECK(weights_after(10, 2h)[1] == usual[1]);  // who takes that long was away
}

TEST_CASE("a plan that stands still for some days opens its cards later") {
  std::vector<DayFrame> days = coming();
  for (std::size_t day = 2; day < days.size(); ++day) days[day].plan_day -= 2;
  CHECK(made({item("mine/a", 52)}, {}, days).arrivals == std::vector<int>{0, 0, 0, 0, 0, 1, 0, 0, 0, 0});
}

TEST_CASE("days, settings and what today has seen are taken over") {
  std::vector<DayFrame> days = coming(3);
  days[0].asking = Asking::Nothing;
  days[0].minutes = 0;
  days[1].minutes = days[2].minutes = 30;
  days[0].policy = StudyPolicy::FinalPass;
  days[0].order = QueueOrder::DueDay;
  days[0].new_per_day = 7;
  Spent spent;
  spent.seconds = 300;
  spent.reviews = 8;
  spent.begun = 2;
  const Policy policy{0.85, {1min, 10min, 24h * 2}, {10min}, 90, false};
  const Scenario scenario = scenario_from({}, {}, {}, days, spent, policy);
  CHECK(scenario.asking == std::vector<Asking>{Asking::Nothing, Asking::All, Asking::All});
  CHECK(scenario.interview == 116);
  CHECK(scenario.minutes_per_day == 30);
  CHECK(scenario.new_per_day == 7);
  CHECK(scenario.new_within_minutes);
  CHECK(scenario.done_already.minutes == 5);
  CHECK(scenario.done_already.reviews == 8);
  CHECK(scenario.done_already.fresh == 2);
  CHECK(scenario.steps_after_first == std::array<int, 4>{2, 2, 1, 0});
  CHECK(scenario.steps_after_lapse == 1);
  CHECK(scenario.desired_retention == 0.85);
  CHECK(scenario.maximum_interval_days == 90);
  CHECK(scenario.policy == StudyPolicy::FinalPass);
  CHECK(scenario.order == QueueOrder::DueDay);
  CHECK_FALSE(scenario.fuzz);
}

TEST_CASE("answers of a history are first sights, steps and reviews, of cards and questions") {
  Deed twice = answered("mine/b", Phase::Learning, Grade::Good);
  twice.events.push_back(Answered{id("mine/a"), Grade::Easy, {}, Phase::Review, 0, Due{}, {}});
  Deed imported;
  imported.events.push_back(Imported{id("mine/c"), Phase::Review, {}, {}, {}, {}, 4, 0});
  const std::vector<Deed> deeds{answered("mine/a", Phase::Learning, Grade::Again, 9500ms),
                                answered("mine/a", Phase::Review, Grade::Good, 4s),
                                answered("story/a", Phase::Review, Grade::Hard, 150s),
                                twice,
                                imported,
                                answered("mine/c", Phase::Review, Grade::Hard)};
  ItemState met_before;
  met_before.first_day = Day{} - std::chrono::days(3);
  const auto of_the_last_days = logged_answers(deeds, {{id("mine/a"), met_before}});
  CHECK(of_the_last_days.front().kind == LoggedAnswer::Kind::Review);
  const auto answers = logged_answers(deeds, {});
  using Kind = LoggedAnswer::Kind;
  REQUIRE(answers.size() == 5);
  CHECK(answers[0].kind == Kind::First);
  CHECK(answers[0].seconds == 9.5);
  CHECK(answers[1].kind == Kind::Step);
  CHECK(answers[2].kind == Kind::First);
  CHECK_FALSE(answers[2].seconds);
  CHECK(answers[3].kind == Kind::Review);
  CHECK(answers[3].grade == Grade::Easy);
  CHECK(answers[4].kind == Kind::Review);
}

TEST_CASE("how many days are lived is learnt from those that asked for something") {
  const auto on = [](int days_ago) {
    Deed deed = answered("mine/a", Phase::Review, Grade::Good);
    deed.day = kToday - std::chrono::days(days_ago);
    return deed;
  };
  const auto lived = [&](const std::vector<int>& days_ago, const std::function<bool(Day)>& asks = [](Day) { return true; }) {
    std::vector<Deed> deeds;
    for (const int ago : days_ago) deeds.push_back(on(ago));
    return lived_by(deeds, kToday, asks);
  };
  CHECK(lived({}) == 1);
  CHECK(lived({0}) == 1);
  CHECK(lived({4, 3, 2, 2, 1, 0}) == 1);
  CHECK(lived({8, 7, 6, 4, 3, 2}) == doctest::Approx(13.0 / 15));
  CHECK(lived({8, 7, 6, 4, 3, 2}, [](Day day) { return day != kToday - std::chrono::days(5); }) == doctest::Approx(13.0 / 14));
  // Of a long absence a week counts.
  CHECK(lived({28}) == doctest::Approx(8.0 / 15));
  CHECK(lived({90, 89, 88}) == doctest::Approx(10.0 / 17));
  // Coming back after an absence brings nothing back of what was missed before it.
  CHECK(lived({50, 48, 46, 44, 42}) == doctest::Approx(12.0 / 23));
  CHECK(lived({50, 48, 46, 44, 42, 0}) == doctest::Approx(12.0 / 23));
  // What lies behind four weeks of days is forgotten, and who studies on few days is believed.
  CHECK(lived({60, 58, 56, 54, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0}) == 1);
  CHECK(lived({28, 24, 20, 16, 12, 8, 4}) == doctest::Approx(14.0 / 35));
  CHECK(lived({20, 18, 16, 12, 2, 1}) == doctest::Approx(13.0 / 25));
  CHECK(lived({20, 18, 16, 14, 12, 10, 8, 6, 4, 2}) == doctest::Approx(17.0 / 27));
  Deed read = on(3);
  read.events = {TaskDone{}};
  CHECK(lived_by(std::vector{on(4), read}, kToday, [](Day) { return true; }) == doctest::Approx(8.0 / 11));
}

TEST_CASE("the cards of a story come once it was told") {
  Item card = item("my-stories/night#opening");
  card.needs = {id("story/night")};
  CHECK(std::ranges::all_of(made({card}, {}).arrivals, [](int count) { return count == 0; }));
  CHECK(made({card}, {{id("story/night"), known(-3, 4)}}).arrivals.front() == 1);
}
