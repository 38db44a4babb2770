#include <algorithm>
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

// The plain form of a raised digit or minus.
char raised_sign(char32_t c) {
  switch (c) {
    case 0xB9: return '1';
    case 0xB2: return '2';
    case 0xB3: return '3';
    case 0x207B: return '-';
    default: return c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ? static_cast<char>('0' + (c - 0x2070)) : '\0';
  }
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

  // A number, one raised to another, or one times a power of ten: "2^10", "10⁻³", "4 × 10^11".
  std::optional<double> read() {
    const std::optional<double> base = number();
    if (!base) return std::nullopt;
    double value = *base;
    if (const auto power = raised_to())
      value = std::copysign(std::pow(std::abs(value), *power), value);
    else if (const auto tens = power_of_ten())
      value *= *tens;
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
  }

  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

 private:
  std::optional<double> number() {
    sign();
    if (!whole() && !(at_ < text_.size() && text_[at_] == '.')) return std::nullopt;
    if (!fraction()) return std::nullopt;
    exponent();
    double value = 0;
    const auto [end, error] = std::from_chars(plain_.data(), plain_.data() + plain_.size(), value);
    if (error != std::errc{} || end != plain_.data() + plain_.size() || !std::isfinite(value)) return std::nullopt;
    return value;
  }

  // Behind a sign for "times".
  std::optional<double> power_of_ten() {
    constexpr std::array<std::string_view, 5> kTimesSigns{"*", "×", "·", "⋅", "x"};
    const std::string_view behind = trimmed(text_.substr(at_));
    for (const std::string_view times : kTimesSigns) {
      const std::string_view ten = behind.starts_with(times) ? trimmed(behind.substr(times.size())) : std::string_view{};
      if (!ten.starts_with("10")) continue;
      const std::size_t begin = at_;
      at_ = static_cast<std::size_t>(ten.data() - text_.data()) + 2;
      if (const auto power = raised_to()) return std::pow(10.0, *power);
      at_ = begin;
    }
    return std::nullopt;
  }

  // The whole number behind "^", or above the line; nothing where none stands there.
  std::optional<double> raised_to() {
    const std::string_view behind = text_.substr(at_);
    std::string digits;
    std::size_t size = 0;
    if (trimmed(behind).starts_with('^')) {
      size = behind.find('^') + 1;
      while (size < behind.size() && behind[size] == ' ') ++size;
      const std::size_t begin = size;
      if (size < behind.size() && behind[size] == '-') ++size;
      size += digits_at(behind, size);
      digits = behind.substr(begin, size - begin);
    } else {
      for (std::size_t next = 0; next < behind.size(); size = next) {
        const char sign = raised_sign(next_character(behind, next));
        if (sign == '\0' || (sign == '-' && !digits.empty())) break;
        digits += sign;
      }
    }
    int power = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), power);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    at_ += size;
    return power;
  }

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

// Behind "~", "about" and the like: they say that the number is not exact, and tolerance is the card's matter.
std::string_view behind_about(std::string_view text) {
  constexpr std::array<std::string_view, 9> kAbout{"about", "around", "roughly", "approximately", "approx.", "approx", "circa", "~", "≈"};
  for (const std::string_view about : kAbout) {
    if (ascii_lower(text.substr(0, about.size())) != about) continue;
    const std::string_view behind = text.substr(about.size());
    const std::string_view number = trimmed(behind);
    const bool apart = !is_letter(about.front()) || number.size() < behind.size();
    if (apart) text = number;
  }
  return text;
}

// "a million" is one of them; "a k" is nothing.
bool is_one_of_a_scale(std::string_view text) {
  return ascii_lower(text.substr(0, 2)) == "a " &&
         std::any_of(kScales.begin(), kScales.end(), [word = ascii_lower(text.substr(2))](const Scale& scale) {
           return scale.name.size() > 3 && word.starts_with(scale.name) &&
                  (word.size() == scale.name.size() || word[scale.name.size()] == ' ');
         });
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
  std::string other(behind_about(trimmed(text)));
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
  text = behind_about(trimmed(text));
  if (text.ends_with('.')) text.remove_suffix(1);
  NumberReader number(text);
  const bool one = is_one_of_a_scale(text);
  const std::optional<double> value = one ? std::optional(1.0) : number.read();
  if (!value) return std::nullopt;
  std::string_view unit = trimmed(one ? text.substr(2) : number.rest());
  const double scale = take_scale(unit);
  if (!is_unit(unit) || !std::isfinite(*value * scale)) return std::nullopt;
  return Quantity{*value * scale, std::string(unit)};
}

}  // namespace starling
