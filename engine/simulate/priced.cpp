#include "simulate/priced.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>
#include <optional>
#include <vector>

namespace starling {

namespace {

// Minutes that are used up are no day off: whoever asks for more of today still gets what adds most.
constexpr double kLeastSeconds = 1;

int interview_of(const Scenario& scenario) { return scenario.interview.value_or(scenario.days); }

constexpr double kBoundHeat = 5e-4;
constexpr double kDearer = 1.5;

double seconds_on(const Scenario& scenario, int day) {
  const bool asks = index_of(day) >= scenario.asking.size() || scenario.asking[index_of(day)] != Asking::Nothing;
  return asks ? std::max(0.0, minutes_on(scenario, day).value_or(0)) * 60 : 0;
}

// What a day's number of reviews, after so many of them, can use of its minutes; stories have a number of their own.
double most_seconds(const Scenario& scenario, int reviews_done) {
  if (!scenario.reviews_per_day) return std::numeric_limits<double>::infinity();
  double longest_telling = 0;  // beside a card
  for (int card = 0; card < std::ssize(scenario.known); ++card)
    if (is_telling(scenario, card)) longest_telling = std::max(longest_telling, weight_of(scenario, card).cost);
  const int reviews = std::max(0, *scenario.reviews_per_day - reviews_done);
  return (reviews + scenario.stories_per_day * longest_telling) * expected_review_seconds(scenario);
}

double seconds_per_item(const Scenario& scenario) {
  double cards = std::accumulate(scenario.arrivals.begin(), scenario.arrivals.end(), 0);
  for (int card = 0; card < std::ssize(scenario.known); ++card) cards += weight_of(scenario, card).cost;
  const double of_day = std::min(scenario.minutes_per_day.value_or(0) * 60, most_seconds(scenario, 0));
  return of_day * scenario.days_in_all.value_or(interview_of(scenario)) / std::max(1.0, cards);
}

bool begins_on(const Scenario& scenario, std::size_t day) {
  return day >= scenario.asking.size() || scenario.asking[day] == Asking::All;
}

PriceSettings settings_of(const Scenario& scenario) {
  const double seconds = seconds_per_item(scenario);
  return scenario.base_price ? usual_price_settings(seconds, *scenario.base_price) : usual_price_settings(seconds);
}

Outlook held_outlook(const Scenario& scenario, const PriceSettings& settings) {
  Outlook outlook;
  for (int day = 0; day < interview_of(scenario); ++day) outlook.seconds.push_back(seconds_on(scenario, day));
  for (const KnownCard& card : scenario.known)
    outlook.held.push_back({card.memory, -card.last_day, weight_of(scenario, static_cast<int>(outlook.held.size()))});
  std::ranges::copy_if(scenario.earlier, std::back_inserter(outlook.earlier),
                       [&](const EarlierDay& each) { return each.day >= 1 && each.day < outlook.days_left(); });
  expect_skips(outlook, scenario.lived);
  outlook.doubt = settings.doubt;
  outlook.base = settings.base;
  return outlook;
}

// New ones are begun as the plan opens them, as many a day as its number and its minutes allow. Without seconds for each
// the number alone limits them.
struct NewBegun {
  std::vector<double> left;  // of each day's seconds: without what they take, and what today has seen
  std::vector<double> fresh;
  int never = 0;
};

NewBegun begin_new(std::vector<double> seconds, const Scenario& scenario, std::optional<double> first_seconds, double share) {
  NewBegun found{std::move(seconds), {}, 0};
  int& waiting = found.never;
  for (std::size_t day = 0; day < found.left.size(); ++day) {
    double& left = found.left[day];
    const bool off = left <= 0;
    const double for_new = seconds_for_new(share, left, day == 0 ? scenario.done_already.new_minutes * 60 : 0);
    if (day == 0) left = std::max(0.0, left - scenario.done_already.minutes * 60);
    waiting += day < scenario.arrivals.size() ? scenario.arrivals[day] : 0;
    int begun = 0;
    if (begins_on(scenario, day)) {
      const int allowed = scenario.new_per_day.value_or(waiting) - (day == 0 ? scenario.done_already.fresh : 0);
      const int room = first_seconds ? static_cast<int>(std::min(left, for_new) / *first_seconds) : waiting;
      begun = std::clamp(std::min(allowed, room), 0, waiting);
    }
    waiting -= begun;
    found.fresh.push_back(begun);
    if (!off && first_seconds) left = std::max(kLeastSeconds, left - begun * *first_seconds);
  }
  return found;
}

// The least with which as many are begun as with all minutes, and more of it for days that go otherwise.
double share_to_begin_all(std::span<const double> seconds, const Scenario& scenario, std::optional<double> first_seconds) {
  constexpr double kStep = 0.05;
  constexpr double kSpare = 0.1;
  const auto never_begun = [&](double share) { return begin_new({seconds.begin(), seconds.end()}, scenario, first_seconds, share).never; };
  const int least = never_begun(1);
  for (double share = kShareOfNew; share < 1; share += kStep)
    if (never_begun(share) == least) return share == kShareOfNew ? share : std::min(1.0, share + kSpare);
  return 1;
}

// New ones count as 1 until they are begun: what is foreseen of them is only how full the days will be. Answers the share
// of the minutes that they have.
double add_new(Outlook& outlook, const Scenario& scenario, double seconds_for_each) {
  const auto first_seconds = scenario.new_within_minutes ? std::optional(seconds_for_each) : std::nullopt;
  const double share = share_to_begin_all(outlook.seconds, scenario, first_seconds);
  NewBegun begun = begin_new(std::move(outlook.seconds), scenario, first_seconds, share);
  outlook.seconds = std::move(begun.left);
  outlook.fresh = std::move(begun.fresh);
  return share;
}

void heed_reviews_per_day(Outlook& outlook, const Scenario& scenario) {
  const auto limit = [](double& seconds, double most) {
    if (seconds > 0) seconds = std::clamp(most, kLeastSeconds, std::max(seconds, kLeastSeconds));
  };
  limit(outlook.seconds.front(), most_seconds(scenario, scenario.done_already.reviews));
  const double most = most_seconds(scenario, 0);
  for (double& seconds : std::span(outlook.seconds).subspan(1)) limit(seconds, most);
}

// How many the number of new ones a day never lets be begun, whatever the minutes.
int never_by_number(std::span<const double> seconds, const Scenario& scenario) {
  return begin_new({seconds.begin(), seconds.end()}, scenario, std::nullopt, 1).never;
}

// From earlier ones where that leads to some.
Prices sought(const ReviewMoves& moves, const Outlook& outlook, double heat, const std::optional<EarlierPrices>& earlier, Threads& threads) {
  if (earlier) {
    Prices renewed = renew_prices(moves, outlook, earlier->prices, earlier->days, heat, earlier->steps, threads, earlier->found_for);
    if (renewed.settled()) return renewed;
  }
  return find_prices(moves, outlook, heat, threads);
}

}  // namespace

EarlierPrices prices_nearby(const Prices& prices) {
  constexpr int kSteps = 20;
  return {prices, 0, kSteps, FoundFor::OtherMinutes};
}

struct PricedScenario::Inside {
  Inside(const Scenario& scenario, const Weights& believed, const std::optional<EarlierPrices>& earlier, Threads& threads)
      : settings(settings_of(scenario)),
        outlook(held_outlook(scenario, settings)),
        moves(believed, scenario.habits, LookSteps{scenario.steps_after_first, scenario.steps_after_lapse},
              longest_interval(outlook), threads) {
    share = add_new(outlook, scenario, moves.first_seconds());
    heed_reviews_per_day(outlook, scenario);
    prices = sought(moves, outlook, settings.heat, earlier, threads);
    worth.emplace(moves, outlook, prices, threads);
  }

