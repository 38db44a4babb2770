// What is to be said of the deeds beside each other.
#pragma once

#include <filesystem>
#include <vector>

#include "calendar/calendar.h"
#include "doctor/finding.h"
#include "doctor/log_seen.h"
#include "log/log.h"

namespace starling {

// Deeds that are here twice, two under one number, numbers that are missing, clocks that were wrong, days that do not
// fit their time.
[[nodiscard]] FindingList findings_in_deeds(const LogSeen& log, Instant now);

// What this machine wrote last, beside what is here.
[[nodiscard]] FindingList findings_in_own_lines(const LogSeen& log, const DeviceState& state);

// The same of names that were given up, which `file` lists: they are named until they are back, or it is deleted.
[[nodiscard]] FindingList findings_of_given_up(const LogSeen& log, const std::vector<MissingLines>& names, const std::filesystem::path& file);

}  // namespace starling
