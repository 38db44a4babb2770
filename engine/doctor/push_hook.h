// The hook of git that looks before a push for what is private.
#pragma once

#include <filesystem>
#include <string>

namespace starling {

// What git runs: `program` where it is there, else starling of the PATH, over the folder that is pushed. A push is stopped
// where something was found, and where nobody could look.
[[nodiscard]] std::string push_hook(const std::filesystem::path& program);

// As a word of the shell, whatever it holds.
[[nodiscard]] std::string shell_quoted(const std::string& word);

struct HookDone {
  std::filesystem::path file;
  bool renewed = false;   // it was there, by an earlier call
  std::string refused;    // a sentence without a full stop, with the line to add where that helps; empty: it is there
};
// Into .git/hooks of `home`. A hook of somebody else's stays as it is. Throws FileError.
[[nodiscard]] HookDone install_push_hook(const std::filesystem::path& home, const std::filesystem::path& program);

}  // namespace starling
