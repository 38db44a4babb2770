#include "bench/peer.h"

#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace starling::bench {

namespace {

namespace fs = std::filesystem;

// Standard output of a shell command; empty where it fails.
std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
  std::string text;
  std::array<char, 4096> part{};
  while (pipe)
    if (const std::size_t count = std::fread(part.data(), 1, part.size(), pipe.get()); count > 0)
      text.append(part.data(), count);
    else
      break;
  return text;
}

}  // namespace

std::optional<fs::path> Peers::folder() {
  const char* folder = std::getenv("STARLING_PEERS");
  return folder ? std::optional<fs::path>(folder) : std::nullopt;
}

std::vector<Json> Peers::crate(const fs::path& log, const std::string& words) {
  const auto root = folder();
  const fs::path program = root ? *root / "fsrs_rs/target/release/fsrs_peer" : fs::path();
  std::vector<Json> lines;
  if (!root || !fs::exists(program)) return lines;
  const std::string text = output_of(fmt::format("'{}' '{}' {} 2>/dev/null", program.string(), log.string(), words));
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    Json line = Json::parse(text.substr(at, end - at), nullptr, false);
    if (line.is_object()) lines.push_back(std::move(line));
    at = end + 1;
  }
  return lines;
}

std::optional<Json> Peers::binding(const fs::path& log, int runs) {
  const auto root = folder();
  if (!root || !fs::exists(*root / "node/node_modules")) return std::nullopt;
  const std::string text = output_of(
      fmt::format("node '{}' '{}' {} 2>/dev/null", (*root / "node/bench_binding_csv.mjs").string(), log.string(), runs));
  Json json = Json::parse(text, nullptr, false);
  return json.is_object() ? std::optional<Json>(std::move(json)) : std::nullopt;
}

bool Peers::make_log(int reviews, const fs::path& path) {
  const auto root = folder();
  if (!root) return false;
  const std::string command = fmt::format("python3 '{}' {} 20261122 '{}' >/dev/null 2>&1",
                                          (*root / "synth_revlog.py").string(), reviews, path.string());
  return std::system(command.c_str()) == 0 && fs::exists(path);
}

}  // namespace starling::bench
