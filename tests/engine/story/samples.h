// The example stories that ship with the program, and stories made by hand.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "source/source.h"
#include "story/story.h"

namespace starling::test {

inline constexpr std::array<std::string_view, 5> kSamples{
    "story-01-checkout-cells", "story-02-oncall-load", "story-03-wrong-queue", "story-04-search-rewrite",
    "story-05-team-migration"};

inline std::string sample_text(std::string_view name) {
  const std::string folder = STARLING_SOURCE_ROOT "/decks/examples/stories/";
  return read_file(folder + std::string(name) + ".toml", kMaxTomlBytes).value();
}

inline Story sample(std::size_t number) {
  return read_story(sample_text(kSamples[number - 1]), "sample.toml").story.value();
}

// A story with everything that makes one complete.
inline Story complete_story(std::string id, std::size_t primary) {
  Story story;
  story.id = std::move(id);
  story.title = story.id;
  story.angles = {{primary, Strength::Primary}};
  story.sections.fill("Five words are quite enough.");
  return story;
}

}  // namespace starling::test
