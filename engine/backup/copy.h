// The text of a study folder, read at one moment, into one archive.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "backup/archive.h"
#include "backup/kept_files.h"
#include "calendar/calendar.h"
#include "history/history.h"

namespace starling {

// A line of the history that is not as it was written. It is copied like the others; `doctor` says more.
struct DamagedLine {
  std::string name;  // of its file
  int line = 1;
  LineFault fault = LineFault::Broken;
};
// Blank lines and lines of versions that are not known here are no damage. The bytes behind the last line feed are a
// line of their own.
[[nodiscard]] std::vector<DamagedLine> damaged_lines(const ArchivedText& log);

// Everything that is kept, as it is now.
struct Collected {
  std::vector<ArchivedText> texts;  // by rising name
  std::vector<LeftOut> left_out;
};
// Files that cannot be read or are too large for a backup are passed over too. Throws BackupError where there are too
// many.
[[nodiscard]] Collected collect_texts(const std::filesystem::path& home);

// "starling-2026-11-25-2241.zip" by the learner's clock.
[[nodiscard]] std::string backup_name(Instant at, const DayRule& rule);

struct BackupDone {
  std::filesystem::path file;
  std::size_t texts = 0;
  std::uint64_t text_bytes = 0;
  std::uint64_t archive_bytes = 0;
  int lines = 0;  // of the history
  std::vector<LeftOut> left_out;
  std::vector<DamagedLine> damaged;
};
// Why no backup can be written to `file`: it is no zip by its name, or there already and not to be replaced. Empty where
// one can.
[[nodiscard]] std::string wrong_with_target(const std::filesystem::path& file, bool replace);

// Writes the archive to `file` (0600, its folder 0700 where it is made), reads it back and compares every text. Throws
// BackupError, also for a wrong target, and FileError.
BackupDone make_backup(const std::filesystem::path& home, const std::filesystem::path& file, bool replace);

}  // namespace starling
