#include "simulate/own_days.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace starling {

namespace {

// Cards and questions: how they are answered are the learner's habits.
bool is_card(const ItemId& item) { return traits(item.kind()).steps; }
bool is_played(const Item& item, const ItemState& state) { return item.away == Away::No && !state.suspended; }
// What begins by being told, or by being solved, is seen ahead only once it was.
bool is_begun_in_reviews(const ItemId& item) { return item.kind() != ItemKind::Story && !traits(item.kind()).begun_by_hand; }

// Steps of a day or more are reviews on another day.
int same_day_steps(const std::vector<std::chrono::minutes>& steps) {
  return static_cast<int>(std::ranges::count_if(steps, [](auto step) { return step < std::chrono::days(1); }));
}

LoggedAnswer::Kind kind_after(Phase before) {
  switch (before) {
    case Phase::New:
      return LoggedAnswer::Kind::First;
    case Phase::Review:
      return LoggedAnswer::Kind::Review;
    case Phase::Learning:
    case Phase::Relearning:
      break;
  }
  return LoggedAnswer::Kind::Step;
}

// Before its learner's answers an item that came from another program was in its phase there.
void note_phase(std::unordered_map<ItemId, Phase>& phases, const Event& event) {
  if (const auto* imported = std::get_if<Imported>(&event)) phases[imported->item] = imported->phase;
}

KnownCard known_card(const ItemState& state, Day today, Day awake) {
  const Standing& standing = state.standing;
  KnownCard card;
  card.memory = *standing.memory;
  card.last_day = std::min(0, days_between(today, standing.last_day));
  card.due_day = days_between(today, std::max(standing.due.day, awake));
  if (state.first_day) card.first_day = days_between(today, *state.first_day);
  return card;
}

// The first of the days on which the plan has come so far; behind them all where none has.
int day_of_opening(std::span<const DayFrame> days, int opens) {
  return static_cast<int>(std::ranges::find_if(days, [&](const DayFrame& day) { return day.plan_day >= opens; }) -
                          days.begin());
}

using ByWhole = std::unordered_set<std::string_view>;

ByWhole wholes_there(std::span<const Item> items) {
  ByWhole wholes(items.size());
  for (const Item& item : items) wholes.insert(item.id.whole());
  return wholes;
}

// For a story that was never told, or for what is in no deck: a card that a story would make of itself.
bool waits_for_telling(const Item& item, const ItemStates& states, const ByWhole& there) {
  return std::ranges::any_of(item.needs, [&](const ItemId& need) {
    return (need.kind() == ItemKind::Story || !there.contains(need.whole())) && !seen(state_of(states, need));
  });
}

using Wholes = std::vector<std::string_view>;  // by card, in the order of the scenario

// The first day on which nothing of its own keeps it away.
Day awake_day(const ItemState& state, Day today) { return std::max(today, state.buried_until.value_or(today)); }

Wholes add_cards(Scenario& scenario, const ScenarioItems& items, const ItemStates& states, Day today) {
  Wholes wholes;
  for (const Item* item : items.known) {
    const ItemState& state = state_of(states, item->id);
    scenario.known.push_back(known_card(state, today, awake_day(state, today)));
    wholes.push_back(item->id.whole());
  }
  for (const std::vector<const Item*>& opening : items.opening) {
    scenario.arrivals.push_back(static_cast<int>(opening.size()));
    for (const Item* item : opening) wholes.push_back(item->id.whole());
  }
  scenario.practised = items.practised;
  return wholes;
}

// Numbers them, where there are siblings among them or something of today's answers.
void add_wholes(Scenario& scenario, const Wholes& wholes, const Spent& spent) {
  std::unordered_map<std::string_view, int> numbers;
  for (const std::string_view whole : wholes) {
    const auto at = numbers.emplace(whole, static_cast<int>(numbers.size())).first;
    scenario.wholes.push_back(at->second);
  }
  for (const std::string& whole : spent.wholes)
    if (const auto at = numbers.find(whole); at != numbers.end()) scenario.done_already.wholes.push_back(at->second);
  if (numbers.size() == wholes.size() && scenario.done_already.wholes.empty()) scenario.wholes.clear();
}

}  // namespace

