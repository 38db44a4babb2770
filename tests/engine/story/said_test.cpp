#include "story/said.h"

#include <doctest/doctest.h>

using namespace starling;

TEST_CASE("a figure that was said has its name and both ends") {
  struct Row {
    const char* line;
    const char* name;
    const char* before;
    const char* after;
  };
  for (const Row& row : {Row{"night pages a week: 23 to 2", "night pages a week", "23", "2"},
                         {"night pages a week from 23 to 2", "night pages a week", "23", "2"},
                         {"outage: from 164 min to 9 min a year", "outage", "164 min", "9 min a year"},
                         {"cost → half", "cost → half", "", ""},
                         {"cost: 40 k → 20 k", "cost", "40 k", "20 k"},
                         {"p99: 900 ms -> 120 ms", "p99", "900 ms", "120 ms"},
                         {"23 to 2 pages", "", "23", "2 pages"},
                         {"from 23 to 2 pages", "", "23", "2 pages"},
                         {"time to first answer: 3 days to 2 hours", "time to first answer", "3 days", "2 hours"},
                         {"we moved it to Ohio", "we moved it to Ohio", "", ""},
                         {"paging fell by 40 %", "paging fell by 40 %", "", ""},
                         {"", "", "", ""},
                         {" to ", "to", "", ""}}) {
    CAPTURE(row.line);
    const StoryMetric metric = metric_said(row.line);
    CHECK(metric.name == row.name);
    CHECK(metric.before == row.before);
    CHECK(metric.after == row.after);
  }
}

TEST_CASE("a role that was said keeps its words, and numbers of teams and people are the scope") {
  const RoleSaid all = role_said("Senior engineer, payments, 2 teams, fourteen people");
  CHECK(all.role == "Senior engineer, payments");
  CHECK(all.teams == 2);
  CHECK(all.people == 14);
  CHECK(role_said("lead").role == "lead");
  CHECK(role_said("lead").teams == 0);
  CHECK(role_said("1 team; 6 engineers").people == 6);
  CHECK(role_said("1 team; 6 engineers").role.empty());
  CHECK(role_said("lead of 2 teams").role == "lead of 2 teams");
  CHECK(role_said("99999999999 people").people == 0);
  CHECK(role_said(",,;").role.empty());
}
