// Where in its file a flag is.
#include <doctest/doctest.h>

#include "stories.h"

using namespace starling;
using test::Draftable;

namespace {

const LintFlag& flag_named(const std::vector<LintFlag>& flags, std::string_view rule) {
  const auto found = std::ranges::find(flags, rule, &LintFlag::rule);
  REQUIRE(found != flags.end());
  return *found;
}

}  // namespace

TEST_CASE("a flag is at its first word, which stands there in the file") {
  Draftable story;
  story.action = "I met them. We met again, but it was moved and it was torn. We chose. Our plan held. Mistakes were made.";
  const std::string text = story.text();
  const auto flags = test::flags_of_text(text);
  for (const LintFlag& flag : flags) {
    if (flag.words.empty()) continue;
    CAPTURE(flag.rule);
    std::size_t at = 0;
    for (int line = 1; line < flag.place.line; ++line) at = text.find('\n', at) + 1;
    CHECK(text.substr(at + static_cast<std::size_t>(flag.place.column) - 1).starts_with(flag.words.front()));
  }
  CHECK(flag_named(flags, "we-heavy").place == FilePoint{10, 23});
  CHECK(flag_named(flags, "passive").words == std::vector<std::string>{"Mistakes were made"});
  CHECK(flag_named(flags, "no-decision").place == FilePoint{10, 1});
  CHECK(flag_named(flags, "short").place == FilePoint{8, 1});
}

TEST_CASE("flags come in the order of their places") {
  Draftable story;
  story.head = "when = \"2010\"\n";
  story.situation = "We maybe met.";
  story.result = "";
  int line = 1;
  for (const LintFlag& flag : test::flags_of_text(story.text())) {
    CHECK(flag.place.line >= line);
    line = flag.place.line;
  }
}

TEST_CASE("a section that is not there is marked at the heading of its table") {
  const std::string text = "[story]\nid = \"a\"\ntitle = \"A\"\n\n[sections]\naction = \"I chose it, but it failed.\"\n";
  const auto flags = test::flags_of_text(text);
  CHECK(flag_named(flags, "no-number").place == FilePoint{5, 1});
  CHECK(flag_named(flags, "no-number").section == Section::Result);
  const auto bare = test::flags_of_text("[story]\nid = \"a\"\ntitle = \"A\"\n");
  CHECK(flag_named(bare, "no-number").place == FilePoint{1, 1});
}
