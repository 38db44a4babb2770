#include "story/new_story.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

#include "source/source.h"
#include "story/principles.h"
#include "story/star.h"
#include "story/variants.h"
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

// Between three quotes on both sides.
std::string long_text(std::string_view text) {
  std::string result;
  for (const char c : without_controls(text)) {
    if (c == '\\' || (c == '"' && result.ends_with("\"\""))) result += '\\';
    result += c;
  }
  return result;
}

std::string without_bad_marks(std::string text) {
  if (!fault_in_marks(text)) return text;
  for (const std::string_view pair : {"{{", "}}"})
    for (std::size_t at = text.find(pair); at != text.npos; at = text.find(pair, at + 1)) text.insert(at + 1, " ");
  return text;
}

std::string sections_text(const NewStory& story) {
  std::string result = "[sections]\n";
  for (const Section section : kSections) {
    const auto i = static_cast<std::size_t>(section);
    const double share = target_shares()[i];
    const std::string text(trimmed(without_bad_marks(story.sections[i])));
    result += fmt::format("# {} % of the time, {} s. {}\n{} = \"\"\"\n{}\"\"\"\n", std::lround(share * 100),
                          std::lround(share * story.target_seconds), kPrompts[i], to_string(section),
                          text.empty() ? "" : long_text(text) + "\n");
  }
  return result;
}

constexpr std::string_view kNoMetric = R"(
# What was measured, at both ends. One [[metric]] for each figure.
#[[metric]]
#name = "night pages per week"
#before = "23"
#after = "2"
)";

constexpr std::string_view kOptionalParts = R"(
# What an interviewer will ask next, and your answer in half a minute.
#[[followup]]
#ask = "Who disagreed, and what was their best point?"
#answer = ""

# A text of its own for a minute; also for 30, 150 and 270 s. In a section {{270: words}} are told only when there is time.
#[[variant]]
#seconds = 60
#text = "One push stopped checkout for 51 minutes. I cut it into cells."

# A word that no export shows, and what stands there instead.
#[[confidential]]
#word = "Larkfield"
#public = "an online grocer"

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

std::string one_line(std::string_view text) { return starling::quoted(trimmed(without_controls(text))); }

std::string metric_text(const std::optional<StoryMetric>& metric) {
  if (!metric) return std::string(kNoMetric);
  return fmt::format("\n# What was measured, at both ends. One [[metric]] for each figure.\n[[metric]]\nname = {}\nbefore = {}\n"
                     "after = {}\n",
                     one_line(metric->name), one_line(metric->before), one_line(metric->after));
}

std::string scope_line(const NewStory& story) {
  if (story.teams == 0 && story.people == 0) return "#scope = { teams = 1, people = 8, horizon_months = 6 }\n";
  std::string inside;
  if (story.teams > 0) inside += fmt::format("teams = {}", story.teams);
  if (story.people > 0) inside += fmt::format("{}people = {}", inside.empty() ? "" : ", ", story.people);
  return fmt::format("scope = {{ {} }}\n", inside);
}

std::string principles_text(const std::optional<std::size_t>& principle) {
  assert(!principle || *principle < kPrincipleCount);
  const std::string_view off = principle ? "" : "#";
  const std::size_t shown = principle.value_or(1);
  return fmt::format("# One primary principle: the one without which the story could not be told.\n"
                     "{0}[[principle]]\n{0}id = \"{1}\"\n{0}strength = \"primary\"\n\n"
                     "# Up to three more that it also shows.\n"
                     "#[[principle]]\n#id = \"{2}\"\n#strength = \"secondary\"\n\n",
                     off, principles()[shown].id, principles()[neighbours(shown).front()].id);
}

// `example` where there is nothing yet.
std::string text_line(std::string_view key, const std::string& text, std::string_view example) {
  if (trimmed(text).empty()) return fmt::format("#{} = \"{}\"\n", key, example);
  return fmt::format("{} = {}\n", key, one_line(text));
}

}  // namespace

std::string new_story_text(const NewStory& story) {
  const std::string name = without_controls(story.title);
  std::string text = schema_line("story", 1) + "schema = 1\n\n[story]\n";
  text += fmt::format("id = {}\ntitle = {}\n", starling::quoted(story.id), starling::quoted(trimmed(name).empty() ? std::string_view(story.id) : name));
  text += "# A draft counts nowhere; take this line out when all five sections are written.\ndraft = true\n";
  text += text_line("level", story.level, "L6");
  text += text_line("when", story.when, "2025-01 to 2025-05");
  text += text_line("role", story.role, "") + text_line("employer", "", "") + scope_line(story);
  text += fmt::format("target_seconds = {}\n#tags = []\n", story.target_seconds);
  if (!story.from_win.empty()) text += fmt::format("from_win = {}\n", starling::quoted(story.from_win));
  text += "# What the listener should keep, in one sentence.\n#insight = \"\"\n\n";
  text += principles_text(story.principle) + sections_text(story) + metric_text(story.metric);
  text += kOptionalParts;
  return text;
}

}  // namespace starling
