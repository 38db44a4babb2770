// What is to be said of single lines and files of the history.
#pragma once

#include "doctor/finding.h"
#include "doctor/log_seen.h"

namespace starling {

// Lines that are damaged, newer or torn, pipes and links, copies of sync programs, events of a newer Starling.
[[nodiscard]] FindingList findings_in_lines(const LogSeen& log);

}  // namespace starling
