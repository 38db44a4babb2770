#include "report/level_fit.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/text.h"

namespace starling {

namespace {

constexpr int kTeamsOfL7 = 3;
constexpr int kMonthsOfL7 = 9;
constexpr int kMonthsOfL6 = 12;

// Folded words by which a result says that it went on without its author.
constexpr std::array<std::string_view, 12> kAdopted{"adopted",   "adopt",     "taken over", "took over",       "taken up", "took it up",
                                                    "have since", "all teams", "standard",   "across the company", "still runs", "other teams"};

bool was_adopted(const Story& story) {
  const std::string result = fold(story.sections[static_cast<std::size_t>(Section::Result)]);
  return std::ranges::any_of(kAdopted, [&](std::string_view words) { return result.find(words) != std::string::npos; });
}

}  // namespace

std::string_view to_string(LevelFit fit) {
  constexpr std::array<std::string_view, 4> names{"unknown", "under", "fits", "over"};
  return names[static_cast<std::size_t>(fit)];
}

LevelFit level_fit(const Story& story, std::string_view level) {
  if (story.teams == 0 && story.horizon_months == 0) return LevelFit::Unknown;
  const bool large = story.teams >= kTeamsOfL7;
  if (level != "L7") return large && story.horizon_months > kMonthsOfL6 ? LevelFit::Over : LevelFit::Fits;
  const bool adopted = was_adopted(story);
  if (!large && !adopted) return LevelFit::Under;
  return story.horizon_months >= kMonthsOfL7 || adopted ? LevelFit::Fits : LevelFit::Under;
}

}  // namespace starling
