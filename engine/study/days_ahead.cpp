// How the days up to the interview are used: what prices and the comparison of ways hang on, and what is kept of both.
#include <algorithm>
#include <string>
#include <utility>

#include "study/item_worth.h"
#include "study/open_folder.h"

namespace starling {

namespace {

// Names that are no paths.
const std::string kAim = "<aim>";
const std::string kRefit = "<refit>";
const std::string kGuard = "<guard>";

std::vector<DayFrame> days_to_interview(const Settings& settings, const Timeline& timeline, const DayRule& rule, const Moment& now) {
  return day_frames(settings, timeline, rule, now, std::clamp(timeline.days_left(now.day), 1, kMostDaysLeft));
}

}  // namespace

std::shared_ptr<const ItemWorths> Study::worths() const {
  if (!worths_) worths_ = std::make_shared<ItemWorths>(settings_, library_, timeline_->plan());
  return worths_;
}

ItemWorth Study::worth() const {
  return [worths = worths()](const Item& item) { return worths->of(item); };
}

std::vector<Day> Study::screen_days(Day interview) const {
  std::vector<Day> days;
  for (const Round* screen : phone_screens(library_->rounds(), now().day, interview))
    if (days.size() < kMostEarlierDays && (days.empty() || days.back() != *screen->on)) days.push_back(*screen->on);
  return days;
}

std::vector<Deed> Study::recent_deeds() const {
  const Day today = now().day;
  std::optional<Day> last;
  for (const auto& [id, state] : states())
    if (state.reviews > 0 && state.standing.last_day <= today) last = std::max(last.value_or(state.standing.last_day), state.standing.last_day);
  return store_.standing_between(last.value_or(today) - kHabitDays, today);
}

void Study::see_ahead(Scenario& scenario, Day interview, std::span<const Deed> standing) const {
  const Day today = now().day;
  for (const Day day : screen_days(interview)) scenario.earlier.push_back({days_between(today, day), kUsualEarlierWorth});
  // On a day of rest often nothing is due.
  scenario.lived = lived_by(standing, today, [this](Day day) { return !is_day_off(settings_, day) && !rests(day); });
}

std::optional<AimBasis> Study::aim_basis_on(std::span<const DayFrame> days) const {
  auto basis = aim_basis(days, model());
  if (!basis) return std::nullopt;
  basis->worths = worths()->basis();
  basis->earlier = screen_days(basis->interview);
  return basis;
}

std::shared_ptr<AimedDay> Study::aimed_day(const Moment& now) const {
  if (!aims_at_date(settings_)) return nullptr;
  if (aimed_on_ == now.day) return aimed_;
  aimed_on_ = now.day;
  std::optional<Aim> aim = aimed_ ? std::optional(aimed_->aim()) : unpack_aim(store_.parsed_part(kAim, ParsedPart::Content).value_or(""));
  const auto basis = aim ? aim_basis_on(days_to_interview(settings_, *timeline_, rule_, now)) : std::nullopt;
  aimed_ = basis && holds_on(*aim, now.day, *basis) ? std::make_shared<AimedDay>(*std::move(aim), now.day) : nullptr;
  return aimed_;
}

std::optional<PricingTask> Study::pricing_task() const {
  if (!aims_at_date(settings_)) return std::nullopt;
  const Moment at = now();
  const std::vector<DayFrame> days = days_to_interview(settings_, *timeline_, rule_, at);
  auto basis = aim_basis_on(days);
  if (!basis) return std::nullopt;
  settle();
  PricingTask task;
  task.today = at.day;
  task.basis = *std::move(basis);
  const std::vector<Deed> recent = recent_deeds();
  const ScenarioItems played = scenario_items(library_->items(), states(), days);
  task.scenario = scenario_of(played, states(), recent, days, spent_today(), policy_of(settings_, ItemKind::Card), worth());
  see_ahead(task.scenario, task.basis.interview, recent);
  for (const Item* item : played.known) task.known.push_back(item->id);
  task.untold = untold_stories(library_->items(), states(), recent, task.scenario, worth());
  int opened = 0;
  for_each_played(played, [&](const Item& item) {
    if (const ItemWeight weight = weight_of(task.scenario, opened++); weight != ItemWeight{}) task.weights.emplace(item.id, weight);
  });
  task.earlier = unpack_aim(store_.parsed_part(kAim, ParsedPart::Content).value_or(""));
  return task;
}

bool Study::is_priced_today() const {
  const auto aimed = aimed_day(now());
  return aimed && aimed->aim().first == now().day;
}

void Study::take(Aim aim) {
  if (const auto earlier = aimed_day(now()); earlier && earlier->aim().settled && !aim.settled) return;
  aimed_ = std::make_shared<AimedDay>(std::move(aim), now().day);
  aimed_on_ = now().day;
}

void Study::take(AimedItem item) {
  if (aimed_) aimed_->replace(std::move(item));
}

void Study::keep_aim() {
  if (aimed_) store_.keep_content(kAim, pack_aim(aimed_->aim()));
}

GuardBasis Study::guard_basis() const {
  GuardBasis basis{timeline_->interview(), {}, screen_days(timeline_->interview()), settings_.new_per_day, settings_.reviews_per_day,
                   settings_.desired_retention, settings_.auto_thoroughness ? Thoroughness::Usual : settings_.thoroughness, worths()->basis()};
  for (const DayFrame& day : days_to_interview(settings_, *timeline_, rule_, now())) basis.days.push_back({day.asking, day.minutes});
  return basis;
}

std::optional<GuardTask> Study::guard_task() const {
  const Moment at = now();
  const int days = timeline_->days_left(at.day);
  const Weights& weights = model().weights();
  const Guard* found = held_guard();
  const bool is_known = found && was_this_week(found->day, at.day) && std::ranges::equal(found->weights, weights.numbers());
  if (days < 2 || is_known || !settings_.interview) return std::nullopt;
  const std::vector<Deed> deeds = standing();
  Scenario ahead = scenario(days, deeds);
  if (opened_before(ahead, days) == 0) return std::nullopt;
  const StabilityDoubt doubt = stability_doubt(recall_tests(deeds, model()), model());
  return GuardTask{at.day, guard_basis(), std::move(ahead), weights, {low_factor(doubt), likely_factor(doubt), high_factor(doubt)}};
}

const Guard* Study::guard() const {
  const bool has_use = settings_.interview && timeline_->days_left(now().day) > 1 && settings_.minutes_per_day > 0;
  return has_use ? held_guard() : nullptr;
}

const Guard* Study::held_guard() const {
  if (guard_ && !guard_holds_) guard_holds_ = holds_on(*guard_, now().day, guard_basis());
  return guard_ && *guard_holds_ ? &*guard_ : nullptr;
}

std::optional<Guard> Study::kept_guard() const {
  return unpack_guard(store_.parsed_part(kGuard, ParsedPart::Content).value_or(""));
}

void Study::keep(Guard guard) {
  store_.keep_content(kGuard, pack_guard(guard));
  guard_ = std::move(guard);
  guard_holds_.reset();
  choose_policy();
}

void Study::choose_policy() {
  if (!settings_.auto_policy) return;
  const Guard* found = settings_.interview ? held_guard() : nullptr;
  const WayForeseen* best = found ? best_way(found->ways, found->own, settings_.auto_thoroughness) : nullptr;
  const StudyPolicy policy = best ? best->way.policy : kPolicyUntilForeseen;
  if (std::exchange(settings_.policy, policy) != policy) aimed_on_.reset();
  if (!settings_.auto_thoroughness) return;
  const auto base = best ? best->way.base_price : std::nullopt;
  const Thoroughness thoroughness = base ? thoroughness_at(*base).value_or(Thoroughness::Usual) : Thoroughness::Usual;
  if (std::exchange(settings_.thoroughness, thoroughness) != thoroughness) aimed_on_.reset();
}

std::optional<Day> Study::last_refit() const { return parse_day(store_.parsed_part(kRefit, ParsedPart::Content).value_or("")); }

void Study::note_refit() { store_.keep_content(kRefit, to_string(now().day)); }

}  // namespace starling
