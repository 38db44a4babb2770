// Passes over the grid and the days left, eight days abreast. They are compiled for more than one kind of processor and
// use nothing of the library's: a function of it that was inlined for one must not end in the program of another.
// Lane by lane the same operations in the same order everywhere: the digits are equal.
#pragma once

#include <vector>

#include "price/moves.h"
#include "price/outlook.h"

namespace starling {

inline constexpr int kDaysAbreast = 8;

// Of one step of difficulty; every pointer is to its own part. Rows are days left from 0, one row a step of stability.
struct DayRows {
  const ReviewMove* moves;
  const float* ahead;  // by outcome, step of stability and day abreast: worth just after a review that came out so
  int row;             // floats from one row to the next
  bool splits_lapse;   // whether there is a fifth outcome
};

// What is known on an earlier day counts for what was reviewed before it and is reviewed next from that day on.
struct CountsEarlier {
  const float* worth;  // rows; 0 for what was last reviewed on that day or behind it
  int left;            // days, on that day
};
struct EarlierDays {
  CountsEarlier days[kMostEarlierDays];
  std::size_t count;
};

// What is planned for a day that may be skipped is made with this chance, by day abreast, and else never: then the memory
// is worth its rest. Null where no day is skipped.
struct DaysSkipped {
  const float* made;
  const float* rest;  // rows
};

// Which reviews a pass looks at: on the days `first_day + lane` left, for lanes `from` to before `to`, of what was
// reviewed before with `first_day + after` to before `first_day + before` days left.
struct ReviewSpan {
  int first_day;
  int from;
  int to;
  int after;
  int before;
};

// Makes worth of the best review yet, and of the chances of all of them.
struct WorthPass {
  DayRows rows;
  EarlierDays earlier;
  DaysSkipped skipped;
  const float* price;  // of a second, by day abreast
  float per_heat;      // log2 e / temperature; 0: only the best counts
  float* best;         // rows
  float* sum;          // rows: of 2^((worth - best) per_heat)
};

// Sends what waits at each day ahead to its next review.
struct FlowPass {
  DayRows rows;
  EarlierDays earlier;
  DaysSkipped skipped;
  const float* price;
  float per_heat;
  const float* worth;  // rows
  const float* mass;   // rows: how many items were last reviewed with so many days left
  float least;         // fewer items count as none
  float* arriving;     // by outcome, step of stability and day abreast
  float* load;         // by day abreast: seconds
  float* bend;         // by day abreast: sum of mass p (1 - p) seconds^2
};

struct DayPasses {
  void (*worth)(const WorthPass& pass, const ReviewSpan& span);
  void (*flow)(const FlowPass& pass, const ReviewSpan& span);
};

// Those for each kind of processor that this one is, the fastest last. All give the same digits.
[[nodiscard]] std::vector<DayPasses> day_passes_here();
[[nodiscard]] DayPasses fastest_day_passes();

}  // namespace starling
