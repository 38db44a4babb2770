#include "deck/answer_number.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "deck/answer_text.h"
#include "text/text.h"

namespace starling {

namespace {

bool is_right(double value, const Card& card) {
  const double slack = kSameNumber * std::abs(card.number);
  if (std::abs(value - card.number) <= card.tolerance.value_or(0) + slack) return true;
  if (!card.factor || value * card.number <= 0) return false;
  const double ratio = value / card.number;
  return ratio <= *card.factor * (1 + kSameNumber) && ratio * *card.factor >= 1 - kSameNumber;
}

// A unit such as "million" is part of the number to one learner and a unit to another.
double scale_of(std::string_view unit) {
  const auto one = parse_quantity(fmt::format("1 {}", unit));
  return one && one->unit.empty() ? one->value : 1;
}

std::string difference(double value, const Card& card) {
  if (card.number != 0 && value != 0) {
    const double ratio = value / card.number;
    for (const double power : {10.0, 100.0, 1000.0, 1e6})
      for (const double off : {power, 1 / power})
        if (std::abs(ratio / off - 1) < kSameNumber)
          return fmt::format("off by a factor of {:.0f}", power);
  }
  return value < card.number ? "too low" : "too high";
}

// Behind "W = ": the name of what was asked for.
std::string_view behind_name(std::string_view text) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const std::size_t sign = text.find('=');
  const std::string_view name = trimmed(text.substr(0, sign));
  if (sign == text.npos || name.empty() || !letter(name.front())) return text;
  const bool one_word = std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_'; });
  return one_word ? text.substr(sign + 1) : text;
}

// "$15,200", "USD 960,000", "×20" and "p99.9" with what they begin with behind the number, as a word; "15,200$", "20-fold"
// in words.
std::string with_sign_behind(std::string text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kSigns{{{"US$", "dollars"}, {"$", "dollars"}, {"€", "euros"},
                                                                                  {"£", "pounds"}, {"USD", "dollars"}, {"EUR", "euros"},
                                                                                  {"GBP", "pounds"}, {"×", "times"}, {"x", "times"},
                                                                                  {"p", "percentile"}, {"P", "percentile"}}};
  for (const auto& [sign, unit] : kSigns) {
    if (!text.starts_with(sign)) continue;
    const std::string_view rest = trimmed(std::string_view(text).substr(sign.size()));
    if (!rest.empty() && rest.front() >= '0' && rest.front() <= '9') return fmt::format("{} {}", rest, unit);
  }
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kEndings{{{"US$", " dollars"}, {"$", " dollars"}, {"-fold", " times"}}};
  for (const auto& [ending, unit] : kEndings)
    if (text.ends_with(ending)) return text.substr(0, text.size() - ending.size()) + std::string(unit);
  return text;
}

// "2m" is two million where `unit` has neither minutes nor metres.
std::optional<Quantity> with_millions(std::optional<Quantity> quantity, std::string_view unit) {
  const bool m = quantity && (quantity->unit == "m" || quantity->unit.starts_with("m "));
  if (!m || is_time_or_length(unit)) return quantity;
  return Quantity{quantity->value * 1e6, std::string(trimmed(std::string_view(quantity->unit).substr(1)))};
}

Checked check_quantity(const std::optional<Quantity>& typed, const Card& card) {
  const auto quantity = with_millions(typed, card.unit);
  if (!quantity) return {Verdict::Unusable, "this is not a number"};
  const auto value = convert(quantity->value, quantity->unit, card.unit);
  if (!value) return {Verdict::Wrong, fmt::format("the answer is in {}", card.unit)};
  const bool bare = quantity->unit.empty();
  const bool scaled = bare && is_right(*value / scale_of(card.unit), card);
  if (is_right(*value, card) || scaled) {
    if (bare && card.ask_unit && !card.unit.empty())
      return {Verdict::Near, fmt::format("with its unit: {}", card.unit)};
    return {Verdict::Right, ""};
  }
  return {Verdict::Wrong, difference(*value, card)};
}

}  // namespace

Checked check_number(std::string_view given, const Card& card) {
  if (trimmed(given).empty()) return {};
  const std::string text = with_sign_behind(with_digits(trimmed(behind_name(trimmed(given)))));
  Checked usual = check_quantity(parse_quantity(text), card);
  if (usual.verdict == Verdict::Right || usual.verdict == Verdict::Near) return usual;
  for (const std::string& unit : card.accept) {
    Card other = card;
    other.unit = unit;
    if (check_quantity(parse_quantity(text), other).verdict == Verdict::Right) return {Verdict::Right, ""};
  }
  const auto by_points = parse_quantity_by_points(text);
  const bool right = by_points && check_quantity(by_points, card).verdict == Verdict::Right;
  return right ? Checked{Verdict::Near, read_by_points(text, by_points->value)} : usual;
}

}  // namespace starling
