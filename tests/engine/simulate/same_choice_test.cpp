// The simulator plays the days that the agenda makes: a policy that can be simulated can be studied.
#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "engine/simulate/learners.h"
#include "simulate/player.h"

using namespace starling;
using namespace starling::test;

namespace {

const Day kFirst = *parse_day("2026-11-23");
constexpr int kDays = 20;
constexpr double kReviewSeconds = 12;
#ifdef __SANITIZE_THREAD__
constexpr std::uint64_t kPricedFolders = 2;  // a search for prices takes a minute there
#else
constexpr std::uint64_t kPricedFolders = 24;
#endif

struct Dice {
  SplitMix64 numbers;
  int below(int sides) { return static_cast<int>(numbers.below(static_cast<std::uint64_t>(sides))); }
  bool one_in(int sides) { return below(sides) == 0; }
};

Instant morning(int day) { return Instant{(kFirst + std::chrono::days(day) + std::chrono::hours(9)).time_since_epoch()}; }

// Cards without needs and steps; every answer takes what it is expected to take.
struct Folder {
  Run run;
  std::vector<Item> items;  // in the order of the player's cards
  ItemStates states;
  std::vector<DayFrame> days;
  Spent spent;  // by today
  int alone = 2;  // of so many cards one is a sibling of the card before
};

ItemState known_state(const KnownCard& card) {
  ItemState state;
  state.standing = {Phase::Review, 0, card.memory, kFirst + std::chrono::days(card.last_day),
                    Due{kFirst + std::chrono::days(card.due_day), std::nullopt}, morning(card.last_day)};
  state.reviews = 1;
  if (card.first_day) state.first_day = kFirst + std::chrono::days(*card.first_day);
  return state;
}

std::string padded(int number) {
  const std::string digits = std::to_string(number);
  return std::string(4 - digits.size(), '0') + digits;
}

// Many are siblings of the one before, so that ids rise with the order of opening: equal ones are told apart by that.
void add_item(Folder& folder, int opens, Dice& dice) {
  std::vector<int>& wholes = folder.run.scenario.wholes;
  const int last = wholes.empty() ? -1 : wholes.back();
  const bool of_card = last >= 0 && folder.items.back().id.kind() == ItemKind::Card;
  wholes.push_back(of_card && dice.one_in(folder.alone) ? last : last + 1);
  const std::string id = "mine/c" + padded(wholes.back()) + "#" + padded(static_cast<int>(folder.items.size()));
  folder.items.push_back({*ItemId::parse(id), "mixed", opens, {}, Levels::Both, Away::No, {}, 1});
}

// Something practised, known like a card.
void add_practice(Folder& folder, ItemKind kind) {
  Scenario& scenario = folder.run.scenario;
  scenario.wholes.push_back(scenario.wholes.empty() ? 0 : scenario.wholes.back() + 1);
  const std::string id = (kind == ItemKind::Problem ? "problem/p" : "exercise/e") + padded(scenario.wholes.back());
  folder.items.push_back({*ItemId::parse(id), "mixed", 0, {}, Levels::Both, Away::No, {}, 1});
  folder.items.back().usual = traits(kind).usual;
  scenario.kinds.resize(folder.items.size(), ItemKind::Card);
  scenario.kinds.back() = kind;
  scenario.weights.resize(folder.items.size());
  scenario.weights.back().cost = traits(kind).usual.review / kReviewSeconds;
}

void add_cards(Folder& folder, Dice& dice, bool practises) {
  const ItemKind practised = dice.one_in(3) ? ItemKind::Exercise : ItemKind::Problem;  // one kind, so that ids rise
  for (int known = dice.below(120); known > 0; --known) {
    KnownCard card;
    card.memory.stability.days = 1 + dice.below(3000) / 20.0;
    card.memory.fast.days = card.memory.stability.days / 3;
    card.memory.difficulty.level = 1 + dice.below(90) / 10.0;
    card.last_day = -1 - dice.below(50);
    card.due_day = card.last_day + 1 + dice.below(80);
    card.first_day = card.last_day - dice.below(30);
    folder.run.scenario.known.push_back(card);
    if (practises && dice.one_in(8)) add_practice(folder, practised);
    else add_item(folder, 0, dice);
    folder.states.emplace(folder.items.back().id, known_state(card));
  }
  for (int day = 0; day < kDays; ++day) {
    folder.run.scenario.arrivals.push_back(dice.one_in(3) ? 0 : dice.below(12));
    for (int i = 0; i < folder.run.scenario.arrivals.back(); ++i) add_item(folder, day, dice);
  }
}

void add_days(Folder& folder, Dice& dice) {
  Scenario& scenario = folder.run.scenario;
  scenario.interview = 1 + dice.below(60);
  if (dice.one_in(4)) scenario.nearest_interview = dice.below(60);
  for (int day = 0; day < kDays; ++day) {
    DayFrame frame;
    frame.now = {morning(day), kFirst + std::chrono::days(day)};
    frame.plan_day = day;
    frame.days_left = *scenario.interview - day;
    frame.nearest_interview = scenario.nearest_interview;
    frame.asking = asking_on(dice.one_in(9), dice.one_in(7), days_for_reviews(frame.days_left, frame.nearest_interview), kNothingNewDays);
    frame.minutes = *scenario.minutes_per_day;
    frame.new_per_day = *scenario.new_per_day;
    frame.reviews_per_day = *scenario.reviews_per_day;
    frame.order = scenario.order;
    frame.policy = scenario.policy;
    scenario.asking.push_back(frame.asking);
    folder.days.push_back(frame);
  }
}

Folder any_folder(Dice& dice, bool practises = false) {
  Folder folder;
  Scenario& scenario = folder.run.scenario;
  scenario.days = kDays;
  scenario.habits.first_seconds.fill(25);
  scenario.habits.review_seconds.fill(kReviewSeconds);
  scenario.habits.step_seconds = 0;
  scenario.steps_after_first = {};
  scenario.steps_after_lapse = 0;
  scenario.minutes_per_day = 1 + dice.below(12);
  scenario.new_within_minutes = true;
  scenario.new_per_day = dice.below(15);
  scenario.reviews_per_day = dice.one_in(3) ? dice.below(20) : 120;
  scenario.fuzz = dice.one_in(2);
  scenario.policy = kStudyPolicies.at(static_cast<std::size_t>(dice.below(3)));
  scenario.order = kQueueOrders.at(static_cast<std::size_t>(dice.below(4)));  // what is random has seeds of its own
  folder.run.believed = default_weights(kModelKinds.at(static_cast<std::size_t>(dice.below(2))));
  folder.alone = dice.one_in(2) ? 2 : 4;
  if (dice.one_in(3)) {
    scenario.done_already = {static_cast<double>(dice.below(5)), dice.below(5), dice.below(5), 0, {}};
    folder.spent.seconds = scenario.done_already.minutes * 60;
    folder.spent.reviews = scenario.done_already.reviews;
    folder.spent.begun = scenario.done_already.fresh;
  }
  add_cards(folder, dice, practises);
  if (dice.one_in(3) && !folder.items.empty()) {
    const auto any = static_cast<std::size_t>(dice.below(static_cast<int>(folder.items.size())));
    scenario.done_already.wholes.push_back(scenario.wholes[any]);
    folder.spent.wholes.emplace(folder.items[any].id.whole());
  }
  add_days(folder, dice);
  return folder;
}

using Played = std::map<int, std::vector<PlayedAnswer>>;  // by day

std::pair<Played, Simulation> played_by_days(const Run& run, const PricedScenario* priced = nullptr) {
  Played played;
  Player player(run, priced, [&](const PlayedAnswer& answer) { played[answer.day].push_back(answer); });
  Simulation sum;
  sum.days.resize(static_cast<std::size_t>(run.scenario.days));
  player.play({Seed{1}, 0}, Effort{}, [] { return true; }, sum);
  return {played, sum};
}

void heed(Folder& folder, const PlayedAnswer& answer) {
  ItemState& state = folder.states[folder.items[static_cast<std::size_t>(answer.card)].id];
  const Day day = kFirst + std::chrono::days(answer.day);
  state.standing = {Phase::Review, 0, answer.believed, day,
                    Due{kFirst + std::chrono::days(answer.due_day), std::nullopt}, morning(answer.day)};
  if (!state.first_day) state.first_day = day;
  ++state.reviews;
}

// The number of answers.
int check_same_days(Folder& folder, const PricedScenario* priced = nullptr) {
  int answers = 0;
  const MemoryModel model(folder.run.believed);
  Played played = played_by_days(folder.run, priced).first;
  for (int day = 0; day < kDays; ++day) {
    CAPTURE(day);
    const Agenda agenda(folder.items, folder.states, folder.days[static_cast<std::size_t>(day)],
                        day == 0 ? folder.spent : Spent{}, model);
    std::vector<std::string> asked;
    for (const starling::Asked& card : agenda.cards()) asked.push_back(card.item->id.text());
    std::vector<std::string> answered;
    for (const PlayedAnswer& answer : played[day])
      answered.push_back(folder.items[static_cast<std::size_t>(answer.card)].id.text());
    REQUIRE(asked == answered);
    for (const PlayedAnswer& answer : played[day]) heed(folder, answer);
    answers += static_cast<int>(answered.size());
  }
  return answers;
}

// As the open folder sets the frame of a day that goes by prices.
void go_by(const PricedScenario& priced, int day, DayFrame& frame) {
  frame.aimed = [&priced, day, today = frame.now.day](const ItemId&, const Standing& standing) {
    std::vector<float> gains(static_cast<std::size_t>(day) + 1);
    priced.gains(*standing.memory, days_between(kFirst, standing.last_day), {}, gains);
    AimedDue due;
    due.gain = static_cast<double>(gains.back());
    due.day = today + std::chrono::days(due.gain >= priced.least() ? 0 : 1);
    return std::optional(due);
  };
  frame.new_first = priced.new_pays(day);
  frame.share_of_new = priced.share_of_new();
}

}  // namespace

