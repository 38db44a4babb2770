#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "text/text.h"
#include "text/utf8.h"

namespace starling {

namespace {

enum class Measure { Time, Bytes, BitRate, Share, Length };

struct Unit {
  Measure measure;
  double factor;  // in seconds, bytes, bits a second, hundredths, metres
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

// Without "m", which are minutes: see convert.
std::optional<double> metres(std::string_view name) {
  constexpr std::array<NamedUnit, 7> kShort{{{"nm", 1e-9}, {"um", 1e-6}, {"µm", 1e-6}, {"μm", 1e-6}, {"mm", 1e-3}, {"cm", 1e-2}, {"km", 1e3}}};
  constexpr std::array<NamedUnit, 6> kLong{{{"", 1}, {"nano", 1e-9}, {"micro", 1e-6}, {"milli", 1e-3}, {"centi", 1e-2}, {"kilo", 1e3}}};
  const std::string small = ascii_lower(name);
  for (const std::string_view ending : {"metres", "metre", "meters", "meter"})
    if (small.ends_with(ending)) return factor_of(kLong, std::string_view(small).substr(0, small.size() - ending.size()));
  return factor_of(kShort, small);
}

std::optional<Unit> unit(std::string_view name) {
  // "M" alone is a million or mega-something, "m" are minutes.
  const auto time = name == "M" ? std::nullopt : factor_of(kTimes, ascii_lower(name));
  if (time) return Unit{Measure::Time, *time};
  for (const std::string_view share : {"%", "percent", "per cent", "pct"})
    if (ascii_lower(name) == share) return Unit{Measure::Share, 1};
  if (const auto length = metres(name)) return Unit{Measure::Length, *length};
  if (const auto found = bytes(name)) return found;
  return rate(name);
}

// Beside a length "m" are metres.
std::optional<Unit> unit_beside(std::string_view name, const std::optional<Unit>& other) {
  const bool metre = name == "m" && other && other->measure == Measure::Length;
  return metre ? Unit{Measure::Length, 1} : unit(name);
}

// "node" and "nodes", "copy" and "copies" are one unit.
std::string singular(std::string word) {
  if (word.ends_with("ies") && word.size() > 4) return word.substr(0, word.size() - 3) + "y";
  if (word.ends_with("s") && word.size() > 3) word.pop_back();
  return word;
}

// What goes by several names and needs no factor.
bool is_same_name(std::string_view one, std::string_view other) {
  constexpr std::array<std::array<std::string_view, 5>, 4> kNames{{{"$", "usd", "us$", "dollar", "dollars"},
                                                                   {"€", "eur", "euro", "euros", "€"},
                                                                   {"£", "gbp", "pound", "pounds", "£"},
                                                                   {"x", "×", "times", "fold", "-fold"}}};
  const auto is_in = [](const auto& names, std::string_view name) { return std::ranges::find(names, ascii_lower(name)) != names.end(); };
  return std::ranges::any_of(kNames, [&](const auto& names) { return is_in(names, one) && is_in(names, other); });
}

// So many of something in a time: "requests/s", "per day", "a second", "rps".
struct CountRate {
  std::string noun;  // singular; empty where it is not said
  double a_second = 1;
};

std::optional<CountRate> count_rate(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kShort{{{"rps", "request"}, {"qps", "query"}, {"tps", "transaction"}}};
  constexpr std::array<std::string_view, 3> kSeparators{"/", " per ", " a "};
  const std::string text = " " + ascii_lower(name);
  for (const auto& [known, noun] : kShort)
    if (text.substr(1) == known) return CountRate{std::string(noun), 1};
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = text.rfind(separator);
    if (at == text.npos) continue;
    const auto time = factor_of(kTimes, trimmed(std::string_view(text).substr(at + separator.size())));
    if (time) return CountRate{singular(fold(text.substr(0, at))), 1 / *time};
  }
  return std::nullopt;
}

bool is_same_noun(const std::string& one, const std::string& other) {
  constexpr std::array<std::string_view, 5> kRequests{"request", "req", "query", "call", "hit"};
  const auto is_request = [&](std::string_view noun) { return std::ranges::find(kRequests, noun) != kRequests.end(); };
  return one.empty() || other.empty() || one == other || (is_request(one) && is_request(other));
}

}  // namespace

std::optional<double> convert(double value, std::string_view unit_name, std::string_view other_name) {
  const std::string_view from = trimmed(unit_name);
  const std::string_view to = trimmed(other_name);
  if (from.empty() || to.empty() || from == to) return value;
  const auto known = unit_beside(from, unit(to));
  const auto wanted = unit_beside(to, known);
  if (known && wanted) {
    if (known->measure != wanted->measure) return std::nullopt;
    return known->factor == wanted->factor ? value : value * known->factor / wanted->factor;
  }
  if (is_same_name(from, to)) return value;
  const auto typed_rate = count_rate(from);
  const auto wanted_rate = count_rate(to);
  if (!known && !wanted && typed_rate && wanted_rate)
    return is_same_noun(typed_rate->noun, wanted_rate->noun) ? std::optional(value * typed_rate->a_second / wanted_rate->a_second)
                                                            : std::nullopt;
  const std::string folded = fold(from);
  if (known || wanted || folded.empty() || singular(folded) != singular(fold(to))) return std::nullopt;
  return value;
}

bool is_time_or_length(std::string_view unit_name) {
  constexpr std::array<std::string_view, 9> kOtherLengths{"ft", "foot", "feet", "in", "inch", "inches", "mi", "mile", "miles"};
  const std::string_view name = trimmed(unit_name);
  const std::string first(name.substr(0, name.find_first_of(" /")));
  if (first == "M") return false;  // a million
  const std::string small = ascii_lower(first);
  return factor_of(kTimes, small) || metres(small) || std::ranges::find(kOtherLengths, small) != kOtherLengths.end();
}

std::optional<std::string> in_base_unit(double value, std::string_view unit_name) {
  constexpr std::array<std::string_view, 5> kBases{"s", "B", "bit/s", "%", "metres"};
  const auto known = unit(trimmed(unit_name));
  if (!known) return std::nullopt;
  return fmt::format("{:.12g} {}", value * known->factor, kBases[static_cast<std::size_t>(known->measure)]);
}

}  // namespace starling
