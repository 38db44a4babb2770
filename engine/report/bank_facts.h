// What a coach would say of the stories as a whole: how deep each principle is, the few stories that carry all, and where
// the bank leans to one side.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "history/history.h"
#include "report/level_fit.h"
#include "rounds/rounds.h"
#include "story/story.h"

namespace starling {

struct BankWish {
  std::string_view level;     // "L6" | "L7"
  bool leads_people = true;   // role = "em": hiring and caring for people are asked deeper
  Day today{};
  const StoryCore* core = nullptr;  // of bank_of(stories), where it is known; null: worked out here
};

// Of one principle, over the stories that count.
struct PrincipleFacts {
  int depth = 0;         // see story_depths
  int depth_wanted = 2;
  int fits = 0;          // its stories that fit the level
  int under = 0;
  int over = 0;
  int followups = 0;     // answered follow-ups of its stories
  int ready = 0;         // stories with kCleanDays clean days
};
struct StoryFacts {
  const Story* story = nullptr;
  LevelFit fit = LevelFit::Unknown;
  int followups = 0;  // that have an answer
  bool ready = false;
};
// Where the bank leans: one sentence each, what matters most first.
struct Leaning {
  std::string kind;  // "secondary" | "failure" | "age" | "employer" | "depth" | "followups"
  std::string text;
};
struct CoreOfBank {
  std::vector<const Story*> stories;
  std::vector<PrincipleSet> told_for;   // of each
  std::vector<std::size_t> missing;     // principles that are not covered twice by all stories together
};

struct BankFacts {
  std::array<PrincipleFacts, kPrincipleCount> principles;
  std::vector<StoryFacts> stories;  // those that count, in their order
  CoreOfBank core;
  std::vector<Leaning> leanings;
};
// Keeps pointers: `stories` outlive it. Of two with one id the first counts.
[[nodiscard]] BankFacts bank_facts(std::span<const Story> stories, const ItemStates& states, const BankWish& wish);

// The depth that hire-and-develop and earths-best-employer want of those who lead people; others want 2.
inline constexpr int kPeopleDepth = 3;
inline constexpr int kFailureStories = 2;  // that a loop asks for at least
inline constexpr int kOldYears = 3;        // since its end: listeners ask what came after

}  // namespace starling
