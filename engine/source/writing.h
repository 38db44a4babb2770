// Text files on disk: writing beside and renaming, private by default.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "source/files.h"

namespace starling {

// A file that could not be written or a folder that could not be made; the text says which and why.
class FileError : public std::runtime_error {
  using runtime_error::runtime_error;
};

// Writes a temporary file beside `path`, `name.PID.tmp`, syncs it and renames it over `path`, so that a reader sees the
// old text or the new one, whatever else writes there. A link is followed and what it leads to is written. What is
// replaced keeps its mode, a new file is its owner's alone (0600), who is the owner of the folder. Temporary files of `path` that no program writes any
// more are removed. Throws FileError and leaves the old file as it was; so it does where there is no plain file.
void write_file(const std::filesystem::path& path, std::string_view text);

// The same of a file that is not there yet. False where something has that name by now: then it stays as it is.
[[nodiscard]] bool write_new_file(const std::filesystem::path& path, std::string_view text);

// Reads a file of at most kMaxTomlBytes and writes what `change` makes of it; nothing: it stays as it is. No other program
// does the same in that folder meanwhile, so that whoever changes a text goes through here. Throws FileError where one
// does so for ten seconds, and whatever `change` throws, which changes no file of that folder through this itself.
void change_file(const std::filesystem::path& path, const std::function<std::optional<std::string>(const FileText& now)>& change);

// Makes a folder and those above it, its owner's alone (0700), who is the owner of what it is in; what is there is left as it is, but for temporary files
// of texts that no program writes any more. Throws FileError.
void make_folder(const std::filesystem::path& folder);

}  // namespace starling
