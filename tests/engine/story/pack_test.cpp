// What was read once is kept as bytes; damaged bytes are no story, and never one that cannot be told.
#include <doctest/doctest.h>

#include "engine/story/samples.h"

using namespace starling;

namespace {

template <class Change>
bool comes_back(Change change) {
  Story story = test::sample(1);
  change(story);
  return unpack<Story>(pack(story)).has_value();
}

}  // namespace

TEST_CASE("every shipped story comes back from its bytes as it went in") {
  for (std::size_t number = 1; number <= test::kSamples.size(); ++number) {
    const StoryFile file = read_story(test::sample_text(test::kSamples[number - 1]), "s.toml");
    const auto back = unpack<StoryFile>(pack(file));
    REQUIRE(back);
    CHECK(pack(*back) == pack(file));
  }
}

TEST_CASE("a story with a value that none can have is refused whole") {
  CHECK(comes_back([](Story&) {}));
  CHECK_FALSE(comes_back([](Story& s) { s.angles.at(0).principle = kPrincipleCount; }));
  CHECK_FALSE(comes_back([](Story& s) { s.angles.at(0).strength = static_cast<Strength>(2); }));
  CHECK_FALSE(comes_back([](Story& s) { s.scores[3] = 6; }));
  CHECK_FALSE(comes_back([](Story& s) { s.target_seconds = 9; }));
  CHECK_FALSE(comes_back([](Story& s) { s.people = -1; }));
  CHECK_FALSE(comes_back([](Story& s) { s.id = ""; }));
  CHECK_FALSE(comes_back([](Story& s) { s.id = "a/b"; }));
  CHECK_FALSE(comes_back([](Story& s) { s.revisions.push_back({Day(std::chrono::days(50'000'000)), ""}); }));
}
