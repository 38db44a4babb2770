// What can be asked of a story.
#include <doctest/doctest.h>

#include "engine/story/samples.h"
#include "story/story.h"

using namespace starling;

TEST_CASE("a story can be told once it is whole, and is a draft until then") {
  Story story = test::complete_story("checkout-cells", 3);
  const Item item = item_of(story, 150);
  CHECK(item.id == story_item("checkout-cells"));
  CHECK(item.id.kind() == ItemKind::Story);
  CHECK(item.area == "story");
  CHECK(item.opens == 0);
  CHECK(item.needs.empty());
  CHECK(item.away == Away::No);
  CHECK(item.worth == traits(ItemKind::Story).worth);

  story.draft = true;
  CHECK(item_of(story, 150).away == Away::Draft);
  story.draft = false;
  story.sections[2] = "too short";
  CHECK(item_of(story, 150).away == Away::Draft);
}

TEST_CASE("a telling takes the seconds that its story asks for, else the learner's usual ones") {
  Story story = test::complete_story("a", 3);
  CHECK(item_of(story, 140).usual == UsualSeconds{140, 140, 140});
  story.target_seconds = 90;
  CHECK(item_of(story, 140).usual == UsualSeconds{90, 90, 90});
}

TEST_CASE("a story can be told at either level, whichever it was written for") {
  Story story = test::complete_story("a", 3);
  story.level = "L7";
  CHECK(item_of(story, 150).levels == Levels::Both);
}

TEST_CASE("every shipped story is an item") {
  for (std::size_t number = 1; number <= test::kSamples.size(); ++number) {
    const Story story = test::sample(number);
    CHECK(item_of(story, 150).id.name() == story.id);
    CHECK((item_of(story, 150).away == Away::Draft) == !is_complete(story));
  }
}
