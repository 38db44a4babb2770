#include "study/sitting.h"

#include <algorithm>

#include "source/source.h"

namespace starling {

namespace {

constexpr std::string_view kStory = "story/";

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
  store_.derive(model_, "fsrs-6 default");
  library_ = load_library(folder_, content_, settings_.plan, store_);
  problems_.insert(problems_.end(), library_.problems.begin(), library_.problems.end());
  if (!library_.plan) throw TextError(library_.problems);
  start_ = start_of(settings_, plan().interview_day, store_.first_day().value_or(today()));
  interview_ = settings_.interview.value_or(default_interview(plan(), start_));
}

Position Study::position() const { return starling::position(plan(), start_, today()); }

bool Study::rests(Day day) const {
  const auto& names = settings_.rest_days;
  if (std::find(names.begin(), names.end(), weekday_name(day)) != names.end()) return true;
  const Position at = starling::position(plan(), start_, day);
  const PlanDay* entry = at.before || at.after ? nullptr : day_of(plan(), at.week, at.day);
  return entry && entry->rest;
}

QueueDay Study::queue_day() const {
  const Position at = position();
  return {now(), today(), at.offset, at.week, rests(today()), interview_};
}

Queue Study::queue(const QueueFilter& filter) const {
  return build_queue(library_, store_.states(), store_.standing_between(today(), today()), settings_, queue_day(),
                     model_, filter);
}

std::vector<QueuedStory> Study::stories_today(int most) const {
  if (library_.stories.empty()) return {};
  return build_story_queue(library_, store_.states_of(std::string(kStory)), queue_day(), model_, most);
}

Coverage Study::coverage() const {
  return story_coverage(library_.stories, store_.states_of(std::string(kStory)), model_, today(), interview_,
                        position().week);
}

bool Study::has_item(const std::string& item) const {
  if (item.starts_with(kStory)) return library_.story(std::string_view(item).substr(kStory.size())) != nullptr;
  return library_.find(item) != nullptr;
}

std::vector<std::string> Study::item_ids() const {
  std::vector<std::string> ids;
  ids.reserve(library_.items.size() + library_.stories.size());
  for (const CardItem& item : library_.items) ids.push_back(item.id);
  for (const Story& story : library_.stories) ids.push_back(std::string(kStory) + story.id);
  return ids;
}

ItemState Study::state(const std::string& item) const { return store_.state(item).value_or(ItemState{}); }

std::array<Outcome, 4> Study::preview(const std::string& item) const {
  const ItemState before = state(item);
  const Policy policy = item.starts_with(kStory) ? story_policy(settings_) : card_policy(settings_);
  return outcomes(before.standing, now(), rule_, policy,
                  seed_from(item, static_cast<std::uint64_t>(before.reviews)));
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
  const Outcome outcome = preview(item)[static_cast<std::size_t>(grade) - 1];
  const Reviewed review{grade, took, outcome.after.phase, outcome.after.step, outcome.after.due};
  const int lapses = state(item).lapses;

  Answered done;
  done.event = append(item, item.starts_with(kStory) ? What{Told{review, beats}} : What{review});
  done.after = state(item);
  done.interval_days = outcome.interval_days;
  done.wait = outcome.wait;
  done.leech = done.after.lapses >= settings_.leech_lapses;
  done.became_leech = done.leech && lapses < settings_.leech_lapses;
  return done;
}

void Study::suspend(const std::string& item) { (void)append(item, Suspended{}); }
void Study::unsuspend(const std::string& item) { (void)append(item, Unsuspended{}); }
void Study::bury_until_tomorrow(const std::string& item) {
  (void)append(item, Buried{today() + std::chrono::days(1)});
}

std::optional<Event> Study::undo() {
  auto target = store_.to_undo();
  if (target) (void)append(target->item, Undone{target->id});
  return target;
}

std::optional<Event> Study::redo() {
  auto target = store_.to_redo();
  if (target) (void)append(target->item, Redone{target->id});
  return target;
}

}  // namespace starling
