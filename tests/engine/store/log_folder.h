// A folder of lines and the cache beside it, for the tests of the cache.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "store/store.h"
#include "support/history.h"
#include "support/home.h"

namespace starling::test {

class LogFolder {
 public:
  [[nodiscard]] std::filesystem::path log() const { return folder_ / "log"; }
  [[nodiscard]] std::filesystem::path cache() const { return folder_ / "cache"; }
  [[nodiscard]] std::filesystem::path database() const { return cache() / "cache.db"; }
  [[nodiscard]] std::filesystem::path file_of(const Deed& deed) const {
    return log() / deed.id.device / (to_string(deed.day).substr(0, 7) + ".jsonl");
  }

  // At the end of the file that its device keeps for the month.
  void append(const Deed& deed) { append(deed, file_of(deed)); }
  void append(const Deed& deed, const std::filesystem::path& file) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::app | std::ios::binary) << written(deed) << '\n';
  }
  void append(const std::vector<Deed>& deeds) {
    for (const Deed& deed : deeds) append(deed);
  }

  [[nodiscard]] Store open(const std::string& build = "one") const { return Store({cache(), log(), build}); }

 private:
  TemporaryFolder folder_;
};

// The model that holds after all of them.
inline MemoryModel model_after(const std::vector<Deed>& deeds) {
  const auto adoption = memory_in_use(deeds);
  return MemoryModel(adoption ? adoption->weights : default_weights());
}

// What the cache says is what the lines add up to.
inline void check_times(const Store& store, const std::vector<Deed>& deeds) {
  const std::vector<Deed> standing = standing_deeds(deeds);
  for (const auto& [first, last] : {std::pair(Day::min(), Day::max()), std::pair(day(2), day(5)), std::pair(day(7), day(7))})
    CHECK(store.times_between(first, last) == answer_times(standing, first, last));
}

inline void check_adds_up(const Store& store, const std::vector<Deed>& deeds) {
  const MemoryModel model = model_after(deeds);
  CHECK(store.model().weights() == model.weights());
  const ItemStates states = fold_items(deeds, model);
  CHECK(store.states() == states);
  CHECK(store.deeds() == deeds);
  check_times(store, deeds);
  for (const auto& [item, state] : states) CHECK(store.state(item) == state);
}

}  // namespace starling::test
