#include <doctest/doctest.h>

#include <fmt/format.h>

#include <string>

#include "engine/story/samples.h"
#include "story/story.h"

using namespace starling;

namespace {

const std::string kHead = "schema = 1\n[story]\nid = \"my-story\"\ntitle = \"My story\"\n";

std::string lines_of(const StoryFile& file) {
  std::string lines;
  for (const Problem& problem : file.problems) lines += to_line(problem) + "\n";
  return lines;
}

// Reads a text that must be refused for exactly one reason, and says where and why.
std::string refused(const std::string& text) {
  const StoryFile file = read_story(text, "s.toml");
  CHECK_FALSE(file.story.has_value());
  REQUIRE_MESSAGE(file.problems.size() == 1, lines_of(file));
  const Problem& problem = file.problems[0];
  CHECK(problem.severity == Severity::Error);
  CHECK(problem.file == "s.toml");
  return fmt::format("{}:{} {}", problem.line, problem.column, problem.rule);
}

}  // namespace

TEST_CASE("the five example stories read without a problem") {
  for (const std::string_view name : test::kSamples) {
    const std::string text = test::sample_text(name);
    const StoryFile file = read_story(text, std::string(name));
    CAPTURE(name);
    CHECK(text.starts_with("# Licence: CC BY 4.0"));
    CHECK(lines_of(file) == "");
    REQUIRE(file.story);
    CHECK(file.story->fictional);
    CHECK(name.ends_with(file.story->id));
    CHECK(file.story->file == name);
  }
}

TEST_CASE("everything that an example story holds is read") {
  const Story story = test::sample(1);

  CHECK(story.id == "checkout-cells");
  CHECK(story.title == "Cutting the blast radius of checkout");
  CHECK(story.level == "L7");
  CHECK(story.when == "2024-02 to 2024-11");
  CHECK(story.role == "Senior engineering manager, payments");
  CHECK_FALSE(story.draft);
  CHECK(story.teams == 6);
  CHECK(story.people == 48);
  CHECK(story.horizon_months == 10);
  CHECK(story.target_seconds == 170);
  CHECK(story.tags == std::vector<std::string>{"resilience", "influence"});
  REQUIRE(story.angles.size() == 3);
  CHECK(principles()[story.angles[0].principle].id == "ownership");
  CHECK(story.angles[0].strength == Strength::Primary);
  CHECK(principles()[story.angles[2].principle].id == "have-backbone");
  CHECK(story.angles[2].strength == Strength::Secondary);
  CHECK(story.sections[0].starts_with("In February 2024"));
  CHECK(story.sections[4].ends_with("newest shared part first."));
  REQUIRE(story.metrics.size() == 2);
  CHECK(story.metrics[1].name == "run cost");
  CHECK(story.metrics[1].before == "100 %");
  CHECK(story.metrics[1].after == "109 %");
  REQUIRE(story.followups.size() == 2);
  CHECK(story.followups[1].ask == "What would you have done had he still said no?");
  CHECK(story.followups[1].answer.starts_with("Run payments alone"));
  CHECK(story.scores[0] == 5);
  CHECK(story.scores[5] == 4);
  REQUIRE(story.revisions.size() == 2);
  CHECK(story.revisions[0].date == parse_day("2026-03-02"));
  CHECK(story.revisions[1].note.starts_with("Added the June stop"));
}

TEST_CASE("a story needs no more than an id and a title to be a file worth keeping") {
  const StoryFile file = read_story("[story]\nid = \"a\"\ntitle = \"A\"\n", "s.toml");

  CHECK(lines_of(file) == "");
  REQUIRE(file.story);
  CHECK(file.story->angles.empty());
  CHECK_FALSE(is_complete(*file.story));
  CHECK_FALSE(file.story->target_seconds.has_value());
}

TEST_CASE("a principle may be named by its code or by a usual name, and counts as primary unless told otherwise") {
  const StoryFile file = read_story(kHead +
                                        "[[principle]]\nid = \"HD\"\n"
                                        "[[principle]]\nid = \"Success & Scale\"\nstrength = \"secondary\"\n",
                                    "s.toml");
  REQUIRE_MESSAGE(file.story, lines_of(file));
  REQUIRE(file.story->angles.size() == 2);
  CHECK(principles()[file.story->angles[0].principle].id == "hire-and-develop");
  CHECK(file.story->angles[0].strength == Strength::Primary);
  CHECK(principles()[file.story->angles[1].principle].id == "broad-responsibility");
  CHECK(file.story->angles[1].strength == Strength::Secondary);
}

TEST_CASE("two primary principles are a valid file but not a complete story") {
  const StoryFile file = read_story(kHead +
                                        "[[principle]]\nid = \"OW\"\nstrength = \"primary\"\n"
                                        "[[principle]]\nid = \"DD\"\nstrength = \"primary\"\n",
                                    "s.toml");
  REQUIRE_MESSAGE(file.story, lines_of(file));
  REQUIRE(file.problems.size() == 1);
  CHECK(to_line(file.problems[0]).starts_with("s.toml:9:6: warning: story 'my-story': 'dive-deep' is a second primary principle"));
  CHECK(missing(*file.story).front() == "2 primary principles: keep one");
  CHECK_FALSE(primary_principle(*file.story).has_value());
}

TEST_CASE("the same principle twice is refused at the second place, under whatever name it comes") {
  const std::string once = kHead + "[[principle]]\nid = \"ownership\"\nstrength = \"primary\"\n";
  CHECK(refused(once + "[[principle]]\nid = \"OW\"\nstrength = \"secondary\"\n") == "9:6 duplicate-principle");
}

