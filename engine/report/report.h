// What do the numbers say? Coverage per principle and what was done, as values; printing is the cli's.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "calendar/calendar.h"
#include "history/history.h"
#include "memory/memory.h"
#include "report/recall.h"
#include "story/story.h"

namespace starling {

// From worst to best. gap: no complete story; thin: no complete primary story, or fewer than kGateAngles angles;
// stale: neither of these, but no telling in kWarmDays once week kStaleFromWeek has begun; covered: none of these.
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
  int warm = 0;  // stories told within the last 14 days
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
  int covered = 0;  // principles whose status is covered
  std::optional<double> mean_quality;  // over complete stories that have one
  bool gate_passed = false;
  std::vector<std::string> gate_reasons;
  std::vector<CoverageStep> next;  // best next steps first, at most five
};

// Days since a telling for which a story counts as warm.
inline constexpr int kWarmDays = 14;
// From this week of the plan on, a covered principle without a telling in kWarmDays is stale.
inline constexpr int kStaleFromWeek = 13;
// The plan's gate: this many complete stories, and every principle with a primary and this many angles.
inline constexpr int kGateStories = 25;
inline constexpr int kGateAngles = 2;

// `states` holds the state of "story/ID" items: their reviews are tellings. `week` is the plan's week of `today`.
// An incomplete story counts in `stories` only; of two stories with one id the first counts. Once the interview is
// over, recall on its day is that of today.
[[nodiscard]] Coverage story_coverage(std::span<const Story> stories,
                                      const std::map<std::string, ItemState>& states, const MemoryModel& model,
                                      Day today, Day interview, int week);

// The same over places for stories instead of stories: each slot is a complete primary story without quality.
// Nothing in a plan is stale.
struct PlannedSlot {
  std::size_t principle = 0;
  int stories = 0;
};
[[nodiscard]] Coverage planned_coverage(std::span<const PlannedSlot> slots);

// What was done on a run of days.
struct Done {
  int reviews = 0;    // answers of any kind, tellings among them
  int new_items = 0;  // items whose first answer fell on these days
  int tellings = 0;
  std::array<int, 4> grades{};  // in the order of kGrades, cards and stories
  std::chrono::milliseconds time{};
};
// `events` are those that count (see standing_events), from the beginning; `first` and `last` both included.
[[nodiscard]] Done done_between(std::span<const Event> events, Day first, Day last);

// True retention of one deck (see recall.h).
struct DeckRecall {
  std::string deck;
  int reviews = 0;   // answers to items in review before them, on a later day than the answer before
  int recalled = 0;
};
// By deck id, rising; stories, probes, problems and exercises are no cards of a deck. `events` are those that
// count, from the beginning: an item's phase before an answer is the one its answer before left behind.
[[nodiscard]] std::vector<DeckRecall> recall_by_deck(std::span<const Event> events);

// What was answered on one day.
struct DayDone {
  Day day{};
  int answers = 0;
  std::chrono::milliseconds time{};  // of the answers that were timed
};
// Every day from `first` to `last`, both included, with the answers of any kind. `events` are those that count.
[[nodiscard]] std::vector<DayDone> done_by_day(std::span<const Event> events, Day first, Day last);

// The same days by deck id, rising; only decks with an answer.
struct DeckTime {
  std::string deck;
  int answers = 0;
  std::chrono::milliseconds time{};
};
[[nodiscard]] std::vector<DeckTime> time_by_deck(std::span<const Event> events, Day first, Day last);

}  // namespace starling
