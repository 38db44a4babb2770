// How far a wall clock is from UTC: by one file of the system's zone data, which tzdata keeps up to date, or by a rule
// of POSIX. Not part of the room's front door.
#pragma once

#include <cctz/time_zone.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "calendar/calendar.h"
#include "calendar/posix_zone.h"

namespace starling {

// An open zone and the name it goes by.
struct NamedZone {
  std::string name;
  std::variant<cctz::time_zone, PosixZone> rule = cctz::utc_time_zone();
  std::string remark = "";  // a sentence where `name` is not what was asked for, or not wholly

  [[nodiscard]] std::chrono::seconds offset(Instant at) const;
  // As DayRule has it.
  [[nodiscard]] std::vector<Observance> observances(Instant first, Instant last) const;
};

// The zone of an IANA name: "Europe/Berlin". Throws UnknownTimeZone, with the way out.
[[nodiscard]] NamedZone zone_of_name(std::string_view name);

// Where the system says which zone it is in.
struct HostSays {
  std::optional<std::string> tz;                            // TZ; absent: not set
  std::filesystem::path localtime = "/etc/localtime";       // a link to a file of the zone data, or a copy of one
  std::filesystem::path zone_name = "/etc/timezone";        // where it is a copy: its name
};
// As the C library reads it; UTC with a remark where it cannot be understood.
[[nodiscard]] NamedZone zone_of_host(const HostSays& says);

}  // namespace starling
