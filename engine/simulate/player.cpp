#include "simulate/player.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <span>
#include <utility>

namespace starling {

namespace {

constexpr double kForever = std::numeric_limits<double>::infinity();

std::size_t at(int index) { return static_cast<std::size_t>(index); }

double expected_first_seconds(const Scenario& scenario) {
  const Habits& habits = scenario.habits;
  double seconds = 0;
  for (std::size_t i = 0; i < kGrades.size(); ++i)
    seconds += habits.first_shares[i] * (habits.first_seconds[i] + scenario.steps_after_first[i] * habits.step_seconds);
  return seconds;
}

// The grade that `unit`, a number in [0, 1), falls on when the shares lie side by side from `first` on.
Grade grade_by(double unit, std::span<const double> shares, Grade first) {
  std::size_t chosen = 0;
  while (chosen + 1 < shares.size() && unit >= shares[chosen]) unit -= shares[chosen++];
  return static_cast<Grade>(static_cast<std::size_t>(first) + chosen);
}

int wholes_of(const std::vector<int>& wholes) { return wholes.empty() ? 0 : *std::ranges::max_element(wholes) + 1; }

int count_of(const Scenario& scenario) {
  const auto days = std::min(scenario.arrivals.size(), at(scenario.days));
  return std::accumulate(scenario.arrivals.begin(), scenario.arrivals.begin() + static_cast<std::ptrdiff_t>(days),
                         static_cast<int>(scenario.known.size()));
}

}  // namespace

Player::Player(const Run& run, const PricedScenario* priced, std::function<void(const PlayedAnswer&)> witness)
    : scenario_(run.scenario),
      priced_(priced),
      believed_mind_(run.believed, run.scenario.desired_retention),
      actual_mind_(run.truth ? run.truth->weights : run.believed, run.scenario.desired_retention, run.truth ? run.truth->stability_factor : 1),
      noise_per_review_(run.truth ? run.truth->noise_per_review : 0),
      noise_per_card_(run.truth ? run.truth->noise_per_card : 0),
      same_(noise_per_review_ == 0 && noise_per_card_ == 0 && (!run.truth || run.truth->weights == run.believed)),
      review_seconds_(expected_review_seconds(scenario_)),
      first_seconds_(expected_first_seconds(scenario_)),
      least_cost_(least_cost(scenario_)),
      cards_(count_of(scenario_)),
      witness_(std::move(witness)) {
  const auto count = at(cards_);
  opened_as_.resize(count);
  assert(scenario_.wholes.empty() || scenario_.wholes.size() >= count);
  asked_on_.resize(at(wholes_of(scenario_.wholes)));
  met_on_.resize(asked_on_.size());
  believed_.resize(count);
  if (!same_) actual_.resize(count);
  chance_.resize(count);
  last_day_.resize(count);
  per_day_.resize(count);
  due_day_.resize(count);
  if (priced_) gains_.resize(count * at(priced_->days_left()));
  answers_.resize(count);
  next_due_.resize(count);
  first_due_.resize(at(scenario_.days));
  waiting_.reserve(count);
  practice_.reserve(count);
  asked_.reserve(count);
  ranked_.reserve(count);
  recall_.reserve(count);
}

void Player::begin(const Life& life) {
  for (int card = 0; card < cards_; ++card)
    chance_[at(card)] = CardChance(life.seed, life.learner, static_cast<std::uint64_t>(card));
  day_chance_ = CardChance(life.seed, life.learner, kNoCard);
  std::ranges::fill(answers_, 0);
  std::ranges::fill(first_due_, -1);
  std::iota(opened_as_.begin(), opened_as_.end(), 0);
  whole_ = scenario_.wholes;
  for (std::vector<int>* days : {&asked_on_, &met_on_}) std::ranges::fill(*days, -1);
  for (const int whole : scenario_.done_already.wholes) asked_on_[at(whole)] = 0;
  waiting_.clear();
  begun_ = static_cast<int>(scenario_.known.size());
  opened_ = begun_;
  met_ = begun_;
  for (int card = 0; card < begun_; ++card) {
    const KnownCard& known = scenario_.known[at(card)];
    believed_[at(card)] = known.memory;
    if (!same_) actual_[at(card)] = known.memory;
    note(card, known.last_day);
    due_day_[at(card)] = known.due_day;
    put_into_due(card, known.due_day);
    follow_prices(card, 0);
  }
}

void Player::note(int card, int last_day) {
  last_day_[at(card)] = last_day;
  per_day_[at(card)] = 1 / actual_mind_.kept_days((same_ ? believed_ : actual_)[at(card)]);
}

void Player::put_into_due(int card, int due_day) {
  if (due_day >= scenario_.days) return;
  int& head = first_due_[at(std::max(due_day, 0))];
  next_due_[at(card)] = head;
  head = card;
}

void Player::take_out_of_due(int card) {
  if (due_day_[at(card)] >= scenario_.days) return;
  int* link = &first_due_[at(due_day_[at(card)])];
  while (*link != card) link = &next_due_[at(*link)];
  *link = next_due_[at(card)];
}

// Median 1; from two numbers of the card's answer by Box and Muller's rule.
double Player::noise(int card, double sigma) const {
  if (sigma == 0) return 1;
  const CardChance& chance = chance_[at(card)];
  const int answer = answers_[at(card)];
  const double radius = std::sqrt(-2 * std::log(1 - chance.unit(answer, Draw::Noise)));
  const double angle = 2 * std::numbers::pi * chance.unit(answer, Draw::NoiseAngle);
  return std::exp(sigma * radius * std::cos(angle));
}

void Player::schedule(int card, int day, Grade grade) {
  double days = believed_mind_.interval_days(believed_[at(card)]);
  // Plain reviews know of no date unless there is one.
  const bool goes_by_date = scenario_.policy != StudyPolicy::Plain && scenario_.policy != StudyPolicy::FinalPass;
  const auto interview = goes_by_date ? std::optional(scenario_.interview.value_or(scenario_.days)) : scenario_.interview;
  const auto days_left = days_for_reviews(interview ? std::optional(*interview - day) : std::nullopt, scenario_.nearest_interview);
  const int maximum = longest_interval(scenario_.policy, scenario_.maximum_interval_days, days_left);
  if (scenario_.policy == StudyPolicy::Rising && days_left && *days_left > 0)
    days = rising_interval(days, scenario_.desired_retention, *days_left,
                           [&](int after) { return believed_mind_.recall(after, believed_[at(card)]); });
  int interval = 0;
  if (scenario_.fuzz) {
    const FuzzRange range = choice_range(days, 1, maximum);
    const double unit = chance_[at(card)].unit(answers_[at(card)], Draw::Fuzz);
    interval = range.low + static_cast<int>(unit * (range.high - range.low + 1));
  } else {
    interval = static_cast<int>(std::clamp<double>(std::round(days), 1, maximum));
  }
  note(card, day);
  due_day_[at(card)] = day + interval;
  ++answers_[at(card)];
  put_into_due(card, day + interval);
  follow_prices(card, day);
  if (witness_) witness_({day, opened_as_[at(card)], grade, believed_[at(card)], day + interval});
}

Budget Player::budget_on(int day) const {
  const DoneAlready before = day == 0 ? scenario_.done_already : DoneAlready{};
  const auto minutes = minutes_on(scenario_, day);
  const double seconds = minutes ? *minutes * 60 : kForever;
  Budget budget(seconds - before.minutes * 60, scenario_.reviews_per_day.value_or(Budget::kAnyNumber) - before.reviews,
                scenario_.new_per_day.value_or(Budget::kAnyNumber) - before.fresh);
  budget.set_whole_day(seconds);
  return budget;
}

Player::Asked Player::ask(int card, int day) const {
  const MemoryState& actual = same_ ? believed_[at(card)] : actual_[at(card)];
  const double recall = actual_mind_.recall(day - last_day_[at(card)], actual);
  const CardChance& chance = chance_[at(card)];
  const int answer = answers_[at(card)];
  Asked asked{card, Grade::Again, 0};
  if (chance.unit(answer, Draw::Recall) < recall)
    asked.grade = grade_by(chance.unit(answer, Draw::Grade), scenario_.habits.recalled_shares, Grade::Hard);
  asked.seconds = weight(card).cost * (traits(kind(card)).steps ? seconds_of(scenario_, asked.grade) : seconds_at(scenario_, recall));
  return asked;
}

double Player::urgency_of(int card, int day) const {
  if (is_priced(day)) return gain(card, day);
  const MemoryState& state = believed_[at(card)];
  const int since = day - last_day_[at(card)];
  DueItem item;
  item.days_overdue = day - due_day_[at(card)];
  item.interval_days = due_day_[at(card)] - last_day_[at(card)];
  item.seconds = review_seconds(card);
  return urgency_by(
      scenario_.order, item, [&] { return believed_mind_.quick_recall(since, state); },
      [&] { return weight(card).worth * recall_gained(believed_mind_.model(), state, elapsed_days(WholeDays{since})); },
      [&] { return chance_[at(card)].seed(day, Draw::Order); });
}

void Player::review(const Asked& asked, Today& today) {
  const std::size_t card = at(asked.card);
  if (due_day_[card] > today.day) take_out_of_due(asked.card);
  const int since = today.day - last_day_[card];
  const int steps = asked.grade == Grade::Again ? scenario_.steps_after_lapse : 0;
  believed_[card] = believed_mind_.after_steps(believed_mind_.after_review(believed_[card], since, asked.grade), steps);
  if (!same_) {
    const MemoryState actual = actual_mind_.after_review(actual_[card], since, asked.grade);
    actual_[card] = actual_mind_.after_steps(scaled(actual, noise(asked.card, noise_per_review_)), steps);
  }
  schedule(asked.card, today.day, asked.grade);
  note_asked(asked.card, today.day);
  today.left.take(turn_of(asked.card), asked.seconds);
  today.seconds += asked.seconds;
  today.steps += steps;
  if (is_story(asked.card)) --today.tellings;
  else ++today.reviews;
}

void Player::take_due(int day) {
  if (priced_ && day == priced_->days_left()) {
    waiting_.clear();
    for (int card = 0; card < begun_; ++card)
      if (due_day_[at(card)] < day) waiting_.push_back(card);
  }
  for (int card = first_due_[at(day)]; card >= 0; card = next_due_[at(card)]) waiting_.push_back(card);
}

double Player::gain(int card, int day) const {
  return static_cast<double>(gains_[at(card) * at(priced_->days_left()) + at(day)]);
}

void Player::take_worthwhile(int day) {
  waiting_.clear();
  for (int card = 0; card < begun_; ++card)
    if (gain(card, day) >= priced_->least()) waiting_.push_back(card);
}

void Player::follow_prices(int card, int day) {
  if (!is_priced(day)) return;
  const std::size_t days = at(priced_->days_left());
  priced_->gains(believed_[at(card)], last_day_[at(card)], weight(card), std::span(gains_).subspan(at(card) * days, days));
}

double Player::seconds_for_waiting(const Today& today) const {
  double wanted = 0;
  int tellings = today.tellings;
  for (const int card : waiting_) {
    const bool waits_on = is_held(card, today.day) || (is_story(card) && --tellings < 0);
    if (!waits_on) wanted += review_seconds(card);
  }
  const DoneAlready before = today.day == 0 ? scenario_.done_already : DoneAlready{};
  const double left = today.left.seconds_left();
  const double for_new = seconds_for_new(priced_->share_of_new(), left + before.minutes * 60, before.new_minutes * 60);
  return std::min(wanted, std::max(0.0, left - for_new));
}

// One that was asked itself is nobody's to hold up, as in the agenda.
bool Player::is_held(int card, int day) const { return is_whole_asked(card, day) && last_day_[at(card)] != day; }

bool Player::is_whole_asked(int card, int day) const {
  return !whole_.empty() && asked_on_[at(whole_[at(card)])] == day;
}

void Player::note_asked(int card, int day) {
  if (!whole_.empty()) asked_on_[at(whole_[at(card)])] = day;
}

// Whether some that wait have to wait on for a sibling.
bool Player::any_held(int day) {
  if (whole_.empty()) return false;
  return std::ranges::any_of(waiting_, [&](int card) {
    return is_held(card, day) || std::exchange(met_on_[at(whole_[at(card)])], day) == day;
  });
}

// Asks everything that waits, into `asked_`, and says whether there is room for all of it: nearly always, and then
// nothing needs ranking. What would come of an answer does not hang on when it is given.
bool Player::everything_fits(const Today& today) {
  asked_.clear();
  if (waiting_.empty()) return true;
  if (waiting_.size() > at(today.left.count_left(Turn::Review)) || any_held(today.day)) return false;
  // The last one must find its expected seconds, whichever it is: the one that takes least of them at worst.
  const double left = today.left.seconds_left();
  const double least = least_cost_ * *std::ranges::min_element(scenario_.habits.review_seconds);
  if (static_cast<double>(waiting_.size() - 1) * least > left - least_cost_ * review_seconds_) return false;
  double seconds = 0;
  double last = 0;
  int stories = 0;
  for (const int card : waiting_) {
    const Asked& asked = asked_.emplace_back(ask(card, today.day));
    seconds += asked.seconds;
    last = std::max(last, review_seconds(card) - asked.seconds);
    stories += is_story(card) ? 1 : 0;
  }
  return seconds + last <= left && stories <= today.tellings;
}

void Player::review_waiting(Today& today) {
  if (!witness_ && everything_fits(today)) {
    for (const Asked& asked : asked_) review(asked, today);
    waiting_.clear();
    return;
  }
  ranked_.clear();
  for (const int card : waiting_) ranked_.push_back({urgency_of(card, today.day), opened_as_[at(card)], card});
  waiting_.clear();
  too_long_.clear();
  std::ranges::make_heap(ranked_);
  for (; !ranked_.empty(); ranked_.pop_back()) {
    const int card = ranked_.front().card;
    if (is_held(card, today.day) || is_too_long(card) || (is_story(card) && today.tellings <= 0)) {
      waiting_.push_back(card);
    } else if (const auto obstacle = today.left.obstacle(turn_of(card), review_seconds(card))) {
      if (ends_reviews(*obstacle, card, today)) break;
      waiting_.push_back(card);
    } else {
      review(ask(card, today.day), today);
    }
    std::ranges::pop_heap(ranked_);
  }
  for (const Ranked& left : ranked_) waiting_.push_back(left.card);
}

void Player::put_practice_behind() {
  const auto behind = std::ranges::stable_partition(waiting_, [&](int card) { return !comes_behind_new(kind(card)); });
  practice_.assign(behind.begin(), behind.end());
  waiting_.erase(behind.begin(), behind.end());
}

void Player::review_practice(Today& today) {
  std::swap(waiting_, practice_);
  review_waiting(today);
  waiting_.insert(waiting_.end(), practice_.begin(), practice_.end());
}

// As in the agenda, where what does not fit closes the day for its kind: of the longer kinds others may still fit.
bool Player::ends_reviews(Obstacle obstacle, int card, Today& today) {
  const double cost = weight(card).cost;
  const bool minutes = obstacle == Obstacle::Minutes;
  if (minutes && cost <= 1) today.behind = true;
  if (!minutes || cost <= least_cost_) return true;
  too_long_.push_back(cost);
  return false;
}

Player::First Player::meet(int card, int day) {
  const Habits& habits = scenario_.habits;
  const Grade grade = grade_by(chance_[at(card)].unit(0, Draw::Grade), habits.first_shares, Grade::Again);
  const int steps = scenario_.steps_after_first[index_of(grade)];
  believed_[at(card)] = believed_mind_.first_review(grade, steps);
  if (!same_) {
    actual_[at(card)] = scaled(actual_mind_.first_review(grade, steps), noise(card, noise_per_card_));
  }
  schedule(card, day, grade);
  note_asked(card, day);
  return {steps, weight(card).cost * (habits.first_seconds[index_of(grade)] + steps * habits.step_seconds)};
}

void Player::learn(int card, Today& today) {
  const First first = meet(card, today.day);
  today.left.take(Turn::New, first.seconds);
  today.seconds += first.seconds;
  today.steps += first.steps;
  ++today.fresh;
}

// It is begun next; those that it passes stay in their order.
void Player::let_pass(int card) {
  if (card == begun_) return;
  const auto bring_forward = [&](auto& list) {
    std::rotate(list.begin() + begun_, list.begin() + card, list.begin() + card + 1);
  };
  bring_forward(opened_as_);
  if (!whole_.empty()) bring_forward(whole_);
  bring_forward(chance_);
}

void Player::begin_new(Today& today) {
  for (int card = begun_; card < opened_; ++card) {
    if (is_whole_asked(card, today.day)) continue;
    const double cost = weight(card).cost;
    const auto obstacle = obstacle_to_new(today.left, first_seconds_ * cost, today.behind);
    const bool minutes = obstacle == Obstacle::Minutes;
    if (minutes && scenario_.new_within_minutes && cost > least_cost_) continue;
    if (obstacle && (!minutes || scenario_.new_within_minutes)) return;
    let_pass(card);
    learn(begun_++, today);
  }
}

// In the plan's own time.
void Player::begin_practised(int day) {
  for (int card = opened_ - practised_on(scenario_, at(day)); card < opened_; ++card) {
    let_pass(card);
    meet(begun_++, day);
  }
}

bool Player::met_before(int card, int day) const {
  if (at(card) >= scenario_.known.size()) return card < met_;
  const auto& first_day = scenario_.known[at(card)].first_day;
  return !first_day || *first_day < day;
}

void Player::final_pass(Today& today) {
  const int days_left = scenario_.interview.value_or(scenario_.days) - today.day;
  const auto pass_day = final_pass_day(scenario_.policy, days_for_reviews(days_left, scenario_.nearest_interview));
  if (!pass_day) return;
  const int begins = today.day - *pass_day;
  PassCounts counts;
  ranked_.clear();
  for (int card = 0; card < begun_; ++card) {
    if (!met_before(card, begins) || is_story(card)) continue;
    ++counts.met;
    if (last_day_[at(card)] >= begins) continue;
    ++counts.waiting;
    if (due_day_[at(card)] <= today.day) ++counts.due;
    else
      ranked_.push_back({-believed_mind_.quick_recall(today.day - last_day_[at(card)], believed_[at(card)]),
                         opened_as_[at(card)], card});
  }
  const int share = final_pass_share(*pass_day, counts);
  std::ranges::make_heap(ranked_);
  for (int done = 0; done < share && !ranked_.empty(); ranked_.pop_back()) {
    const int card = ranked_.front().card;
    if (!is_held(card, today.day)) {
      if (const auto obstacle = today.left.obstacle(turn_of(card), review_seconds(card))) {
        if (ends_reviews(*obstacle, card, today)) return;
      } else {
        review(ask(card, today.day), today);
      }
      ++done;
    }
    std::ranges::pop_heap(ranked_);
  }
}

Asking Player::asking_on_day(int day) const {
  if (skips_ && day > 0 && day_chance_.unit(day, Draw::Recall) >= scenario_.lived) return Asking::Nothing;
  return at(day) < scenario_.asking.size() ? scenario_.asking[at(day)] : Asking::All;
}

void Player::play_day(Today& today) {
  const Asking asking = asking_on_day(today.day);
  if (at(today.day) < scenario_.arrivals.size()) opened_ += scenario_.arrivals[at(today.day)];
  begin_practised(today.day);
  if (today.day <= scenario_.interview.value_or(scenario_.days) - kFinalPassDays) met_ = begun_;
  if (is_priced(today.day))
    take_worthwhile(today.day);
  else
    take_due(today.day);
  if (asking == Asking::Nothing) return;
  const bool new_first = asking == Asking::All && scenario_.new_within_minutes && is_priced(today.day) && priced_->new_pays(today.day);
  if (new_first) {
    const double kept = seconds_for_waiting(today);
    today.left.put_by(kept);
    begin_new(today);
    today.left.give_back(kept);
  }
  const bool practice_waits = !scenario_.kinds.empty() && !is_priced(today.day);
  if (practice_waits) put_practice_behind();
  review_waiting(today);
  final_pass(today);
  if (asking == Asking::All && !new_first) begin_new(today);
  if (practice_waits) review_practice(today);
}

double Player::recalled_on(int day) const {
  double sum = 0;
  if (const RecallTable* table = actual_mind_.table()) {
    for (std::size_t card = 0; card < at(begun_); ++card) sum += table->at((day - last_day_[card]) * per_day_[card]);
    return sum;
  }
  const auto& states = same_ ? believed_ : actual_;
  for (std::size_t card = 0; card < at(begun_); ++card) sum += actual_mind_.recall(day - last_day_[card], states[card]);
  return sum;
}

void Player::add_end(const Effort& effort, Simulation& sum) {
  if (cards_ == 0) return;
  const auto& states = same_ ? believed_ : actual_;
  recall_.assign(at(cards_), 0);
  for (int card = 0; card < begun_; ++card)
    recall_[at(card)] = actual_mind_.recall(scenario_.days - last_day_[at(card)], states[at(card)]);
  if (effort.by_card) {
    sum.recall_at_end.resize(at(cards_));
    for (int card = 0; card < begun_; ++card) sum.recall_at_end[at(opened_as_[at(card)])] += recall_[at(card)];
  }
  sum.mean_recall_at_end += std::accumulate(recall_.begin(), recall_.end(), 0.0) / cards_;
  const int tenth = std::max(1, cards_ / 10);
  std::nth_element(recall_.begin(), recall_.begin() + (tenth - 1), recall_.end());
  sum.lowest_decile_recall_at_end += std::accumulate(recall_.begin(), recall_.begin() + tenth, 0.0) / tenth;
  const int last = scenario_.days - 1;
  sum.backlog_at_end += static_cast<double>(std::ranges::count_if(waiting_, [&](int card) {
    return !is_priced(last) || gain(card, last) >= priced_->prices().per_second[at(last)];
  }));
  sum.unseen_at_end += opened_ - begun_;
}

void Player::play(const Life& life, const Effort& effort, const std::function<bool()>& go_on, Simulation& sum) {
  begin(life);
  skips_ = effort.skips;
  sum.recalled_earlier.resize(scenario_.earlier.size());
  double most_seconds = 0;
  for (int day = 0; day < scenario_.days; ++day) {
    Today today{day, budget_on(day)};
    today.tellings = scenario_.stories_per_day - (day == 0 ? scenario_.done_already.tellings : 0);
    play_day(today);
    SimulatedDay& into = sum.days[at(day)];
    into.reviews += today.reviews;
    into.fresh += today.fresh;
    into.minutes += today.seconds / 60;
    if (effort.memorised) into.memorised += recalled_on(day);
    if (effort.by_card) into.kept += recalled_on(scenario_.interview.value_or(scenario_.days));
    for (std::size_t i = 0; i < scenario_.earlier.size(); ++i)
      if (day + 1 == scenario_.earlier[i].day) sum.recalled_earlier[i] += recalled_on(day + 1);
    sum.steps += today.steps;
    most_seconds = std::max(most_seconds, today.seconds);
    if (!go_on()) return;
  }
  sum.most_minutes_in_a_day += most_seconds / 60;
  add_end(effort, sum);
}

}  // namespace starling
