#include "settings/keys.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "source/source.h"

namespace starling {

namespace {

constexpr std::string_view kRetention = "review.retention.";
constexpr std::string_view kWorth = "review.worth.";
constexpr std::string_view kLint = "story.lint.";

std::string in_quotes(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      result += {'\\', c};
    else if (byte < 0x20 || byte == 0x7f)
      result += fmt::format("\\u{:04X}", byte);
    else
      result += c;
  }
  return result + '"';
}

template <class List, class Text>
std::string listed(const List& list, Text text) {
  std::string result;
  for (const auto& one : list) result += (result.empty() ? "" : ", ") + in_quotes(text(one));
  return "[" + result + "]";
}

std::string step_text(std::chrono::minutes step) {
  const auto count = step.count();
  if (count % (24 * 60) == 0) return fmt::format("{}d", count / (24 * 60));
  return count % 60 == 0 ? fmt::format("{}h", count / 60) : fmt::format("{}m", count);
}

std::string span_text(const DaySpan& span) {
  return span.first == span.last ? to_string(span.first) : to_string(span.first) + ".." + to_string(span.last);
}

std::string day_text(const std::optional<Day>& day) { return day ? to_string(*day) : ""; }

const auto kAsItIs = [](const std::string& text) { return text; };

struct Known {
  std::string_view name;
  SettingWants wants;
  std::string (*value)(const Settings&);
  std::string_view about;
  std::string_view without = {};
  double low = 0;
  double high = 0;
};

using enum SettingWants;

const std::array kKnown{
    Known{"level", Word, [](const Settings& s) { return in_quotes(s.level); },
          "The level you interview for: cards and tasks of the other one are left out."},
    Known{"role", Word, [](const Settings& s) { return in_quotes(s.role); },
          "em where you lead people, ic where you do not: who leads is asked deeper of hiring and of caring for a team."},
    Known{"start", Date, [](const Settings& s) { return day_text(s.start); }, "The first day of the plan; any day of the week.",
          "the day by which the plan ends with the interview"},
    Known{"interview", Date, [](const Settings& s) { return day_text(s.interview); }, "The day of the interview.", "the plan's own"},
    Known{"hours_per_week", Number, [](const Settings& s) { return s.hours_per_week ? fmt::format("{}", *s.hours_per_week) : ""; },
          "What you can give a week; the usual plan is made for 15 to 20.", "the plan's for the level", 1, 100},
    Known{"plan", Text, [](const Settings& s) { return in_quotes(s.plan); }, "The id of the plan; all of them: starling plan --list."},
    Known{"day.time_zone", Text, [](const Settings& s) { return s.time_zone.empty() ? "" : in_quotes(s.time_zone); },
          "Where you live, such as \"Europe/Berlin\".", "the system's"},
    Known{"day.rollover_hour", Whole, [](const Settings& s) { return fmt::format("{}", s.rollover_hour); },
          "A study day begins at this hour, so that a late evening counts for the day before.", {}, 0, 23},
    Known{"day.slots.morning", Whole, [](const Settings& s) { return fmt::format("{}", s.slot_minutes[0]); },
          "Minutes you have in the morning of a weekday.", {}, 0, 1440},
    Known{"day.slots.noon", Whole, [](const Settings& s) { return fmt::format("{}", s.slot_minutes[1]); },
          "Minutes you have at noon of a weekday.", {}, 0, 1440},
    Known{"day.slots.evening", Whole, [](const Settings& s) { return fmt::format("{}", s.slot_minutes[2]); },
          "Minutes you have in the evening of a weekday.", {}, 0, 1440},
    Known{"day.rest_days", Weekdays, [](const Settings& s) { return listed(s.rest_days, kAsItIs); },
          "Days of the week with reviews only: nothing new, and few reviews are put there."},
    Known{"day.lighter_days", Weekdays, [](const Settings& s) { return listed(s.lighter_days, kAsItIs); },
          "Days of the week with half the reviews of others."},
    Known{"day.days_off", Spans, [](const Settings& s) { return listed(s.days_off, span_text); },
          "Days on which nothing is asked: \"2027-02-05\", or \"2026-12-24..2027-01-02\" with both ends."},
    Known{"review.model", Word, [](const Settings& s) { return s.model ? in_quotes(to_string(*s.model)) : ""; },
          "The memory model.", "that of the weights in use"},
    Known{"review.desired_retention", Number, [](const Settings& s) { return fmt::format("{}", s.desired_retention); },
          "A card comes back when the chance of recall has fallen to this.", {}, 0.70, 0.99},
    Known{"review.minutes_per_day", Number, [](const Settings& s) { return fmt::format("{}", s.minutes_per_day); },
          "Minutes of cards a day; what does not fit waits.", {}, 0, 1440},
    Known{"review.new_per_day", Whole, [](const Settings& s) { return fmt::format("{}", s.new_per_day); },
          "New cards a day at most.", {}, 0, 1000},
    Known{"review.reviews_per_day", Whole, [](const Settings& s) { return fmt::format("{}", s.reviews_per_day); },
          "Reviews a day at most.", {}, 0, 10000},
    Known{"review.learning_steps", Steps, [](const Settings& s) { return listed(s.learning_steps, step_text); },
          "How soon a new card comes again before it is left for days; an empty list: at once for days."},
    Known{"review.relearning_steps", Steps, [](const Settings& s) { return listed(s.relearning_steps, step_text); },
          "The same after a lapse."},
    Known{"review.maximum_interval_days", Whole, [](const Settings& s) { return fmt::format("{}", s.maximum_interval_days); },
          "No card is left for longer.", {}, 1, 36500},
    Known{"review.leech_lapses", Whole, [](const Settings& s) { return fmt::format("{}", s.leech_lapses); },
          "A card forgotten so often is a leech.", {}, 1, 1000},
    Known{"review.leech_action", Word,
          [](const Settings& s) { return in_quotes(s.leech_action == LeechAction::Suspend ? "suspend" : "tag"); },
          "What becomes of a leech: it is told, or suspended as well."},
    Known{"review.order", Word, [](const Settings& s) { return in_quotes(to_string(s.order)); },
          "Which due cards come first where not all fit; docs/queue-order.md compares them."},
    Known{"review.policy", Word, [](const Settings& s) { return in_quotes(policy_word(s)); },
          "How the days up to the interview are used: auto takes the one of these under which most would be known; docs/ready.md compares them. Until an interview is named, deadline is half-left."},
    Known{"review.thoroughness", Word, [](const Settings& s) { return in_quotes(to_string(s.thoroughness)); },
          "Under deadline, how many of the minutes that would be left over go into the last bit of certainty. Where it is not set, auto takes what is foreseen to be best."},
    Known{"review.worth_by_plan", Flag, [](const Settings& s) { return std::string(s.worth_by_plan ? "true" : "false"); },
          "Cards count more where the plan gives their area many hours for few cards; what a name has in [review.worth] stands in its place."},
    Known{"review.load_balance", Flag, [](const Settings& s) { return std::string(s.load_balance ? "true" : "false"); },
          "Reviews are spread over near days so that the days are even."},
    Known{"review.weekly_refit", Flag, [](const Settings& s) { return std::string(s.weekly_refit ? "true" : "false"); },
          "The first sitting of a week fits the weights of memory to your answers, from 500 reviews on, and takes over the model whose fit foresees better. Who answers by next and answer alone: starling optimise --auto."},
    Known{"review.type_cloze", Flag, [](const Settings& s) { return std::string(s.type_cloze ? "true" : "false"); },
          "Gaps of cloze and code cards are typed and checked; else you grade them like any other card."},
    Known{"story.words_per_minute", Whole, [](const Settings& s) { return fmt::format("{}", s.words_per_minute); },
          "How fast you speak.", {}, 60, 300},
    Known{"story.target_seconds", Whole, [](const Settings& s) { return fmt::format("{}", s.target_seconds); },
          "How long a telling should take where the story does not say.", {}, 20, 1200},
    Known{"story.cards", Flag, [](const Settings& s) { return std::string(s.story_cards ? "true" : "false"); },
          "Once told, a story is asked in cards by its opening, beats and figures: the deck my-stories."},
    // The limits of the lint stand here, from lint_limits().
    Known{"story.lint.jargon_allowed", Texts, [](const Settings& s) { return listed(s.lint.jargon_allowed, kAsItIs); },
          "Words in capitals that need not be spelled out."},
    Known{"story.lint.code_names", Texts, [](const Settings& s) { return listed(s.lint.code_names, kAsItIs); },
          "Internal names that may stand in no story."},
    Known{"story.lint.off", Words, [](const Settings& s) { return listed(s.lint.off, kAsItIs); },
          "Rules that mark nothing; all of them: starling story lint --rules."},
};
constexpr std::string_view kBehindLimits = "story.lint.jargon_allowed";

constexpr double kLeastRetention = 0.70;
constexpr double kMostRetention = 0.99;

template <class List>
std::vector<std::string_view> words_for(const List& values) {
  std::vector<std::string_view> words;
  for (const auto value : values) words.push_back(to_string(value));
  return words;
}

std::vector<std::string_view> words_of(std::string_view name) {
  if (name == "level") return {"L6", "L7"};
  if (name == "role") return {"em", "ic"};
  if (name == "review.model") return words_for(kModelKinds);
  if (name == "review.leech_action") return {"tag", "suspend"};
  if (name == "review.order") return words_for(kQueueOrders);
  if (name == "review.policy") {
    std::vector<std::string_view> words = words_for(kStudyPolicies);
    words.insert(words.begin(), kAutoPolicy);
    return words;
  }
  if (name == "review.thoroughness") return words_for(kThoroughnesses);
  if (name == "story.lint.off") return {kLintRules.begin(), kLintRules.end()};
  return {};
}

SettingKey key_of(const Known& known) {
  return {std::string(known.name), known.wants, known.about, known.without, known.low, known.high, words_of(known.name)};
}

SettingKey retention_key(std::string_view deck) {
  return {std::string(kRetention) += deck, Number, "A desired retention of this deck's own.", "review.desired_retention",
          kLeastRetention, kMostRetention, {}};
}

const std::string& about_worth() {
  static const std::string about = [] {
    std::vector<std::string_view> kinds;
    for (const ItemKind kind : kWorthKinds) kinds.push_back(to_string(kind));
    return fmt::format("What knowing its cards counts, under deadline and in the order recall-per-second: of a deck, a tag, an area, a kind ({}), of what is for one level alone ({}) or of a size of problems ({}). A story that is the only one of a principle counts a fifth more.",
                       fmt::join(kinds, ", "), fmt::join(kWorthLevels, ", "), fmt::join(kWorthSizes, ", "));
  }();
  return about;
}

SettingKey worth_key(std::string_view name) {
  return {std::string(kWorth) += name, Number, about_worth(), "1", kLeastItemWorth, kMostItemWorth, {}};
}

SettingKey limit_key(const LintLimitRow& row) {
  return {std::string(kLint) += row.key, row.whole ? Whole : Number, row.about, {}, row.low, row.high, {}};
}

std::optional<LintLimit> limit_named(std::string_view name) {
  return name.starts_with(kLint) ? find_lint_limit(name.substr(kLint.size())) : std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  return begin == text.npos ? "" : text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

// One TOML value of the wanted type, on one line.
bool is_toml(std::string_view text, SettingForm form) {
  if (text.find('\n') != text.npos) return false;
  const TomlDocument read = parse_toml(fmt::format("v = {}\n", text), "");
  if (!read.root || read.root->members.size() != 1) return false;
  const auto& what = read.root->members[0].value.what;
  if (form == SettingForm::List) return std::holds_alternative<TomlArray>(what);
  return form != SettingForm::Text || std::holds_alternative<std::string>(what);
}

std::string list_of(std::string_view typed) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= typed.size();) {
    const std::size_t comma = std::min(typed.find(',', at), typed.size());
    if (const auto part = trimmed(typed.substr(at, comma - at)); !part.empty()) parts.emplace_back(part);
    at = comma + 1;
  }
  return listed(parts, kAsItIs);
}

}  // namespace

