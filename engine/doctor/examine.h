// The whole examination of one learner's data on this machine.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "calendar/calendar.h"
#include "doctor/finding.h"
#include "library/library.h"
#include "log/log.h"
#include "store/store.h"

namespace starling {

// Where everything lies.
struct DoctorPlace {
  StudyFolder folder;
  ContentFolder content;
  StorePlace cache;
  LogPlace log;  // for the name of this machine; nothing is written by it
};

// One writer of the history.
struct DeviceSeen {
  std::string name;
  int deeds = 0;               // each once
  std::int64_t newest = 0;     // its largest number
  Instant last_at{};
  bool operator==(const DeviceSeen&) const = default;
};

struct Examination {
  FindingList findings;             // errors first, then warnings, then notes; each in the order of the examination
  std::vector<DeviceSeen> devices;  // by name
  std::string own_device;           // this machine's; empty where it has not written yet
  int log_files = 0;
  int lines = 0;
  int deeds = 0;                    // each once
  int decks = 0;                    // shipped ones too
  int stories = 0;
  int items = 0;
  std::filesystem::path cache;      // its file; empty where it is kept in memory
};

// Reads everything. Opens the cache as every command does, which makes a doubtful one anew, and changes nothing else.
[[nodiscard]] Examination examine(const DoctorPlace& place, Instant now);

// The cache anew from the text, whatever is in it.
void rebuild_cache(const DoctorPlace& place);

}  // namespace starling
