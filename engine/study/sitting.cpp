#include "study/sitting.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "source/source.h"
#include "study/leeches.h"

namespace starling {

namespace {

std::string first_line(const std::vector<Problem>& problems) {
  for (const Problem& problem : problems)
    if (problem.severity == Severity::Error) return to_line(problem);
  return "a text file is wrong";
}

Settings load_settings(const StudyFolder& folder, std::vector<Problem>& problems) {
  const auto text = read_file(folder.settings(), kMaxTomlBytes);
  if (!text)
    throw TextError({{"starling.toml", 1, 1, "", "unreadable", Severity::Error, "cannot be read"}});
  SettingsFile file = read_settings(*text, "starling.toml");
  if (!file.settings) throw TextError(std::move(file.problems));
  problems.insert(problems.end(), file.problems.begin(), file.problems.end());
  return std::move(*file.settings);
}

Instant pretended_moment(const DayAndTime& pretend, const DayRule& rule, int rollover_hour) {
  using std::chrono::hours;
  if (!pretend.time_of_day) return rule.moment(pretend.day, hours(12));
  // A time before the rollover names the date it stands on, whose study day began the date before.
  const bool early = *pretend.time_of_day < hours(rollover_hour);
  return rule.moment(early ? pretend.day - std::chrono::days(1) : pretend.day, *pretend.time_of_day);
}

void add_unknown_decks(std::vector<Problem>& problems, const Settings& settings, const Library& library) {
  for (const DeckRetention& own : settings.retention)
    if (std::ranges::find(library.decks, own.deck, &Deck::id) == library.decks.end())
      problems.push_back({"starling.toml", own.line, own.column, "", "unknown-deck", Severity::Warning,
                          fmt::format("[review.retention] there is no deck '{}'", own.deck)});
}

bool has_name(const std::vector<std::string>& names, Day day) {
  return std::find(names.begin(), names.end(), weekday_name(day)) != names.end();
}

}  // namespace

TextError::TextError(std::vector<Problem> found)
    : std::runtime_error(first_line(found)), problems(std::move(found)) {}

Day start_of(const Settings& settings, int interview_day, Day otherwise) {
  if (settings.start) return *settings.start;
  if (settings.interview) return *settings.interview - std::chrono::days(interview_day - 1);
  return otherwise;
}

Study::Study(StudyFolder folder, ContentFolder content, const Clock& clock, std::optional<DayAndTime> pretend)
    : folder_(std::move(folder)),
      content_(std::move(content)),
      clock_(clock),
      settings_(load_settings(folder_, problems_)),
      rule_(settings_.time_zone, settings_.rollover_hour),
      model_(default_weights()),
      store_(folder_.history()) {
  if (pretend) pretended_ = pretended_moment(*pretend, rule_, settings_.rollover_hour);
  derive();
  library_ = load_library(folder_, content_, settings_.plan, store_);
  problems_.insert(problems_.end(), library_.problems.begin(), library_.problems.end());
  if (!library_.plan) throw TextError(library_.problems);
  add_unknown_decks(problems_, settings_, library_);
  const bool undated = !settings_.start && !settings_.interview;
  start_ = start_of(settings_, plan().interview_day, (undated ? store_.first_day() : std::nullopt).value_or(today()));
  interview_ = settings_.interview.value_or(default_interview(plan(), start_));
}

void Study::derive() {
  const auto adoption = store_.adoption(settings_.model);
  const Adopted* adopted = adoption ? std::get_if<Adopted>(&adoption->what) : nullptr;
  const ModelKind kind = settings_.model.value_or(ModelKind::Fsrs6);
  model_ = MemoryModel(adopted ? adopted->weights : default_weights(kind));
  // Named by the adoption, not by its numbers: its moves belong to it as well.
  store_.derive(model_, adopted ? fmt::format("{} of event {}", to_string(model_.kind()), adoption->id)
                                : fmt::format("{} default", to_string(kind)));
}

Position Study::position() const { return starling::position(plan(), start_, today()); }

bool Study::rests(Day day) const {
  if (has_name(settings_.rest_days, day)) return true;
  const Position at = starling::position(plan(), start_, day);
  const PlanDay* entry = at.before || at.after ? nullptr : day_of(plan(), at.week, at.day);
  return entry && entry->rest;
}

QueueDay Study::queue_day() const {
  const Position at = position();
  return {now(), today(), at.offset, at.week, rests(today()), interview_, off(today())};
}

Queue Study::queue(const QueueFilter& filter) const {
  return build_queue(library_, store_.states(), store_.standing_between(today(), today()), settings_, queue_day(),
                     model_, filter);
}

std::vector<QueuedStory> Study::stories_today(int most) const {
  if (library_.stories.empty()) return {};
  return build_story_queue(library_, store_.states_of(std::string(kStoryPrefix)), queue_day(), model_, most);
}

Coverage Study::coverage() const {
  return story_coverage(library_.stories, store_.states_of(std::string(kStoryPrefix)), model_, today(), interview_,
                        position().week);
}

bool Study::has_item(const std::string& item) const {
  if (item.starts_with(kStoryPrefix))
    return library_.story(std::string_view(item).substr(kStoryPrefix.size())) != nullptr;
  return library_.find(item) != nullptr;
}

std::vector<std::string> Study::item_ids() const {
  std::vector<std::string> ids;
  ids.reserve(library_.items.size() + library_.stories.size());
  for (const CardItem& item : library_.items) ids.push_back(item.id);
  for (const Story& story : library_.stories) ids.push_back(std::string(kStoryPrefix) + story.id);
  return ids;
}

ItemState Study::state(const std::string& item) const { return store_.state(item).value_or(ItemState{}); }

std::array<Outcome, 4> Study::preview(const std::string& item) const { return preview(item, state(item)); }

std::array<Outcome, 4> Study::preview(const std::string& item, const ItemState& before) const {
  const DayLoads loads = loads_for(item, before);
  return outcomes(before.standing, now(), rule_, policy_of(item), model_,
                  seed_from(item, static_cast<std::uint64_t>(before.reviews)), &loads);
}

Policy Study::policy_of(const std::string& item) const {
  if (item.starts_with(kStoryPrefix)) return story_policy(settings_);
  return card_policy(settings_, std::string_view(item).substr(0, item.find('/')));
}

Face Study::face_of(const CardItem& item) const {
  const auto reviews = static_cast<std::uint64_t>(state(item.id).reviews);
  return face(library_.card(item), item.schedule, seed_from(item.id + " order", reviews));
}

Event Study::append(const std::string& item, What what) {
  const Instant at = now();
  return store_.append(Event{0, at, rule_.study_day(at), item, std::move(what)}, model_);
}

Answered Study::answer(const std::string& item, Grade grade, std::optional<std::chrono::milliseconds> took,
                       std::optional<Beats> beats) {
  const ItemState before = state(item);
  const Outcome outcome = preview(item, before)[static_cast<std::size_t>(grade) - 1];
  const Reviewed review{grade, took, outcome.after.phase, outcome.after.step, outcome.after.due};
  const Instant at = now();
  Event event{0, at, rule_.study_day(at), item,
              item.starts_with(kStoryPrefix) ? What{Told{review, beats}} : What{review}};

  Answered done;
  done.after = apply(before, event, model_);
  done.interval_days = outcome.interval_days;
  done.wait = outcome.wait;
  done.leech = done.after.lapses >= settings_.leech_lapses;
  done.became_leech = tells_leech(settings_, before.lapses, done.after.lapses);
  done.suspended = done.became_leech && settings_.leech_action == LeechAction::Suspend && !before.suspended;
  done.event = done.suspended ? append_with_suspension(std::move(event)) : store_.append(std::move(event), model_);
  done.after.suspended = done.after.suspended || done.suspended;
  return done;
}

void Study::suspend(const std::string& item) { (void)append(item, Suspended{}); }
void Study::unsuspend(const std::string& item) { (void)append(item, Unsuspended{}); }
void Study::bury_until_tomorrow(const std::string& item) {
  (void)append(item, Buried{today() + std::chrono::days(1)});
}

Event Study::adopt(Weights weights, std::span<const MovedItem> moves) {
  const Instant at = now();
  Event event{0, at, rule_.study_day(at), std::string(kMemoryItem), Adopted{std::move(weights)}};
  event = store_.adopt(std::move(event), moves);
  derive();
  return event;
}

}  // namespace starling
