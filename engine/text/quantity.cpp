#include <array>
#include <charconv>
#include <cmath>

#include "text/text.h"
#include "text/utf8.h"

namespace starling {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && is_digit(text[at + count])) ++count;
  return count;
}

// Thousands may be set apart by a comma, an apostrophe, a low line or one of several blanks.
std::string_view separator_at(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 8> kSeparators{",", " ", "'", "_", "’", "\u00A0", "\u2009", "\u202F"};
  for (const std::string_view separator : kSeparators)
    if (text.substr(at).starts_with(separator)) return separator;
  return {};
}

// Reads a number from the front of a text. `plain` is what std::from_chars understands.
class NumberReader {
 public:
  explicit NumberReader(std::string_view text) : text_(text) {}

  std::optional<double> read() {
    sign();
    if (!whole() && !(at_ < text_.size() && text_[at_] == '.')) return std::nullopt;
    if (!fraction()) return std::nullopt;
    exponent();
    double value = 0;
    const auto [end, error] = std::from_chars(plain_.data(), plain_.data() + plain_.size(), value);
    if (error != std::errc{} || end != plain_.data() + plain_.size() || !std::isfinite(value)) return std::nullopt;
    return value;
  }

  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

 private:
  void sign() {
    constexpr std::string_view kMinus = "\u2212";
    if (text_.starts_with(kMinus)) {
      plain_ = "-";
      at_ = kMinus.size();
    } else if (text_.starts_with('-') || text_.starts_with('+')) {
      if (text_[0] == '-') plain_ = "-";
      at_ = 1;
    }
  }

  void take(std::size_t count) {
    plain_ += text_.substr(at_, count);
    at_ += count;
  }

  bool whole() {
    const std::size_t first = digits_at(text_, at_);
    if (first == 0) return false;
    const bool may_group = first <= 3 && text_[at_] != '0';
    take(first);
    const std::string_view separator = may_group ? separator_at(text_, at_) : std::string_view{};
    while (!separator.empty() && text_.substr(at_).starts_with(separator) &&
           digits_at(text_, at_ + separator.size()) == 3) {
      at_ += separator.size();
      take(3);
      grouped_by_comma_ = separator == ",";
    }
    return true;
  }

  // A point, or a comma where it can only be one.
  bool fraction() {
    const bool point = text_.substr(at_).starts_with('.');
    const bool comma = text_.substr(at_).starts_with(',') && !grouped_by_comma_ && digits_at(text_, at_ + 1) > 0;
    if (!point && !comma) return true;
    const std::size_t count = digits_at(text_, at_ + 1);
    if (count == 0) return false;
    plain_ += '.';
    ++at_;
    take(count);
    return true;
  }

  void exponent() {
    if (at_ >= text_.size() || ascii_lower(text_.substr(at_, 1)) != "e") return;
    std::size_t digits = at_ + 1;
    if (digits < text_.size() && (text_[digits] == '-' || text_[digits] == '+')) ++digits;
    const std::size_t count = digits_at(text_, digits);
    if (count == 0) return;
    plain_ += 'e';
    if (text_[digits - 1] == '-') plain_ += '-';
    at_ = digits;
    take(count);
  }

  std::string_view text_;
  std::string plain_;
  std::size_t at_ = 0;
  bool grouped_by_comma_ = false;
};

struct Scale {
  std::string_view name;
  double factor;
};
constexpr std::array<Scale, 11> kScales{{{"k", 1e3},
                                         {"K", 1e3},
                                         {"M", 1e6},
                                         {"thousand", 1e3},
                                         {"million", 1e6},
                                         {"mn", 1e6},
                                         {"mln", 1e6},
                                         {"billion", 1e9},
                                         {"bn", 1e9},
                                         {"bln", 1e9},
                                         {"trillion", 1e12}}};

// "k", "million" and the like as a word of its own in front of the unit.
double take_scale(std::string_view& unit) {
  std::size_t length = 0;
  while (length < unit.size() && is_letter(unit[length])) ++length;
  const std::string_view word = unit.substr(0, length);
  for (const Scale& scale : kScales) {
    if (word != scale.name && !(scale.name.size() > 1 && ascii_lower(word) == scale.name)) continue;
    unit = trimmed(unit.substr(length));
    return scale.factor;
  }
  return 1;
}

// A unit begins with a letter, a sign such as % or °, or "/" and a letter; it holds no digit, plain or raised.
bool is_unit(std::string_view unit) {
  if (unit.empty()) return true;
  std::size_t at = 0;
  for (bool first = true; at < unit.size(); first = false) {
    const char32_t c = next_character(unit, at);
    const bool raised = c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x209C);
    if (c < 0x20 || (c >= U'0' && c <= U'9') || raised || c == kReplacement) return false;
    if (!first) continue;
    const bool slash = c == U'/' && at < unit.size() && is_letter(unit[at]);
    if (!slash && c < 0x80 && c != U'%' && !is_letter(static_cast<char>(c))) return false;
  }
  return true;
}

}  // namespace

std::optional<Quantity> parse_quantity_by_points(std::string_view text) {
  std::string other(trimmed(text));
  bool changed = false;
  for (std::size_t at = 0; at < other.size() && (is_digit(other[at]) || std::string_view(" .,+-~").find(other[at]) != std::string_view::npos); ++at) {
    if (other[at] != '.' && other[at] != ',') continue;
    if (at + 1 == other.size()) break;  // a full stop
    other[at] = other[at] == '.' ? ',' : '.';
    changed = true;
  }
  const auto read = changed ? parse_quantity(other) : std::nullopt;
  const auto usual = read ? parse_quantity(text) : std::nullopt;
  return usual && usual->value == read->value ? std::nullopt : read;
}

std::optional<Quantity> parse_quantity(std::string_view text) {
  text = trimmed(text);
  for (const std::string_view about : {"~", "≈"})
    if (text.starts_with(about)) text = trimmed(text.substr(about.size()));
  if (text.ends_with('.')) text.remove_suffix(1);
  NumberReader number(text);
  const std::optional<double> value = number.read();
  if (!value) return std::nullopt;
  std::string_view unit = trimmed(number.rest());
  const double scale = take_scale(unit);
  if (!is_unit(unit) || !std::isfinite(*value * scale)) return std::nullopt;
  return Quantity{*value * scale, std::string(unit)};
}

}  // namespace starling
