#include "plan/record.h"

#include <fmt/format.h>

#include <charconv>

#include "plan/words.h"
#include "text/text.h"

namespace starling {

void TakenIds::take(Fields& record, const std::string& id) {
  const auto [at, is_new] = lines_.emplace(id, record.line());
  if (!is_new)
    record.problem("id", "duplicate-id", fmt::format("the id '{}' is taken: line {} has it too", id, at->second));
}

std::string need_id(Fields& record, std::string_view noun, std::string_view prefix, TakenIds& taken) {
  std::string id = record.need_text("id");
  if (id.empty()) return id;
  record.name(fmt::format("{} '{}'", noun, id), id);
  if (!is_kebab(id))
    record.problem("id", "bad-id",
                   fmt::format("the id '{}' may hold small letters, digits and single '-' between them", id));
  else if (!id.starts_with(prefix))
    record.problem("id", "bad-id", fmt::format("the id '{}' does not begin with '{}', its place", id, prefix));
  taken.take(record, id);
  return id;
}

bool is_numbered(std::string_view word, char letter, int last) {
  if (word.size() < 2 || word[0] != letter || word[1] < '1' || word[1] > '9') return false;
  int number = 0;
  const auto [end, error] = std::from_chars(word.data() + 1, word.data() + word.size(), number);
  return error == std::errc{} && end == word.data() + word.size() && number <= last;
}

Origin need_origin(Fields& record) {
  Origin origin{need_word(record, "source", kSources), record.need_text("row")};
  const bool known = is_numbered(origin.row, 'S', kLastRow) || is_numbered(origin.row, 'C', kLastReading);
  if (!origin.row.empty() && !known)
    record.problem("row", "unknown-row",
                   fmt::format("'{}' is no row: S1 to S{} or C1 to C{}", origin.row, kLastRow, kLastReading));
  return origin;
}

std::string need_word(Fields& record, std::string_view key, std::span<const std::string_view> words) {
  if (!record.has(key)) return record.need_text(key);
  return record.word(key, words).value_or("");
}

double need_number(Fields& record, std::string_view key, double low, double high) {
  if (!record.has(key)) (void)record.need_text(key);
  return record.number(key, low, high).value_or(low);
}

std::vector<std::string> read_levels(Fields& record, std::string_view key, const Plan& plan) {
  std::vector<std::string> levels = record.texts(key);
  for (const std::string& level : levels)
    if (std::ranges::find(plan.levels, level, &LevelHours::id) == plan.levels.end())
      record.problem(key, "unknown-word", fmt::format("'{}' is no level of this plan", level));
  return levels;
}

Amount read_amount(Fields& record) {
  Amount amount;
  if (const auto count = record.integer("count", 1, kMostCount)) amount.count = static_cast<int>(*count);
  amount.unit = record.word("unit", kUnits).value_or("");
  if (record.has("count") != record.has("unit")) {
    const std::string_view there = record.has("count") ? "count" : "unit";
    record.problem(there, "missing", "'count' and 'unit' go together; one of them is not there");
  }
  return amount;
}

void count_problems(Fields& record, Task& task) {
  if (task.problems.empty()) return;
  const int named = static_cast<int>(task.problems.size());
  if (!record.has("count") && !record.has("unit")) {
    task.count = named;
    task.unit = "problems";
  } else if (task.count != named) {
    record.problem("problems", "wrong-count",
                   fmt::format("{} named, the count is {}", named == 1 ? "1 problem is" : fmt::format("{} problems are", named), task.count.value_or(0)));
  }
}

Range need_range(Fields& record, const Findings& findings, std::string_view key, int least, int most) {
  const std::size_t before = findings.problems.size();
  if (!record.has(key)) (void)record.need_text(key);
  const auto ends = record.integers(key, least, most);
  if (ends.size() == 2 && ends[0] <= ends[1]) return {static_cast<int>(ends[0]), static_cast<int>(ends[1])};
  if (findings.problems.size() == before)
    record.problem(key, "wrong-type", fmt::format("'{}' must be the lowest and the highest: [2, 16]", key));
  return {};
}

void InOrder::see(Fields& record, std::string_view key, int number) {
  if (number < 1) {
    lost_ = true;
    return;
  }
  if (lost_ && number >= next_) next_ = number;
  lost_ = false;
  if (number < next_)
    record.problem(key, "out-of-order", fmt::format("{} stands here a second time or too late", name_(number)));
  if (number > next_)
    record.problem(key, "out-of-order", fmt::format("{} stands where {} belongs", name_(number), name_(next_)));
  next_ = std::max(next_, number + 1);
}

void InOrder::finish(Fields& parent, std::string_view key) {
  if (next_ > last_ || lost_) return;
  parent.problem(key, "missing",
                 next_ == last_ ? fmt::format("{} is missing", name_(last_))
                                : fmt::format("{} to {} are missing", name_(next_), name_(last_)));
}

}  // namespace starling
