// What a learner's memory of one item is made of, and the times and grades that change it.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <optional>
#include <string_view>

namespace starling {

enum class Grade { Again = 1, Hard, Good, Easy };  // values are stored: never renumber

inline constexpr std::array<Grade, 4> kGrades{Grade::Again, Grade::Hard, Grade::Good, Grade::Easy};

// Its place in kGrades, and in everything that goes by grade.
[[nodiscard]] constexpr std::size_t index_of(Grade grade) { return static_cast<std::size_t>(grade) - 1; }

// "again", "hard", "good", "easy".
[[nodiscard]] std::string_view to_string(Grade grade);
// The word in any case, or its number, "1" to "4"; nothing else around it.
[[nodiscard]] std::optional<Grade> parse_grade(std::string_view text);

// How long a trace of memory holds, in days. Always above zero. Of FSRS-6, and only there, the days until recall
// falls to 90 %.
struct Stability {
  double days = 0;
  auto operator<=>(const Stability&) const = default;
};

// How hard the card is, from 1 (easy) to 10 (hard).
struct Difficulty {
  double level = 0;
  auto operator<=>(const Difficulty&) const = default;
};

struct MemoryState {
  Stability stability;  // of FSRS-7 the slow trace
  Difficulty difficulty;
  Stability fast{};     // the fast trace of FSRS-7; zero in FSRS-6
  bool operator==(const MemoryState&) const = default;
};

// A memory that lasts `factor` times as long, in each of its traces.
[[nodiscard]] inline MemoryState scaled(MemoryState memory, double factor) {
  memory.stability.days *= factor;
  memory.fast.days *= factor;
  return memory;
}

// Whole study days since the last review, 0 on the same day. FSRS-6 counts in these.
struct WholeDays {
  int count = 0;
  auto operator<=>(const WholeDays&) const = default;
};

// Time by the clock since the last review, in days of 24 hours. FSRS-7 counts in these.
struct FractionalDays {
  double days = 0;
  auto operator<=>(const FractionalDays&) const = default;
};

// What a review with each grade leads to.
struct MemoryOutcome {
  MemoryState state;
  double interval_days;  // until recall falls to the desired retention; before rounding, limits and fuzz
};

}  // namespace starling
