#include "story/markdown_story.h"

#include <doctest/doctest.h>

#include <string>

#include "story/story.h"
#include "text/text.h"

using namespace starling;

namespace {

MarkdownStory read(const std::string& text) {
  const MarkdownFile file = read_markdown_story(text, "a.md");
  for (const Problem& problem : file.problems) INFO(to_line(problem));
  REQUIRE(file.story);
  return *file.story;
}

std::string section(const MarkdownStory& story, Section which) { return story.sections[static_cast<std::size_t>(which)]; }

std::string refusal(const std::string& text) {
  const MarkdownFile file = read_markdown_story(text, "a.md");
  REQUIRE_FALSE(file.story);
  REQUIRE_FALSE(file.problems.empty());
  return to_line(file.problems.front());
}

}  // namespace

TEST_CASE("headings of any case, level and dress are those of the sections") {
  for (const char* form : {"## Situation\n", "SITUATION\n=====\n", "#### situation ####\n", "**Situation**\n", "__Situation:__\n", "Situation:\n",
                           "S:\n", "**S:** ", "# 1. Situation (2024)\n", "situation: ", "## Context\n", "Situation\n---\n", "  ## Situation:\n"}) {
    CAPTURE(form);
    const MarkdownStory story = read(std::string(form) + "A push stopped it.\n\n## Action\nI did.\n");
    CHECK(section(story, Section::Situation) == "A push stopped it.");
    CHECK(section(story, Section::Action) == "I did.");
    CHECK(story.title.empty());
  }
}

TEST_CASE("the title is the first heading that is none of a section, and the five sections are told apart") {
  const MarkdownStory story = read(
      "# Night pages\n\n## Situation\nOne.\nTwo.\n\n## Task\nThree.\n## Actions\n- Four\n- Five\n### A heading inside\nSix.\n## Outcome\nSeven.\n"
      "## Lessons learned\nEight.\n");
  CHECK(story.title == "Night pages");
  CHECK(section(story, Section::Situation) == "One.\nTwo.");
  CHECK(section(story, Section::Task) == "Three.");
  CHECK(section(story, Section::Action) == "- Four\n- Five\n### A heading inside\nSix.");
  CHECK(section(story, Section::Result) == "Seven.");
  CHECK(section(story, Section::Reflection) == "Eight.");
}

TEST_CASE("of S T A R R the last letter is the reflection, and L is the learning") {
  const MarkdownStory twice = read("S: a\nT: b\nA: c\nR: d\nR: e\n");
  CHECK(section(twice, Section::Result) == "d");
  CHECK(section(twice, Section::Reflection) == "e");
  CHECK(section(read("S: a\nA: b\nL: c\n"), Section::Reflection) == "c");
}

TEST_CASE("a section in two places is put together, and code and colons in sentences are text") {
  const MarkdownStory story = read("## Action\nOne.\n## Result\nDone.\n## Action\n```\n# Result\n```\nI said: stop.\nAnd so: it stopped.\n");
  CHECK(section(story, Section::Action) == "One.\n\n```\n# Result\n```\nI said: stop.\nAnd so: it stopped.");
  CHECK(section(story, Section::Result) == "Done.");
}

TEST_CASE("what stands above the first section is left out, and said so with its line") {
  const MarkdownFile file = read_markdown_story("# Title\n\nWords in front.\n## Situation\nThen.\n", "a.md");
  REQUIRE(file.story);
  REQUIRE(file.problems.size() == 1);
  CHECK(to_line(file.problems[0]) == "a.md:3:1: warning: the text above the first heading of a section is left out");
  CHECK(read_markdown_story("---\ntitle: x\n---\n## Situation\nThen.\n", "a.md").problems.empty());
}

TEST_CASE("a heading that is none of a section stays in the text above it, and its line is named") {
  const MarkdownFile file = read_markdown_story("## Situation\nThen.\n## Team\nSix of us.\n### Roles\nTwo leads.\n## Task\n```\n# code\n```\nMine.\n", "a.md");
  REQUIRE(file.story);
  CHECK(section(*file.story, Section::Situation) == "Then.\n## Team\nSix of us.\n### Roles\nTwo leads.");
  REQUIRE(file.problems.size() == 1);
  CHECK(to_line(file.problems[0]) == "a.md:3:1: warning: this is no heading of a section: it stands in the situation with what follows");
}

TEST_CASE("a file that is no story is refused with its place and what to do") {
  CHECK(refusal("").find("a.md:1:1: error: the file is empty; put each part under a heading") == 0);
  CHECK(refusal(" \n\t\n").find("the file is empty") != std::string::npos);
  CHECK(refusal("\xEF\xBB\xBF").find("the file is empty") != std::string::npos);
  CHECK(refusal("Only words.\n# And a title\n").find("a.md:1:1: error: no heading says what belongs where") == 0);
  for (const std::string beginning : {"PK\x03\x04", "%PDF-1.7\n", "{\\rtf1 a}"})
    CHECK(refusal(beginning + std::string("\0\x01", 2)).find("a.md:1:1: error: this is the file of a word processor") == 0);
  CHECK(refusal("## Situation\nCaf\xe9\n").find("a.md:2:4: error: this is not UTF-8") == 0);
  CHECK(refusal("## Situation\nBell\x07.\n").find("a.md:2:5: error: a control character") == 0);
  CHECK(refusal(std::string("## Task\n\0", 9)).find("a.md:2:1: error: a control character") == 0);
  CHECK(refusal("\n## Action\nI {{90: did}} it.\n").find("a.md:2:1: error: action: a passage begins with its length") == 0);
  CHECK(refusal("## Action\n" + std::string(kMaxMarkdownBytes, 'a')).find("more than 1000000 bytes") != std::string::npos);
}

TEST_CASE("twenty thousand words, right-to-left text and emoji come through as they were") {
  std::string words;
  for (int i = 0; i < 20'000; ++i) words += "word ";
  CHECK(count_words(section(read("## Action\n" + words + "\n"), Section::Action)) == 20'000);
  const std::string odd = "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \U0001F680 caf\u00e9 \\u0041 \"\"\" ''' \"";
  const MarkdownStory story = read("# " + odd + "\n## Result\n" + odd + "\n");
  CHECK(story.title == odd);
  NewStory made{"a", story.title, 0, "", 150};
  made.sections = story.sections;
  const StoryFile file = read_story(new_story_text(made), "a.toml");
  REQUIRE(file.story);
  CHECK(file.story->title == odd);
  CHECK(trimmed(section({"", file.story->sections}, Section::Result)) == odd);
}
