#include "simulate/priced.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include "simulate/new_begun.h"

namespace starling {

namespace {

int interview_of(const Scenario& scenario) { return scenario.interview.value_or(scenario.days); }

constexpr double kDearer = 1.5;

double seconds_on(const Scenario& scenario, int day) {
  const bool asks = index_of(day) >= scenario.asking.size() || scenario.asking[index_of(day)] != Asking::Nothing;
  return asks ? std::max(0.0, minutes_on(scenario, day).value_or(0)) * 60 : 0;
}

// What a day's number of reviews can use of its minutes; stories have a number of their own.
double most_seconds(const Scenario& scenario) {
  if (!scenario.reviews_per_day) return std::numeric_limits<double>::infinity();
  double longest_telling = 0;  // beside a card
  for (int card = 0; card < std::ssize(scenario.known); ++card)
    if (kind_of(scenario, card) == ItemKind::Story) longest_telling = std::max(longest_telling, weight_of(scenario, card).cost);
  return (*scenario.reviews_per_day + scenario.stories_per_day * longest_telling) * expected_review_seconds(scenario);
}

// What brings less than it takes does not make minutes scarce: it is done where they are left.
double seconds_per_item(const Scenario& scenario) {
  const auto opening = std::accumulate(scenario.arrivals.begin(), scenario.arrivals.end(), std::ssize(scenario.known));
  double cards = 0;
  for (int card = 0; card < opening; ++card) {
    const ItemWeight weight = weight_of(scenario, card);
    cards += std::min(weight.cost, weight.worth);
  }
  const double of_day = std::min(scenario.minutes_per_day.value_or(0) * 60, most_seconds(scenario));
  return of_day * scenario.days_in_all.value_or(interview_of(scenario)) / std::max(1.0, cards);
}

PriceSettings settings_of(const Scenario& scenario, Renewed renewed) {
  const double seconds = seconds_per_item(scenario);
  return scenario.base_price ? usual_price_settings(seconds, renewed, *scenario.base_price) : usual_price_settings(seconds, renewed);
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

// What is foreseen of new ones is how full the days will be. Answers the share of the minutes that they have.
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
  const double most = most_seconds(scenario);
  const int done = std::min(scenario.done_already.reviews, scenario.reviews_per_day.value_or(0));
  limit(outlook.seconds.front(), most - done * expected_review_seconds(scenario));
  for (double& seconds : std::span(outlook.seconds).subspan(1)) limit(seconds, most);
}

// From earlier ones where that leads to some. Where minutes are very tight, what is found from nothing is far too low: from
// there it is sought as for other minutes.
Prices sought(const ReviewMoves& moves, const Outlook& outlook, const Heat& heat, const std::optional<EarlierPrices>& earlier, Steps stepping,
              Threads& threads) {
  if (earlier) {
    Prices renewed = renew_prices(moves, outlook, earlier->prices, earlier->days, heat, earlier->steps, threads, earlier->found_for, stepping);
    if (renewed.settled()) return renewed;
  }
  constexpr int kMoreRounds = 2;
  constexpr int kSteps = 20;
  Prices found = find_prices(moves, outlook, heat, threads, stepping);
  for (int round = 0; round < kMoreRounds && !found.settled(); ++round)
    found = renew_prices(moves, outlook, found, 0, heat, kSteps, threads, FoundFor::OtherMinutes, stepping);
  return found;
}

}  // namespace

EarlierPrices prices_nearby(const Prices& prices) {
  constexpr int kSteps = 20;
  return {prices, 0, kSteps, FoundFor::OtherMinutes};
}

EarlierPrices prices_beside(const PricedScenario& priced) { return prices_nearby(priced.sought_from()); }

struct PricedScenario::Inside {
  Inside(const Scenario& scenario, const Weights& believed, const std::optional<EarlierPrices>& earlier, Threads& threads,
         Renewed renewed)
      : settings(settings_of(scenario, renewed)),
        outlook(held_outlook(scenario, settings)),
        moves(believed, scenario.habits, LookSteps{scenario.steps_after_first, scenario.steps_after_lapse},
              longest_interval(outlook), threads) {
    share = add_new(outlook, scenario, moves.first_seconds());
    heed_reviews_per_day(outlook, scenario);
    const Steps stepping = renewed == Renewed::Never ? Steps::Mixed : Steps::Single;
    prices = sought(moves, outlook, settings.heat, earlier, stepping, threads);
    from = earlier ? earlier->prices : prices;
    if (!earlier && renewed == Renewed::Never) prices = sought(moves, outlook, settings.heat, prices_nearby(prices), stepping, threads);
    worth.emplace(moves, outlook, prices, threads);
  }

