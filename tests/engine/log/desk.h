// A study folder with a place for names beside it, and what is read back from it.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "log/log.h"
#include "support/home.h"

namespace starling::test {

using namespace std::chrono_literals;

// 25 November 2026, 22:41 at an offset of one hour.
inline const Moment kEvening{Instant(std::chrono::milliseconds(1795642863120)), day("2026-11-25")};
inline constexpr std::chrono::minutes kOffset{60};

inline Event answer(const std::string& item = "lp-ownership/why") {
  Answered event{*ItemId::parse(item), Grade::Good, 8120ms, Phase::Review, 0, {day("2026-12-01"), {}}, {}};
  return event;
}

// Numbers that differ from call to call, as those of a machine do, and are the same in every run.
inline Entropy entropy(std::uint64_t seed = 7) {
  return [chance = SplitMix64(Seed{seed})]() mutable { return chance.next(); };
}

// Where nothing waits for a disk.
inline std::filesystem::path in_memory() {
  const std::filesystem::path memory = "/dev/shm";
  return ::access(memory.c_str(), W_OK) == 0 ? memory : std::filesystem::temp_directory_path();
}

struct Desk {
  TemporaryFolder folder;
  std::filesystem::path home = folder / "study";
  std::filesystem::path state = folder / "state/starling";
  std::filesystem::path machine_id = folder / "machine-id";

  explicit Desk(const std::filesystem::path& base = in_memory()) : folder(base) {
    std::filesystem::create_directory(home);
    folder.write("machine-id", "0123456789abcdef0123456789abcdef\n");
  }

  [[nodiscard]] LogPlace place(std::uint64_t seed = 7) const { return {home, state, machine_id, entropy(seed)}; }
  [[nodiscard]] std::filesystem::path log() const { return home / "log"; }
  [[nodiscard]] std::filesystem::path file_of(const std::string& device, const std::string& month = "2026-11") const {
    return log() / device / (month + ".jsonl");
  }
};

// One deed, a turn for it alone.
inline Deed keep(Writer& writer, const Moment& moment = kEvening, std::int64_t largest_order = 0) {
  return writer.lock().append({answer()}, moment, kOffset, largest_order);
}
inline void keep_some(Writer& writer, int deeds) {
  for (int i = 0; i < deeds; ++i) keep(writer);
}

struct Read {
  std::vector<Deed> deeds;
  int faults = 0;
};
inline Read read_file(const std::filesystem::path& file) {
  Read result;
  (void)read_lines(file, {}, [&](LineRead line, const LinePlace&) {
    if (line.deed)
      result.deeds.push_back(*std::move(line.deed));
    else
      ++result.faults;
  });
  return result;
}
inline Read read_folder(const std::filesystem::path& log) {
  Read result;
  for (const LogFile& file : list_log(log).files) {
    Read one = read_file(log / file.name);
    result.faults += one.faults;
    result.deeds.insert(result.deeds.end(), one.deeds.begin(), one.deeds.end());
  }
  return result;
}
// "k3f9x2-812", each once.
inline std::set<std::string> ids_in(const std::filesystem::path& log) {
  std::set<std::string> ids;
  for (const Deed& deed : read_folder(log).deeds) ids.insert(to_string(deed.id));
  return ids;
}
inline std::set<std::string> names_in(const std::filesystem::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) names.insert(entry.path().filename().string());
  return names;
}

// What the error says; empty where there is none.
template <class Act>
std::string refusal(Act act) {
  try {
    act();
  } catch (const LogError& error) {
    return error.what();
  }
  return {};
}
inline bool says(const std::string& text, std::string_view words) { return text.find(words) != text.npos; }

}  // namespace starling::test