SettingForm form_of(SettingWants wants) {
  switch (wants) {
    case Text:
    case Word: return SettingForm::Text;
    case Date:
    case Flag:
    case Whole:
    case Number: return SettingForm::Bare;
    case Weekdays:
    case Spans:
    case Steps:
    case Texts:
    case Words: break;
  }
  return SettingForm::List;
}

namespace {

void add_named(std::vector<SettingKey>& keys, const Settings& settings) {
  for (const DeckRetention& own : settings.retention) keys.push_back(retention_key(own.deck));
  for (const NamedWorth& own : settings.worths) keys.push_back(worth_key(own.name));
}

}  // namespace

std::vector<SettingKey> setting_keys(const Settings& settings) {
  std::vector<SettingKey> keys;
  for (const Known& known : kKnown) {
    if (known.name == "story.words_per_minute")
      add_named(keys, settings);
    if (known.name == kBehindLimits) std::ranges::transform(lint_limits(), std::back_inserter(keys), limit_key);
    keys.push_back(key_of(known));
  }
  return keys;
}

std::optional<SettingKey> setting_key(std::string_view name) {
  if (name.starts_with(kRetention) && is_item_name(name.substr(kRetention.size())))
    return retention_key(name.substr(kRetention.size()));
  if (name.starts_with(kWorth) && is_item_name(name.substr(kWorth.size()))) return worth_key(name.substr(kWorth.size()));
  if (const auto limit = limit_named(name)) return limit_key(lint_limits()[static_cast<std::size_t>(*limit)]);
  const auto known = std::ranges::find(kKnown, name, &Known::name);
  if (known == kKnown.end()) return std::nullopt;
  return key_of(*known);
}

