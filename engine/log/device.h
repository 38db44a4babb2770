// The name under which this machine writes into one study folder, and what it wrote last: kept outside the folder, so
// that a copy of the folder, or of the machine, is noticed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "history/history.h"

namespace starling {

// Sixty-four bits that nobody can foresee.
using Entropy = std::function<std::uint64_t()>;

// What was written last. `before` is there for a program that was killed between noting and writing.
struct LastWritten {
  std::int64_t number = 0;         // 0: nothing yet
  std::uint32_t checksum = 0;      // of that line
  std::int64_t before_number = 0;
  std::uint32_t before_checksum = 0;
  bool operator==(const LastWritten&) const = default;
};
struct DeviceState {
  std::string device;   // six letters and digits
  std::string machine;  // sixteen hex digits of a hash of the machine's id; "-" where it has none
  LastWritten last;
  bool operator==(const DeviceState&) const = default;
};

// What this machine surely wrote: a program that was killed may have noted a line that it did not write.
[[nodiscard]] std::int64_t surely_written(const DeviceState& state);

// Lines of a name of this machine that are not here: it wrote up to `written`, and only what is up to `here` is.
struct MissingLines {
  std::string device;
  std::int64_t written = 0;
  std::int64_t here = 0;  // 0: none of it
  std::string unread = {};  // why_unread(), where that is it; else empty
};
// "this machine wrote up to k3f9x2-8, and only what is up to 3 is here"
[[nodiscard]] std::string to_sentence(const MissingLines& missing);
// The same with what to do, without a full stop.
[[nodiscard]] std::string to_remark(const MissingLines& missing);
// What to do then.
inline constexpr std::string_view kBringLinesBack = "'starling restore FILE' brings it from a backup, a sync from another machine";

// One line of text of fixed length, so that it is written over in place.
[[nodiscard]] std::string to_text(const DeviceState& state);
[[nodiscard]] std::optional<DeviceState> parse_device_state(std::string_view text);

// Where the state of the study folder `home` lies below `state_base` ($XDG_STATE_HOME/starling): a folder named by a
// hash of the real path. The same hash names its cache.
[[nodiscard]] std::string hash_of_path(const std::filesystem::path& home);

// Sixteen hex digits of what /etc/machine-id (`file`) says; "-" where it cannot be read.
[[nodiscard]] std::string machine_hash(const std::filesystem::path& file);

// The file below `state_base` that holds the state; one for each machine, so that those that share a home keep a name
// each.
[[nodiscard]] std::filesystem::path device_state_path(const std::filesystem::path& state_base,
                                                      const std::filesystem::path& home, const std::string& machine);

// What that file says; nothing where it cannot be read.
[[nodiscard]] std::optional<DeviceState> remembered_state(const std::filesystem::path& file);
[[nodiscard]] std::filesystem::path given_up_file(const std::filesystem::path& state_file);
// Names that were given up while lines of theirs were missing, as they were kept there.
[[nodiscard]] std::vector<MissingLines> given_up_names(const std::filesystem::path& file);
void keep_given_up(const std::filesystem::path& file, const std::string& device, std::int64_t written);

[[nodiscard]] std::string new_device_name(const Entropy& entropy);
// Without a place to remember a name: always the same one for the same machine and folder.
[[nodiscard]] std::string fixed_device_name(const std::string& machine, const std::string& path_hash);

}  // namespace starling
