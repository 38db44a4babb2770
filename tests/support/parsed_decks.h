// What a cache holds of the shipped content, made once a program: parsing every deck is most of a first start.
#pragma once

#include <filesystem>

#include "study/study.h"
#include "support/home.h"

namespace starling::test {

inline std::filesystem::path cache_of(const StudyPlace& place) { return *place.cache_base / hash_of_path(place.folder.root()); }

// Gives it to the cache of a study folder that has none yet.
inline void keep_parsed_decks(const StudyPlace& place) {
  static const TemporaryFolder elsewhere;
  static const std::filesystem::path made = [] {
    elsewhere.write("study/starling.toml", "start = 2026-11-23\n");
    const StudyPlace first{StudyFolder(elsewhere / "study"), ContentFolder(shipped_content()), elsewhere / "cache", elsewhere / "state",
                           "/etc/machine-id", [] { return std::uint64_t{1}; }};
    const FixedClock clock{Instant{}};
    Study(first, clock, DayAndTime{day("2026-11-23"), {}}).close();
    return cache_of(first);
  }();
  std::filesystem::create_directories(cache_of(place).parent_path());
  std::filesystem::copy(made, cache_of(place), std::filesystem::copy_options::recursive | std::filesystem::copy_options::skip_existing);
}

}  // namespace starling::test
