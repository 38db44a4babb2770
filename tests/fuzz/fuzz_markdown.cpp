// Any bytes are a Markdown story or none; what was read makes a file that reads back with nothing lost.
#include <cstdint>
#include <string>
#include <string_view>

#include "law.h"
#include "story/story.h"
#include "text/text.h"

using namespace starling;

namespace {

void check_problems(const MarkdownFile& file) {
  law(file.story.has_value() == !has_error(file.problems), "a file is a story or has an error");
  for (const Problem& problem : file.problems) {
    law(problem.line >= 1 && problem.column >= 1, "a problem has a place");
    law(!problem.text.empty() && !problem.rule.empty(), "a problem says what is wrong");
  }
}

void check_kept(const MarkdownStory& markdown) {
  NewStory story{"a-story", markdown.title, 0, "L6", 150};
  story.sections = markdown.sections;
  const StoryFile file = read_story(new_story_text(story), "new.toml");
  law(file.story.has_value(), "what was read makes a story");
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    const std::string& written = file.story->marked[i].empty() ? file.story->sections[i] : file.story->marked[i];
    law(trimmed(written) == trimmed(without_controls(markdown.sections[i])), "a section is what it was");
  }
}

// A change that is made and taken back leaves the text as it was.
void check_archive(std::string_view text) {
  const auto away = with_archived(text, true);
  if (!away) return;
  law(read_story(*away, "f").story->archived, "a story that is put away says so");
  law(with_archived(*away, true) == away, "twice is once");
  const auto back = with_archived(*away, false);
  law(back && !read_story(*back, "f").story->archived, "and it comes back");
  if (text.find("archived") == text.npos) law(*back == text, "the rest of the text is as it was");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const MarkdownFile file = read_markdown_story(text, "fuzz.md");
  check_problems(file);
  if (file.story) check_kept(*file.story);
  check_archive(text);
  (void)with_story_id(text, "other");
  const RoleSaid role = role_said(text);
  law(role.teams >= 0 && role.people >= 0, "counts are counts");
  (void)metric_said(text);
  return 0;
}
