// A learner's database in a folder of its own, and things that happen to it, shared by the tests of the store.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <vector>

#include "store/store.h"

namespace starling {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

inline constexpr const char* kModel = "default";

inline const MemoryModel& model() {
  static const MemoryModel defaults(default_weights());
  return defaults;
}

inline Day day(int number) { return Day(std::chrono::days(20000 + number)); }

inline Reviewed review(Grade grade, int due_in_days = 3) {
  Reviewed result;
  result.grade = grade;
  result.due = Due{day(due_in_days), std::nullopt};
  return result;
}

inline Event event(What what, std::string item = "lp/why", int on_day = 0) {
  return Event{0, Instant(std::chrono::days(20000 + on_day) + 9h), day(on_day), std::move(item), std::move(what)};
}

// A folder that is gone with the test, with the path of a database in it.
class LearnerFile {
 public:
  LearnerFile() {
    std::string name = (fs::temp_directory_path() / "starling-store-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    folder_ = name;
  }
  ~LearnerFile() { fs::remove_all(folder_); }
  LearnerFile(const LearnerFile&) = delete;
  LearnerFile& operator=(const LearnerFile&) = delete;

  [[nodiscard]] const fs::path& folder() const { return folder_; }
  [[nodiscard]] fs::path path() const { return folder_ / "starling.db"; }
  [[nodiscard]] std::string bytes() const {
    std::ifstream file(path(), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  void put(std::string_view bytes) const { std::ofstream(path(), std::ios::binary) << bytes; }

  // What another program would see and do.
  [[nodiscard]] SQLite::Database open() const { return {path().string(), SQLite::OPEN_READWRITE}; }
  // Everything into the one file, as after a backup or a clean shutdown of another program.
  void gather() const {
    (void)open().execAndGet("pragma wal_checkpoint(truncate)");
    fs::remove(path().string() + "-wal");
    fs::remove(path().string() + "-shm");
  }
  [[nodiscard]] std::string quick_check() const { return open().execAndGet("pragma quick_check").getString(); }

 private:
  fs::path folder_;
};

// What the store says when it refuses; empty when it does not.
template <class Work>
std::string refusal(Work&& work) {
  try {
    work();
  } catch (const StoreError& error) {
    return error.what();
  }
  return "";
}

inline bool contains(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

// Draws that are equal on every machine.
struct Dice {
  std::uint64_t state;
  int below(int sides) {
    std::uint64_t z = (state += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return static_cast<int>((z ^ (z >> 31)) % static_cast<std::uint64_t>(sides));
  }
};

inline Reviewed any_review(Dice& dice, int on_day) {
  Reviewed answer = review(static_cast<Grade>(1 + dice.below(4)), on_day + dice.below(9));
  answer.phase = static_cast<Phase>(dice.below(4));
  answer.step = dice.below(3);
  if (dice.below(2) == 0) answer.took = std::chrono::milliseconds(dice.below(90'000));
  if (dice.below(3) == 0) answer.due.at = Instant(std::chrono::days(20000 + on_day) + 10h);
  return answer;
}

inline std::string any_item(Dice& dice) {
  const std::string folder = dice.below(2) == 0 ? "story/" : "lp/";
  return folder + static_cast<char>('a' + dice.below(3));
}

// Anything but an undo, a redo or new weights, to one of a few items.
inline Event anything(Dice& dice, int on_day) {
  const std::string item = any_item(dice);
  const auto grade = [&] { return static_cast<Grade>(1 + dice.below(4)); };
  switch (dice.below(8)) {
    case 0:
      return event(Suspended{}, item, on_day);
    case 1:
      return event(Unsuspended{}, item, on_day);
    case 2:
      return event(Buried{day(on_day + 1)}, item, on_day);
    case 3:
      return event(Told{any_review(dice, on_day), Beats{grade(), grade(), grade(), grade(), grade()}}, item,
                   on_day);
    case 4:
      return event(Told{any_review(dice, on_day), std::nullopt}, item, on_day);
    default:
      return event(any_review(dice, on_day), item, on_day);
  }
}

inline Event adoption(Weights weights, int on_day = 0) {
  return event(Adopted{std::move(weights)}, std::string(kMemoryItem), on_day);
}

// Weights anywhere inside the limits, to the last bit.
inline Weights any_weights(Dice& dice) {
  Weights weights = default_weights(kModelKinds.at(static_cast<std::size_t>(dice.below(2))));
  const auto limits = weight_limits(weights.kind);
  for (std::size_t i = 0; i < limits.size(); ++i)
    weights.numbers[i] = limits[i].low + (limits[i].high - limits[i].low) * (dice.below(1'000'003) / 1'000'003.0);
  return weights;
}

inline std::vector<MovedItem> any_moves(Dice& dice, int on_day) {
  std::vector<MovedItem> moves;
  for (int left = dice.below(4); left > 0; --left)
    moves.push_back({any_item(dice), day(on_day + 1 + dice.below(30))});
  return moves;
}

// Anything but an undo or redo, new weights with their moves included.
inline void append_anything(Store& store, Dice& dice, int on_day) {
  if (dice.below(7) == 0)
    store.adopt(adoption(any_weights(dice), on_day), any_moves(dice, on_day));
  else
    store.append(anything(dice, on_day), model());
}

// What the commands undo and redo append.
inline Event undo_of(const Event& target) { return event(Undone{target.id}, target.item); }
inline Event redo_of(const Event& target) { return event(Redone{target.id}, target.item); }

}  // namespace starling
