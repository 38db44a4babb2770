// docs/timeline.toml: every row of the timeline has a place, a screen and a command that is there to be typed.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "support/home.h"
#include "tools/docs/pages.h"
#include "tools/docs/timeline_table.h"

using namespace starling;

namespace {

Plan shipped_plan() {
  return read_plan(test::text_of(test::shipped_content() / "plans/amazon-24-week.toml"), "plan").plan.value();
}

TimelineTable shipped_table() {
  return read_timeline_table(test::text_of(std::filesystem::path(STARLING_SOURCE_ROOT) / kTimelineTable), kTimelineTable);
}

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

// A command by its first two words or its first; the words behind its name go into `rest`.
const Command* named_by(const std::string& line, std::vector<std::string>& rest) {
  rest = words_of(line);
  if (rest.empty()) return nullptr;
  std::size_t taken = 2;
  const Command* command = rest.size() > 1 ? find_command(commands(), rest[0] + " " + rest[1]) : nullptr;
  if (!command) {
    command = find_command(commands(), rest[0]);
    taken = 1;
  }
  if (command) rest.erase(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(taken));
  return command;
}

// Says what is wrong with a line that is typed; empty where nothing is.
std::string wrong_with(const std::string& line) {
  std::vector<std::string> rest;
  const Command* command = named_by(line, rest);
  if (!command) return "there is no such command";
  int operands = 0;
  for (std::size_t at = 0; at < rest.size(); ++at) {
    if (!rest[at].starts_with("--")) {
      ++operands;
      continue;
    }
    const Parameter* option = find_option(command->options, rest[at]);
    if (!option) return "there is no " + rest[at];
    if (!option->value().empty() && ++at == rest.size()) return std::string(option->name()) + " has no value";
  }
  int most = 0;
  for (const OperandPlace& place : command->operands) most = place.most < 0 || most < 0 ? -1 : most + place.most;
  return most >= 0 && operands > most ? "it takes fewer words" : "";
}

template <class Row>
void check_numbered(const std::vector<Row>& rows, char letter, int last) {
  REQUIRE(static_cast<int>(rows.size()) == last);
  for (int number = 1; number <= last; ++number) CHECK(rows[static_cast<std::size_t>(number - 1)].id == fmt::format("{}{}", letter, number));
}

}  // namespace

TEST_CASE("every row of the timeline stands in the table once, with what it asks, a screen and a command") {
  const TimelineTable table = shipped_table();
  for (const Problem& problem : table.problems) FAIL_CHECK(to_line(problem));
  check_numbered(table.rows, 'S', 66);
  for (const TimelineRow& row : table.rows) {
    CAPTURE(row.id);
    CHECK_FALSE(row.screens.empty());
    CHECK_FALSE(row.commands.empty());
  }
}

TEST_CASE("a row that no record of the plan carries says why, and what its screen shows") {
  std::set<std::string> carried;
  for (const RowRecord& record : row_records(shipped_plan())) carried.insert(record.row);
  for (const TimelineRow& row : shipped_table().rows) {
    CAPTURE(row.id);
    CHECK(row.why.empty() == carried.contains(row.id));
    if (!carried.contains(row.id)) CHECK_FALSE(row.shows.empty());
  }
}

TEST_CASE("every reading of a contradiction says where it is to be seen, or why nowhere") {
  const TimelineTable table = shipped_table();
  check_numbered(table.readings, 'C', static_cast<int>(shipped_plan().readings.size()));
  for (const ReadingRow& row : table.readings) {
    CAPTURE(row.id);
    CHECK(row.screens.empty() != row.why.empty());
  }
}

TEST_CASE("every screen and command of the table is there to be typed") {
  const TimelineTable table = shipped_table();
  const auto check = [](const std::string& id, const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
      CAPTURE(id);
      CAPTURE(line);
      CHECK(wrong_with(line) == "");
    }
  };
  for (const TimelineRow& row : table.rows) {
    check(row.id, row.screens);
    check(row.id, row.commands);
  }
  for (const ReadingRow& row : table.readings) check(row.id, row.screens);
}

TEST_CASE("no record of the plan names a row that the table lacks") {
  const TimelineTable table = shipped_table();
  std::set<std::string> known;
  for (const TimelineRow& row : table.rows) known.insert(row.id);
  for (const ReadingRow& row : table.readings) known.insert(row.id);
  for (const RowRecord& record : row_records(shipped_plan())) {
    CAPTURE(record.name);
    CHECK(known.contains(record.row));
  }
}

TEST_CASE("a table with a slip is refused with its place") {
  const TimelineTable table = read_timeline_table("schema = 1\n[[row]]\nid = \"S1\"\nask = \"weeks\"\n", "t.toml");
  REQUIRE(table.problems.size() >= 1);
  CHECK(to_line(table.problems.front()).starts_with("t.toml:"));
  CHECK_THROWS((void)timeline_page(shipped_plan(), table));
}
