#include "calendar/abbreviations.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

namespace starling {

namespace {

struct Abbreviation {
  std::string_view name;
  std::array<std::string_view, 3> zones;
};

constexpr std::array kAbbreviations{
    Abbreviation{"ACST", {"Australia/Adelaide", "Australia/Darwin"}},
    Abbreviation{"ADT", {"America/Halifax"}},
    Abbreviation{"AEDT", {"Australia/Sydney", "Australia/Hobart"}},
    Abbreviation{"AEST", {"Australia/Sydney", "Australia/Brisbane"}},
    Abbreviation{"AKST", {"America/Anchorage"}},
    Abbreviation{"AMT", {"America/Manaus", "Asia/Yerevan"}},
    Abbreviation{"ART", {"America/Argentina/Buenos_Aires"}},
    Abbreviation{"AST", {"America/Halifax", "America/Puerto_Rico", "Asia/Riyadh"}},
    Abbreviation{"AWST", {"Australia/Perth"}},
    Abbreviation{"BDT", {"Asia/Dhaka"}},
    Abbreviation{"BRT", {"America/Sao_Paulo"}},
    Abbreviation{"BST", {"Europe/London", "Asia/Dhaka"}},
    Abbreviation{"CAT", {"Africa/Maputo", "Africa/Johannesburg"}},
    Abbreviation{"CDT", {"America/Chicago", "America/Havana"}},
    Abbreviation{"CEST", {"Europe/Berlin", "Europe/Paris"}},
    Abbreviation{"CST", {"America/Chicago", "America/Mexico_City", "Asia/Shanghai"}},
    Abbreviation{"CTT", {"Asia/Shanghai"}},
    Abbreviation{"EAT", {"Africa/Nairobi"}},
    Abbreviation{"ECT", {"America/Guayaquil", "Europe/Paris"}},
    Abbreviation{"EDT", {"America/New_York", "America/Toronto"}},
    Abbreviation{"EEST", {"Europe/Kyiv", "Europe/Athens"}},
    Abbreviation{"GST", {"Asia/Dubai"}},
    Abbreviation{"HKT", {"Asia/Hong_Kong"}},
    Abbreviation{"ICT", {"Asia/Bangkok", "Asia/Ho_Chi_Minh"}},
    Abbreviation{"IDT", {"Asia/Jerusalem"}},
    Abbreviation{"IST", {"Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"}},
    Abbreviation{"JST", {"Asia/Tokyo"}},
    Abbreviation{"KST", {"Asia/Seoul"}},
    Abbreviation{"MDT", {"America/Denver"}},
    Abbreviation{"MSK", {"Europe/Moscow"}},
    Abbreviation{"NST", {"America/St_Johns", "Pacific/Auckland"}},
    Abbreviation{"NZDT", {"Pacific/Auckland"}},
    Abbreviation{"NZST", {"Pacific/Auckland"}},
    Abbreviation{"PDT", {"America/Los_Angeles"}},
    Abbreviation{"PKT", {"Asia/Karachi"}},
    Abbreviation{"PST", {"America/Los_Angeles", "Asia/Manila"}},
    Abbreviation{"SAST", {"Africa/Johannesburg"}},
    Abbreviation{"SGT", {"Asia/Singapore"}},
    Abbreviation{"SST", {"Pacific/Pago_Pago", "Asia/Singapore"}},
    Abbreviation{"WAT", {"Africa/Lagos"}},
    Abbreviation{"WEST", {"Europe/Lisbon"}},
    Abbreviation{"WIB", {"Asia/Jakarta"}},
};
static_assert(std::ranges::is_sorted(kAbbreviations, {}, &Abbreviation::name));

std::string any_of(std::span<const std::string_view> zones) {
  std::string text;
  for (std::size_t i = 0; i < zones.size() && !zones[i].empty(); ++i) {
    const bool last = i + 1 == zones.size() || zones[i + 1].empty();
    text += fmt::format("{}\"{}\"", i == 0 ? "" : last ? " or " : ", ", zones[i]);
  }
  return text;
}

// "GMT+2" and "UTC+2" are two hours ahead to people and two hours behind to POSIX.
std::string whole_hours(std::string_view name) {
  constexpr int kMostHours = 12;
  if (!name.starts_with("GMT") && !name.starts_with("UTC")) return {};
  const std::string_view number = name.substr(3);
  if (number.size() < 2 || (number.front() != '+' && number.front() != '-')) return {};
  int hours = 0;
  const auto [end, error] = std::from_chars(number.data() + 1, number.data() + number.size(), hours);
  if (error != std::errc{} || end != number.data() + number.size() || hours < 1 || hours > kMostHours) return {};
  return fmt::format("\"Etc/GMT-{0}\" (ahead of London) or \"Etc/GMT+{0}\" (behind it)", hours);
}

}  // namespace

std::string zones_meant_by(std::string_view name) {
  const auto at = std::ranges::lower_bound(kAbbreviations, name, {}, &Abbreviation::name);
  if (at != kAbbreviations.end() && at->name == name) return any_of(at->zones);
  return whole_hours(name);
}

}  // namespace starling