  PriceSettings settings;
  Outlook outlook;
  ReviewMoves moves;
  double share = kShareOfNew;
  Prices prices;
  std::optional<DayWorth> worth;
};

bool PricedScenario::can_price(const Scenario& scenario) {
  constexpr int kFewestDays = 2;
  const int interview = interview_of(scenario);
  if (interview < kFewestDays || interview > kMostDaysLeft) return false;
  for (int day = 0; day < interview; ++day)
    if (minutes_on(scenario, day) && seconds_on(scenario, day) > 0) return true;
  return false;
}

PricedScenario::PricedScenario(const Scenario& scenario, const Weights& believed, const std::optional<EarlierPrices>& earlier,
                               Threads& threads)
    : inside_(std::make_unique<Inside>(scenario, believed, earlier, threads)) {}
PricedScenario::~PricedScenario() = default;
PricedScenario::PricedScenario(PricedScenario&&) noexcept = default;

int PricedScenario::days_left() const { return inside_->outlook.days_left(); }
const Prices& PricedScenario::prices() const { return inside_->prices; }
double PricedScenario::least() const { return least_worthwhile(inside_->settings); }

void PricedScenario::gains(const MemoryState& memory, int last_day, const ItemWeight& weight, std::span<float> gains) const {
  thread_local std::vector<ReviewGain> found;
  found.resize(gains.size());
  inside_->worth->gains({memory, -last_day, weight}, found);
  std::ranges::transform(found, gains.begin(), [](const ReviewGain& gain) { return static_cast<float>(gain.per_second); });
}

// One that is never begun is as a lost one, and counts as that.
double PricedScenario::new_gain(int day) const {
  double days_that_count = 1;
  for (const EarlierDay& each : inside_->outlook.earlier)
    if (day < each.day) days_that_count += each.worth;
  return (inside_->worth->worth_of_new(day) + days_that_count * inside_->outlook.doubt) / inside_->moves.first_seconds();
}

std::optional<double> base_price_of(const Scenario& scenario) {
  const double base = settings_of(scenario).base;
  return base > 0 ? std::optional(base) : std::nullopt;
}

double recall_bound(const Scenario& scenario, const Weights& believed, double stability_factor, Threads& threads,
                    const std::optional<EarlierPrices>& earlier) {
  Outlook outlook = held_outlook(scenario, {0, 0, kBoundHeat});
  outlook.earlier.clear();
  outlook.lived = 1;  // a bound for whoever comes back before it is too late
  for (HeldItem& item : outlook.held)
    item.memory = scaled(item.memory, stability_factor);
  // Prices are sought as if each were worth what it takes, in one table: near enough, and the bound holds at any prices.
  Outlook as_planned = outlook;
  for (HeldItem& item : as_planned.held) item.weight.worth = item.weight.cost;
  for (HeldItem& item : outlook.held) item.weight.worth = 1;
  const ReviewMoves moves(believed, scenario.habits, LookSteps{scenario.steps_after_first, scenario.steps_after_lapse},
                          longest_interval(outlook), threads, stability_factor);
  NewToBegin choice{scenario.arrivals, {}, scenario.new_within_minutes ? moves.first_seconds() : 0, never_by_number(outlook.seconds, scenario)};
  for (std::size_t day = 0; day < outlook.seconds.size(); ++day) choice.begins.push_back(outlook.seconds[day] > 0 && begins_on(scenario, day));
  add_new(as_planned, scenario, moves.first_seconds());
  Prices prices = sought(moves, as_planned, kBoundHeat, earlier, threads);
  // They were sought for as many new ones as are begun; for all of them minutes are dearer. The dual is convex.
  double bound = 1;
  for (double next = worth_bound(moves, outlook, choice, prices, threads); next < bound;
       next = worth_bound(moves, outlook, choice, prices, threads)) {
    bound = next;
    for (std::size_t day = 0; day < outlook.seconds.size(); ++day)
      if (outlook.seconds[day] > 0) prices.per_second[day] = std::min(1.0, kDearer * prices.per_second[day]);
  }
  return bound;
}

double PricedScenario::share_of_new() const { return inside_->share; }

bool PricedScenario::new_pays(int day) const {
  return pays_to_begin(new_gain(day), inside_->prices.per_second[index_of(day)], least());
}

}  // namespace starling
