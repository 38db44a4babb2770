// What is to be said of single lines and files of the history.
#pragma once

#include <optional>
#include <vector>

#include "doctor/finding.h"
#include "doctor/log_seen.h"
#include "log/log.h"

namespace starling {

// `own` is what this machine remembers of its own lines, `given_up` what it wrote under names before. Lines that are
// damaged, newer or torn, pipes and links, copies of sync programs, events of a newer Starling.
[[nodiscard]] FindingList findings_in_lines(const LogSeen& log, const std::optional<DeviceState>& own = {},
                                            const std::vector<MissingLines>& given_up = {});

}  // namespace starling