  PriceSettings settings;
  Outlook outlook;
  ReviewMoves moves;
  double share = kShareOfNew;
  Prices from;
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
                               Threads& threads, Renewed renewed)
    : inside_(std::make_unique<Inside>(scenario, believed, earlier, threads, renewed)) {}
PricedScenario::~PricedScenario() = default;
PricedScenario::PricedScenario(PricedScenario&&) noexcept = default;

int PricedScenario::days_left() const { return inside_->outlook.days_left(); }
const Prices& PricedScenario::prices() const { return inside_->prices; }
const Prices& PricedScenario::sought_from() const { return inside_->from; }
double PricedScenario::least() const { return least_worthwhile(inside_->settings); }

void PricedScenario::gains(const MemoryState& memory, int last_day, const ItemWeight& weight, std::span<float> gains) const {
  thread_local std::vector<ReviewGain> found;
  found.resize(gains.size());
  inside_->worth->gains({memory, -last_day, weight}, found);
  std::ranges::transform(found, gains.begin(), [](const ReviewGain& gain) { return static_cast<float>(gain.per_second); });
}

// One that is never begun is as a lost one, and counts as that.
double PricedScenario::new_gain(int day, const ItemWeight& weight) const {
  double days_that_count = 1;
  for (const EarlierDay& each : inside_->outlook.earlier)
    if (day < each.day) days_that_count += each.worth;
  const double lost = weight.worth * days_that_count * inside_->outlook.doubt;
  return (inside_->worth->worth_of_new(day, weight) + lost) / (weight.cost * inside_->moves.first_seconds());
}

std::shared_ptr<const PricedScenario> PricesSought::of(const Scenario& scenario, const Weights& believed) const {
  const auto found = std::ranges::find_if(each_, [&](const Each& each) { return each.believed == believed && each.scenario == scenario; });
  return found == each_.end() ? nullptr : found->priced;
}

void PricesSought::keep(const Scenario& scenario, const Weights& believed, std::shared_ptr<const PricedScenario> priced) {
  each_.push_back({scenario, believed, std::move(priced)});
}

std::optional<double> base_price_of(const Scenario& scenario) {
  const double base = settings_of(scenario, Renewed::Never).base;
  return base > 0 ? std::optional(base) : std::nullopt;
}

double recall_bound(const Scenario& scenario, const Weights& believed, double stability_factor, Threads& threads,
                    const std::optional<EarlierPrices>& earlier) {
  Outlook outlook = held_outlook(scenario, {0, 0, kBoundHeat});
  outlook.earlier.clear();
  outlook.lived = 1;  // a bound for whoever comes back before it is too late
  // Prices are sought as if each were worth what it takes, in one table: near enough, and the bound holds at any prices.
  Outlook as_planned = outlook;
  for (HeldItem& item : as_planned.held) item.weight.worth = item.weight.cost;
  for (HeldItem& item : outlook.held) item.weight.worth = 1;
  const ReviewMoves moves(believed, scenario.habits, LookSteps{scenario.steps_after_first, scenario.steps_after_lapse},
                          longest_interval(outlook), threads, stability_factor);
  const double never = never_by_number(scenario, outlook.days_left());
  Openings opening = openings(scenario);
  outlook.fresh = std::move(opening.practised);
  std::erase_if(outlook.fresh, [&](const FreshItems& each) { return each.day >= outlook.days_left(); });
  NewToBegin choice{std::move(opening.to_begin), {}, scenario.new_within_minutes ? moves.first_seconds() : 0, never};
  for (std::vector<FreshItems>* items : {&outlook.fresh, &choice.opening})
    for (FreshItems& each : *items) each.weight.worth = 1;
  for (std::size_t day = 0; day < outlook.seconds.size(); ++day) choice.begins.push_back(outlook.seconds[day] > 0 && begins_on(scenario, day));
  add_new(as_planned, scenario, moves.first_seconds());
  for (FreshItems& fresh : as_planned.fresh) fresh.weight.worth = fresh.weight.cost;
  Prices prices = sought(moves, as_planned, kBoundHeat, earlier, Steps::Mixed, threads);
  // Each was worth what it takes, and as many new ones came as are begun: all prices may be too low or too high. The dual is
  // convex.
  const auto bound_at = [&](double factor) {
    Prices moved = prices;
    for (std::size_t day = 0; day < outlook.seconds.size(); ++day)
      if (outlook.seconds[day] > 0) moved.per_second[day] = std::min(1.0, factor * prices.per_second[day]);
    return worth_bound(moves, outlook, choice, moved, threads);
  };
  double bound = bound_at(1);
  for (const double step : {kDearer, 1 / kDearer})
    for (double factor = step, next = bound_at(factor); next < bound; factor *= step, next = bound_at(factor)) bound = next;
  return std::min(bound, 1.0);
}

double PricedScenario::share_of_new() const { return inside_->share; }

bool PricedScenario::new_pays(int day) const {
  return pays_to_begin(new_gain(day), inside_->prices.per_second[index_of(day)], least());
}

}  // namespace starling
