// Which story is told in which round, so that none is told twice?
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "rounds/bank.h"

namespace starling {

struct MapStory {
  BankStory story;
  double readiness = 0;      // 0 to 1: how well it would be told today
  bool told_before = false;  // to the same company, in an earlier interview or a phone screen
};

// What telling it for that principle is worth, 1 and up; 0 where it is not told for it. Quality counts most, then that
// the principle is its primary one, then readiness; a story told before is worth half.
[[nodiscard]] int worth_of(const MapStory& story, std::size_t principle);
inline constexpr int kMostWorth = 200;

// Indices of stories.
struct MapPlace {
  std::optional<std::size_t> story;
  std::optional<std::size_t> backup;  // where the story was told by then, or does not fit what is asked
};

// A place for each principle that an interviewer asks for, in that order. No story stands twice, as a story or as a
// backup. First as many places as can be have a story, then as many as can be a backup, then the worth in sum is the
// largest, where a story's counts twice and a backup's once. In any order of the stories the answer is the same.
[[nodiscard]] std::vector<MapPlace> round_map(std::span<const std::size_t> principles, std::span<const MapStory> stories);

}  // namespace starling
