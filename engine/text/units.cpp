#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "text/text.h"
#include "text/utf8.h"

namespace starling {

namespace {

enum class Measure { Time, Bytes, BitRate, Share };

struct Unit {
  Measure measure;
  double factor;  // in seconds, bytes, bits a second, hundredths
};

struct NamedUnit {
  std::string_view name;
  double factor;
};

constexpr std::array<NamedUnit, 34> kTimes{{
    {"ns", 1e-9},        {"nanosecond", 1e-9}, {"nanoseconds", 1e-9}, {"us", 1e-6},       {"µs", 1e-6},
    {"μs", 1e-6},        {"microsecond", 1e-6}, {"microseconds", 1e-6}, {"ms", 1e-3},     {"msec", 1e-3},
    {"millisecond", 1e-3}, {"milliseconds", 1e-3}, {"s", 1},          {"sec", 1},         {"secs", 1},
    {"second", 1},       {"seconds", 1},       {"m", 60},             {"min", 60},        {"mins", 60},
    {"minute", 60},      {"minutes", 60},      {"h", 3600},           {"hr", 3600},       {"hrs", 3600},
    {"hour", 3600},      {"hours", 3600},      {"d", 86400},          {"day", 86400},     {"days", 86400},
    {"w", 604800},       {"wk", 604800},       {"week", 604800},      {"weeks", 604800},
}};

constexpr std::array<NamedUnit, 13> kPrefixes{{
    {"", 1},
    {"k", 1e3},
    {"m", 1e6},
    {"g", 1e9},
    {"t", 1e12},
    {"p", 1e15},
    {"e", 1e18},
    {"ki", 1024.0},
    {"mi", 1024.0 * 1024},
    {"gi", 1024.0 * 1024 * 1024},
    {"ti", 1024.0 * 1024 * 1024 * 1024},
    {"pi", 1024.0 * 1024 * 1024 * 1024 * 1024},
    {"ei", 1024.0 * 1024 * 1024 * 1024 * 1024 * 1024},
}};

std::optional<double> factor_of(std::span<const NamedUnit> units, std::string_view name) {
  const auto found = std::find_if(units.begin(), units.end(), [&](const NamedUnit& u) { return u.name == name; });
  if (found == units.end()) return std::nullopt;
  return found->factor;
}

// "tera" is "t"; what is no prefix in full is itself.
std::string long_prefix(std::string prefix) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kLong{
      {{"kilo", "k"}, {"mega", "m"}, {"giga", "g"}, {"tera", "t"}, {"peta", "p"}, {"exa", "e"},
       {"kibi", "ki"}, {"mebi", "mi"}, {"gibi", "gi"}, {"tebi", "ti"}, {"pebi", "pi"}, {"exbi", "ei"}}};
  const auto found = std::find_if(kLong.begin(), kLong.end(), [&](const auto& known) { return known.first == prefix; });
  return found == kLong.end() ? prefix : std::string(found->second);
}

// "KB", "kb", "kilobytes" are not told apart from one another; a plain count of bits is not known.
std::optional<Unit> bytes(std::string_view name) {
  std::string small = ascii_lower(name);
  for (const std::string_view ending : {"bytes", "byte"})
    if (small.ends_with(ending)) {
      small = std::string(long_prefix(small.substr(0, small.size() - ending.size()))) + "b";
      break;
    }
  if (!small.ends_with('b')) return std::nullopt;
  small.pop_back();
  const auto factor = factor_of(kPrefixes, small);
  if (!factor) return std::nullopt;
  return Unit{Measure::Bytes, *factor};
}

// "Mb/s", "Mbit/s", "Mbps" are bits; "MB/s" is bytes.
std::optional<Unit> rate(std::string_view name) {
  if (name.ends_with("/s"))
    name.remove_suffix(2);
  else if (name.ends_with("ps") && name.size() > 2)
    name.remove_suffix(2);
  else
    return std::nullopt;
  for (const std::string_view ending : {"bits", "bit", "b"})
    if (name.ends_with(ending)) {
      name.remove_suffix(ending.size());
      const auto factor = factor_of(kPrefixes, ascii_lower(name));
      if (!factor) return std::nullopt;
      return Unit{Measure::BitRate, *factor};
    }
  const auto size = bytes(name);
  if (!size) return std::nullopt;
  return Unit{Measure::BitRate, 8 * size->factor};
}

std::optional<Unit> unit(std::string_view name) {
  // "M" alone is a million or mega-something, "m" are minutes.
  const auto time = name == "M" ? std::nullopt : factor_of(kTimes, ascii_lower(name));
  if (time) return Unit{Measure::Time, *time};
  for (const std::string_view share : {"%", "percent", "per cent", "pct"})
    if (ascii_lower(name) == share) return Unit{Measure::Share, 1};
  if (const auto found = bytes(name)) return found;
  return rate(name);
}

// "node" and "nodes", "copy" and "copies" are one unit.
std::string singular(std::string word) {
  if (word.ends_with("ies") && word.size() > 4) return word.substr(0, word.size() - 3) + "y";
  if (word.ends_with("s") && word.size() > 3) word.pop_back();
  return word;
}

}  // namespace

std::optional<double> convert(double value, std::string_view unit_name, std::string_view other_name) {
  const std::string_view from = trimmed(unit_name);
  const std::string_view to = trimmed(other_name);
  if (from.empty() || to.empty() || from == to) return value;
  const auto known = unit(from);
  const auto wanted = unit(to);
  if (known && wanted) {
    if (known->measure != wanted->measure) return std::nullopt;
    return known->factor == wanted->factor ? value : value * known->factor / wanted->factor;
  }
  const std::string folded = fold(from);
  if (known || wanted || folded.empty() || singular(folded) != singular(fold(to))) return std::nullopt;
  return value;
}

bool is_time_or_length(std::string_view unit_name) {
  constexpr std::array<std::string_view, 30> kLengths{
      "nm", "µm",   "μm",   "mm",         "cm",         "km",         "metre",      "metres",      "meter",      "meters",
      "ft", "foot", "feet", "kilometre",  "kilometres", "kilometer",  "kilometers", "centimetre",  "centimetres", "centimeter",
      "in", "inch", "inches", "millimetre", "millimetres", "millimeter", "millimeters", "mi", "mile", "miles"};
  const std::string_view name = trimmed(unit_name);
  const std::string first(name.substr(0, name.find_first_of(" /")));
  if (first == "M") return false;  // a million
  return factor_of(kTimes, ascii_lower(first)) || std::ranges::find(kLengths, ascii_lower(first)) != kLengths.end();
}

std::optional<std::string> in_base_unit(double value, std::string_view unit_name) {
  constexpr std::array<std::string_view, 4> kBases{"s", "B", "bit/s", "%"};
  const auto known = unit(trimmed(unit_name));
  if (!known) return std::nullopt;
  return fmt::format("{:.12g} {}", value * known->factor, kBases[static_cast<std::size_t>(known->measure)]);
}

}  // namespace starling
