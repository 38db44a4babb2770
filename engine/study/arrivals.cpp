#include "study/arrivals.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "study/opening.h"

namespace starling {

namespace {

// Steps of a day or more are reviews on another day.
int same_day_steps(const std::vector<std::chrono::minutes>& steps) {
  return static_cast<int>(std::ranges::count_if(steps, [](auto step) { return step < std::chrono::days(1); }));
}

Asking asking_on(const Study& study, Day day) {
  if (study.off(day)) return Asking::Nothing;
  const int left = days_between(day, study.interview());
  const bool last_days = left >= 0 && left <= kNothingNewDays;
  return last_days || study.rests(day) ? Asking::ReviewsOnly : Asking::All;
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

// Calls `see` with every review of a card among `events` and its kind.
template <class See>
void for_each_answer(std::span<const Event> events, See see) {
  std::unordered_map<std::string_view, Phase> phases;
  for (const Event& event : events)
    if (const auto* review = std::get_if<Reviewed>(&event.what))
      see(event, *review, kind_after(std::exchange(phases[event.item], review->phase)));
}

DoneAlready done_on(std::span<const Event> events, Day day, double minutes) {
  DoneAlready done{minutes, 0, 0};
  for_each_answer(events, [&](const Event& event, const Reviewed&, LoggedAnswer::Kind kind) {
    if (event.day != day) return;
    if (kind == LoggedAnswer::Kind::First) ++done.fresh;
    if (kind == LoggedAnswer::Kind::Review) ++done.reviews;
  });
  return done;
}

// `opens` is the day of the plan on which the item may be met, if the settings let it.
void add_item(Scenario& scenario, const Study& study, const CardItem& item, const ItemState& state, int opens) {
  const Card& card = study.library().card(item);
  if (card.suspended || card.retired || state.suspended) return;
  const Day today = study.today();
  const Day awake = state.buried_until.value_or(today);
  if (state.standing.memory) {
    scenario.known.push_back({*state.standing.memory, std::min(0, days_between(today, state.standing.last_day)),
                              days_between(today, std::max(state.standing.due.day, awake))});
    return;
  }
  if (!level_fits(card, study.settings().level)) return;
  const int day = std::max({0, opens - study.position().offset, days_between(today, awake)});
  if (day < scenario.days) ++scenario.arrivals[static_cast<std::size_t>(day)];
}

}  // namespace

std::vector<LoggedAnswer> logged_answers(std::span<const Event> events) {
  std::vector<LoggedAnswer> answers;
  for_each_answer(events, [&](const Event&, const Reviewed& review, LoggedAnswer::Kind kind) {
    LoggedAnswer answer{kind, review.grade, std::nullopt};
    if (review.took) answer.seconds = std::chrono::duration<double>(*review.took).count();
    answers.push_back(answer);
  });
  return answers;
}

Scenario scenario_of(const Study& study, int days) {
  const Settings& settings = study.settings();
  const auto events = standing_events(study.store().events());
  Scenario scenario;
  scenario.days = days;
  scenario.arrivals.assign(static_cast<std::size_t>(days), 0);
  scenario.habits = habits_from(logged_answers(events));
  const ItemStates states = study.store().states();
  const Library& library = study.library();
  std::vector<std::optional<int>> unlocked;
  for (const Deck& deck : library.decks) unlocked.push_back(unlock_offset(study.plan(), deck.id));
  const CardItem* before = nullptr;
  int siblings = 0;  // of the same card that were never met either: one a day
  for (const CardItem& item : library.items) {
    const ItemState& state = state_of(states, item.id);
    if (!before || before->deck != item.deck || before->card != item.card) siblings = 0;
    before = &item;
    const int opens = opening(unlocked[item.deck], library.decks[item.deck], library.card(item));
    add_item(scenario, study, item, state, std::max(opens, study.position().offset) + siblings);
    if (!seen(state)) ++siblings;
  }
  for (int day = 0; day < days; ++day)
    scenario.asking.push_back(asking_on(study, study.today() + std::chrono::days(day)));

  const int learning = same_day_steps(settings.learning_steps);
  scenario.steps_after_first = {learning, learning, std::max(0, learning - 1), 0};
  scenario.steps_after_lapse = same_day_steps(settings.relearning_steps);
  scenario.minutes_per_day = settings.minutes_per_day;
  scenario.reviews_per_day = settings.reviews_per_day;
  scenario.new_per_day = settings.new_per_day;
  scenario.new_within_minutes = true;
  scenario.done_already = done_on(events, study.today(), study.queue().spent_minutes);
  scenario.desired_retention = settings.desired_retention;
  scenario.maximum_interval_days = settings.maximum_interval_days;
  scenario.fuzz = true;
  scenario.order = settings.order;
  return scenario;
}

std::vector<int> due_by_day(const Scenario& scenario) {
  std::vector<int> due(static_cast<std::size_t>(scenario.days), 0);
  for (const KnownCard& card : scenario.known)
    if (card.due_day < scenario.days) ++due[static_cast<std::size_t>(std::max(0, card.due_day))];
  return due;
}

}  // namespace starling
