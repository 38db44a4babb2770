#include "lived/evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "cli/commands.h"

namespace starling::test {

namespace {

using Json = nlohmann::json;

bool is_placeholder(const std::string& word) {
  return std::ranges::all_of(word, [](char c) { return (c >= 'A' && c <= 'Z') || c == '='; });
}

// One line, however it was wrapped.
std::string unwrapped(const std::string& text) {
  std::string line;
  for (const std::string& word : words_of_line(text)) line += (line.empty() ? "" : " ") + word;
  return line;
}

std::string key_of(std::string_view noun, const std::string& name) { return fmt::format("{}:{}", noun, name); }

// How many of the first words name the command.
std::size_t name_words(const std::vector<std::string>& words) {
  return words.size() > 1 && find_command(commands(), words[0] + " " + words[1]) ? 2 : 1;
}

}  // namespace

std::vector<std::string> words_of_line(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

bool is_line(const std::string& line, const std::vector<std::string>& words) {
  const std::vector<std::string> wanted = words_of_line(line);
  const std::size_t names = name_words(wanted);
  if (names != name_words(words)) return false;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (i < names ? words[i] != wanted[i] : !is_placeholder(wanted[i]) && std::ranges::find(words, wanted[i]) == words.end()) return false;
  }
  return true;
}

Evidence::Evidence(const Plan& plan, const TimelineTable& table, std::string level)
    : plan_(plan), table_(table), level_(std::move(level)), records_(row_records(plan)) {
  for (const PlanDay& day : plan.days)
    for (const Task& task : day.tasks)
      if (!is_for(task, level_)) other_level_.insert(task.id);
}

void Evidence::ran(const std::vector<std::string>& words, const std::string& out) {
  const auto note = [&](const std::vector<std::string>& lines) {
    bool one = false;
    for (const std::string& line : lines)
      if (is_line(line, words)) {
        run_.insert(line);
        one = true;
      }
    return one;
  };
  for (const TimelineRow& row : table_.rows) {
    (void)note(row.commands);
    if (note(row.screens) && !row.shows.empty() && unwrapped(out).find(row.shows) != out.npos) shows_.insert(row.id);
  }
  for (const ReadingRow& row : table_.readings) (void)note(row.screens);
}

void Evidence::see(std::string_view noun, const std::string& name) { seen_.insert(key_of(noun, name)); }
bool Evidence::saw(std::string_view noun, const std::string& name) const { return seen_.contains(key_of(noun, name)); }

void Evidence::replied(const std::string& command, const Json& reply) {
  if (command == "today") {
    see("phase", reply["phase"]);
    see("theme", reply["theme"]);
    for (const Json& slot : reply["slots"])
      for (const Json& task : slot["tasks"]) see("task", task["id"]);
    for (const Json& list : reply["checklists"])
      for (const Json& line : list["items"]) see("list line", line["id"]);
  }
  if (command == "week") {
    see("title", reply["title"]);
    for (const Json& goal : reply["goals"]) see("goal", goal["id"]);
    for (const Json& metric : reply["metrics"]) see("target", metric["id"]);
    if (reply["level"].is_object()) see("level", reply["level"]["id"]);
    for (const auto& [area, minutes] : reply["allocated_so_far"].items()) see("allocation", level_ + " " + area);
    if (reply["practised"].size() == 4) see("tracker", "week");
    for (const Json& given : reply["advice"])
      for (const Json& advice : given["advice"]) see("advice", advice["text"]);
  }
  if (command == "month") {
    for (const Json& row : reply["curve"])
      for (const CurvePoint& point : plan_.curve)
        if (row["month"] == point.month && row["week"] == point.month * 4 && row["expected"]["coding"] == point.coding &&
            row["expected"]["design"] == point.design && row["expected"]["behavioural"] == point.behavioural)
          see("curve point", fmt::format("month {}", point.month));
    if (reply["prompts"].size() == 9) see("tracker", "month");
  }
  if (command == "gates")
    for (const Json& gate : reply["gates"]) see("gate", gate["id"]);
  if (command == "plan")
    for (const Json& week : reply["weeks"])
      for (const Json& shape : week["shapes"]) see("shape of a day", shape["id"]);
}

bool Evidence::is_for_level(const RowRecord& record) const {
  if (record.noun == "task") return !other_level_.contains(record.name);
  if (record.noun == "level" || record.noun == "allocation") return record.name.starts_with(level_);
  return true;
}

// Hours of the level that the learner has not chosen.
bool Evidence::other_level(const std::string& row) const {
  return level_ == "L6" ? row == "S4" || row == "S7" : row == "S3" || row == "S6";
}

bool Evidence::is_asked(const std::string& row, const std::set<std::string>& without) const {
  if (other_level(row)) return false;
  bool any = false;
  for (const RowRecord& record : records_) {
    if (record.row != row || !is_for_level(record) || (record.noun != "task" && record.noun != "goal")) continue;
    if (!without.contains(key_of(record.noun, record.name))) return true;
    any = true;
  }
  return !any;
}

bool Evidence::was_run(const std::string& line) const { return run_.contains(line); }

std::vector<std::string> Evidence::rows_not_shown(const std::set<std::string>& without) const {
  std::vector<std::string> lacking;
  for (const TimelineRow& row : table_.rows) {
    if (!is_asked(row.id, without)) continue;
    if (!row.shows.empty() && !shows_.contains(row.id)) lacking.push_back(fmt::format("{}: \"{}\" on no screen", row.id, row.shows));
    for (const std::string& screen : row.screens)
      if (!was_run(screen)) lacking.push_back(fmt::format("{}: {}", row.id, screen));
    const auto of_row = [&](const RowRecord& record) { return record.row == row.id && is_for_level(record); };
    if (std::ranges::any_of(records_, of_row) &&
        std::ranges::none_of(records_, [&](const RowRecord& record) { return of_row(record) && saw(record.noun, record.name); }))
      lacking.push_back(row.id + ": none of its records");
  }
  return lacking;
}

std::vector<std::string> Evidence::rows_not_done(const std::set<std::string>& without) const {
  std::vector<std::string> lacking;
  for (const TimelineRow& row : table_.rows)
    for (const std::string& command : row.commands)
      if (is_asked(row.id, without) && !was_run(command)) lacking.push_back(fmt::format("{}: {}", row.id, command));
  return lacking;
}

std::vector<std::string> Evidence::records_not_shown() const {
  std::vector<std::string> lacking;
  for (const RowRecord& record : records_)
    if (is_for_level(record) && !saw(record.noun, record.name)) lacking.push_back(key_of(record.noun, record.name));
  return lacking;
}

std::vector<std::string> Evidence::readings_not_shown(const std::set<std::string>& without) const {
  std::vector<std::string> lacking;
  for (const ReadingRow& row : table_.readings)
    for (const std::string& screen : row.screens)
      if (is_asked(row.id, without) && !was_run(screen)) lacking.push_back(fmt::format("{}: {}", row.id, screen));
  return lacking;
}

}  // namespace starling::test
