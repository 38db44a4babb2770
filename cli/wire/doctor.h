// An examination as JSON.
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "calendar/calendar.h"
#include "doctor/doctor.h"

namespace starling {

// `done` are the sentences of what was mended or rebuilt before.
[[nodiscard]] std::string examination_json(const std::filesystem::path& home, const Examination& seen,
                                           std::span<const std::string> done, const DayRule& rule);

[[nodiscard]] std::string to_json(const std::filesystem::path& home, const PrivateCheck& seen);
[[nodiscard]] std::string to_json(const HookDone& done);

}  // namespace starling
