#include "story/new_story.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

#include "source/source.h"
#include "story/principles.h"
#include "story/star.h"
#include "text/text.h"

namespace starling {

namespace {

// Own words for what each section is asked to hold, in the order of kSections.
constexpr std::array<std::string_view, kSectionCount> kPrompts{
    "When and where, what was at stake, one figure. Leave out the history.",
    "What you took on yourself, and how anyone would know that it worked.",
    "What I did and why: what I turned down, what went wrong, what I changed, what still runs without me.",
    "From what to what, in how long; what it cost; whether it lasted and who took it up.",
    "What I do differently since then, and where that has shown.",
};

std::string sections_text(int target_seconds) {
  std::string result = "[sections]\n";
  for (const Section section : kSections) {
    const auto i = static_cast<std::size_t>(section);
    const double share = target_shares()[i];
    result += fmt::format("# {} % of the time, {} s. {}\n{} = \"\"\"\n\"\"\"\n", std::lround(share * 100),
                          std::lround(share * target_seconds), kPrompts[i], to_string(section));
  }
  return result;
}

constexpr std::string_view kOptionalParts = R"(
# What was measured, at both ends. One [[metric]] for each figure.
#[[metric]]
#name = "night pages per week"
#before = "23"
#after = "2"

# What an interviewer will ask next, and your answer in half a minute.
#[[followup]]
#ask = "Who disagreed, and what was their best point?"
#answer = ""

# Your own score or a coach's, 1 to 5. The mean is the story's quality; it counts once all six are there.
#[score]
#situation = 3
#ownership = 3
#action = 3
#result = 3
#principle = 3
#reflection = 3

# What you changed and when, in one line.
#[[revision]]
#date = 2026-12-01
#note = "First telling, 200 s: shorten the opening."
)";

}  // namespace

std::string new_story_text(std::string_view id, std::string_view title, std::size_t principle,
                           std::string_view level, int target_seconds) {
  assert(principle < kPrincipleCount);
  const std::string name = without_controls(title);
  std::string text = schema_line("story", 1) + "schema = 1\n\n[story]\n";
  text += fmt::format("id = {}\ntitle = {}\n", quoted(id), quoted(trimmed(name).empty() ? id : name));
  text += "# A draft counts nowhere; take this line out when all five sections are written.\ndraft = true\n";
  text += level.empty() ? "#level = \"L6\"\n" : fmt::format("level = {}\n", quoted(level));
  text += "#when = \"2025-01 to 2025-05\"\n#role = \"\"\n";
  text += "#scope = { teams = 1, people = 8, horizon_months = 6 }\n";
  text += fmt::format("target_seconds = {}\n#tags = []\n\n", target_seconds);
  text += "# One primary principle: the one without which the story could not be told.\n";
  text += fmt::format("[[principle]]\nid = \"{}\"\nstrength = \"primary\"\n\n", principles()[principle].id);
  text += "# Up to three more that it also shows.\n";
  text += fmt::format("#[[principle]]\n#id = \"{}\"\n#strength = \"secondary\"\n\n",
                      principles()[neighbours(principle).front()].id);
  text += sections_text(target_seconds);
  text += kOptionalParts;
  return text;
}

}  // namespace starling
