// The wins that a learner noted: one list, which story was made of each, and which of them could fill a gap.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "history/history.h"
#include "story/story.h"

namespace starling {

inline constexpr std::size_t kShortestWin = 3;  // letters
inline constexpr std::size_t kLongestWin = 500;

struct Win {
  int number = 1;     // over all wins in the order of history, from 1; one that is dropped keeps its own
  DeedId deed;
  Day day{};          // that it counts for: of the note, or of --on
  Won what;
  std::string story;  // the id of the one that names it; empty: none
};
// Without those that were dropped. Of two stories that name one the first counts.
[[nodiscard]] std::vector<Win> wins_of(const PlanProgress& progress, std::span<const Story> stories);
// Of the one that this deed kept, also where it was dropped since; 0 where it kept none.
[[nodiscard]] int win_number(const PlanProgress& progress, const DeedId& deed);

// The year that it happened in, as far as is known: the learner's, else that of its day.
[[nodiscard]] int year_of(const Win& win);
// Whether `tag` is one of its tags or its kind; principles under any of their names.
[[nodiscard]] bool has_tag(const Win& win, std::string_view tag);

// A prompt for wins and its answer: the latest win of its kind and year.
struct MinedPrompt {
  MinePrompt prompt;
  std::optional<Win> win;
};
[[nodiscard]] std::vector<MinedPrompt> mined_prompts(const std::vector<MinePrompt>& prompts, std::span<const Win> wins);

inline constexpr std::size_t kMostWinsForGap = 3;
// Wins without a story that could become one for the principle, the best first and of equal ones the latest: a tag names
// it, or the text and tags hold words that it is recognised by (story/principle_words.h).
[[nodiscard]] std::vector<Win> wins_for(std::size_t principle, std::span<const Win> wins);
// The same from the history and the stories.
[[nodiscard]] std::vector<Win> wins_for(std::size_t principle, const PlanProgress& progress, std::span<const Story> stories);

}  // namespace starling
