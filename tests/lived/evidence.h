// What a learner saw and did over a life, against the table of docs/timeline.toml and the records of the plan.
#pragma once

#include <nlohmann/json.hpp>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.h"
#include "tools/docs/timeline_table.h"

namespace starling::test {

class Evidence {
 public:
  Evidence(const Plan& plan, const TimelineTable& table, std::string level);

  // A command that did what it should: its words, and what it printed.
  void ran(const std::vector<std::string>& words, const std::string& out);
  // A reply to --json of a command.
  void replied(const std::string& command, const nlohmann::json& reply);

  // Rows of the table that no screen showed, or that a command of theirs never did, with what is missing. Rows of the
  // other level's hours are left out, and those whose tasks and goals are all `without` a day.
  [[nodiscard]] std::vector<std::string> rows_not_shown(const std::set<std::string>& without) const;
  [[nodiscard]] std::vector<std::string> rows_not_done(const std::set<std::string>& without) const;
  // "task:w05-d1-sliding-window": of this level.
  [[nodiscard]] std::vector<std::string> records_not_shown() const;
  // Screens of the table's readings that were not run.
  [[nodiscard]] std::vector<std::string> readings_not_shown(const std::set<std::string>& without) const;

  [[nodiscard]] bool saw(std::string_view noun, const std::string& name) const;

 private:
  void see(std::string_view noun, const std::string& name);
  [[nodiscard]] bool is_for_level(const RowRecord& record) const;
  [[nodiscard]] bool other_level(const std::string& row) const;
  [[nodiscard]] bool is_asked(const std::string& row, const std::set<std::string>& without) const;
  [[nodiscard]] bool was_run(const std::string& line) const;

  const Plan& plan_;
  const TimelineTable& table_;
  std::string level_;
  std::vector<RowRecord> records_;
  std::set<std::string> other_level_;  // ids of tasks
  std::set<std::string> seen_;
  std::set<std::string> shows_;  // rows whose text stood on a screen of theirs
  std::set<std::string> run_;    // screens and commands of the table
};

// Whether what was typed is what a line of the table says: the command, its options, and words that are no placeholders.
[[nodiscard]] bool is_line(const std::string& line, const std::vector<std::string>& words);
[[nodiscard]] std::vector<std::string> words_of_line(const std::string& line);

}  // namespace starling::test