namespace {

// By kind: the mean seconds of an answer, moved from the usual ones towards the learner's own.
using SecondsByKind = std::array<double, kItemKinds.size()>;

SecondsByKind seconds_by_kind(std::span<const Deed> standing) {
  constexpr double kWeightOfUsual = 10;
  constexpr double kMostOfUsual = 4;  // who takes longer was away
  SecondsByKind sums{};
  SecondsByKind counts{};
  for (const Deed& deed : standing)
    for (const Event& event : deed.events) {
      const auto* answered = std::get_if<Answered>(&event);
      if (!answered || !answered->took) continue;
      const double seconds = std::chrono::duration<double>(*answered->took).count();
      const auto kind = static_cast<std::size_t>(answered->item.kind());
      if (!(seconds > 0) || seconds > kMostOfUsual * traits(answered->item.kind()).usual.review) continue;
      sums[kind] += seconds;
      ++counts[kind];
    }
  SecondsByKind means{};
  for (const ItemKind kind : kItemKinds) {
    const auto at = static_cast<std::size_t>(kind);
    means[at] = (sums[at] + kWeightOfUsual * traits(kind).usual.review) / (counts[at] + kWeightOfUsual);
  }
  return means;
}

// What each item takes beside a card, and counts beside others.
class Weighing {
 public:
  Weighing(const Scenario& scenario, std::span<const Deed> standing, const ItemWorth& worth)
      : seconds_(seconds_by_kind(standing)), of_card_(expected_review_seconds(scenario)), worth_(worth) {}
  [[nodiscard]] ItemWeight of(const Item& item) const {
    const double cost = is_card(item.id) ? 1 : seconds_[static_cast<std::size_t>(item.id.kind())] / of_card_;
    return {cost, worth_of(item, worth_)};
  }

 private:
  SecondsByKind seconds_;
  double of_card_;
  const ItemWorth& worth_;
};

void add_weights(Scenario& scenario, const ScenarioItems& played, const Weighing& weighing) {
  for_each_played(played, [&](const Item& item) {
    scenario.weights.push_back(weighing.of(item));
    scenario.kinds.push_back(item.id.kind());
  });
  if (std::ranges::all_of(scenario.weights, [](const ItemWeight& each) { return each == ItemWeight{}; })) scenario.weights.clear();
  if (std::ranges::all_of(scenario.kinds, [](ItemKind kind) { return kind == ItemKind::Card; })) scenario.kinds.clear();
}

}  // namespace

std::vector<LoggedAnswer> logged_answers(std::span<const Deed> standing, const ItemStates& states) {
  std::vector<LoggedAnswer> answers;
  std::unordered_map<ItemId, Phase> phases;
  const auto phase_before = [&](const ItemId& item) -> Phase& {
    const auto first_day = state_of(states, item).first_day;
    return phases.try_emplace(item, first_day && *first_day < standing.front().day ? Phase::Review : Phase::New).first->second;
  };
  for (const Deed& deed : standing)
    for (const Event& event : deed.events) {
      note_phase(phases, event);
      const auto* answered = std::get_if<Answered>(&event);
      if (!answered || !is_card(answered->item)) continue;
      LoggedAnswer answer{kind_after(std::exchange(phase_before(answered->item), answered->phase)), answered->grade, std::nullopt};
      if (answered->took) answer.seconds = std::chrono::duration<double>(*answered->took).count();
      answers.push_back(answer);
    }
  return answers;
}

namespace {

// How much of the plan's practice is done, as of late, moved towards all of it by a week's.
double share_practised(const DayFrame& today, const ItemStates& states) {
  constexpr double kOfAWeek = 8;
  const auto done = std::ranges::count_if(today.planned_lately, [&](const ItemId& id) { return seen(state_of(states, id)); });
  return (kOfAWeek + static_cast<double>(done)) / (kOfAWeek + static_cast<double>(today.planned_lately.size()));
}

// That share of those that were not done yet, each on the first day that has it.
void add_practised(ScenarioItems& result, std::span<const Item> items, const ItemStates& states, std::span<const DayFrame> days) {
  std::unordered_map<ItemId, const Item*> to_do;
  for (const Item& item : items) {
    const ItemState& state = state_of(states, item.id);
    if (traits(item.id.kind()).begun_by_hand && is_played(item, state) && !state.standing.memory) to_do.emplace(item.id, &item);
  }
  const double share = share_practised(days.front(), states);
  double due = 0;  // of the next one
  result.practised.resize(days.size());
  for (std::size_t day = 0; day < days.size(); ++day)
    for (const ItemId& id : days[day].practised) {
      const auto found = to_do.extract(id);
      if (found.empty() || (due += share) < 1) continue;
      due -= 1;
      result.opening[day].push_back(found.mapped());
      ++result.practised[day];
    }
}

}  // namespace

ScenarioItems scenario_items(std::span<const Item> items, const ItemStates& states, std::span<const DayFrame> days) {
  const Day today = days.front().now.day;
  ScenarioItems result;
  result.opening.resize(days.size());
  const ByWhole there = wholes_there(items);
  for (const Item& item : items) {
    const ItemState& state = state_of(states, item.id);
    if (!is_played(item, state)) continue;
    if (state.standing.memory) {
      result.known.push_back(&item);
    } else if (is_begun_in_reviews(item.id) && meant_for(item.levels, days.front().level) && !waits_for_telling(item, states, there)) {
      const int day = std::max(day_of_opening(days, item.opens), days_between(today, awake_day(state, today)));
      if (day < std::ssize(days)) result.opening[static_cast<std::size_t>(day)].push_back(&item);
    }
  }
  add_practised(result, items, states, days);
  return result;
}

