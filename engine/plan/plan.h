// The 24-week plan: what belongs to which day, week and month before the interview, and which decks a day unlocks.
// Reads the plan's TOML and answers questions about it; what the learner has done is not in here.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "source/source.h"
#include "story/story.h"

namespace starling {

enum class Area { Design, Coding, Leadership, Mocks };
inline constexpr std::array<Area, 4> kAreas{Area::Design, Area::Coding, Area::Leadership, Area::Mocks};
[[nodiscard]] std::string_view to_string(Area area);

enum class Slot { Morning, Noon, Evening };
inline constexpr std::array<Slot, 3> kSlots{Slot::Morning, Slot::Noon, Slot::Evening};
[[nodiscard]] std::string_view to_string(Slot slot);

// Where a line of the plan comes from: `source` is "seed", "sibling" or "starling"; `row` the line of the
// timeline's list (S1-S66) or of its readings (C1-C30).
struct Origin {
  std::string source;
  std::string row;
  bool operator==(const Origin&) const = default;
};

struct Task {
  std::string id;
  Slot slot = Slot::Morning;
  Area area = Area::Design;
  std::string title;
  int minutes = 0;
  std::optional<int> count;
  std::string unit;
  std::vector<std::string> level;          // meant for this level's scale; empty: both
  std::vector<std::size_t> principles;     // positions in the official order
  std::string exercise;
  std::string variant_of;
  std::string scale;
  std::string mock;
  bool optional = false;
  Origin origin;
  bool operator==(const Task&) const = default;
};

struct PlanDay {
  int week = 1;  // from 1
  int day = 1;   // 1 to 7
  std::string title;
  bool rest = false;
  std::vector<std::string> unlocks;  // deck ids
  std::vector<Task> tasks;
  bool operator==(const PlanDay&) const = default;
};

struct Goal {
  std::string id;
  Area area = Area::Design;
  std::string text;
  std::optional<int> count;
  std::string unit;
  Origin origin;
  bool operator==(const Goal&) const = default;
};

struct PlanWeek {
  int number = 1;
  std::string title;
  std::vector<Goal> goals;
  Origin origin;
  bool operator==(const PlanWeek&) const = default;
};

struct PhaseOfPlan {
  int number = 1;
  std::string name;
  int first_week = 1;
  int last_week = 1;
  Origin origin;
  bool operator==(const PhaseOfPlan&) const = default;
};

struct Month {
  int number = 1;  // month m is weeks 4m-3 to 4m
  std::string theme;
  std::vector<std::string> goals;
  Origin origin;
  bool operator==(const Month&) const = default;
};

struct LevelHours {
  std::string id;
  int hours_low = 0;
  int hours_high = 0;
  int week_low = 0;
  int week_high = 0;
  int default_week = 0;
  Origin origin;
  bool operator==(const LevelHours&) const = default;
};

struct Allocation {
  std::string level;
  Area area = Area::Design;
  int hours = 0;
  Origin origin;
  bool operator==(const Allocation&) const = default;
};

struct MetricTarget {
  int week = 0;
  double value = 0;
  bool operator==(const MetricTarget&) const = default;
};
struct Metric {
  std::string id;
  std::string title;
  Area area = Area::Design;
  std::string unit;
  bool lower_is_better = false;
  std::vector<MetricTarget> targets;  // by rising week
  std::vector<std::string> levels;    // ordinal metrics: value is a 1-based position in here
  std::optional<double> start;
  Origin origin;
  bool operator==(const Metric&) const = default;
};

struct TemplatePart {
  std::string text;
  int minutes = 0;
  bool operator==(const TemplatePart&) const = default;
};
struct TemplateBlock {
  Slot slot = Slot::Morning;
  std::string start;  // "06:00"
  int minutes = 0;
  std::optional<Area> area;
  std::string text;
  std::vector<TemplatePart> parts;
  bool operator==(const TemplateBlock&) const = default;
};
struct DayTemplate {
  std::string id;
  std::string title;
  int first_week = 1;
  int last_week = 1;
  std::vector<TemplateBlock> blocks;
  Origin origin;
  bool operator==(const DayTemplate&) const = default;
};

// A gate whose evidence is a metric is called "m<month>-<id of the metric>".
struct Gate {
  std::string id;
  int month = 1;
  Area area = Area::Design;
  std::string text;
  double target = 0;
  std::string unit;      // what is counted ("problems"), or measured ("minutes", "percent", "score", "level")
  std::string evidence;  // log | stories | mocks | self | metric
  bool at_most = false;
  Origin origin;
  bool operator==(const Gate&) const = default;
};

struct ChecklistItem {
  std::string id;
  std::string text;
  Origin origin;
  bool operator==(const ChecklistItem&) const = default;
};
struct Checklist {
  std::string id;
  std::string title;
  std::optional<int> days_before;  // the interview; otherwise a day of the plan
  std::optional<int> week;
  std::optional<int> day;
  std::optional<Slot> slot;
  std::optional<Area> area;
  std::optional<int> minutes;
  std::vector<ChecklistItem> items;
  bool operator==(const Checklist&) const = default;
};

struct CurvePoint {
  int month = 1;
  double coding = 0;
  double design = 0;
  double behavioural = 0;
  Origin origin;
  bool operator==(const CurvePoint&) const = default;
};

struct Tracker {
  std::string id;
  std::string title;
  std::vector<std::string> fields;
  Origin origin;
  bool operator==(const Tracker&) const = default;
};

struct Advice {
  std::string when;  // behind | ahead | struggling
  std::optional<Area> area;
  std::string text;
  Origin origin;
  bool operator==(const Advice&) const = default;
};

struct Reading {
  std::string id;
  std::string seed;
  std::string reading;
  bool operator==(const Reading&) const = default;
};

struct Plan {
  std::string id;
  std::string title;
  std::string licence;
  int weeks = 24;
  int interview_day = 166;  // counts from 1
  std::vector<LevelHours> levels;
  std::vector<Allocation> allocations;
  std::vector<PhaseOfPlan> phases;
  std::vector<Month> months;
  std::vector<Metric> metrics;
  std::vector<DayTemplate> templates;
  std::vector<PlanWeek> week_list;
  std::vector<PlanDay> days;  // weeks * 7, in order
  std::vector<Gate> gates;
  std::vector<Checklist> checklists;
  std::vector<CurvePoint> curve;
  std::vector<Tracker> trackers;
  std::vector<Advice> advice;
  std::vector<Reading> readings;
  bool operator==(const Plan&) const = default;
};

struct PlanFile {
  std::optional<Plan> plan;  // absent when any problem is an error
  std::vector<Problem> problems;
};
[[nodiscard]] PlanFile read_plan(std::string_view text, std::string_view file);

// For source/pack.h.
[[nodiscard]] std::string pack_plan(const Plan& plan);
[[nodiscard]] std::optional<Plan> unpack_plan(std::string_view bytes);

// Where a date lies in the plan that starts on `start`.
struct Position {
  int offset = 0;  // days since the start; negative before it
  int week = 1;    // 1 to the plan's weeks; clamped outside
  int day = 1;     // 1 to 7
  bool before = false;
  bool after = false;
};
[[nodiscard]] Position position(const Plan& plan, Day start, Day date);
[[nodiscard]] Day date_of(Day start, int week, int day);
// The Friday of the last week: day 166 where the plan starts on a Monday. From two days before that day on, so that a
// plan that starts on a Thursday or Friday still has its final mocks before the last seven days (C24).
[[nodiscard]] Day default_interview(const Plan& plan, Day start);

[[nodiscard]] const PlanDay* day_of(const Plan& plan, int week, int day);
[[nodiscard]] const PlanWeek* week_of(const Plan& plan, int week);
[[nodiscard]] const PhaseOfPlan* phase_of(const Plan& plan, int week);
[[nodiscard]] int month_of(int week);
[[nodiscard]] const Month* month_entry(const Plan& plan, int month);

// Day offset (from 0) on which a deck unlocks; nothing where no day names it.
[[nodiscard]] std::optional<int> unlock_offset(const Plan& plan, std::string_view deck);

// Checklists whose day is `date`, by the distance to the interview or by the plan's own day.
[[nodiscard]] std::vector<const Checklist*> checklists_on(const Plan& plan, Day start, Day interview, Day date);

// Hours a week of an area: its total over the plan's weeks. The timeline's printed weekly figures do not add up
// (C1, C2).
[[nodiscard]] double weekly_hours(const Plan& plan, std::string_view level, Area area);
[[nodiscard]] int total_hours(const Plan& plan, std::string_view level);

// Whole percents that add up to 100 by the largest remainder; of equal remainders the first listed wins (C3).
[[nodiscard]] std::vector<int> largest_remainder_percents(std::span<const int> parts);

// Minutes of a week's tasks in each area, in the order of kAreas: those of both levels, and optional ones too.
[[nodiscard]] std::array<int, 4> area_minutes(const Plan& plan, int week);

// A metric's target in a given week: the latest target dated in or before it; before the first one, the first.
[[nodiscard]] std::optional<double> target_in_week(const Metric& metric, int week);

// The metric that a gate looks at; nothing for a gate with other evidence.
[[nodiscard]] const Metric* metric_of(const Plan& plan, const Gate& gate);

// Expected progress at the end of a week: straight lines from nothing at the start through the month ends, level
// after the last (S59). A reference line, never a score.
[[nodiscard]] CurvePoint expected_progress(const Plan& plan, int week);

// The slots for stories that the plan gives each principle: for `coverage --planned`.
struct StorySlot {
  std::size_t principle = 0;
  int stories = 0;  // this principle's share of the task's count, at least 1
  std::string source;
  std::string task;
};
[[nodiscard]] std::vector<StorySlot> story_slots(const Plan& plan);

// What is unwise about these dates, in words: a mock on or after T-7 (C24), an interview before the start, before
// the week in which the plan has its T-30, or after the plan's end.
[[nodiscard]] std::vector<std::string> date_warnings(const Plan& plan, Day start, Day interview);

}  // namespace starling
