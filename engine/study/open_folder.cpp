#include "study/open_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "probe/probe.h"
#include "source/source.h"
#include "stamp.h"

namespace starling {

namespace {

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

// The first of which not all is here.
std::optional<MissingLines> first_missing(const std::vector<MissingLines>& names, const std::filesystem::path& log) {
  const auto at = std::ranges::find_if(names, [](const MissingLines& name) { return name.here < name.written; });
  if (at == names.end()) return std::nullopt;
  MissingLines missing = *at;
  missing.unread = why_unread(log, missing.device);
  return missing;
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
  if (own) missing_ = first_missing({{own->device, surely_written(*own), store_.newest_number(own->device)}}, place_.folder.log());
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
  guard_ = kept_guard();
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

const MissingLines* Study::missing_lines() const { return missing_ ? &*missing_ : nullptr; }

std::optional<MissingLines> Study::lines_given_up() const {
  std::vector<MissingLines> names = given_up_names(device_state_of(place_));
  for (MissingLines& name : names) name.here = store_.whole_up_to(name.device);
  return first_missing(names, place_.folder.log());
}

void Study::note_mended(const Mended& mended) {
  if (!mended.sentence.empty()) remarks_.push_back(mended.sentence);
  if (!mended.missing || (missing_ && missing_->device == mended.missing->device)) return;
  missing_ = mended.missing;
  missing_->unread = why_unread(place_.folder.log(), missing_->device);
  remarks_.push_back(to_remark(*missing_));
}

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

std::vector<std::string> Study::take_remarks() { return std::exchange(remarks_, {}); }

}  // namespace starling
