// Which files of a study folder are the learner's text. A name that may be in a backup is one that may come out of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "source/source.h"

namespace starling {

// Bounds of a backup, for writing and for reading: far above what a learner has, far below what harms a machine.
inline constexpr std::size_t kMostKeptFiles = 20'000;
inline constexpr std::uint64_t kMostKeptFileBytes = 128ULL * 1024 * 1024;
inline constexpr std::uint64_t kMostKeptBytes = 512ULL * 1024 * 1024;

// `name` from the study folder, with "/" between folders: starling.toml, plan.toml, loop.toml, .gitattributes, .gitignore, texts
// below stories/, decks/ and notes/, and log/**/*.jsonl. No hidden or temporary file, no way up, nothing that a file
// system elsewhere would not take: no control characters, no "\", at most four folders deep.
[[nodiscard]] bool is_kept_name(std::string_view name);
// One of those folders, or below one: "decks/problems".
[[nodiscard]] bool is_kept_folder(std::string_view name);
// Lines of the history.
[[nodiscard]] bool is_log_name(std::string_view name);

struct KeptFile {
  std::string name;
  std::filesystem::path path;
  FileStamp stamp;
};
struct LeftOut {
  std::string name;
  std::string why;      // "is no plain file"
  bool is_text = true;  // would be kept if it could
};
struct KeptListing {
  std::vector<KeptFile> files;  // by rising name
  std::vector<LeftOut> left_out;
};
// Links are followed, each folder once on a way down. Hidden and temporary files, what is no *.jsonl below log/, and
// backups/, recordings/ and schema/ are left out in silence, everything else that is left out is named.
[[nodiscard]] KeptListing list_kept_files(const std::filesystem::path& home);

}  // namespace starling
