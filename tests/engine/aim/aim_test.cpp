// What is worked out for the days ahead, how long it holds, and what a day reads of it.
#include <doctest/doctest.h>

#include <cmath>

#include "aim/aim.h"

using namespace starling;

namespace {

const Day kToday = *parse_day("2027-01-11");

ItemId card(int number) { return *ItemId::parse("mine/c" + std::to_string(number)); }
Day day(int number) { return kToday + std::chrono::days(number); }

Standing standing(const MemoryState& memory, int last_day) {
  Standing made;
  made.phase = Phase::Review;
  made.memory = memory;
  made.last_day = day(last_day);
  return made;
}
const MemoryState kMemory{Stability{10}, Difficulty{5}};

Aim two_cards() {
  Aim aim;
  aim.first = kToday;
  aim.basis = {day(60), {1, 2, 3}, std::vector<double>(60, 15), 0, "", {}};
  aim.prices.per_second = std::vector<double>(60, 2e-3);
  aim.settled = true;
  aim.least = 1e-3;
  aim.new_gains = {3e-2F, 1e-3F};
  aim.items = {{card(0), kMemory, day(-5), {0, 2e-4F, 3e-3F, 5e-3F}}, {card(1), kMemory, day(-9), {4e-3F, 1e-3F, 0, 0}}};
  aim.untold = {{story_item("one"), {2e-2F, 1e-4F}}};
  return aim;
}

std::vector<DayFrame> days_ahead(int left, double minutes = 15) {
  std::vector<DayFrame> days;
  for (int i = 0; i < std::max(1, left); ++i) {
    DayFrame frame;
    frame.now.day = day(i);
    frame.days_left = left - i;
    frame.minutes = minutes;
    days.push_back(frame);
  }
  return days;
}

PricingTask task_of(int cards, int days, double minutes) {
  PricingTask task;
  task.today = kToday;
  const std::vector<DayFrame> frames = days_ahead(days, minutes);
  task.basis = *aim_basis(frames, MemoryModel(default_weights()));
  task.scenario.days = days;
  task.scenario.minutes_per_day = minutes;
  task.scenario.new_per_day = 5;
  task.scenario.arrivals = {3, 0, 4};
  task.scenario.interview = days;
  for (int i = 0; i < cards; ++i) {
    task.known.push_back(card(i));
    task.scenario.known.push_back({{Stability{0.5 + i * 37 % 41}, Difficulty{1.0 + i * 13 % 9}}, -(i % 7), 0});
  }
  task.untold.push_back({story_item("one"), {10, 1.2}});
  return task;
}

bool is_sane(const Aim& aim) {
  for (const AimedItem& item : aim.items)
    for (const float gain : item.gains)
      if (!std::isfinite(gain)) return false;
  for (const AimedBeginning& story : aim.untold)
    for (const float gain : story.gains)
      if (!std::isfinite(gain)) return false;
  for (const double price : aim.prices.per_second)
    if (!std::isfinite(price) || price < 0) return false;
  return std::isfinite(aim.least);
}

}  // namespace

TEST_CASE("an item is due on the first day that a review is worth its minutes") {
  const AimedDay aimed(two_cards(), kToday);
  const auto first = aimed.due(card(0), standing(kMemory, -5));
  REQUIRE(first);
  CHECK(first->day == day(2));
  CHECK(first->gain == 0);
  CHECK(first->best_later->day == day(3));
  CHECK(first->best_later->gain == doctest::Approx(5e-3));
  CHECK(first->price == doctest::Approx(2e-3));
  CHECK(aimed.due(card(1), standing(kMemory, -9))->day == kToday);
  CHECK(aimed.new_pays());

  const AimedDay later(two_cards(), day(3));
  CHECK(later.due(card(0), standing(kMemory, -5))->day == day(3));
  CHECK(later.due(card(1), standing(kMemory, -9))->day == day(4));  // on none that is known
  CHECK_FALSE(later.new_pays());
}

TEST_CASE("what was answered since, or is not known, goes by its own date") {
  AimedDay aimed(two_cards(), kToday);
  CHECK_FALSE(aimed.due(card(0), standing(kMemory, 0)));
  CHECK_FALSE(aimed.due(card(0), standing({Stability{11}, Difficulty{5}}, -5)));
  CHECK_FALSE(aimed.due(card(7), standing(kMemory, -5)));
  aimed.replace({card(0), {Stability{11}, Difficulty{5}}, kToday, {0, 2e-3F}});
  CHECK(aimed.due(card(0), standing({Stability{11}, Difficulty{5}}, 0))->day == day(1));
  aimed.replace({card(7), kMemory, kToday, {0, 0, 2e-3F}});
  CHECK(aimed.due(card(7), standing(kMemory, 0))->day == day(2));
}

