// What every record of a plan's file is read by: its id, its origin, its closed words, its place in the order.
#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "item/item.h"
#include "plan/parts.h"
#include "source/source.h"

namespace starling {

inline constexpr int kWeeksOfMonth = 4;
inline constexpr int kMostWeeks = 104;
inline constexpr int kMostPhases = 100;
inline constexpr int kMostMinutes = 24 * 60;
inline constexpr int kMostHours = 10'000;
inline constexpr int kMostCount = 1000;
inline constexpr int kMostDaysBefore = 366;
inline constexpr int kLastRow = 66;      // S1-S66
inline constexpr int kLastReading = 36;  // C1-C30 of the timeline, and those found later

// The ids of one kind of record, and the lines that took them.
class TakenIds {
 public:
  // Reports an id that an earlier record has.
  void take(Fields& record, const std::string& id);
  [[nodiscard]] bool has(std::string_view id) const { return lines_.contains(id); }

 private:
  std::map<std::string, int, std::less<>> lines_;
};

// The `id` of a record, which from here on is called "<noun> '<id>'": kebab-case, beginning with `prefix`, new.
[[nodiscard]] std::string need_id(Fields& record, std::string_view noun, std::string_view prefix, TakenIds& taken);
// "C7" for 'C' and a last number of 7 or more.
[[nodiscard]] bool is_numbered(std::string_view word, char letter, int last);
[[nodiscard]] Origin need_origin(Fields& record);

[[nodiscard]] std::string need_word(Fields& record, std::string_view key, std::span<const std::string_view> words);
[[nodiscard]] double need_number(Fields& record, std::string_view key, double low, double high);

// Words of `key` that are levels of the plan.
[[nodiscard]] std::vector<std::string> read_levels(Fields& record, std::string_view key, const Plan& plan);

// `count` and `unit`, which only mean something together.
struct Amount {
  std::optional<int> count;
  std::string unit;
};
[[nodiscard]] Amount read_amount(Fields& record);
// `task` names problems: as many as its count says, which is their number where it says none.
void count_problems(Fields& record, Task& task);

// `key = [low, high]` of whole numbers between `least` and `most`; `findings` are those of the record.
struct Range {
  int low = 0;
  int high = 0;
};
[[nodiscard]] Range need_range(Fields& record, const Findings& findings, std::string_view key, int least,
                               int most);

template <class Enum, std::size_t N>
[[nodiscard]] std::optional<Enum> read_enum(Fields& record, std::string_view key,
                                            const std::array<Enum, N>& values) {
  std::array<std::string_view, N> names{};
  std::transform(values.begin(), values.end(), names.begin(), [](Enum value) { return to_string(value); });
  const auto word = record.word(key, names);
  if (!word) return std::nullopt;
  const auto at = std::find(names.begin(), names.end(), *word) - names.begin();
  return values[static_cast<std::size_t>(at)];
}

template <class Enum, std::size_t N>
[[nodiscard]] Enum need_enum(Fields& record, std::string_view key, const std::array<Enum, N>& values) {
  if (!record.has(key)) (void)record.need_text(key);
  return read_enum(record, key, values).value_or(values[0]);
}

// Records that stand in order, each number from 1 to the last exactly once.
class InOrder {
 public:
  // `name` says what number n is called in messages.
  InOrder(int last, std::function<std::string(int)> name) : last_(last), name_(std::move(name)) {}
  // Reports at `key` a number that is not the next one. A number below 1 was reported before and is passed over.
  void see(Fields& record, std::string_view key, int number);
  // Reports at `key` that the last numbers never came.
  void finish(Fields& parent, std::string_view key);

 private:
  int last_;
  int next_ = 1;
  bool lost_ = false;
  std::function<std::string(int)> name_;
};

}  // namespace starling
