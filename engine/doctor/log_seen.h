// Every line below log/, as it was found: what is needed to judge the history without holding all of it.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "history/history.h"
#include "log/log.h"

namespace starling {

// A deed, without its events.
struct DeedSeen {
  DeedId id;
  std::int64_t order = 0;
  Instant at{};
  std::chrono::minutes offset{};
  Day day{};
  bool may_name_its_day = false;
  std::uint32_t checksum = 0;
  std::size_t file = 0;  // index of LogSeen::files
  LinePlace place;
};
struct FaultSeen {
  LineFault fault = LineFault::Broken;
  std::size_t file = 0;
  LinePlace place;
  std::string text;  // of a short broken line
};
struct FileSeen {
  std::string name;              // from the study folder: "log/k3f9x2/2026-11.jsonl"
  bool readable = true;
  std::int64_t torn_bytes = 0;   // behind the last line that was read
  bool ends_in_line_feed = true;
  int lines = 0;
};
struct LogSeen {
  std::vector<FileSeen> files;            // by rising name
  std::vector<DeedSeen> deeds;            // by file and line
  std::vector<FaultSeen> faults;          // by file and line
  std::map<std::string, int> unknown;     // events by kinds that a newer Starling wrote
  std::vector<std::string> passed_over;   // sentences

  // The largest number of a device; 0: nothing of it is here.
  [[nodiscard]] std::int64_t newest(const std::string& device) const;
  // The number up to which all of its deeds are here; 0: its first one is not.
  [[nodiscard]] std::int64_t whole_up_to(const std::string& device) const;
};
// `log` is the folder of lines.
[[nodiscard]] LogSeen see_log(const std::filesystem::path& log);

}  // namespace starling
