#include <doctest/doctest.h>

#include <string>

#include "engine/story/samples.h"
#include "story/story.h"
#include "text/text.h"

using namespace starling;

namespace {

Story reread(const std::string& text) {
  const StoryFile file = read_story(text, "new.toml");
  for (const Problem& problem : file.problems) FAIL_CHECK(to_line(problem));
  REQUIRE(file.story);
  return *file.story;
}

std::string title_after(std::string_view title) {
  return reread(new_story_text({"new", std::string(title), 0, "L6", 150})).title;
}

// The text with its switched-off keys switched on: those are the lines where no blank follows the "#",
// and no colon as in the line for editors.
std::string with_optional_parts(const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool starts_line = i == 0 || text[i - 1] == '\n';
    const bool switched_off = starts_line && text[i] == '#' && i + 1 < text.size() && text[i + 1] != ' ' && text[i + 1] != ':';
    if (!switched_off) result += text[i];
  }
  return result;
}

}  // namespace

TEST_CASE("a new story is a valid draft for each principle and level") {
  for (std::size_t principle = 0; principle < kPrincipleCount; ++principle)
    for (const std::string level : {"L6", "L7", ""}) {
      const Story story = reread(new_story_text({"first-try", "First try", principle, level, 150}));
      CHECK(story.id == "first-try");
      CHECK(story.title == "First try");
      CHECK(story.level == level);
      CHECK(story.draft);
      CHECK(story.target_seconds == 150);
      CHECK(primary_principle(story) == principle);
      CHECK(story.angles.size() == 1);
      for (const std::string& section : story.sections) CHECK(section.empty());
      CHECK_FALSE(is_complete(story));
    }
}

TEST_CASE("the parts of a new story that are switched off are right once they are switched on") {
  for (std::size_t principle = 0; principle < kPrincipleCount; ++principle) {
    const Story story = reread(with_optional_parts(new_story_text({"a", "A", principle, "", 150})));
    CHECK(story.angles.size() == 2);
    CHECK(story.level == "L6");
    CHECK(story.teams == 1);
    CHECK(story.metrics.size() == 1);
    CHECK(story.followups.size() == 1);
    CHECK(story.revisions.size() == 1);
    CHECK(quality(story) == 3);
  }
}

TEST_CASE("the first line of a new story names the schema that lies beside it in the study folder") {
  CHECK(new_story_text({"a", "A", 0, "", 150}).starts_with("#:schema ../schema/story.json\n"));
}

TEST_CASE("a new story with its sections written and the draft mark gone is complete") {
  std::string text = new_story_text({"a", "A", 2, "L7", 170});
  text.erase(text.find("draft = true\n"), 13);
  for (std::size_t at = text.find("\"\"\"\n\"\"\""); at != text.npos; at = text.find("\"\"\"\n\"\"\"", at + 8))
    text.insert(at + 4, "I did what was to be done.\n");
  CHECK(is_complete(reread(text)));
}

TEST_CASE("the prompts give each section its seconds of the telling") {
  const std::string text = new_story_text({"a", "A", 0, "L6", 150});
  CHECK(text.find("# 13 % of the time, 20 s.") != text.npos);
  CHECK(text.find("# 9 % of the time, 13 s.") != text.npos);
  CHECK(text.find("# 56 % of the time, 84 s.") != text.npos);
  CHECK(text.find("# 15 % of the time, 23 s.") != text.npos);
  CHECK(text.find("# 7 % of the time, 10 s.") != text.npos);
}

TEST_CASE("a title comes back as it was typed, whatever signs it holds") {
  for (const std::string_view title :
       {"Say \"no\"", "C:\\new\\u0041", "\"\"\"", "'''", "a # b", "tab\there", "two\nlines",
        "\xE2\x80\x9Cna\xC3\xAFve\xE2\x80\x9D",
        "\xF0\x9F\x9A\x80 up", "[story]", "\\", "\xE2\x80\xA8 line", "\xEF\xBB\xBF bom",
        "\xEF\xBF\xBF"}) {
    CAPTURE(title);
    CHECK(title_after(title) == title);
  }
}

TEST_CASE("control characters in a title become blanks and broken bytes are shown as such") {
  CHECK(title_after("ring\x07 the bell") == "ring  the bell");
  CHECK(title_after("del\x7f") == "del ");
  CHECK(title_after(std::string_view("nul\0x", 5)) == "nul x");
  CHECK(title_after("bro\xFFken \xC3") == "bro\xEF\xBF\xBDken \xEF\xBF\xBD");
  for (int byte = 0; byte < 256; ++byte) {
    const std::string title = "a" + std::string(1, static_cast<char>(byte)) + "b";
    CHECK_FALSE(title_after(title).empty());
  }
}

TEST_CASE("a title of nothing but blanks becomes the id") {
  for (const std::string_view title : {"", "   ", "\n", "\x01\x02", "\x01\xE2\x80\x83"})
    CHECK(title_after(title) == "new");
}

TEST_CASE("what is known of a new story stands at its place") {
  NewStory story{"a", "A", 1, "L7", 150};
  story.when = "2025-01 to 2025-05";
  story.role = "Lead \"of\" two";
  story.teams = 2;
  story.people = 14;
  story.metric = StoryMetric{"night pages per week", "23", "2"};
  story.from_win = "k3f9x2-42";
  story.sections[0] = "A \\ push, \"\"\"\"so\"\"\" {{150: and}} on.\"";
  const Story read = reread(new_story_text(story));
  CHECK(read.when == story.when);
  CHECK(read.role == story.role);
  CHECK(read.teams == 2);
  CHECK(read.people == 14);
  CHECK(read.metrics.size() == 1);
  CHECK(read.metrics[0].before == "23");
  CHECK(read.from_win == "k3f9x2-42");
  CHECK(trimmed(read.marked[0]) == story.sections[0]);
}

TEST_CASE("a new story without a principle says where one goes, and braces that are no marks are set apart") {
  NewStory story{"a", "A"};
  story.sections[2] = "I wrote {{x}} there.";
  const Story read = reread(new_story_text(story));
  CHECK(read.angles.empty());
  CHECK(trimmed(read.sections[2]) == "I wrote { {x} } there.");
}
