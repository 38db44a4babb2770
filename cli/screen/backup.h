// Copies of the text as text.
#pragma once

#include <filesystem>
#include <string>

#include "backup/backup.h"
#include "cli/screen.h"

namespace starling {

[[nodiscard]] std::string backup_screen(const BackupDone& done, int width);
// What restoring would do to the folder `home`.
[[nodiscard]] std::string preview_screen(const std::filesystem::path& archive, const std::filesystem::path& home,
                                         const RestorePlan& plan, const Style& style, int width);
[[nodiscard]] std::string restored_screen(const RestoreDone& done, int width);

}  // namespace starling
