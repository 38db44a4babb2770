// What the learner decided: starling.toml. Every key has a default, so an empty file is valid.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "schedule/schedule.h"
#include "source/source.h"

namespace starling {

// Days of the calendar, both ends included.
struct DaySpan {
  Day first{};
  Day last{};
  bool operator==(const DaySpan&) const = default;
};

enum class LeechAction {
  Tag,     // it is told, and shown as a leech
  Suspend  // and put away with the answer that made it one
};

// A deck that is remembered better or less well than the rest, and where the file says so.
struct DeckRetention {
  std::string deck;
  double desired_retention = 0.90;  // 0.70 to 0.99
  int line = 1;
  int column = 1;
};

struct Settings {
  std::string level = "L6";             // L6 | L7
  std::optional<Day> start;             // absent: see start_of in sitting.h
  std::optional<Day> interview;         // absent: the plan's own interview day
  std::string plan = "amazon-24-week";
  std::optional<double> hours_per_week; // absent: 15 for L6, 17 for L7
  std::string time_zone;                // empty: the system's
  int rollover_hour = 4;
  std::array<int, 3> slot_minutes{60, 30, 120};  // morning, noon, evening
  std::vector<std::string> rest_days{"sunday"};
  std::vector<std::string> lighter_days;         // half the reviews of other days
  std::vector<DaySpan> days_off;                 // announced: nothing is asked, reviews included
  std::optional<ModelKind> model;       // absent: that of the weights adopted last, FSRS-6 before
  double desired_retention = 0.90;
  int new_per_day = 20;
  int reviews_per_day = 120;
  double minutes_per_day = 25;
  std::vector<std::chrono::minutes> learning_steps{std::chrono::minutes(1), std::chrono::minutes(10)};
  std::vector<std::chrono::minutes> relearning_steps{std::chrono::minutes(10)};
  int maximum_interval_days = 180;
  int leech_lapses = 8;
  LeechAction leech_action = LeechAction::Tag;
  QueueOrder order = QueueOrder::RecallPerSecond;
  bool load_balance = true;              // spread reviews over the days of their fuzz range
  std::vector<DeckRetention> retention;  // by deck id
  int words_per_minute = 140;
  int target_seconds = 150;
};

struct SettingsFile {
  std::optional<Settings> settings;  // absent when anything in the file is wrong
  std::vector<Problem> problems;     // warnings too: hours outside 15 to 20
};
[[nodiscard]] SettingsFile read_settings(std::string_view text, std::string_view file);

[[nodiscard]] double hours_per_week(const Settings& settings);
// Of a deck with a retention of its own by that, of any other and of no deck by everyone's.
[[nodiscard]] Policy card_policy(const Settings& settings, std::string_view deck = {});
// Stories are told once a day at most: no steps.
[[nodiscard]] Policy story_policy(const Settings& settings);

// What `init` writes of a new learner's decisions.
struct Beginning {
  std::string level = "L6";
  Day start{};
  Day interview{};
  std::optional<double> hours_per_week;
};
// A starling.toml with these set and every other key as a comment with its default.
[[nodiscard]] std::string settings_text(const Beginning& beginning);

// An existing starling.toml with some of its four top-level keys set anew; every other line, comments included, stays
// as it is.
[[nodiscard]] std::string change_settings(std::string_view text, const Beginning& beginning);

[[nodiscard]] bool is_day_off(const Settings& settings, Day day);

// "2026-12-24..2027-01-02", or one day; at most a year and a day long.
[[nodiscard]] std::optional<DaySpan> parse_day_span(std::string_view text);

// "10m", "90s" is not allowed, "2h", "1d"; 1 minute to 30 days.
[[nodiscard]] std::optional<std::chrono::minutes> parse_step(std::string_view text);

}  // namespace starling
