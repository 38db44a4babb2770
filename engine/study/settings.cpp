#include "study/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace starling {

namespace {

constexpr std::array<std::string_view, 2> kLevels{"L6", "L7"};
constexpr std::array<std::string_view, 2> kModels{"fsrs-6", "fsrs-7"};
constexpr std::array<std::string_view, 7> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 3> kSlotNames{"morning", "noon", "evening"};

template <class T>
void set(T& target, const std::optional<std::int64_t>& value) {
  if (value) target = static_cast<T>(*value);
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
  if (fields.has("rest_days")) {
    settings.rest_days = fields.texts("rest_days");
    for (const std::string& day : settings.rest_days)
      if (std::find(kWeekdays.begin(), kWeekdays.end(), day) == kWeekdays.end())
        fields.problem("rest_days", "unknown-word", fmt::format("'{}' is not a day such as \"sunday\"", day));
  }
  fields.finish();
}

std::vector<std::chrono::minutes> read_steps(Fields& fields, std::string_view key,
                                             std::vector<std::chrono::minutes> otherwise) {
  if (!fields.has(key)) return otherwise;
  std::vector<std::chrono::minutes> steps;
  for (const std::string& text : fields.texts(key)) {
    const auto step = parse_step(text);
    if (step)
      steps.push_back(*step);
    else
      fields.problem(key, "wrong-step", fmt::format("'{}' is not a step such as \"10m\", \"2h\" or \"1d\"", text));
  }
  return steps;
}

void read_review(const TomlTable& table, Findings& findings, Settings& settings) {
  Fields fields(table, findings, "[review]");
  if (auto model = fields.word("model", kModels)) {
    settings.model = *model;
    if (*model != "fsrs-6")
      fields.problem("model", "unknown-model", "this version schedules with \"fsrs-6\" only; set model = \"fsrs-6\"");
  }
  settings.desired_retention = fields.number("desired_retention", 0.70, 0.99).value_or(settings.desired_retention);
  set(settings.new_per_day, fields.integer("new_per_day", 0, 1000));
  set(settings.reviews_per_day, fields.integer("reviews_per_day", 0, 10000));
  settings.minutes_per_day = fields.number("minutes_per_day", 0, 1440).value_or(settings.minutes_per_day);
  settings.learning_steps = read_steps(fields, "learning_steps", settings.learning_steps);
  settings.relearning_steps = read_steps(fields, "relearning_steps", settings.relearning_steps);
  set(settings.maximum_interval_days, fields.integer("maximum_interval_days", 1, 36500));
  set(settings.leech_lapses, fields.integer("leech_lapses", 1, 1000));
  fields.finish();
}

void read_story_settings(const TomlTable& table, Findings& findings, Settings& settings) {
  Fields fields(table, findings, "[story]");
  set(settings.words_per_minute, fields.integer("words_per_minute", 60, 300));
  set(settings.target_seconds, fields.integer("target_seconds", 20, 1200));
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

std::string set_line(std::string_view key, std::string_view value) { return fmt::format("{} = {}", key, value); }

std::vector<std::pair<std::string, std::string>> top_level(const Beginning& beginning) {
  std::vector<std::pair<std::string, std::string>> keys{
      {"level", fmt::format("\"{}\"", beginning.level)},
      {"start", to_string(beginning.start)},
      {"interview", to_string(beginning.interview)},
  };
  if (beginning.hours_per_week) keys.emplace_back("hours_per_week", fmt::format("{:g}", *beginning.hours_per_week));
  return keys;
}

bool sets_key(std::string_view line, std::string_view key) {
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == line.npos || !line.substr(begin).starts_with(key)) return false;
  const std::size_t after = line.find_first_not_of(" \t", begin + key.size());
  return after != line.npos && line[after] == '=';
}

}  // namespace

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
  TomlDocument document = parse_toml(text, file);
  Findings findings{std::string(file), std::move(document.problems)};
  if (document.root) {
    Settings settings;
    Fields fields(*document.root, findings, "the settings");
    (void)fields.integer("schema", 1, 1);
    if (auto level = fields.word("level", kLevels)) settings.level = *level;
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

double hours_per_week(const Settings& settings) {
  return settings.hours_per_week.value_or(settings.level == "L7" ? 17 : 15);
}

Policy card_policy(const Settings& settings) {
  return {.weights = default_weights(),
          .desired_retention = settings.desired_retention,
          .learning_steps = settings.learning_steps,
          .relearning_steps = settings.relearning_steps,
          .maximum_interval_days = settings.maximum_interval_days};
}

Policy story_policy(const Settings& settings) {
  Policy policy = card_policy(settings);
  policy.learning_steps.clear();
  policy.relearning_steps.clear();
  return policy;
}

std::string settings_text(const Beginning& beginning) {
  std::string text = "# Your decisions. A line with # in front shows the default of its key.\nschema = 1\n";
  for (const auto& [key, value] : top_level(beginning)) text += set_line(key, value) + "\n";
  if (!beginning.hours_per_week) text += "# hours_per_week = 15           # 15 for L6, 17 for L7\n";
  text += R"(# plan = "amazon-24-week"

[day]
# time_zone = "Europe/Berlin"   # the system's
# rollover_hour = 4             # a study day begins at this hour
# slots = { morning = 60, noon = 30, evening = 120 }   # minutes
# rest_days = ["sunday"]        # reviews only, nothing new

[review]
# desired_retention = 0.90      # 0.70 to 0.99
# minutes_per_day = 25
# new_per_day = 20
# reviews_per_day = 120
# learning_steps = ["1m", "10m"]
# relearning_steps = ["10m"]
# maximum_interval_days = 180
# leech_lapses = 8

[story]
# words_per_minute = 140
# target_seconds = 150
)";
  return text;
}

std::string change_settings(std::string_view text, const Beginning& beginning) {
  std::vector<std::string> lines;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    lines.emplace_back(text.substr(start, end - start));
    start = end + 1;
  }
  const auto first_table = [&] {
    return std::find_if(lines.begin(), lines.end(), [](const std::string& line) {
      const std::size_t begin = line.find_first_not_of(" \t");
      return begin != line.npos && line[begin] == '[';
    });
  };
  for (const auto& [key, value] : top_level(beginning)) {
    const auto line = std::find_if(lines.begin(), first_table(),
                                   [&, &name = key](const std::string& l) { return sets_key(l, name); });
    if (line != first_table())
      *line = set_line(key, value);
    else
      lines.insert(first_table(), set_line(key, value));
  }
  std::string changed;
  for (const std::string& line : lines) changed += line + "\n";
  return changed;
}

}  // namespace starling