std::string setting_value(const Settings& settings, std::string_view name) {
  if (name.starts_with(kRetention)) {
    const auto own = std::ranges::find(settings.retention, name.substr(kRetention.size()), &DeckRetention::deck);
    return own == settings.retention.end() ? "" : fmt::format("{}", own->desired_retention);
  }
  if (name.starts_with(kWorth)) {
    const auto own = std::ranges::find(settings.worths, name.substr(kWorth.size()), &NamedWorth::name);
    return own == settings.worths.end() ? "" : fmt::format("{}", own->worth);
  }
  if (const auto limit = limit_named(name)) return fmt::format("{}", settings.lint.at(*limit));
  const auto known = std::ranges::find(kKnown, name, &Known::name);
  return known == kKnown.end() ? "" : known->value(settings);
}

std::string refusal(const SettingKey& key, std::string_view value) {
  const bool quoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
  const std::string_view typed = quoted ? value.substr(1, value.size() - 2) : value;
  switch (key.wants) {
    case Word: return fmt::format("'{}' is not one of {}", typed, fmt::join(key.words, ", "));
    case Date: return fmt::format("'{}' is not a date such as 2026-12-22", typed);
    case Flag: return fmt::format("'{}' is neither true nor false", typed);
    case Whole: return fmt::format("'{}' is not a whole number from {:g} to {:g}", typed, key.low, key.high);
    case Number: return fmt::format("'{}' is not a number from {:g} to {:g}", typed, key.low, key.high);
    case Text:
    case Weekdays:
    case Spans:
    case Steps:
    case Texts:
    case Words: break;
  }
  return "";
}

std::string toml_of(const SettingKey& key, std::string_view typed) {
  const std::string_view word = trimmed(typed);
  const SettingForm form = form_of(key.wants);
  if (is_toml(word, form)) return std::string(word);
  if (form == SettingForm::List) return list_of(word);
  return in_quotes(word);
}

}  // namespace starling
