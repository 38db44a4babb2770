// A study folder to be examined, with a cache and a state of its own, in a temporary place.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "doctor/doctor.h"
#include "support/home.h"

namespace starling::test {

// Noon in UTC of the day of most deeds below.
inline Instant noon() { return DayRule("UTC", 4).moment(day("2026-11-25"), std::chrono::hours(12)); }

// A deed of `device`, `number` minutes after eight o'clock.
inline Deed deed(const std::string& device, int number, const std::string& item = "own/a") {
  Deed made;
  made.id = {device, number};
  made.at = noon() - std::chrono::hours(4) + std::chrono::minutes(number);
  made.order = made.at.time_since_epoch().count();
  made.day = day("2026-11-25");
  made.events.push_back(Answered{*ItemId::parse(item), Grade::Good, std::nullopt, Phase::Review, 0,
                                 {day("2026-11-28"), std::nullopt}, {}});
  return made;
}
inline std::string line(const Deed& deed) { return written(deed) + "\n"; }
inline std::string lines(const std::string& device, int first, int last) {
  std::string text;
  for (int number = first; number <= last; ++number) text += line(deed(device, number));
  return text;
}

inline const char* kOwnDeck = R"(schema = 1
[deck]
id = "own"
title = "Own"
area = "mixed"
[[card]]
id = "a"
kind = "basic"
front = "What is the first letter?"
back = "a"
[[card]]
id = "b"
kind = "basic"
front = "What is the second letter?"
back = "b"
)";

class Patient {
 public:
  Patient() {
    const auto plan = shipped_content() / "plans/amazon-24-week.toml";
    place_.write("content/plans/amazon-24-week.toml", text_of(plan));
    place_.write("machine-id", "0123456789abcdef0123456789abcdef\n");
    folder().make("level = \"L6\"\nstart = 2026-11-23\ninterview = 2027-05-07\n[day]\ntime_zone = \"UTC\"\n");
    put("decks/own.toml", kOwnDeck);
  }

  [[nodiscard]] StudyFolder folder() const { return StudyFolder(place_ / "study"); }
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return folder().root() / name; }
  void put(const std::string& name, const std::string& text) const { place_.write("study/" + name, text); }
  [[nodiscard]] const TemporaryFolder& place() const { return place_; }

  [[nodiscard]] DoctorPlace all() const {
    return {folder(), ContentFolder(place_ / "content"), {place_ / "cache", folder().log(), "this build"},
            {folder().root(), place_ / "state", place_ / "machine-id", {}, std::chrono::milliseconds(0)}};
  }
  [[nodiscard]] Examination examined(Instant now = noon()) const { return examine(all(), now); }

  void remember(const DeviceState& state) const {
    const auto path = device_state_path(place_ / "state", folder().root(), machine_hash(place_ / "machine-id"));
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << to_text(state);
  }

  // Every file of the study folder, by name.
  [[nodiscard]] std::map<std::string, std::string> everything() const {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder().root()))
      if (entry.is_regular_file())
        files[std::filesystem::relative(entry.path(), folder().root()).string()] = text_of(entry.path());
    return files;
  }

 private:
  TemporaryFolder place_;
};

// "error line-checksum log/k3f9x2/2026-11.jsonl:2", one a finding.
inline std::vector<std::string> told(const FindingList& findings) {
  std::vector<std::string> list;
  for (const Finding& each : findings)
    list.push_back(std::string(to_string(each.gravity)) + " " + each.rule +
                   (each.file.empty() ? "" : " " + place_of(each)));
  return list;
}
inline const Finding& only(const FindingList& findings) {
  REQUIRE(findings.size() == 1);
  return findings.front();
}

}  // namespace starling::test
