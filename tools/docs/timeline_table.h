// Which row of the timeline stands where in the plan, on which screen, and what does it: docs/timeline.toml and the plan.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.h"
#include "source/source.h"

namespace starling {

// A row of the timeline, S1 to S66. Screens and commands are written as they are typed behind "starling".
struct TimelineRow {
  std::string id;
  std::string asks;
  std::vector<std::string> screens;
  std::vector<std::string> commands;
  std::string shows;  // a text of one of the screens; may be empty where records of the plan carry the row
  std::string why;    // no record of the plan carries it
};

// The reading of a contradiction, C1 to C36: its words stand in the plan.
struct ReadingRow {
  std::string id;
  std::vector<std::string> screens;
  std::string why;  // there is no screen
};

struct TimelineTable {
  std::vector<TimelineRow> rows;
  std::vector<ReadingRow> readings;
  std::vector<Problem> problems;
};
[[nodiscard]] TimelineTable read_timeline_table(std::string_view text, std::string_view file);

// A record of the plan that names a row.
struct RowRecord {
  std::string row;
  std::string_view noun;  // "task", "list line"
  std::string name;       // its id, or what it says where it has none
  int first_week = 0;     // 0: it belongs to no week
  int last_week = 0;
  int month = 0;          // in place of weeks, where it belongs to a whole month
  std::string when;       // in place of weeks: "30 days before", "when behind"
};
// In the order of the plan, kind by kind.
[[nodiscard]] std::vector<RowRecord> row_records(const Plan& plan);

// Throws where the table has mistakes.
[[nodiscard]] std::string timeline_page(const Plan& plan, const TimelineTable& table);

}  // namespace starling