TEST_CASE("a mistake in a story is told by its line and column, and the story is left out") {
  CHECK(refused("[story]\nid = \"a\"\ntitle = ") == "3:9 toml");
  CHECK(refused("schema = 1\n") == "1:1 missing");
  CHECK(refused("story = 3\n") == "1:9 wrong-type");
  CHECK(refused("[story]\ntitle = \"A\"\n") == "1:1 missing");
  CHECK(refused("[story]\nid = \"a\"\ntitle = \"  \"\n") == "3:9 missing");
  CHECK(refused("schema = 2\n[story]\nid = \"a\"\ntitle = \"A\"\n") == "1:10 schema");
  CHECK(refused(kHead + "levle = \"L6\"\n") == "5:9 unknown-key");
  CHECK(refused(kHead + "level = \"L5\"\n") == "5:9 unknown-word");
  CHECK(refused(kHead + "draft = \"yes\"\n") == "5:9 wrong-type");
  CHECK(refused(kHead + "target_seconds = 0\n") == "5:18 wrong-type");
  CHECK(refused(kHead + "scope = { teams = -1 }\n") == "5:19 wrong-type");
  CHECK(refused(kHead + "scope = { team = 1 }\n") == "5:18 unknown-key");
  CHECK(refused(kHead + "tags = [1]\n") == "5:8 wrong-type");
  CHECK(refused(kHead + "[[principle]]\nstrength = \"primary\"\n") == "5:1 missing");
  CHECK(refused(kHead + "[[principle]]\nid = \"courage\"\n") == "6:6 unknown-principle");
  CHECK(refused(kHead + "[[principle]]\nid = \"OW\"\nstrength = \"main\"\n") == "7:12 unknown-word");
  CHECK(refused(kHead + "[principle]\nid = \"OW\"\n") == "5:1 wrong-type");
  CHECK(refused(kHead + "[sections]\nresult = 6\n") == "6:10 wrong-type");
  CHECK(refused(kHead + "[sections]\nresults = \"x\"\n") == "6:11 unknown-key");
  CHECK(refused(kHead + "[[metric]]\nname = \"n\"\nbefore = 23\n") == "7:10 wrong-type");
  CHECK(refused(kHead + "[[followup]]\nask = \"n\"\nlevel = \"L6\"\n") == "7:9 unknown-key");
  CHECK(refused(kHead + "[score]\naction = 6\n") == "6:10 wrong-type");
  CHECK(refused(kHead + "[score]\naction = 0\n") == "6:10 wrong-type");
  CHECK(refused(kHead + "[score]\naction = 3.5\n") == "6:10 wrong-type");
  CHECK(refused(kHead + "[[revision]]\ndate = \"2026-01-01\"\n") == "6:8 wrong-type");
  CHECK(refused(kHead + "[reflections]\n") == "5:1 unknown-key");
}

TEST_CASE("an id that could not stand in an item's name is refused") {
  for (const std::string_view id : {"A", "a b", "a/b", "a#b", "-a", "a-", "a--b", "\xC3\xA9t\xC3\xA9", "a_b"}) {
    CAPTURE(id);
    CHECK(refused(fmt::format("[story]\nid = \"{}\"\ntitle = \"A\"\n", id)) == "2:6 bad-id");
  }
  CHECK(refused("[story]\nid = \"" + std::string(61, 'a') + "\"\ntitle = \"A\"\n") == "2:6 bad-id");
  CHECK(read_story("[story]\nid = \"" + std::string(60, 'a') + "\"\ntitle = \"A\"\n", "s.toml").story);
}

TEST_CASE("all mistakes of a file are told at once, from top to bottom, with the story's name") {
  const StoryFile file = read_story(kHead +
                                        "level = \"L9\"\n[score]\nresult = 9\n[sections]\ntask = 1\n"
                                        "[[principle]]\nid = \"dive-deap\"\n",
                                    "s.toml");
  REQUIRE(file.problems.size() == 4);
  int line = 0;
  for (const Problem& problem : file.problems) {
    CHECK(problem.line > line);
    CHECK(problem.card == "my-story");
    line = problem.line;
  }
  CHECK(file.problems[3].text == "story 'my-story': 'dive-deap' is not a principle; did you mean 'dive-deep'?");
}

TEST_CASE("hostile bytes are a problem with a place and never a story") {
  const std::vector<std::string> texts{"\xFF\xFE", std::string(1, '\0'), std::string(5000, '['),
                                       "a = " + std::string(5000, '['), std::string(kMaxTomlBytes + 1, '#'),
                                       "[story]\nid = \"a\"\ntitle = \"\\u0007\""};
  for (const std::string& text : texts) {
    const StoryFile file = read_story(text, "s.toml");
    CHECK_FALSE(file.story.has_value());
    REQUIRE_FALSE(file.problems.empty());
    CHECK(file.problems[0].line >= 1);
    CHECK(file.problems[0].column >= 1);
  }
  CHECK_FALSE(read_story("", "s.toml").story.has_value());
}

TEST_CASE("a file that lost its end while it was saved never breaks the reader") {
  const std::string text = test::sample_text(test::kSamples[1]);
  for (std::size_t size = 0; size < text.size(); size += 7) {
    const StoryFile file = read_story(text.substr(0, size), "s.toml");
    CHECK(file.story.has_value() == !has_error(file.problems));
  }
}
