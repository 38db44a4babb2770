// Which principles do the learner's stories serve, how well, and is it enough?
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "history/history.h"
#include "memory/memory.h"
#include "plan/plan.h"
#include "story/story.h"

namespace starling {

// From worst to best. gap: no complete story; thin: no complete primary story, or fewer than kGateAngles angles;
// stale: neither of these, but no telling in kCoolingDays once stories cool; covered: none of these.
enum class CoverageStatus { Gap, Thin, Stale, Covered };
[[nodiscard]] std::string_view to_string(CoverageStatus status);

struct CoveredStory {
  std::string id;
  Strength strength = Strength::Primary;
  std::optional<double> quality;
};

struct PrincipleCoverage {
  std::size_t principle = 0;
  CoverageStatus status = CoverageStatus::Gap;
  int primary = 0;    // complete stories
  int secondary = 0;  // complete stories
  int angles = 0;     // primary + secondary
  std::optional<double> best_quality;
  std::optional<double> mean_quality;
  int tellings = 0;
  std::optional<Day> last_told;
  int warm = 0;  // stories told within the last kCoolingDays
  std::optional<double> recall;               // mean over its stories that were told
  std::optional<double> recall_on_interview;  // if nothing more is told
  std::vector<CoveredStory> stories;          // primary first, then by quality
};

struct CoverageStep {
  std::size_t principle = 0;
  std::string action;  // "new" | "re-angle" | "complete" | "tell"
  std::string story;   // of a re-angle, complete or tell
  std::string text;
};

struct Coverage {
  std::vector<PrincipleCoverage> principles;  // all 16, in the official order
  int stories = 0;
  int complete = 0;
  int empty = 0;    // of `stories`: none of their sections is written yet
  int covered = 0;  // principles whose status is covered
  std::optional<double> mean_quality;  // over complete stories that have one
  StoryGoal goal;
  bool gate_passed = false;
  std::vector<std::string> gate_reasons;
  std::vector<CoverageStep> next;  // best next steps first, at most five
};

// A gate on principles counts those with a primary story and this many angles.
inline constexpr int kGateAngles = 2;
[[nodiscard]] bool meets_gate(const PrincipleCoverage& row);
// Stories that are begun at least.
[[nodiscard]] int drafted(const Coverage& coverage);
// Of the stories those that the goal counts.
[[nodiscard]] int counted_for_goal(const Coverage& coverage);

// What of the plan coverage is judged by.
struct CoverageFrame {
  int week = 1;           // of the day
  int cooling_from = 13;  // the week from which on stories cool
  StoryGoal goal;
};

// Of `states` those of the stories are looked at: their reviews are tellings.
// An incomplete story counts in `stories` only; of two stories with one id the first counts. Once the interview is
// over, recall on its day is that of today.
[[nodiscard]] Coverage story_coverage(std::span<const Story> stories, const ItemStates& states,
                                      const MemoryModel& model, Day today, Day interview, const CoverageFrame& frame);

// By principle, in the official order: the story that serves it where, of those that are complete, one alone does; else
// null. Points into `stories`.
[[nodiscard]] std::array<const Story*, kPrincipleCount> only_stories(std::span<const Story> stories);
// What such a story counts beside others: a fifth more, which the table of prices that it shares with cards still bears
// (ratios_of).
inline constexpr double kWorthOfOnlyStory = 1.2;

// The same over places for stories instead of stories: each slot is a complete primary story without quality.
// Nothing in a plan is stale.
struct PlannedSlot {
  std::size_t principle = 0;
  int stories = 0;
  bool again = false;  // a second angle of stories that other slots count
};
[[nodiscard]] Coverage planned_coverage(std::span<const PlannedSlot> slots, const StoryGoal& goal = {});

}  // namespace starling
