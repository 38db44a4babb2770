#include "story/mining.h"

#include <fmt/format.h>

namespace starling {

namespace {

struct PromptRow {
  std::string_view kind;
  int years_back;  // below 0: of any year
  std::string_view text;  // {} is the year
};

// Own words. Years and kinds take turns, so that nobody lists five peaks and stops.
constexpr std::array<PromptRow, kMinePrompts> kRows{{
    {"peak", 0, "{}: what went better than anybody expected, and what was your part in it?"},
    {"conflict", -1, "With whom did you disagree about something that mattered, and how did it end?"},
    {"failure", 0, "{}: what went wrong that was yours to answer for?"},
    {"unasked", -1, "What did you mend or build that nobody had asked for?"},
    {"peak", 1, "{}: which result of that year would you show to a stranger?"},
    {"changed-mind", -1, "What were you sure of until a fact proved you wrong?"},
    {"failure", 1, "{}: which promise, date or figure did you miss, and what did it cost?"},
    {"growth", -1, "Who can do something today because of you, and how did they come to it?"},
    {"peak", 2, "{}: what did you finish that still runs or is still used?"},
    {"customer", -1, "For which customer did you do what was not in the plan?"},
    {"failure", 2, "{}: which decision of that year would you make otherwise today?"},
    {"simpler", -1, "What did you take away, so that something became simple?"},
    {"peak", 3, "{}: when did others follow your lead, and where to?"},
    {"no-data", -1, "When did you decide before all the facts were there?"},
    {"failure", 3, "{}: what did you let go on for too long?"},
    {"dug-deep", -1, "When did you look for yourself and find that the report was wrong?"},
    {"peak", 4, "{}: what was the hardest thing that you brought to an end?"},
    {"with-less", -1, "When did you reach it with half of the people, the money or the time?"},
    {"failure", 4, "{}: whose trust did you lose and win back?"},
    {"beyond", -1, "What did you change for people outside your team, or outside the company?"},
}};

}  // namespace

std::vector<MinePrompt> mine_prompts(int this_year) {
  std::vector<MinePrompt> prompts;
  for (const PromptRow& row : kRows) {
    if (row.years_back < 0) {
      prompts.push_back({row.kind, std::nullopt, std::string(row.text)});
      continue;
    }
    const int year = this_year - row.years_back;
    prompts.push_back({row.kind, year, fmt::format(fmt::runtime(row.text), year)});
  }
  return prompts;
}

}  // namespace starling
