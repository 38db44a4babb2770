// An archive back into a study folder: first what would happen, then, where it is wanted, that. Nothing is deleted, and
// no line of the history is lost or written into a file of another writer.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "backup/archive.h"
#include "backup/copy.h"
#include "calendar/calendar.h"

namespace starling {

enum class Fate {
  New,      // is not in the folder
  Changed,  // is there with another text, which is kept before it is replaced
  Lines,    // history whose file is there: the lines that are in no file go into one of their own
  Renamed,  // a story that has another id and file here by now: it stays out, so that there are not two of it
  Same      // nothing is to do
};

[[nodiscard]] std::string_view to_string(Fate fate);  // "new" …

struct RestoreStep {
  std::string name;    // in the archive
  Fate fate = Fate::Same;
  std::string target;  // the name it gets: "log/k3f9x2/2026-11.restored-1.jsonl"; for Renamed the file it is now
  std::string text;    // what will stand there; empty for Renamed and Same
  int lines = 0;       // of the history, that the folder does not have
};
struct RestorePlan {
  std::vector<RestoreStep> steps;       // by rising name in the archive
  std::vector<std::string> only_here;   // kept files that the archive does not have: they stay
  std::vector<DamagedLine> damaged;     // lines of the archive that are not taken
  std::string refusal;                  // a sentence: why nothing can be done; empty where all of it can
};
// Touches nothing. `texts` as read_archive gives them; `home` need not be there.
[[nodiscard]] RestorePlan plan_restore(const std::filesystem::path& home, const std::vector<ArchivedText>& texts);

[[nodiscard]] bool changes_nothing(const RestorePlan& plan);

struct RestoreDone {
  RestorePlan plan;                // as it was carried out
  std::filesystem::path kept_in;   // where the replaced texts are now; empty where none were
};
// Makes the plan anew, carries it out and looks whether nothing of it is left to do. Replaced texts are first copied to
// backups/before-restore-2026-11-25-2241/ in `home`. Throws BackupError with the refusal, and FileError; what was
// written until then stays, and the same call goes on from there.
RestoreDone restore(const std::filesystem::path& home, const std::vector<ArchivedText>& texts, Instant at,
                    const DayRule& rule);

}  // namespace starling