Scenario scenario_from(std::span<const Item> items, const ItemStates& states, std::span<const Deed> standing,
                       std::span<const DayFrame> days, const Spent& spent, const Policy& policy,
                       const ItemWorth& worth) {
  return scenario_of(scenario_items(items, states, days), states, standing, days, spent, policy, worth);
}

Scenario scenario_of(const ScenarioItems& played, const ItemStates& states, std::span<const Deed> standing,
                     std::span<const DayFrame> days, const Spent& spent, const Policy& policy, const ItemWorth& worth) {
  assert(!days.empty());
  const DayFrame& today = days.front();
  Scenario scenario;
  scenario.days = static_cast<int>(days.size());
  scenario.interview = today.days_left;
  scenario.nearest_interview = today.nearest_interview;
  if (today.days_left) scenario.days_in_all = std::max(1, today.plan_day + *today.days_left);
  const Wholes wholes = add_cards(scenario, played, states, today.now.day);
  for (const DayFrame& day : days) {
    scenario.asking.push_back(day.asking);
    scenario.minutes_by_day.push_back(day.minutes);
  }
  scenario.habits = habits_from(logged_answers(standing, states));

  const int learning = same_day_steps(policy.learning_steps);
  scenario.steps_after_first = {learning, learning, std::max(0, learning - 1), 0};
  scenario.steps_after_lapse = same_day_steps(policy.relearning_steps);
  const auto open = std::ranges::find_if(days, [](const DayFrame& day) { return day.asking != Asking::Nothing; });
  scenario.minutes_per_day = (open == days.end() ? today : *open).minutes;
  scenario.reviews_per_day = today.reviews_per_day;
  scenario.new_per_day = today.new_per_day;
  scenario.new_within_minutes = true;
  scenario.stories_per_day = today.stories_per_day;
  scenario.done_already = {spent.seconds / 60, spent.reviews, spent.begun, spent.tellings, spent.new_seconds / 60, {}};
  add_wholes(scenario, wholes, spent);
  scenario.desired_retention = policy.desired_retention;
  add_weights(scenario, played, Weighing(scenario, standing, worth));
  scenario.maximum_interval_days = policy.maximum_interval_days;
  scenario.fuzz = policy.fuzz;
  scenario.policy = today.policy;
  scenario.base_price = base_price_of(today.thoroughness);
  scenario.order = today.order;
  return scenario;
}

std::vector<WeighedStory> untold_stories(std::span<const Item> items, const ItemStates& states, std::span<const Deed> standing,
                                         const Scenario& scenario, const ItemWorth& worth) {
  const Weighing weighing(scenario, standing, worth);
  std::vector<WeighedStory> untold;
  for (const Item& item : items) {
    const ItemState& state = state_of(states, item.id);
    if (item.id.kind() == ItemKind::Story && is_played(item, state) && !seen(state)) untold.push_back({item.id, weighing.of(item)});
  }
  return untold;
}

double lived_by(std::span<const Deed> standing, Day today, const std::function<bool(Day)>& asks) {
  std::set<Day> answered;
  for (const Deed& deed : standing)
    if (std::ranges::any_of(deed.events, [](const Event& event) { return std::holds_alternative<Answered>(event); })) answered.insert(deed.day);
  if (answered.empty()) return 1;
  constexpr int kLongestHabit = 7;
  constexpr int kDaysCounted = 28;
  int lived = 0;
  int asked = 0;
  int missed = 0;  // in a row
  for (Day day = today - std::chrono::days(1); day >= *answered.begin() && asked < kDaysCounted; day -= std::chrono::days(1)) {
    if (!asks(day)) continue;
    missed = answered.contains(day) ? 0 : missed + 1;
    lived += missed == 0 ? 1 : 0;
    asked += missed <= kLongestHabit ? 1 : 0;
  }
  return share_lived(lived, asked);
}

std::vector<int> due_by_day(const Scenario& scenario) {
  std::vector<int> due(static_cast<std::size_t>(scenario.days), 0);
  for (int i = 0; i < std::ssize(scenario.known); ++i) {
    const int day = scenario.known[static_cast<std::size_t>(i)].due_day;
    if (day < scenario.days && kind_of(scenario, i) != ItemKind::Story) ++due[static_cast<std::size_t>(std::max(0, day))];
  }
  return due;
}

}  // namespace starling
