// What the commands have in common that write down what was done: the day they mean, notes and scores, and what they say.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/kinds.h"
#include "cli/parameter.h"
#include "cli/world.h"
#include "study/study.h"

namespace starling {

// "scope=3.5": a part and what it got, 0 to 5 in halves.
struct PartScored {
  using Value = PartScore;
  [[nodiscard]] Value read(std::string_view what, std::string_view word) const;
  [[nodiscard]] Offer offer() const { return {}; }
};

inline constexpr double kLongestLogged = 24 * 60;  // minutes of one thing
inline constexpr Option<Date> kOn{"--on", "DATE", "the day it was done, where that is not today"};
inline constexpr Option<Real> kMinutesTaken{"--minutes", "M", "how long it took", {0, kLongestLogged}};
inline constexpr Option<Text> kNote{"--note", "TEXT", "a word to yourself"};
inline constexpr Option<PartScored> kScore{"--score", "PART=N", "a part's score, 0 to 5; again for each part"};
inline constexpr std::array<std::string_view, 2> kBothLevels{"L6", "L7"};
inline constexpr Option<Choice<std::string_view>> kAtLevel{"--level", "L", "at whose scale", {kBothLevels}};

// The day of --on; UsageError for one to come. Nothing without the option.
[[nodiscard]] std::optional<Day> day_given(const Arguments& arguments, const Study& study);
[[nodiscard]] std::string note_given(const Arguments& arguments);
// Every --score, each part once.
[[nodiscard]] std::vector<PartScore> scores_given(const Arguments& arguments);
// What was written down: the deed, a line for people, the task that it counts for.
struct Written {
  Deed deed;
  std::string text;
  const Task* task = nullptr;
};
// As text or JSON. With the count that its task has by now.
void tell_written(const Written& written, const Study& study, const Arguments& arguments, World& world);

}  // namespace starling
