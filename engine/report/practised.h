// What was practised on a run of days: problems, designs, stories, mock interviews.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "history/history.h"
#include "practice/practice.h"
#include "report/done.h"
#include "story/story.h"

namespace starling {

// Null for what is in no text. The problem of an id, the exercise of an id.
struct PracticeTexts {
  std::function<const CodingProblem*(std::string_view)> problem;
  std::function<const DesignExercise*(std::string_view)> exercise;
};

// "easy", "medium", "hard" as it was logged, or as the bank has it; empty where neither says.
[[nodiscard]] std::string_view size_of(const Solved& solved, const PracticeTexts& texts);
// Of this problem and of no other: its id, or its title without case and accents.
[[nodiscard]] std::string name_of(const Solved& solved);
[[nodiscard]] std::string name_of(const Designed& designed);
// Whether it was at the scale of one of `levels`; of none: it was.
[[nodiscard]] bool at_scale(const Designed& designed, const std::vector<std::string>& levels, const PracticeTexts& texts);

struct SizeSolved {
  int solved = 0;                 // problems, each once
  std::optional<double> minutes;  // mean over the solutions that were timed
};
struct ProblemsSolved {
  int solved = 0;                   // problems, each once, those of no known size among them
  int tried = 0;                    // and not solved
  std::array<SizeSolved, 3> sizes;  // in the order of kProblemSizes
};
struct DesignsDone {
  int designs = 0;                // each once
  std::optional<double> score;    // mean of 5
  std::optional<double> minutes;  // mean
};
struct StoriesTold {
  int stories = 0;   // each once
  int tellings = 0;
  int fresh = 0;     // told for the first time
  std::optional<int> improved;  // revisions dated on these days; nothing where no story has a dated one
};
struct MocksHeld {
  int mocks = 0;
  std::map<std::string, int> types;
  std::optional<double> score;  // mean of 5
};

// `first` and `last` both included.
[[nodiscard]] ProblemsSolved problems_solved(const PlanProgress& progress, const PracticeTexts& texts, Day first, Day last);
[[nodiscard]] DesignsDone designs_done(const PlanProgress& progress, Day first, Day last);
[[nodiscard]] MocksHeld mocks_held(const PlanProgress& progress, Day first, Day last);
// `deeds` are at least those that count of these days.
[[nodiscard]] StoriesTold stories_told(std::span<const Deed> deeds, const FirstDays& first_days, std::span<const Story> stories,
                                       Day first, Day last);

// A point of a mock's feedback, numbered over all mocks in their order, from 1.
struct FeedbackPoint {
  int number = 1;
  DeedId mock;
  int place = 1;  // among the points of its mock, from 1
  Day day{};
  std::string type;
  std::string text;
  bool closed = false;
};
enum class Points { Open, All };
[[nodiscard]] std::vector<FeedbackPoint> feedback_points(const PlanProgress& progress, Points which);

// The part with the lowest mean over the last mocks since `first` that were scored, at most kScoredMocks of them.
inline constexpr int kScoredMocks = 3;
struct LowestPart {
  std::string part;
  double score = 0;
  int mocks = 0;  // that were looked at
};
[[nodiscard]] std::optional<LowestPart> lowest_part(const PlanProgress& progress, Day first, std::string_view type = {});

}  // namespace starling
