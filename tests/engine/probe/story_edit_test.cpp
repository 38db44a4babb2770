// Follow-ups written into the text of a story.
#include <doctest/doctest.h>

#include "engine/probe/probed_stories.h"

using namespace starling;
using namespace starling::test;

namespace {

const FollowUp kNew{"You said “a “b””. Why \\ how?", "So.", 9, Layer::Decision, "a; b"};

const std::string kHead = "schema = 1\n[story] # mine\nid = \"told\"\ntitle = \"Told\"\n";
const std::string kOne = "[[followup]]\nask = \"First?\" # the first\nanswer = \"\"\"\nLong\nones.\"\"\"\n# what follows\n[score]\nresult = 3\n";

StoryEdit edited(const std::string& text, const std::vector<FollowUpEdit>& edits) { return with_followups(text, "a.toml", edits); }

}  // namespace

TEST_CASE("a new follow-up goes behind the last one, and every other byte of any story stays") {
  for (const ProbedText& each : probed_texts()) {
    CAPTURE(each.name);
    const StoryEdit edit = edited(each.text, {{{}, kNew}});
    REQUIRE(edit.wrong == "");
    const std::string block = followup_block(kNew);
    const std::size_t at = edit.text.find(block);
    REQUIRE(at != std::string::npos);
    std::string rest = edit.text;
    rest.erase(at, block.size());
    CHECK(rest == each.text);
    const Story story = read_story(edit.text, "a.toml").story.value();
    CHECK(story.followups.size() == each.story.followups.size() + 1);
    CHECK(story.followups.back().ask == kNew.ask);
    CHECK(story.followups.back().from == kNew.from);
    CHECK(line_of_probe(edit.text, 9).has_value());
  }
}

TEST_CASE("a block is written where comments and what stands below leave it, with the ends of lines of the file") {
  CHECK(edited(kHead + kOne, {{{}, kNew}}).text ==
        kHead + kOne.substr(0, kOne.find("# what")) + followup_block(kNew) + kOne.substr(kOne.find("# what")));
  std::string windows = kHead;
  for (std::size_t at = windows.find('\n'); at != windows.npos; at = windows.find('\n', at + 2)) windows.replace(at, 1, "\r\n");
  CHECK(edited(windows, {{{}, kNew}}).text == windows + followup_block(kNew, "\r\n"));
  const std::string open = kHead.substr(0, kHead.size() - 1);
  CHECK(edited(open, {{{}, kNew}}).text == kHead + followup_block(kNew));
}

TEST_CASE("a follow-up that is there gets its number and an answer, and keeps its comments") {
  const Story story = read_story(kHead + kOne, "a.toml").story.value();
  FollowUp numbered = story.followups[0];
  numbered.probe = 3;
  const StoryEdit edit = edited(kHead + kOne, {{0, numbered}});
  CHECK(edit.text == kHead + "[[followup]]\nask = \"First?\" # the first\nanswer = \"\"\"\nLong\nones.\"\"\"\nprobe = 3\n# what follows\n[score]\nresult = 3\n");
  CHECK(line_of_probe(edit.text, 3) == std::optional(6));
  numbered.answer = "Short.";
  CHECK(edited(edit.text, {{0, numbered}}).text.find("answer = \"Short.\"\nprobe = 3\n") != std::string::npos);
}

TEST_CASE("several are written at once, in their order") {
  FollowUp first = read_story(kHead + kOne, "a.toml").story->followups[0];
  first.probe = 1;
  FollowUp other = kNew;
  other.probe = 2;
  const StoryEdit edit = edited(kHead + kOne, {{{}, other}, {0, first}, {{}, kNew}});
  REQUIRE(edit.wrong == "");
  const Story story = read_story(edit.text, "a.toml").story.value();
  REQUIRE(story.followups.size() == 3);
  CHECK(story.followups[0].probe == 1);
  CHECK(story.followups[1].probe == 2);
  CHECK(story.followups[2].probe == 9);
}

TEST_CASE("what would not read back as meant is refused, and the text stays") {
  const auto refused = [](const std::string& text, const FollowUpEdit& edit) {
    CAPTURE(text);
    const StoryEdit made = edited(text, {edit});
    CHECK_FALSE(made.wrong.empty());
    CHECK(made.text == text);
  };
  refused("not a story", {{}, kNew});
  refused("", {{}, kNew});
  refused("followup = [ { ask = \"Inline?\" } ]\n" + kHead, {{}, kNew});
  FollowUp taken = kNew;
  taken.probe = 1;
  refused(kHead + "[[followup]]\nask = \"First?\"\nprobe = 1\n", {{}, taken});
  FollowUp high = kNew;
  high.probe = kMostProbes + 1;
  refused(kHead, {{}, high});
  refused(kHead + kOne, {0, {}});
  refused(kHead + kOne, {5, kNew});
  FollowUp two_lines = kNew;
  two_lines.answer = std::string("a\x01 b");
  refused(kHead, {{}, two_lines});
}
