#include "settings/read.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "text/text.h"

namespace starling {

namespace {

constexpr int kSchema = 1;
constexpr std::array<std::string_view, 2> kLevels{"L6", "L7"};
constexpr std::array<std::string_view, 2> kRoles{"em", "ic"};
constexpr std::array<std::string_view, 2> kModels{"fsrs-6", "fsrs-7"};
constexpr std::array<std::string_view, 7> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 2> kLeechActions{"tag", "suspend"};
constexpr std::array<std::string_view, 3> kSlotNames{"morning", "noon", "evening"};

template <class T>
void set(T& target, const std::optional<std::int64_t>& value) {
  if (value) target = static_cast<T>(*value);
}

// Its whole name, also of one that is cut after three letters or more, in any case: "Sun".
std::string_view whole_weekday(std::string_view name) {
  constexpr std::size_t kFewestLetters = 3;
  if (name.size() < kFewestLetters) return {};
  const std::string small = ascii_lower(name);
  const auto found = std::ranges::find_if(kWeekdays, [&](std::string_view day) { return day.starts_with(small); });
  return found == kWeekdays.end() ? std::string_view() : *found;
}

std::vector<std::string> read_weekdays(Fields& fields, std::string_view key) {
  std::vector<std::string> names;
  for (const std::string& name : fields.texts(key))
    if (const std::string_view day = whole_weekday(name); !day.empty())
      names.emplace_back(day);
    else
      fields.problem(key, "unknown-word", fmt::format("'{}' is not a day such as \"sunday\"", name));
  return names;
}

std::vector<DaySpan> read_days_off(Fields& fields) {
  std::vector<DaySpan> spans;
  for (const std::string& text : fields.texts("days_off"))
    if (const auto span = parse_day_span(text))
      spans.push_back(*span);
    else
      fields.problem("days_off", "wrong-days",
                     fmt::format("'{}' is not a day such as \"2027-02-05\", nor days in order and within a year "
                                 "such as \"2026-12-24..2027-01-02\"",
                                 text));
  return spans;
}

void read_day(const TomlTable& table, Findings& findings, Settings& settings) {
  Fields fields(table, findings, "[day]");
  if (auto zone = fields.text("time_zone")) {
    settings.time_zone = *zone;
    try {
      const DayRule known(*zone, 0);
    } catch (const UnknownTimeZone& error) {
      fields.problem("time_zone", "unknown-time-zone", error.what());
    }
  }
  set(settings.rollover_hour, fields.integer("rollover_hour", 0, 23));
  if (const TomlTable* slots = fields.table("slots")) {
    Fields minutes(*slots, findings, "[day] slots");
    for (std::size_t i = 0; i < kSlotNames.size(); ++i)
      set(settings.slot_minutes[i], minutes.integer(kSlotNames[i], 0, 1440));
    minutes.finish();
  }
  if (fields.has("rest_days")) settings.rest_days = read_weekdays(fields, "rest_days");
  if (std::ranges::all_of(kWeekdays, [&](std::string_view day) { return std::ranges::find(settings.rest_days, day) != settings.rest_days.end(); }))
    fields.problem("rest_days", "no-day-left", "on none of the seven days is anything new begun", Severity::Warning);
  settings.lighter_days = read_weekdays(fields, "lighter_days");
  settings.days_off = read_days_off(fields);
  fields.finish();
}

std::vector<std::chrono::minutes> read_steps(Fields& fields, std::string_view key,
                                             std::vector<std::chrono::minutes> otherwise) {
  if (!fields.has(key)) return otherwise;
  std::vector<std::chrono::minutes> steps;
  bool falls = false;
  for (const std::string& text : fields.texts(key)) {
    const auto step = parse_step(text);
    falls = falls || (step && !steps.empty() && *step < steps.back());
    if (step)
      steps.push_back(*step);
    else
      fields.problem(key, "wrong-step", fmt::format("'{}' is not a step such as \"10m\", \"2h\" or \"1d\"", text));
  }
  if (falls) fields.problem(key, "falling-steps", "a step is shorter than the one before it", Severity::Warning);
  return steps;
}

std::vector<DeckRetention> read_retention(const TomlTable& table, Findings& findings) {
  Fields fields(table, findings, "[review.retention]");
  std::vector<DeckRetention> decks;
  for (const TomlMember& member : table.members)
    if (const auto retention = fields.number(member.key, 0.70, 0.99))
      decks.push_back({member.key, *retention, member.line, member.column});
  fields.finish();
  return decks;
}

std::vector<NamedWorth> read_worths(const TomlTable& table, Findings& findings) {
  Fields fields(table, findings, "[review.worth]");
  std::vector<NamedWorth> worths;
  std::set<double> different;
  for (const TomlMember& member : table.members) {
    const auto worth = fields.number(member.key, kLeastItemWorth, kMostItemWorth);
    if (!worth) continue;
    if (*worth != 1) different.insert(*worth);
    if (different.size() > kMostWorths)
      fields.problem(member.key, "too-many-worths", fmt::format("there are more than {} different ones beside 1", kMostWorths));
    worths.push_back({member.key, *worth, member.line, member.column});
  }
  fields.finish();
  return worths;
}

void read_review(const TomlTable& table, Findings& findings, Settings& settings) {
  Fields fields(table, findings, "[review]");
  if (const auto model = fields.word("model", kModels)) settings.model = parse_model(*model);
  settings.desired_retention = fields.number("desired_retention", 0.70, 0.99).value_or(settings.desired_retention);
  set(settings.new_per_day, fields.integer("new_per_day", 0, 1000));
  set(settings.reviews_per_day, fields.integer("reviews_per_day", 0, 10000));
  settings.minutes_per_day = fields.number("minutes_per_day", 0, 1440).value_or(settings.minutes_per_day);
  settings.learning_steps = read_steps(fields, "learning_steps", settings.learning_steps);
  settings.relearning_steps = read_steps(fields, "relearning_steps", settings.relearning_steps);
  set(settings.maximum_interval_days, fields.integer("maximum_interval_days", 1, 36500));
  set(settings.leech_lapses, fields.integer("leech_lapses", 1, 1000));
  if (const auto action = fields.word("leech_action", kLeechActions))
    settings.leech_action = *action == "suspend" ? LeechAction::Suspend : LeechAction::Tag;
  std::array<std::string_view, kQueueOrders.size()> orders;
  std::ranges::transform(kQueueOrders, orders.begin(), [](QueueOrder order) { return to_string(order); });
  if (const auto order = fields.word("order", orders)) settings.order = *parse_queue_order(*order);
  std::array<std::string_view, kStudyPolicies.size() + 1> policies{kAutoPolicy};
  std::ranges::transform(kStudyPolicies, policies.begin() + 1, [](StudyPolicy policy) { return to_string(policy); });
  if (const auto policy = fields.word("policy", policies)) {
    settings.auto_policy = *policy == kAutoPolicy;
    settings.policy = parse_study_policy(*policy).value_or(kPolicyUntilForeseen);
  }
  std::array<std::string_view, kThoroughnesses.size()> grades;
  std::ranges::transform(kThoroughnesses, grades.begin(), [](Thoroughness each) { return to_string(each); });
  if (const auto word = fields.word("thoroughness", grades)) {
    settings.auto_thoroughness = false;
    settings.thoroughness = *parse_thoroughness(*word);
  }
  settings.type_cloze = fields.flag("type_cloze").value_or(settings.type_cloze);
  settings.load_balance = fields.flag("load_balance").value_or(settings.load_balance);
  settings.worth_by_plan = fields.flag("worth_by_plan").value_or(settings.worth_by_plan);
  settings.weekly_refit = fields.flag("weekly_refit").value_or(settings.weekly_refit);
  if (const TomlTable* retention = fields.table("retention")) settings.retention = read_retention(*retention, findings);
  if (const TomlTable* worths = fields.table("worth")) settings.worths = read_worths(*worths, findings);
  fields.finish();
}

void read_lint(const TomlTable& table, Findings& findings, LintSettings& lint) {
  Fields fields(table, findings, "[story.lint]");
  for (std::size_t i = 0; i < kLintLimitCount; ++i) {
    const LintLimitRow& row = lint_limits()[i];
    if (row.whole)
      set(lint.limits[i], fields.integer(row.key, static_cast<std::int64_t>(row.low), static_cast<std::int64_t>(row.high)));
    else
      lint.limits[i] = fields.number(row.key, row.low, row.high).value_or(lint.limits[i]);
  }
  if (fields.has("jargon_allowed")) lint.jargon_allowed = fields.texts("jargon_allowed");
  lint.code_names = fields.texts("code_names");
  lint.off = fields.texts("off");
  for (const std::string& rule : lint.off)
    if (std::ranges::find(kLintRules, rule) == kLintRules.end())
      fields.problem("off", "unknown-word", fmt::format("'{}' is not a rule of the lint; all of them: starling story lint --rules", rule));
  fields.finish();
}

void read_story_settings(const TomlTable& table, Findings& findings, Settings& settings) {
  Fields fields(table, findings, "[story]");
  set(settings.words_per_minute, fields.integer("words_per_minute", 60, 300));
  set(settings.target_seconds, fields.integer("target_seconds", 20, 1200));
  settings.story_cards = fields.flag("cards").value_or(settings.story_cards);
  if (const TomlTable* lint = fields.table("lint")) read_lint(*lint, findings, settings.lint);
  fields.finish();
}

void check_dates(Fields& fields, const Settings& settings) {
  if (settings.start && settings.interview && *settings.interview < *settings.start)
    fields.problem("interview", "date-order",
                   fmt::format("the interview ({}) is before the start ({})", to_string(*settings.interview),
                               to_string(*settings.start)));
  if (settings.hours_per_week && (*settings.hours_per_week < 15 || *settings.hours_per_week > 20))
    fields.problem("hours_per_week", "hours-outside-plan",
                   fmt::format("the plan is made for 15 to 20 hours a week, not {:g}", *settings.hours_per_week),
                   Severity::Warning);
}

}  // namespace

std::optional<DaySpan> parse_day_span(std::string_view text) {
  constexpr std::string_view kTo = "..";
  const std::size_t to = text.find(kTo);
  const auto first = parse_day(text.substr(0, to));
  const auto last = to == text.npos ? first : parse_day(text.substr(to + kTo.size()));
  if (!first || !last) return std::nullopt;
  const int days = days_between(*first, *last);
  if (days < 0 || days > 366) return std::nullopt;
  return DaySpan{*first, *last};
}

std::optional<std::chrono::minutes> parse_step(std::string_view text) {
  if (text.size() < 2) return std::nullopt;
  int count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size() - 1, count);
  if (error != std::errc{} || end != text.data() + text.size() - 1 || count < 1 || count > 43200) return std::nullopt;
  const char unit = text.back();
  const int minutes = unit == 'm' ? 1 : unit == 'h' ? 60 : unit == 'd' ? 24 * 60 : 0;
  const std::chrono::minutes step(static_cast<std::int64_t>(count) * minutes);
  if (step < std::chrono::minutes(1) || step > std::chrono::days(30)) return std::nullopt;
  return step;
}

SettingsFile read_settings(std::string_view text, std::string_view file) {
  SettingsFile result;
  TomlDocument document = parse_toml(text, file, kSchema);
  Findings findings{std::string(file), std::move(document.problems)};
  if (document.root) {
    Settings settings;
    Fields fields(*document.root, findings, "");
    fields.schema(kSchema);
    if (auto level = fields.word("level", kLevels)) settings.level = *level;
    if (auto role = fields.word("role", kRoles)) settings.role = *role;
    settings.start = fields.day("start");
    settings.interview = fields.day("interview");
    if (auto plan = fields.text("plan")) settings.plan = *plan;
    settings.hours_per_week = fields.number("hours_per_week", 1, 100);
    if (const TomlTable* day = fields.table("day")) read_day(*day, findings, settings);
    if (const TomlTable* review = fields.table("review")) read_review(*review, findings, settings);
    if (const TomlTable* story = fields.table("story")) read_story_settings(*story, findings, settings);
    check_dates(fields, settings);
    fields.finish();
    if (!has_error(findings.problems)) result.settings = std::move(settings);
  }
  result.problems = std::move(findings.problems);
  return result;
}

}  // namespace starling
