// The fields of an object of a line, each within the bounds of the grammar.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "history/deed.h"

namespace starling {

// Bounds that hold for anything a learner can live through; what lies outside was not written here.
inline constexpr std::int64_t kLatest = 7'300'000'000'000;  // ms: in the year 2201
inline constexpr std::size_t kLongestName = 200;
inline constexpr std::size_t kLongestNote = 100'000;
inline constexpr std::size_t kMostTexts = 100;

// The fields of one JSON object, of equal ones the first. What is asked for and is not there, or is not of its kind,
// makes it unfit; a field that nobody asks for is passed over.
class LineFields {
 public:
  explicit LineFields(simdjson::dom::object object) : object_(object) {}

  [[nodiscard]] bool fit() const { return fit_; }
  [[nodiscard]] bool has(std::string_view key) const { return !object_.at_key(key).error(); }
  void refuse() { fit_ = false; }

  std::int64_t whole(std::string_view key, std::int64_t low, std::int64_t high) {
    return within(get<std::int64_t>(key), low, high);
  }
  int small(std::string_view key, std::int64_t low, std::int64_t high) {
    return static_cast<int>(whole(key, low, high));
  }
  double real(std::string_view key, double low, double high) { return within(get<double>(key), low, high); }
  std::string_view text(std::string_view key, std::size_t most) {
    const auto value = get<std::string_view>(key);
    if (!value || value->size() <= most) return value.value_or("");
    refuse();
    return "";
  }
  Day day(std::string_view key) { return need(parse_day(text(key, kLongestName)), Day{}); }
  Instant instant(std::string_view key) { return Instant(std::chrono::milliseconds(whole(key, -kLatest, kLatest))); }
  ItemId item(std::string_view key = "i") {
    static const ItemId kNone = story_item("none");
    return need(ItemId::parse(text(key, kLongestNote)), kNone);
  }
  std::int64_t order() { return whole("h", -kLatest, kLatest); }
  std::optional<std::int64_t> some_order() { return has("h") ? std::optional(order()) : std::nullopt; }
  DeedId deed(std::string_view key = "deed") { return need(parse_deed_id(text(key, kLongestName)), DeedId{}); }
  // Of a field that may be absent.
  std::string some_text(std::string_view key, std::size_t most) {
    return has(key) ? std::string(text(key, most)) : std::string();
  }
  std::optional<double> some_real(std::string_view key, double low, double high) {
    return has(key) ? std::optional(real(key, low, high)) : std::nullopt;
  }
  std::vector<std::string> texts(std::string_view key, std::size_t most) {
    std::vector<std::string> list;
    const auto array = get<simdjson::dom::array>(key);
    if (!array) return list;
    for (const simdjson::dom::element element : *array) {
      std::string_view text;
      if (element.get(text) != simdjson::SUCCESS || text.size() > most || list.size() == kMostTexts) refuse();
      else list.emplace_back(text);
    }
    return list;
  }
  Grade grade(std::string_view key) { return static_cast<Grade>(whole(key, 1, 4)); }
  // Nothing is new after an answer.
  Phase phase() { return static_cast<Phase>(whole("p", 1, 3)); }
  template <class Kind>
  std::optional<Kind> get(std::string_view key) {
    Kind value;
    if (object_.at_key(key).get(value) == simdjson::SUCCESS) return value;
    refuse();
    return std::nullopt;
  }

 private:
  template <class Number>
  Number within(std::optional<Number> number, Number low, Number high) {
    if (number && *number >= low && *number <= high) return *number;
    refuse();
    return low;
  }
  template <class Value>
  Value need(std::optional<Value> value, const Value& otherwise) {
    if (value) return *std::move(value);
    refuse();
    return otherwise;
  }

  simdjson::dom::object object_;
  bool fit_ = true;
};
}  // namespace starling
