// What a plan is made of: days with tasks, weeks with goals, months, phases, metrics, gates, lists.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan_day_kind.h"

namespace starling {

enum class Area { Design, Coding, Leadership, Mocks };
inline constexpr std::array<Area, 4> kAreas{Area::Design, Area::Coding, Area::Leadership, Area::Mocks};
[[nodiscard]] std::string_view to_string(Area area);

// Where a line of the plan comes from: `source` is "seed", "sibling" or "starling"; `row` the line of the
// timeline's list (S1-S66) or of its readings (C1-C30).
struct Origin {
  std::string source;
  std::string row;
  bool operator==(const Origin&) const = default;
};

// Sorts of mock interviews.
inline constexpr std::array<std::string_view, 6> kMocks{"coding",     "design",               "behavioural",
                                                        "bar-raiser", "technical-leadership", "full-loop"};

struct LevelMinutes {
  std::string level;
  int minutes = 0;
  bool operator==(const LevelMinutes&) const = default;
};

// What tasks, gates and targets count.
inline constexpr std::array<std::string_view, 12> kUnits{"problems",   "designs", "stories",  "mocks",
                                                         "services",   "patterns", "concepts", "principles",
                                                         "topics",     "tellings", "drafts",   "items"};

struct Task {
  std::string id;
  Slot slot = Slot::Morning;
  Area area = Area::Design;
  std::string title;      // a sentence that stands alone, at most kTitleColumns wide
  std::string doing;      // what exactly; may be empty
  std::string done_when;  // what counts as done where no number is counted
  int minutes = 0;
  std::vector<LevelMinutes> minutes_of;  // levels for which it is another number
  std::optional<int> count;
  std::string unit;
  std::vector<std::string> level;          // meant for this level's scale; empty: both
  std::string only;                        // in the plan of this level alone; empty: of both
  std::vector<std::size_t> principles;     // positions in the official order
  std::vector<std::string> problems;       // of the bank, by id
  std::string exercise;
  std::vector<std::string> links;          // ids of the plan's links
  std::vector<std::string> decks;          // whose cards belong to it
  std::string variant_of;
  std::string scale;
  std::string mock;
  bool optional = false;
  Origin origin;
  bool operator==(const Task&) const = default;
};

inline constexpr int kTitleColumns = 56;

// In minutes; `level` is the learner's.
[[nodiscard]] int minutes_for(const Task& task, std::string_view level);
[[nodiscard]] inline bool is_for(const Task& task, std::string_view level) {
  return task.only.empty() || task.only == level;
}

struct PlanDay {
  int week = 1;  // from 1
  int day = 1;   // 1 to 7
  std::string title;
  PlanDayKind kind = PlanDayKind::Weekday;
  bool rest = false;                 // no new cards
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

// A gate whose evidence is a metric is called "m<month>-<id of the metric>"; one of a date "t<days before>-…".
struct Gate {
  std::string id;
  int month = 1;
  Area area = Area::Design;
  std::string text;
  double target = 0;
  std::string unit;      // what is counted ("problems"), or measured ("minutes", "percent", "score", "level")
  std::string evidence;  // log | stories | mocks | self | metric
  bool at_most = false;
  std::vector<std::string> level;  // only what was done at this level's scale counts; empty: all
  std::string mock;                // only mocks of this sort count; empty: all
  std::optional<int> days_before;  // the interview, where it is due by that date and not at the end of its month
  bool met_by_count = false;       // of evidence "self": what tasks counted is enough without a tick
  Origin origin;
  bool operator==(const Gate&) const = default;
};

struct ChecklistItem {
  std::string id;
  std::string text;
  std::string gate;  // the one that says the same; empty: none
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

// A public page that a task sends to.
struct Link {
  std::string id;
  std::string name;
  std::string url;  // https
  bool operator==(const Link&) const = default;
};

struct Plan {
  std::string id;
  std::string title;
  std::string licence;
  std::string about;  // for whom it is, in a sentence; may be empty
  int weeks = 1;
  int interview_day = 1;  // counts from 1
  // Weeks up to the interview for which it is proposed; one with neither is taken by name alone.
  std::optional<int> fewest_weeks;
  std::optional<int> most_weeks;
  bool second_attempt = false;  // it is proposed to nobody else
  std::vector<int> shorter;  // weeks, in the order in which they are left out where fewer are to be had
  std::vector<int> longer;   // weeks after which a spare one comes where there are more, in that order
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
  std::vector<Link> links;
  bool operator==(const Plan&) const = default;
};

}  // namespace starling
