// Which follow-ups come back by themselves.
#include <doctest/doctest.h>

#include <algorithm>

#include "engine/probe/probed_stories.h"

using namespace starling;
using namespace starling::test;

namespace {

Story with_probes() {
  Story story = telling_that("I chose the slow queue. Ragna disagreed.", "It fell to 9 %.");
  story.followups = {{"Without a number?", "", {}, {}, ""},
                     {"Why the slow one?", "It was there.", 2, Layer::Decision, "I chose the slow queue"},
                     {"What exactly did you do?", "", 7, Layer::Role, ""}};
  return story;
}

}  // namespace

TEST_CASE("each follow-up with a number is an item of half a minute, and the others are none") {
  const auto items = probe_items(with_probes());
  REQUIRE(items.size() == 2);
  CHECK(items[0].id.text() == "probe/told/2");
  CHECK(items[1].id.text() == "probe/told/7");
  CHECK(items[0].usual == UsualSeconds{30, 30, 30});
  CHECK(items[0].away == Away::No);
  CHECK(items[0].opens == 0);
  CHECK(number_of_probe(items[1].id) == 7);
  CHECK(highest_probe(with_probes()) == 7);
  CHECK(probe_of(with_probes(), 2)->answer == "It was there.");
  CHECK(probe_of(with_probes(), 1) == nullptr);
}

TEST_CASE("a probe is retired when its words leave the text, and comes back with them") {
  Story story = with_probes();
  story.sections[2] = "Before that I chose the\nSLOW queue, and Ragna nodded.";
  CHECK(probe_items(story)[0].away == Away::No);
  story.sections[2] = "I chose the fast queue.";
  CHECK(probe_items(story)[0].away == Away::Retired);
  CHECK(probe_items(story)[1].away == Away::No);
  story = with_probes();
  CHECK(probe_items(story)[0].away == Away::No);
}

TEST_CASE("the probes of a story that is put away are retired, those of a draft wait") {
  Story story = with_probes();
  story.draft = true;
  for (const Item& item : probe_items(story)) CHECK(item.away == Away::Draft);
  story.archived = true;
  for (const Item& item : probe_items(story)) CHECK(item.away == Away::Retired);
}

TEST_CASE("a sentence taken out of any story retires exactly the probes that it made") {
  for (const ProbedText& each : probed_texts()) {
    CAPTURE(each.name);
    Story story = each.story;
    story.draft = false;
    int number = 0;
    story.followups.clear();
    for (const ProbeQuestion& question : probe_questions(story))
      story.followups.push_back({question.ask, "", ++number, question.layer, question.from});
    for (std::string& section : story.sections) {
      Story changed = story;
      changed.marked.fill("");
      changed.variants.clear();
      changed.sections[static_cast<std::size_t>(&section - story.sections.data())].clear();
      const auto items = probe_items(changed);
      REQUIRE(items.size() == story.followups.size());
      for (std::size_t i = 0; i < items.size(); ++i)
        CHECK((items[i].away == Away::No) == still_says(changed, story.followups[i].from));
    }
  }
}
