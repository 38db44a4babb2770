// How a story begins, and what was done in it step by step.
#include <doctest/doctest.h>

#include "engine/story/samples.h"
#include "story/story.h"

using namespace starling;

namespace {

std::vector<std::string> beats(std::string_view action) {
  Story story = test::complete_story("a", 3);
  story.sections[static_cast<std::size_t>(Section::Action)] = action;
  return beats_of(story);
}

using Beats = std::vector<std::string>;

}  // namespace

TEST_CASE("a story begins with the first sentence of its situation, an introduction with that of its text") {
  Story story = test::complete_story("a", 3);
  story.sections[0] = " In 2024 Dr. Vos rang\n  at night. It was late.";
  CHECK(opening_of(story) == "In 2024 Dr. Vos rang at night.");
  story.kind = StoryKind::Intro;
  story.text = "I build maps. I like them.";
  CHECK(opening_of(story) == "I build maps.");
  story.text = " \n";
  CHECK(opening_of(story).empty());
}

TEST_CASE("three paragraphs or more are the teller's own steps") {
  CHECK(beats("I rang her. She was out.\nI wrote a page.\n\nWe met.") == Beats{"I rang her. She was out.", "I wrote a page.", "We met."});
  CHECK(beats("I rang\nher on\nMonday.") == Beats{"I rang her on Monday."});
}

TEST_CASE("else a step begins where the teller says I, and what others do belongs to the step before") {
  CHECK(beats("At dawn I rang her. She was out. Her desk took a note. I’d waited long enough.\nThen I drove.") ==
        Beats{"At dawn I rang her. She was out. Her desk took a note.", "I’d waited long enough.", "Then I drove."});
  CHECK(beats("The clerk rang. I wrote a page. I sent it.") == Beats{"The clerk rang.", "I wrote a page.", "I sent it."});
  CHECK(beats("Ich rief sie an. Sie war nicht da. Wir trafen uns.") == Beats{"Ich rief sie an.", "Sie war nicht da.", "Wir trafen uns."});
  CHECK(beats("").empty());
}

TEST_CASE("the whole action is in a few steps, however long it is") {
  std::string action;
  std::string joined;
  for (int i = 1; i <= 1'000; ++i) action += "I did thing " + std::to_string(i) + ". ";
  const Beats all = beats(action);
  CHECK(all.size() == kMostBeats);
  for (const std::string& beat : all) joined += beat + " ";
  CHECK(joined == action);
  CHECK(all.front().size() < joined.size() / 5);
}

TEST_CASE("the samples have three to six steps, and an introduction none") {
  for (std::size_t i = 1; i <= test::kSamples.size(); ++i) {
    const std::size_t count = beats_of(test::sample(i)).size();
    CHECK(count >= 3);
    CHECK(count <= kMostBeats);
  }
  Story intro = test::sample(1);
  intro.kind = StoryKind::Intro;
  CHECK(beats_of(intro).empty());
}
