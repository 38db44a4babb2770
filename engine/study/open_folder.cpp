#include "study/open_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <utility>

#include "probe/probe.h"
#include "source/source.h"
#include "stamp.h"
#include "study/item_worth.h"
#include "study/plan_deed.h"
#include "study/rename_story.h"

namespace starling {

namespace {

// Names that are no paths.
const std::string kAim = "<aim>";
const std::string kRefit = "<refit>";
const std::string kGuard = "<guard>";

Settings load_settings(const StudyFolder& folder, std::vector<Problem>& problems) {
  SettingsFile file = read_settings(written_settings(folder), "starling.toml");
  if (!file.settings) throw TextError(std::move(file.problems));
  problems.insert(problems.end(), file.problems.begin(), file.problems.end());
  return std::move(*file.settings);
}

void add_unknown_decks(std::vector<Problem>& problems, const Settings& settings, const Library& library) {
  for (const DeckRetention& own : settings.retention)
    if (!library.may_name_deck(own.deck))
      problems.push_back({"starling.toml", own.line, own.column, "", "unknown-deck", Severity::Warning,
                          fmt::format("[review.retention] there is no deck '{}'", own.deck)});
}

// Its tasks and hours are then those of nobody.
void add_wrong_level(std::vector<Problem>& problems, const Settings& settings, const Plan& plan) {
  if (!has_level(plan, settings.level))
    problems.push_back({"starling.toml", 1, 1, "", "wrong-level", Severity::Error,
                        fmt::format("the plan '{}' is not for {}; choose another: starling plan --list", plan.id, settings.level)});
}

// What was appended to it here is no news. What others wrote meanwhile into their own files still is.
void see(LogListing& seen, const std::string& name, const FileStamp& stamp) {
  const auto at = std::ranges::lower_bound(seen.files, name, {}, &LogFile::name);
  if (at != seen.files.end() && at->name == name)
    at->stamp = stamp;
  else
    seen.files.insert(at, {name, stamp});
}

// No order behind it is followed.
std::int64_t day_ahead(const Moment& moment) { return (moment.at + std::chrono::days(1)).time_since_epoch().count(); }

}  // namespace

Instant pretended_moment(const DayAndTime& pretend, const DayRule& rule, int rollover_hour) {
  using std::chrono::hours;
  if (!pretend.time_of_day) return rule.moment(pretend.day, hours(12));
  // A time before the rollover names the date it stands on, whose study day began the date before.
  const bool early = *pretend.time_of_day < hours(rollover_hour);
  return rule.moment(early ? pretend.day - std::chrono::days(1) : pretend.day, *pretend.time_of_day);
}

StorePlace store_place(const StudyPlace& place) {
  std::optional<std::filesystem::path> cache;
  if (place.cache_base) cache = *place.cache_base / hash_of_path(place.folder.root());
  return {cache, place.folder.log(), std::string(kBuildStamp)};
}

LogPlace log_place(const StudyPlace& place) {
  return {place.folder.root(), place.state_base, place.machine_id, place.entropy};
}

namespace {

// Empty where there is no place for it.
std::filesystem::path device_state_of(const StudyPlace& place) {
  if (!place.state_base) return {};
  return device_state_path(*place.state_base, place.folder.root(), machine_hash(place.machine_id));
}

}  // namespace

Study::Study(StudyPlace place, const Clock& clock, std::optional<DayAndTime> pretend)
    : place_(std::move(place)),
      clock_(clock),
      settings_(load_settings(place_.folder, problems_)),
      rule_(settings_.time_zone, settings_.rollover_hour),
      store_(store_place(place_)),
      writer_(log_place(place_)),
      known_(store_, library_, [this] { settle(); }) {
  // Before the lines are read: what other programs write from now on is not missing.
  const auto own = remembered_state(device_state_of(place_));
  if (pretend) pretended_ = pretended_moment(*pretend, rule_, settings_.rollover_hour);
  seen_ = list_log(place_.folder.log());
  made_anew_ = store_.catch_up(settings_.model);
  if (own) missing_ = MissingLines{own->device, surely_written(*own), store_.newest_number(own->device)};
  read_texts();
}

void Study::read_texts() {
  library_ = std::make_shared<Library>(place_.folder, place_.content, settings_.plan,
                                       StoryReading{settings_.target_seconds, settings_.story_cards}, store_);
  problems_.insert(problems_.end(), library_->problems().begin(), library_->problems().end());
  if (!library_->plan()) throw TextError(library_->problems());
  add_unknown_decks(problems_, settings_, *library_);
  add_wrong_level(problems_, settings_, *library_->plan());
  const bool undated = !settings_.start && !settings_.interview;
  const Day otherwise = (undated ? store_.first_day() : std::nullopt).value_or(now().day);
  const PlanChanges& changes = library_->plan_changes();
  timeline_.emplace(laid_timeline(*library_->plan(), settings_, changes, otherwise));
  read_progress();  // says since when changes are of the present attempt
  if (PlanChanges present = changes_since(changes, progress_.since); present != changes)
    timeline_.emplace(laid_timeline(*library_->plan(), settings_, present, otherwise));
  worths_.reset();
  guard_ = unpack_guard(store_.parsed_part(kGuard, ParsedPart::Content).value_or(""));
  guard_holds_.reset();
  choose_policy();
}

void Study::read_texts_again() {
  problems_.clear();
  const auto model_before = settings_.model;
  settings_ = load_settings(place_.folder, problems_);
  rule_ = DayRule(settings_.time_zone, settings_.rollover_hour);
  known_.forget_counts();
  aimed_on_.reset();  // other settings may want another one
  if (settings_.model != model_before) refresh();
  read_texts();
}

Study::~Study() { close(); }

void Study::close() noexcept {
  try {
    settle();
  } catch (const std::exception&) {
    // The next start reads it from the lines.
  }
  writer_.close();
}

Moment Study::now() const { return rule_.moment_of(pretended_ ? *pretended_ : clock_.now()); }

const MissingLines* Study::missing_lines() const { return missing_ && missing_->here < missing_->written ? &*missing_ : nullptr; }

std::optional<Instant> Study::last_deed() const {
  const std::int64_t order = store_.largest_order(std::numeric_limits<std::int64_t>::max());
  return order > 0 ? std::optional(Instant(std::chrono::milliseconds(order))) : std::nullopt;
}

bool Study::rests(Day day) const { return rests_on(settings_, *timeline_, day); }

DayFrame Study::frame() const {
  DayFrame frame = day_frame(settings_, *timeline_, now());
  frame.worth = worth();
  const auto aimed = aimed_day(frame.now);
  if (!aimed) return frame;
  frame.priced_on = aimed->aim().first;
  frame.unsettled = !aimed->aim().settled;
  if (!frame.unsettled) frame.aimed = [aimed](const ItemId& item, const Standing& standing) { return aimed->due(item, standing); };
  // Without prices the minutes are short, and behind what is due nothing would ever be begun.
  frame.new_first = frame.unsettled || aimed->new_pays();
  if (!frame.unsettled) frame.share_of_new = aimed->aim().share_of_new;
  return frame;
}

DayFrame Study::frame_of(Day day) const {
  return day_frame(settings_, *timeline_, {rule_.moment(day, std::chrono::hours(12)), day});
}

Standpoint Study::standpoint() const {
  return {settings_, *library_, *timeline_, states(), progress_, model(), rule_, now(), guard(), &said_};
}

namespace {

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

Spent Study::spent_today() const {
  const Day today = now().day;
  return spent_on(today, store_.standing_between(today, today), states(),
                  [this](const ItemId& id) { return library_->find(id); });
}

Agenda Study::agenda(Wish wish) const {
  settle();
  return Agenda(library_->items(), states(), frame(), spent_today(), model(), std::move(wish));
}

Scenario Study::scenario(int days) const { return scenario(days, standing()); }

Scenario Study::scenario(int days, std::span<const Deed> standing) const {
  settle();
  // Prices hang on all days up to the interview.
  const int known = aims_at_date(settings_) ? std::max(days, std::min(timeline_->days_left(now().day), kMostDaysLeft)) : days;
  Scenario scenario = scenario_from(library_->items(), states(), standing, day_frames(settings_, *timeline_, rule_, now(), known),
                                    spent_today(), policy_of(settings_, ItemKind::Card), worth());
  scenario.days = days;
  see_ahead(scenario, timeline_->interview(), standing);
  return scenario;
}

ItemState Study::state(const ItemId& item) const { return known_.of(item); }

const ItemStates& Study::states() const { return known_.all(); }

ItemId Study::kept_under(const ItemId& item) const { return known_.kept_under(item); }

void Study::take_history_along(std::vector<Event>& events, const ItemId& item) const {
  if (const ItemId kept = kept_under(item); kept != item) events.emplace_back(Renamed{kept, item});
}

void Study::settle() const {
  if (!behind_) return;
  (void)store_.catch_up(settings_.model);
  behind_ = false;
}

PastDays Study::past() const {
  return {[this](Day first, Day last) { return store_.standing_between(first, last); },
          [this](Day first, Day last) { return store_.times_between(first, last); }, plan_deeds_};
}

void Study::read_progress() {
  plan_deeds_ = store_.plan_deeds();
  progress_ = fold_plan(plan_deeds_, timeline_->start());
  said_ = said_entries(plan_deeds_);
}

std::vector<Deed> Study::standing() const { return standing_deeds(store_.deeds()); }

std::vector<PastDeed> Study::history_of(const ItemId& item) const {
  settle();
  const ItemId kept = kept_under(item);
  if (kept == item) return store_.history_of(item);
  const Deed to_come{{}, std::numeric_limits<std::int64_t>::max(), {}, {}, {}, {Renamed{kept, item}}};
  const Names names(std::span(&to_come, 1));
  std::vector<PastDeed> history = store_.history_of(kept);
  for (PastDeed& past : history) past.deed = names.now(std::move(past.deed));
  return history;
}

std::array<Outcome, 4> Study::preview(const Item& item) const {
  const ItemState before = state(item.id);
  const Moment moment = now();
  std::array<Outcome, 4> shown = preview(item, before, moment);
  const bool trusted = is_trusted(before, moment);
  for (Outcome& outcome : shown) outcome = as_counted(std::move(outcome), before.standing, moment, trusted);
  return shown;
}

// Of the two times one is wrong: that of the item where today is a day of the plan and the history does not lie ahead of
// it for the most part; else the clock of now was set back.
bool Study::is_trusted(const ItemState& before, const Moment& moment) const {
  if (!is_far_ahead(before.standing, moment) || moment.day < timeline_->start()) return false;
  settle();
  const Store::DaysBeside days = store_.days_beside(moment.day + std::chrono::days(1));
  return days.behind <= days.up_to + 1;  // today is one of them
}

std::array<Outcome, 4> Study::preview(const Item& item, const ItemState& before, const Moment& moment,
                                      std::span<const Day> taken) const {
  DayLoads loads = loads_for(item, before, moment.day);
  if (settings_.load_balance) loads.siblings.insert(loads.siblings.end(), taken.begin(), taken.end());
  const Policy policy = policy_towards(settings_.policy, policy_of(settings_, item.id.kind(), item.id.group()),
                                       days_for_reviews(timeline_->days_left(moment.day), nearest_interview(settings_)));
  return outcomes(before.standing, moment.at, rule_, policy, model(),
                  seed_from(item.id.text(), static_cast<std::uint64_t>(before.reviews)), &loads);
}

Face Study::face_of(const ItemId& card) const {
  const auto reviews = static_cast<std::uint64_t>(state(card).reviews);
  return face(library_->card(card), card.schedule(), seed_from(card.text() + " order", reviews));
}

DayLoads Study::loads_for(const Item& item, const ItemState& before, Day today) const {
  DayLoads loads;
  loads.first = today + std::chrono::days(1);
  loads.kind = [this](Day day) { return kind_of_day(settings_, day, rests(day)); };
  if (!settings_.load_balance) return loads;
  loads.due = known_.others_due(item.id, before, loads.first);
  for (const ItemId& other : spaced_from(item.id)) {
    const ItemState of_it = state(other);
    if (takes_room(of_it)) loads.siblings.push_back(of_it.standing.due.day);
  }
  return loads;
}

std::vector<ItemId> Study::spaced_from(const ItemId& item) const {
  std::vector<ItemId> others;
  const auto add = [&](const std::optional<ItemId>& other) {
    if (other && *other != item) others.push_back(*other);
  };
  if (const Story* story = item.kind() == ItemKind::Probe ? library_->story(item.group()) : nullptr)
    for (const FollowUp& each : story->followups)
      if (each.probe) add(probe_item(story->id, *each.probe));
  if (is_of_stories(item)) {
    for (const Item& other : library_->items())
      if (other.id.whole() == item.whole()) add(other.id);
  } else if (!item.schedule().empty())
    for (const std::string& schedule : schedules(library_->card(item))) add(ItemId::parse(std::string(item.whole()) + schedule));
  return others;
}

void Study::refresh() {
  (void)store_.catch_up(settings_.model);
  behind_ = false;
  known_.forget();
  aimed_on_.reset();  // there may be other weights
  orders_.reset();
  read_progress();
  ++readings_;
}

void Study::apply_here(const Deed& deed) { known_.follow(deed, model()); }

Reschedule Study::reschedule_by(const MemoryModel& other) const {
  return reschedule(fold_items(store_.deeds(), other), other, now().day, settings_,
                    [this](const ItemId& id) { return library_->find(id) != nullptr; },
                    [this](Day day) { return kind_of_day(settings_, day, rests(day)); });
}

// At once where another program on this machine may have written; what sync programs bring, which is late anyway, once a
// second.
void Study::look_for_news(bool at_once) {
  const Instant at = clock_.now();
  if (!at_once && looked_at_ && at >= *looked_at_ && at - *looked_at_ < std::chrono::seconds(1)) return;
  looked_at_ = at;
  LogListing now = list_log(place_.folder.log());
  if (now.files == seen_.files) return;
  seen_ = std::move(now);
  refresh();
}

// Orders that a clock far ahead left are passed over, but for those of what the events are about: behind them they count,
// before them they would change nothing.
std::int64_t Study::order_to_follow(std::span<const Event> events, const Moment& moment) {
  const std::int64_t latest = day_ahead(moment);
  if (!orders_) orders_ = Orders{store_.largest_order(latest), store_.largest_order(std::numeric_limits<std::int64_t>::max())};
  std::int64_t order = orders_->usual;
  if (orders_->of_all <= latest) return order;
  settle();
  for (const Event& event : events) order = std::max(order, store_.largest_order_towards(event));
  return order;
}

std::optional<Deed> Study::write(const std::function<std::vector<Event>(const Moment&)>& choose, const Writing& how) {
  Writer::Turn turn = writer_.lock();
  if (!turn.mended().sentence.empty()) remarks_.push_back(turn.mended().sentence);
  look_for_news(turn.saw_changes());
  Moment moment = now();
  if (how.on) moment.day = *how.on;
  std::vector<Event> events = choose(moment);
  if (events.empty()) return std::nullopt;
  Deed deed = append(turn, std::move(events), moment, how.meanwhile);
  if (how.then) how.then(deed);
  return deed;
}

Deed Study::append(Writer::Turn& turn, std::vector<Event> events, const Moment& moment,
                   const std::function<void(const Deed&)>& meanwhile) {
  const std::int64_t followed = order_to_follow(events, moment);
  Deed deed;
  try {
    deed = turn.append(std::move(events), moment, rule_.utc_offset(moment.at), followed, meanwhile);
  } catch (...) {
    if (meanwhile) refresh();
    throw;
  }
  if (deed.order <= day_ahead(moment)) orders_->usual = deed.order;
  orders_->of_all = std::max(orders_->of_all, deed.order);
  behind_ = true;
  see(seen_, turn.file(), turn.stamp());
  return deed;
}

Did Study::answer(const Item& item, Grade grade, std::optional<std::chrono::milliseconds> took,
                  std::vector<Part> parts, std::optional<Told> told) {
  return *answer_if(item, grade, took, std::move(parts), std::move(told), std::nullopt, {});
}

std::optional<Did> Study::answer_shown(const Item& item, Grade grade, std::optional<std::chrono::milliseconds> took, int reviews,
                                       const std::function<void(const Deed&)>& meanwhile) {
  return answer_if(item, grade, took, {}, {}, reviews, meanwhile);
}

// What came of it.
void Study::tell(AnswerView& view, const Deed& deed, const ItemState& after) const {
  view.deed = deed.id;
  view.phase = after.standing.phase;
  view.due = after.standing.due;
  view.days_to_90 = model().days_to_90(*after.standing.memory);
  view.difficulty = after.standing.memory->difficulty.level;
  view.lapses = after.lapses;
  view.leech = after.lapses >= settings_.leech_lapses;
  view.suspended = after.suspended;
}

std::optional<Did> Study::answer_if(const Item& item, Grade grade, std::optional<std::chrono::milliseconds> took,
                                    std::vector<Part> parts, std::optional<Told> told, std::optional<int> reviews,
                                    const std::function<void(const Deed&)>& meanwhile) {
  AnswerView view(item.id, grade);
  const auto choose = [&](const Moment& moment) {
    const ItemState before = state(item.id);
    if (reviews && before.reviews != *reviews) return std::vector<Event>{};
    const Outcome outcome = preview(item, before, moment)[index_of(grade)];
    const bool trusted = is_trusted(before, moment);
    const Outcome counted = as_counted(outcome, before.standing, moment, trusted);
    view.interval_days = counted.interval_days;
    view.wait = counted.wait;
    Answered answer{item.id, grade, took, outcome.after.phase, outcome.after.step, outcome.after.due, std::move(parts),
                    std::move(told), trusted};
    const ItemState after = apply(before, answer, Deed{{}, 0, moment.at, {}, moment.day, {}}, model());
    view.became_leech = tells_leech(settings_, before.lapses, after.lapses);
    std::vector<Event> events{std::move(answer)};
    if (view.became_leech && settings_.leech_action == LeechAction::Suspend && !before.suspended)
      events.emplace_back(Suspended{item.id});
    take_history_along(events, item.id);
    return events;
  };
  auto deed = write(choose, {.meanwhile = [&](const Deed& answered) {
    apply_here(answered);
    tell(view, answered, state(item.id));
    if (meanwhile) meanwhile(answered);
  }});
  if (!deed) return std::nullopt;
  return Did{*std::move(deed), std::move(view)};
}

Deed Study::answer(const std::vector<Answer>& answers) {
  const Deed deed = *write([&](const Moment& moment) {
    std::vector<Event> events;
    std::vector<Day> taken;
    for (const Answer& each : answers) {
      const ItemState before = state(each.item->id);
      const Outcome outcome = preview(*each.item, before, moment, taken)[index_of(each.grade)];
      taken.push_back(outcome.after.due.day);
      events.emplace_back(Answered{each.item->id, each.grade, each.took, outcome.after.phase, outcome.after.step, outcome.after.due, {}, {},
                                   is_trusted(before, moment)});
    }
    return events;
  });
  apply_here(deed);
  return deed;
}

Deed Study::suspend(const ItemId& item) { return suspend(std::vector{item}); }
Deed Study::unsuspend(const ItemId& item) { return unsuspend(std::vector{item}); }
Deed Study::bury_until_tomorrow(const ItemId& item) { return bury_until_tomorrow(std::vector{item}); }

Deed Study::suspend(const std::vector<ItemId>& items) {
  return put_away(items, [](const ItemId& item, const Moment&) { return Suspended{item}; });
}

Deed Study::unsuspend(const std::vector<ItemId>& items) {
  return put_away(items, [](const ItemId& item, const Moment&) { return Unsuspended{item}; });
}

Deed Study::bury_until_tomorrow(const std::vector<ItemId>& items) {
  return put_away(items, [](const ItemId& item, const Moment& moment) { return Buried{item, moment.day + std::chrono::days(1)}; });
}

std::vector<CardFlag> Study::flags_on(const ItemId& item) const {
  std::vector<Deed> standing;
  for (PastDeed& past : history_of(item))
    if (past.counts) standing.push_back(std::move(past.deed));
  return flags_of(standing, item);
}

Flagging Study::flag(const std::vector<ItemId>& items, const std::string& note) {
  Flagging flagging;
  std::vector<CardFlag> flags = flags_on(items.front());
  flagging.deed = *write([&](const Moment& moment) {
    flags.push_back({{}, moment.day, note});
    flagging.times = times_flagged(flags);
    std::vector<Event> events;
    for (const ItemId& item : items) events.emplace_back(Flagged{item, note});
    for (const ItemId& item : items)
      if (flagging.times >= kFlagsToSuspend && !state(item).suspended) events.emplace_back(Suspended{item});
    flagging.suspended = events.size() > items.size();
    for (const ItemId& item : items) take_history_along(events, item);
    return events;
  });
  apply_here(flagging.deed);
  return flagging;
}

Deed Study::unflag(const std::vector<ItemId>& items) {
  const bool was_suspended_by_them = times_flagged(flags_on(items.front())) >= kFlagsToSuspend;
  const Deed deed = *write([&](const Moment&) {
    std::vector<Event> events;
    for (const ItemId& item : items) events.emplace_back(Unflagged{item});
    for (const ItemId& item : items)
      if (was_suspended_by_them && state(item).suspended) events.emplace_back(Unsuspended{item});
    for (const ItemId& item : items) take_history_along(events, item);
    return events;
  });
  apply_here(deed);
  return deed;
}

Deed Study::put_away(const std::vector<ItemId>& items, const std::function<Event(const ItemId&, const Moment&)>& event) {
  const Deed deed = *write([&](const Moment& moment) {
    std::vector<Event> events;
    for (const ItemId& item : items) events.push_back(event(item, moment));
    for (const ItemId& item : items) take_history_along(events, item);
    return events;
  });
  apply_here(deed);
  return deed;
}

Deed Study::log(const std::vector<Event>& events, const std::optional<Answer>& answer, std::optional<Day> on) {
  const auto deed = write([&](const Moment& moment) {
    std::vector<Event> all = events;
    if (answer) {
      const ItemState before = state(answer->item->id);
      const Outcome outcome = preview(*answer->item, before, moment)[index_of(answer->grade)];
      all.emplace_back(Answered{answer->item->id, answer->grade, answer->took, outcome.after.phase, outcome.after.step,
                                outcome.after.due, {}, {}, is_trusted(before, moment)});
    }
    return all;
  }, {.on = on});
  refresh();
  return *deed;
}

Deed Study::rename(const std::vector<Renamed>& renames, const std::vector<Event>& beside, const std::function<void()>& files) {
  std::optional<Deed> deed;
  std::vector<Event> events(renames.begin(), renames.end());
  events.insert(events.end(), beside.begin(), beside.end());
  try {
    (void)write([&](const Moment&) { return events; },
                {.then = [&](const Deed& written) {
                  deed = written;
                  if (files) files();
                }});
  } catch (const FileError&) {
    if (deed) (void)write([&](const Moment&) { return std::vector<Event>{undone(*deed)}; });
    refresh();
    throw;
  }
  refresh();
  return *deed;
}

Deed Study::set_goals(int week, const std::vector<std::string>& goals) {
  const Deed deed = *write([&](const Moment&) { return std::vector<Event>{GoalsSet{week, goals}}; });
  settle();
  read_progress();
  return deed;
}

Deed Study::adopt(const Weights& weights, const std::vector<Move>& moves) {
  const auto deed = write([&](const Moment&) {
    std::vector<Event> events{Adopted{weights}};
    for (const Move& move : moves) {
      const ItemState now = state(move.item);
      if (now.reviews == move.reviews && now.standing.due.day == move.from) events.emplace_back(Moved{move.item, move.to});
    }
    return events;
  });
  refresh();
  return *deed;
}

SettingsChanged Study::change_settings(const std::function<SettingChange(const std::string& text)>& change) {
  SettingsChanged result;
  TextsChanged done = change_texts([&](const StudyTexts& now) {
    result.change = change(now.settings);
    return StudyTexts{result.change.wrong.empty() ? result.change.text : now.settings, now.plan, now.rounds};
  });
  result.changed = done.changed;
  result.deed = std::move(done.deed);
  return result;
}

// The history first, then the files: where the power fails between them, the command given again does it all, and what
// was kept before it is taken back without harm. The other way round the change would stand and never be undone.
TextsChanged Study::change_texts(const std::function<StudyTexts(const StudyTexts& texts)>& change) {
  TextsChanged result;
  StudyTexts before;
  const auto events_now = [&](const Moment&) {
    before = texts_of(place_.folder);
    result.texts = change(before);
    result.changed = result.texts != before;
    if (!result.changed) return std::vector<Event>{};
    std::vector<Event> events = events_between(place_.folder, before, result.texts);
    if (events.empty()) write_texts(place_.folder, before, result.texts);
    return events;
  };
  try {
    result.deed = write(events_now, {.then = [&](const Deed& deed) {
      result.deed = deed;
      write_texts(place_.folder, before, result.texts);
    }});
  } catch (const FileError&) {
    // What did not come to be is not what the next undo is for.
    if (result.deed) (void)write([&](const Moment&) { return std::vector<Event>{undone(*result.deed)}; });
    throw;
  }
  return result;
}

std::vector<Deed> Study::undo(int count) {
  return change_what_counts([&](const Viewpoint& from) { return store_.to_undo(count, from); }, Back::Undo);
}

std::vector<Deed> Study::redo(int count) {
  return change_what_counts([&](const Viewpoint& from) { return store_.to_redo(count, from); }, Back::Redo);
}

// The files first, then the history: where the power fails between them, the same command given again finds the files as
// they shall be and does the rest. The other way round it would take back the deed before.
std::vector<Deed> Study::change_what_counts(const std::function<std::vector<Deed>(const Viewpoint& from)>& choose, Back direction) {
  std::vector<Deed> deeds;
  std::optional<StudyTexts> texts_before;
  std::vector<MovedStory> moved;
  const auto events_now = [&](const Moment& moment) {
    settle();
    deeds = choose({writer_.device(), day_ahead(moment)});
    texts_before = put_texts_back(place_.folder, deeds, direction, remarks_);
    moved = follow_renames(place_.folder, deeds, direction == Back::Undo, remarks_);
    std::vector<Event> events;
    for (const Deed& each : deeds)
      direction == Back::Undo ? events.emplace_back(undone(each)) : events.emplace_back(redone(each));
    return events;
  };
  try {
    if (write(events_now)) refresh();
  } catch (const LogError&) {
    if (texts_before) write_texts(place_.folder, texts_of(place_.folder), *texts_before);
    while (!moved.empty()) {
      take_back(moved.back());
      moved.pop_back();
    }
    throw;
  }
  return deeds;
}

std::vector<std::string> Study::take_remarks() { return std::exchange(remarks_, {}); }

}  // namespace starling