TEST_CASE("a story that was never told has the gain of its first telling, until it was told") {
  const AimedDay aimed(two_cards(), kToday);
  const ItemId story = story_item("one");
  REQUIRE(aimed.due(story, {}));
  CHECK(aimed.due(story, {})->gain == doctest::Approx(2e-2));
  CHECK(aimed.due(story, {})->price == doctest::Approx(2e-3));
  CHECK_FALSE(aimed.due(story, standing(kMemory, 0)));
  CHECK_FALSE(aimed.due(story_item("two"), {}));
  CHECK_FALSE(aimed.due(card(0), {}));
}

TEST_CASE("an old aim has no news by its age alone, and other weights are less news than other minutes") {
  const Aim aim = two_cards();
  AimBasis later = aim.basis;
  later.minutes.erase(later.minutes.begin(), later.minutes.begin() + 20);
  CHECK(news_since(aim, day(20), later) == BasisNews::Nothing);
  AimBasis refitted = later;
  refitted.weights[1] = 2.5;
  CHECK(news_since(aim, day(20), refitted) == BasisNews::WeightsAlone);
  refitted.minutes.back() += 5;
  CHECK(news_since(aim, day(20), refitted) == BasisNews::More);
  AimBasis screened = later;
  screened.earlier = {day(25)};
  CHECK(news_since(aim, day(20), screened) == BasisNews::More);
  // Longer ago than it saw days.
  CHECK(news_since(aim, day(static_cast<int>(aim.basis.minutes.size()) + 1), later) == BasisNews::More);
}

TEST_CASE("it holds for two weeks, while the date, the weights and the minutes are the same") {
  const Aim aim = two_cards();
  const auto later = [&](int days) {
    AimBasis basis = aim.basis;
    basis.minutes.erase(basis.minutes.begin(), basis.minutes.begin() + days);
    return basis;
  };
  CHECK(holds_on(aim, kToday, aim.basis));
  CHECK(holds_on(aim, day(13), later(13)));
  CHECK_FALSE(holds_on(aim, day(14), later(14)));
  CHECK_FALSE(holds_on(aim, day(-1), aim.basis));
  AimBasis moved = aim.basis;
  moved.interview = day(53);
  CHECK_FALSE(holds_on(aim, kToday, moved));
  AimBasis refitted = aim.basis;
  refitted.weights[1] = 2.5;
  CHECK_FALSE(holds_on(aim, kToday, refitted));
  AimBasis numbered = aim.basis;
  ++numbered.reviews_per_day;
  CHECK_FALSE(holds_on(aim, kToday, numbered));
  AimBasis screened = aim.basis;
  screened.earlier = {day(20)};
  CHECK_FALSE(holds_on(aim, kToday, screened));
  Aim for_both = aim;
  for_both.basis.earlier = {day(5)};
  CHECK_FALSE(holds_on(for_both, day(4), later(4)));
  CHECK(holds_on(for_both, day(5), later(5)));
  for_both.basis.earlier = {day(5), day(20)};
  CHECK_FALSE(holds_on(for_both, day(5), later(5)));
  AimBasis second = later(5);
  second.earlier = {day(20)};
  CHECK(holds_on(for_both, day(5), second));
  AimBasis day_off = later(5);
  day_off.minutes[40] = 0;
  CHECK_FALSE(holds_on(aim, day(5), day_off));
}

TEST_CASE("an aim is kept as bytes, and no others are one") {
  const Aim aim = two_cards();
  const std::string bytes = pack_aim(aim);
  const auto read = unpack_aim(bytes);
  REQUIRE(read);
  CHECK(read->items == aim.items);
  CHECK(read->untold == aim.untold);
  CHECK(read->basis == aim.basis);
  CHECK(pack_aim(*read) == bytes);
  for (std::size_t end = 0; end < bytes.size(); ++end) CHECK_FALSE(unpack_aim(bytes.substr(0, end)));
}

