// A story written in Markdown under the headings of STAR, as notes and other programs have them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/source.h"
#include "story/star.h"

namespace starling {

inline constexpr std::size_t kMaxMarkdownBytes = 1'000'000;

struct MarkdownStory {
  std::string title;  // of the first heading that is none of a section; empty where there is none
  std::array<std::string, kSectionCount> sections;  // trimmed; what stands in two places is put together
};
struct MarkdownFile {
  std::optional<MarkdownStory> story;  // absent where a problem is an error
  std::vector<Problem> problems;
};
// Headings of a section, in any case: "## Situation", "Situation" over a line of "=" or "-", "**Situation**",
// "Situation:", "S:"; also context, goal, actions, outcome, learning, lessons learned and the like. Nothing is guessed
// of what stands under none of them: text above the first one is left out, and a heading of another name stays in the section
// above it, each with a warning; a deeper one is the section's own. Code between fences is text. Never throws, for any
// bytes.
[[nodiscard]] MarkdownFile read_markdown_story(std::string_view text, std::string_view file);

}  // namespace starling
