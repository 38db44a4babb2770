// The peers' harness: programs that print JSON lines, in the folder that STARLING_PEERS names.
#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace starling::bench {

using Json = nlohmann::json;

class Peers {
 public:
  // Nothing where the variable is not set.
  static std::optional<std::filesystem::path> folder();

  // The lines that `fsrs_rs`'s driver prints for a log; none where it is not built. Words follow the log's path.
  [[nodiscard]] static std::vector<Json> crate(const std::filesystem::path& log, const std::string& words);
  // What the driver of the binding for Node prints for a log; nothing where it is not installed.
  [[nodiscard]] static std::optional<Json> binding(const std::filesystem::path& log, int runs);
  // Makes a log of `reviews` by the harness's own simulation; false where that cannot be done.
  [[nodiscard]] static bool make_log(int reviews, const std::filesystem::path& path);
};

}  // namespace starling::bench