TEST_CASE("what the agenda asks on each day is what the player answers, in the same order") {
  int answers = 0;
  for (std::uint64_t seed = 0; seed < 140; ++seed) {
    CAPTURE(seed);
    Dice dice{SplitMix64(Seed{seed})};
    Folder folder = any_folder(dice, dice.one_in(2));
    answers += check_same_days(folder);
  }
  CHECK(answers > 15'000);
}

TEST_CASE("it is so where the days go by prices too, up to the interview and behind it") {
  std::uint64_t answers = 0;
  std::uint64_t priced_days = 0;
  Threads threads(2);
  for (std::uint64_t seed = 0; seed < kPricedFolders; ++seed) {
    CAPTURE(seed);
    Dice dice{SplitMix64(Seed{seed})};
    Folder folder = any_folder(dice);
    folder.run.believed = default_weights();
    folder.run.scenario.policy = StudyPolicy::Deadline;
    if (!PricedScenario::can_price(folder.run.scenario)) continue;
    const PricedScenario priced(folder.run.scenario, folder.run.believed, std::nullopt, threads, Renewed::Never);
    for (int day = 0; day < kDays; ++day) {
      DayFrame& frame = folder.days[static_cast<std::size_t>(day)];
      frame.policy = StudyPolicy::Deadline;
      if (day < priced.days_left()) go_by(priced, day, frame), ++priced_days;
    }
    answers += static_cast<std::uint64_t>(check_same_days(folder, &priced));
  }
  CHECK(priced_days > 6 * kPricedFolders);
  CHECK(answers > 50 * kPricedFolders);
}

TEST_CASE("of cards that are due together and have siblings one a day is asked, of new ones one a day is begun") {
  Run run = known_cards(40, 0, 4);
  run.scenario.arrivals = {6};
  for (int card = 0; card < 46; ++card) run.scenario.wholes.push_back(card / 2);
  const auto [answers, sum] = played_by_days(run);
  for (const auto& [day, list] : answers) {
    std::map<int, int> of_whole;
    for (const PlayedAnswer& answer : list) ++of_whole[answer.card / 2];
    for (const auto& [whole, count] : of_whole) CHECK(count == 1);
  }
  CHECK(sum.days[0].reviews == 20);
  CHECK(sum.days[0].fresh == 3);
  CHECK(sum.days[1].fresh <= 3);  // one whose sibling is due waits on
  CHECK(sum.days[1].fresh > 0);
  // Without a witness, and so in no order, the same.
  const Simulation alone = played(run, effort(1));
  for (std::size_t day = 0; day < 4; ++day) {
    CHECK(alone.days[day].reviews == sum.days[day].reviews);
    CHECK(alone.days[day].fresh == sum.days[day].fresh);
  }
}

TEST_CASE("nothing new is begun on a day whose minutes do not reach for all that is due") {
  Run run = known_cards(300, 0, 2);
  run.scenario.arrivals = {30};
  run.scenario.minutes_per_day = 10;
  run.scenario.new_within_minutes = true;
  // A first sight is quicker than a review, and would still fit.
  run.scenario.habits.first_seconds.fill(1);
  run.scenario.habits.step_seconds = 0;
  CHECK(played(run, effort(1)).days[0].fresh == 0);
  run.scenario.minutes_per_day = 300;
  CHECK(played(run, effort(1)).days[0].fresh == 30);
}

TEST_CASE("a witness changes no figure, and neither does leaving a day that holds everything in any order") {
  for (const double minutes : {2.0, 8.0, 60.0}) {
    Run run = known_cards(200, 0, 40);
    run.scenario.minutes_per_day = minutes;
    run.scenario.fuzz = true;
    run.scenario.arrivals = {20, 20, 20};
    const Simulation seen = played_by_days(run).second;
    const Simulation alone = played(run, effort(1));
    for (std::size_t day = 0; day < seen.days.size(); ++day) {
      CHECK(seen.days[day].reviews == alone.days[day].reviews);
      CHECK(seen.days[day].minutes == doctest::Approx(alone.days[day].minutes));
      CHECK(seen.days[day].memorised == doctest::Approx(alone.days[day].memorised));
    }
    CHECK(seen.mean_recall_at_end == doctest::Approx(alone.mean_recall_at_end));
  }
}
