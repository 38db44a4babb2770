// Copies of the text as JSON.
#pragma once

#include <filesystem>
#include <string>

#include "backup/backup.h"

namespace starling {

[[nodiscard]] std::string to_json(const BackupDone& done);
// `kept_in` is absent while nothing was done.
[[nodiscard]] std::string restore_json(const std::filesystem::path& archive, const RestorePlan& plan, bool applied,
                                       const std::filesystem::path& kept_in);

}  // namespace starling
