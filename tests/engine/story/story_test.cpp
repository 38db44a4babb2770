#include <doctest/doctest.h>

#include <numeric>

#include "engine/story/samples.h"
#include "story/story.h"

using namespace starling;

namespace {

using Words = std::vector<std::string>;

Story of_words(int situation, int task, int action, int result, int reflection) {
  Story story = test::complete_story("counted", 0);
  const std::array<int, kSectionCount> counts{situation, task, action, result, reflection};
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    story.sections[i].clear();
    for (int word = 0; word < counts[i]; ++word) story.sections[i] += "word ";
  }
  return story;
}

}  // namespace

TEST_CASE("the shares of a telling add up to all of it and lie inside the coaching bands") {
  const double bands[kSectionCount][2]{{0.10, 0.18}, {0.06, 0.12}, {0.52, 0.65}, {0.12, 0.20}, {0.04, 0.10}};
  const auto& shares = target_shares();
  CHECK(std::accumulate(shares.begin(), shares.end(), 0.0) == doctest::Approx(1).epsilon(1e-12));
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    CAPTURE(to_string(kSections[i]));
    CHECK(shares[i] > bands[i][0]);
    CHECK(shares[i] < bands[i][1]);
  }
}

TEST_CASE("a story is complete with one primary principle, five words in each section and no draft mark") {
  Story story = test::complete_story("whole", 3);
  CHECK(missing(story) == Words{});
  CHECK(is_complete(story));

  story.angles.push_back({4, Strength::Secondary});
  story.angles.push_back({5, Strength::Secondary});
  CHECK(is_complete(story));

  story.angles.push_back({6, Strength::Primary});
  CHECK(missing(story) == Words{"2 primary principles: keep one"});

  story.angles = {{4, Strength::Secondary}};
  CHECK(missing(story) == Words{"no primary principle"});

  story = test::complete_story("whole", 3);
  story.draft = true;
  CHECK(missing(story) == Words{"still marked as a draft"});
}

TEST_CASE("each section needs five words of its own") {
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    Story story = test::complete_story("short", 3);
    const std::string name(to_string(kSections[i]));
    CAPTURE(name);
    story.sections[i] = "one two three four five";
    CHECK(is_complete(story));
    story.sections[i] = "one two three four";
    CHECK(missing(story) == Words{name + " has 4 words: at least 5 are needed"});
    story.sections[i] = "one";
    CHECK(missing(story) == Words{name + " has 1 word: at least 5 are needed"});
    story.sections[i] = " \n - ... ";
    CHECK(missing(story) == Words{name + " is empty"});
  }
}

TEST_CASE("an empty story is told everything that it lacks") {
  CHECK(missing(Story{}).size() == 1 + kSectionCount);
}

TEST_CASE("three of the example stories are complete, two need work") {
  CHECK(is_complete(test::sample(1)));
  CHECK(is_complete(test::sample(2)));
  CHECK(is_complete(test::sample(3)));
  CHECK(missing(test::sample(4)) == Words{"reflection has 3 words: at least 5 are needed"});
  CHECK(missing(test::sample(5)) == Words{"reflection is empty"});
}

TEST_CASE("the quality of a story is the mean of its six scores, and unknown while one is open") {
  CHECK(quality(test::sample(1)).value() == doctest::Approx(29.0 / 6));
  CHECK(quality(test::sample(2)).value() == doctest::Approx(25.0 / 6));
  CHECK(quality(test::sample(3)).value() == doctest::Approx(28.0 / 6));
  for (std::size_t open = 0; open < kScoreNames.size(); ++open) {
    Story story = test::sample(1);
    story.scores[open].reset();
    CHECK_FALSE(quality(story).has_value());
  }
  CHECK_FALSE(quality(Story{}).has_value());
}

TEST_CASE("the words of the example stories are those that the coaching notes counted") {
  const auto total = [](const Story& story) {
    const auto words = section_words(story);
    return std::accumulate(words.begin(), words.end(), 0);
  };
  CHECK(std::abs(total(test::sample(1)) - 345) <= 10);
  CHECK(std::abs(total(test::sample(2)) - 235) <= 10);
  CHECK(std::abs(total(test::sample(3)) - 243) <= 10);
  CHECK(std::abs(total(test::sample(5)) - 116) <= 5);
}

TEST_CASE("the time of a telling follows from its words and the learner's speed") {
  CHECK(section_words(of_words(40, 20, 200, 60, 30)) == std::array<int, kSectionCount>{40, 20, 200, 60, 30});
  CHECK(estimated_seconds(of_words(40, 20, 200, 60, 30), 140) == 150);
  CHECK(estimated_seconds(of_words(40, 20, 200, 60, 30), 150) == 140);
  CHECK(estimated_seconds(of_words(40, 20, 200, 60, 30), 70) == 300);
  CHECK(estimated_seconds(of_words(0, 0, 0, 0, 0), 140) == 0);
  CHECK(estimated_seconds(of_words(1, 0, 0, 0, 0), 0) == 60);
}

TEST_CASE("the primary principle is the only one marked so") {
  CHECK(primary_principle(test::sample(2)) == find_principle("earths-best-employer"));
  CHECK_FALSE(primary_principle(Story{}).has_value());
}
