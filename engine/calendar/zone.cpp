#include "calendar/zone.h"

#include <fmt/format.h>

#include <algorithm>

#include "calendar/abbreviations.h"

namespace starling {

namespace {

// cctz reads more than names: paths, "file:" and "libc:". Of those none gets to it.
bool is_zone_name(std::string_view name) {
  const auto of_name = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '_' ||
           c == '+' || c == '-';
  };
  return !name.empty() && name.front() != '/' && !name.starts_with("Fixed/") && std::ranges::all_of(name, of_name);
}

std::string refusal(std::string_view name) {
  if (const std::string likely = zones_meant_by(name); !likely.empty())
    return fmt::format("'{}' is not a time zone, it is short for one; write {}", name, likely);
  cctz::time_zone known;
  if (!cctz::load_time_zone("Europe/Berlin", &known))
    return fmt::format("'{}' cannot be looked up: the system has no time zone data; install tzdata", name);
  return fmt::format("'{}' is not a time zone; write one like \"Europe/Berlin\"", name);
}

}  // namespace

std::chrono::seconds NamedZone::offset(Instant at) const {
  const auto second = std::chrono::floor<std::chrono::seconds>(at);
  if (const auto* posix = std::get_if<PosixZone>(&rule)) return posix->offset(second);
  return std::chrono::seconds(std::get<cctz::time_zone>(rule).lookup(second).offset);
}

NamedZone zone_of_name(std::string_view name) {
  cctz::time_zone zone;
  if (!is_zone_name(name) || !cctz::load_time_zone(std::string(name), &zone)) throw UnknownTimeZone(refusal(name));
  return {std::string(name), zone};
}

}  // namespace starling
