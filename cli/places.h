// Where things lie when nothing else is said: read from the variables of the environment, which only main looks at.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace starling {

// Empty: not set.
struct Variables {
  std::string home = "";           // HOME
  std::string starling_home = "";  // STARLING_HOME
  std::string data = "";           // XDG_DATA_HOME
  std::string cache = "";          // XDG_CACHE_HOME
  std::string state = "";          // XDG_STATE_HOME
};

// A relative HOME or XDG folder is ignored, as the XDG standard asks for; a "~" in front of one is HOME.
struct Places {
  std::optional<std::filesystem::path> user;   // HOME
  std::optional<std::filesystem::path> study;  // as STARLING_HOME says, with its "~"
  std::optional<std::filesystem::path> cache;
  std::optional<std::filesystem::path> state;
};
[[nodiscard]] Places places(const Variables& variables);

// `path` with HOME in place of a "~" that stands alone or before the first "/", unless a folder is named so. Throws
// UsageError where there is no HOME.
[[nodiscard]] std::filesystem::path without_tilde(const std::filesystem::path& path,
                                                  const std::optional<std::filesystem::path>& user);

}  // namespace starling
