// What is to be said of the folder itself: who may read it, what git knows, what was left behind, how much room is left.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "doctor/finding.h"

namespace starling {

// What git has to know of a study folder, as a new one has it.
[[nodiscard]] FindingList findings_in_git_files(const std::filesystem::path& home);

// `folder`, called `shown`, can hold no answer: the disk is read-only, or it is not the learner's to write in.
[[nodiscard]] std::optional<Finding> finding_in_writing(const std::filesystem::path& folder, const std::string& shown);

// The history, where git leaves it out. `names` are files of it, from the study folder.
[[nodiscard]] std::optional<Finding> finding_in_ignored(const std::filesystem::path& home, const std::vector<std::string>& names);

// Others of this machine may look into `folder`, which holds what `what` says.
[[nodiscard]] std::optional<Finding> finding_in_mode(const std::filesystem::path& folder, std::string_view what);

// Temporary files whose program is gone. `shown` is put before their names.
[[nodiscard]] FindingList findings_of_leftovers(const std::filesystem::path& folder, const std::string& shown);

inline constexpr std::uint64_t kLittleRoom = 10ULL * 1024 * 1024;
[[nodiscard]] std::optional<Finding> finding_in_room(std::uint64_t free_bytes);
[[nodiscard]] std::optional<std::uint64_t> free_bytes_at(const std::filesystem::path& folder);

}  // namespace starling
