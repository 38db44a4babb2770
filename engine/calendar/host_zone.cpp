#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <system_error>

#include "calendar/zone.h"

namespace starling {

namespace {

using std::filesystem::path;

constexpr std::string_view kZoneData = "/zoneinfo/";
constexpr std::string_view kWayOut = "set time_zone in starling.toml, like \"Europe/Berlin\"";

std::optional<NamedZone> zone_if_named(std::string_view name) {
  try {
    return zone_of_name(name);
  } catch (const UnknownTimeZone&) {
    return std::nullopt;
  }
}

// The part of a path that is a zone's name; empty where it does not lie in the zone data.
std::string name_in(const path& file) {
  const std::string text = file.string();
  const std::size_t at = text.rfind(kZoneData);
  return at == text.npos ? "" : text.substr(at + kZoneData.size());
}

// The zone of a file, under the name that its place gives it or else under `otherwise`.
std::optional<NamedZone> zone_of_file(const path& file, const std::string& otherwise) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) return std::nullopt;
  if (auto named = zone_if_named(name_in(file))) return named;
  cctz::time_zone zone;
  if (!cctz::load_time_zone(file.string(), &zone)) return std::nullopt;
  return NamedZone{otherwise, zone};
}

std::string first_line_of(const path& file) {
  std::string line;
  std::ifstream in(file);
  std::getline(in, line);
  return line;
}

NamedZone utc(std::string remark) { return {"UTC", cctz::utc_time_zone(), std::move(remark)}; }

NamedZone zone_of_localtime(const HostSays& says) {
  std::error_code error;
  const path target = std::filesystem::read_symlink(says.localtime, error);
  if (!error)
    if (auto named = zone_if_named(name_in(target))) return *named;
  if (!std::filesystem::exists(std::filesystem::symlink_status(says.localtime, error))) return utc("");
  const std::string name = first_line_of(says.zone_name);
  if (auto copied = zone_of_file(says.localtime, name.empty() ? "localtime" : name)) return *copied;
  return utc(fmt::format("{} cannot be read as a time zone: UTC is taken; {}", says.localtime.string(), kWayOut));
}

std::optional<NamedZone> posix_zone(const std::string& text) {
  const auto rule = parse_posix_zone(text);
  if (!rule) return std::nullopt;
  NamedZone zone{text, *rule};
  if (!rule->summer_dates_given)
    zone.remark = fmt::format("TZ '{}' does not say when summer time begins: the dates of the United States are taken; {}",
                              text, kWayOut);
  return zone;
}

}  // namespace

NamedZone zone_of_host(const HostSays& says) {
  if (!says.tz) return zone_of_localtime(says);
  const std::string text = says.tz->starts_with(':') ? says.tz->substr(1) : *says.tz;
  if (text.empty()) return utc("");
  if (path(text).is_absolute())
    if (auto zone = zone_of_file(text, text)) return *zone;
  if (auto zone = zone_if_named(text)) return *zone;
  if (auto zone = posix_zone(text)) return *zone;
  return utc(fmt::format("TZ '{}' cannot be read as a time zone: UTC is taken; {}", text, kWayOut));
}

}  // namespace starling
