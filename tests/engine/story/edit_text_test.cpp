#include "story/edit_text.h"

#include <doctest/doctest.h>

#include "engine/story/samples.h"
#include "story/story.h"

using namespace starling;

namespace {

const std::string kBare = "# mine\n[story]\nid = 'a-b'   # the id\ntitle = \"A \\\"b\\\"\"\n# a comment\n[[principle]]\nid = \"OW\"\n";

}  // namespace

TEST_CASE("a story that is put away has one line more, and taking it out again leaves the file byte for byte") {
  for (const std::string& text : {kBare, std::string("[story]\r\nid = \"a\"\r\ntitle = \"A\"\r\nrole = \"x\"\r\n"),
                                  std::string("[story]\nid = \"a\"\ntitle = \"A\""), new_story_text({"a", "A", 2, "L6", 150})}) {
    CAPTURE(text);
    const auto away = with_archived(text, true);
    REQUIRE(away);
    CHECK(read_story(*away, "f").story->archived);
    CHECK(away->size() > text.size());
    CHECK(with_archived(*away, true) == away);
    CHECK(with_archived(*away, false) == text);
    CHECK(with_archived(text, false) == text);
  }
}

TEST_CASE("what a file says of it already is changed where it stands") {
  const std::string off = "[story]\nid = \"a\"\narchived = false # not yet\ntitle = \"A\"\n";
  CHECK(with_archived(off, true) == "[story]\nid = \"a\"\narchived = true # not yet\ntitle = \"A\"\n");
  const std::string on = "[story]\nid = \"a\"\narchived = true # done\ntitle = \"A\"\n";
  CHECK(with_archived(on, false) == "[story]\nid = \"a\"\narchived = false # done\ntitle = \"A\"\n");
  const std::string inside = "story = { id = \"a\", title = \"A\" }\n";
  CHECK_FALSE(with_archived(inside, true));
  CHECK_FALSE(with_archived("[story]\nid = \"a\"\n", true));
  CHECK_FALSE(with_archived("\xff", true));
}

TEST_CASE("another id is written where the old one stands, and all else stays") {
  CHECK(with_story_id(kBare, "c-d") ==
        "# mine\n[story]\nid = \"c-d\"   # the id\ntitle = \"A \\\"b\\\"\"\n# a comment\n[[principle]]\nid = \"OW\"\n");
  CHECK(with_story_id("story = { id = \"a\", title = \"A\" }\n", "b") == "story = { id = \"b\", title = \"A\" }\n");
  CHECK_FALSE(with_story_id(kBare, "Not An Id"));
  CHECK_FALSE(with_story_id("no story", "b"));
}
