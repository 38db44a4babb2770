// Stories and their tellings, made by hand for the reports.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/story/samples.h"
#include "report/report.h"

namespace starling::test {

inline const Day kToday = *parse_day("2027-03-01");
inline const Day kInterview = *parse_day("2027-05-07");

inline std::size_t place_of(std::string_view word) { return find_principle(word).value(); }

inline Story story_for(std::string id, std::string_view primary, const std::vector<std::string>& secondary = {}) {
  Story story = complete_story(std::move(id), place_of(primary));
  for (const std::string& word : secondary) story.angles.push_back({place_of(word), Strength::Secondary});
  return story;
}

inline Story scored(Story story, int score) {
  story.scores.fill(score);
  return story;
}

inline Story draft(Story story) {
  story.draft = true;
  return story;
}

inline ItemState told(int days_ago, double stability_days, int times = 1) {
  ItemState state;
  state.reviews = times;
  state.standing.phase = Phase::Review;
  state.standing.last_day = kToday - std::chrono::days(days_ago);
  state.standing.memory = MemoryState{{stability_days}, {5}};
  return state;
}

// A learner's stories and tellings, reported on for one week of the plan.
struct Folder {
  std::vector<Story> stories;
  ItemStates states;
  int week = 1;

  void add(Story story) { stories.push_back(std::move(story)); }
  void add(Story story, ItemState state) {
    states[story_item(story.id)] = std::move(state);
    add(std::move(story));
  }
  [[nodiscard]] Coverage report() const {
    return story_coverage(stories, states, MemoryModel(default_weights()), kToday, kInterview, {week, 13, {}});
  }
};

inline const PrincipleCoverage& row(const Coverage& coverage, std::string_view word) {
  return coverage.principles[place_of(word)];
}

// Up to twelve stories of any shape: finished or not, told or not, with up to four principles.
inline Folder random_folder(SplitMix64& dice) {
  Folder folder;
  folder.week = dice.below(2) ? 13 : 12;
  const std::size_t count = dice.below(13);
  for (std::size_t i = 0; i < count; ++i) {
    Story story = complete_story("story-" + std::to_string(i), dice.below(kPrincipleCount));
    for (std::size_t more = dice.below(4); more > 0; --more) {
      const std::size_t principle = (story.angles.back().principle + 1 + dice.below(5)) % kPrincipleCount;
      if (principle != story.angles.front().principle) story.angles.push_back({principle, Strength::Secondary});
    }
    if (dice.below(4) == 0) story.draft = true;
    if (dice.below(2)) story.scores.fill(static_cast<int>(1 + dice.below(5)));
    if (dice.below(2)) {
      folder.add(story, told(static_cast<int>(dice.below(40)), 1.0 + static_cast<double>(dice.below(60))));
    } else {
      folder.add(story);
    }
  }
  return folder;
}

}  // namespace starling::test