TEST_CASE("one aims at an interview from two days on, by FSRS-6, where some day has minutes") {
  const MemoryModel six(default_weights());
  CHECK(aim_basis(days_ahead(2), six)->interview == day(2));
  CHECK(aim_basis(days_ahead(kMostDaysLeft), six));
  CHECK_FALSE(aim_basis(days_ahead(kMostDaysLeft + 1), six));
  for (const int left : {1, 0, -3}) CHECK_FALSE(aim_basis(days_ahead(left), six));
  CHECK_FALSE(aim_basis(days_ahead(30, 0), six));
  const auto seven = aim_basis(days_ahead(30), MemoryModel(default_weights(ModelKind::Fsrs7)));
  REQUIRE(seven);
  CHECK(weights_of(*seven) == default_weights(ModelKind::Fsrs7));
  CHECK_FALSE(aim_basis({}, six));
  std::vector<DayFrame> dateless = days_ahead(30);
  for (DayFrame& frame : dateless) frame.days_left.reset();
  CHECK_FALSE(aim_basis(dateless, six));
  std::vector<DayFrame> off = days_ahead(30);
  off[7].asking = Asking::Nothing;
  CHECK(aim_basis(off, six)->minutes[7] == 0);
}

TEST_CASE("prices are the same digits on one thread and two, and what was answered is priced like the rest") {
  const Pricing one(task_of(60, 40, 4), 1);
  const Pricing two(task_of(60, 40, 4), 2);
  REQUIRE(one.aim().settled);
  REQUIRE(two.aim().settled);
  CHECK(pack_aim(one.aim()) == pack_aim(two.aim()));
  CHECK(one.aim().items.size() == 60);
  REQUIRE(one.aim().untold.size() == 1);
  CHECK(one.aim().untold.front().gains.size() == static_cast<std::size_t>(kAimDays));
  for (const AimedItem& item : one.aim().items) {
    CHECK(item.gains.size() == static_cast<std::size_t>(kAimDays));
    CHECK(one.aimed(item.item, item.memory, item.last_day) == item);
  }
  const AimedItem today = one.aimed(card(90), kMemory, kToday);
  CHECK(today.gains.front() == 0);  // nothing is asked twice a day
}

TEST_CASE("from yesterday's prices today's are found sooner, and come near those found from nothing") {
  PricingTask task = task_of(60, 40, 4);
  const Pricing before(task, 2);
  REQUIRE(before.aim().settled);
  PricingTask next = task_of(60, 39, 4);
  next.today = day(1);
  next.basis.interview = day(40);
  for (KnownCard& known : next.scenario.known) --known.last_day;
  const Pricing cold(next, 2);
  next.earlier = before.aim();
  const Pricing warm(next, 2);
  REQUIRE(warm.aim().settled);
  REQUIRE(cold.aim().settled);
  CHECK(warm.aim().prices.evaluations < cold.aim().prices.evaluations / 2);
  CHECK(warm.aim().prices.dual == doctest::Approx(cold.aim().prices.dual).epsilon(0.01));
}

TEST_CASE("whatever lies ahead, prices are numbers or there are none") {
  std::vector<PricingTask> tasks{task_of(3, 2, 15), task_of(0, 30, 15), task_of(200, 20, 0.1), task_of(5, 30, 1440)};
  PricingTask free = task_of(30, 30, 5);
  free.scenario.habits.first_seconds = free.scenario.habits.review_seconds = {0, 0, 0, 0};
  free.scenario.habits.step_seconds = 0;
  tasks.push_back(free);
  for (const double extreme : {-1e9, 1e9}) {
    PricingTask clipped = task_of(30, 30, 5);
    const std::vector<double> wild(21, extreme);
    const Weights weights = *make_weights(ModelKind::Fsrs6, wild).weights;
    clipped.basis.weights.assign(weights.numbers().begin(), weights.numbers().end());
    tasks.push_back(clipped);
  }
  PricingTask gap = task_of(30, 60, 5);
  gap.basis.minutes[30] = 0;
  tasks.push_back(gap);
  for (PricingTask& task : tasks) {
    const Pricing pricing(task, 2);
    CHECK(is_sane(pricing.aim()));
    if (!pricing.aim().settled) {
      CHECK(pricing.aim().items.empty());
      continue;
    }
    const AimedDay aimed(pricing.aim(), kToday);
    for (std::size_t i = 0; i < task.known.size(); ++i) {
      const KnownCard& known = task.scenario.known[i];
      const auto due = aimed.due(task.known[i], standing(known.memory, known.last_day));
      REQUIRE(due);
      CHECK(due->day >= kToday);
    }
  }
}
