// What can be searched in: the texts of a card, a story or a line of the plan, each with its name.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "deck/deck.h"
#include "plan/plan.h"
#include "story/story.h"

namespace starling {

enum class SearchKind { Cards, Stories, Wins, Plan };
inline constexpr std::array<SearchKind, 4> kSearchKinds{SearchKind::Cards, SearchKind::Stories, SearchKind::Wins, SearchKind::Plan};
[[nodiscard]] std::string_view to_string(SearchKind kind);  // "cards"

struct Passage {
  std::string_view name;  // "front", "extra", "action"
  std::string text;       // never empty
};

// The first is what is asked, the title of a story, the text of a line. Gaps are filled in; what else is right in them
// and their hints come behind.
[[nodiscard]] std::vector<Passage> passages_of(const Card& card, const Deck& deck);
[[nodiscard]] std::vector<Passage> passages_of(const Story& story);

// A task, goal, gate or item of a checklist.
struct PlanLine {
  std::string_view kind;  // "task", "goal", "gate", "list"
  std::string id;         // no two lines of a plan have the same
  std::string_view text;
  std::string_view list;  // title of the checklist it stands in
  int week = 0;           // 0: belongs to none
  int day = 0;            // of the week; 0: to none
};
// In the order of the plan. They point into it.
[[nodiscard]] std::vector<PlanLine> plan_lines(const Plan& plan);
[[nodiscard]] std::vector<Passage> passages_of(const PlanLine& line);

}  // namespace starling
