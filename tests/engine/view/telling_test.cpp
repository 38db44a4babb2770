// What a telling is worth, and which one comes next.
#include <doctest/doctest.h>

#include "engine/story/samples.h"
#include "support/history.h"
#include "view/view.h"

namespace starling {
namespace {

EndedTelling told_well() {
  EndedTelling telling{150, 150, {}, FiguresGiven{4, 4}};
  for (const std::string_view part : telling_parts(StoryKind::Star)) telling.parts.push_back({std::string(part), Grade::Good});
  telling.parts.push_back({"figures", grade_of(*telling.figures)});
  return telling;
}

TEST_CASE("without one right figure a telling is hard at best, whatever else came back") {
  EndedTelling telling = told_well();
  CHECK(best_grade(telling) == Grade::Easy);
  CHECK(why_no_better(telling).empty());
  telling.figures = FiguresGiven{0, 4};
  CHECK(grade_of(*telling.figures) == Grade::Again);
  CHECK(best_grade(telling) == Grade::Hard);
  CHECK(why_no_better(telling) == "None of the figures came back, so it is hard at best.");
  telling.parts.back().grade = Grade::Again;
  CHECK_FALSE(proposed_grade(telling));
  telling.parts.pop_back();
  CHECK(proposed_grade(telling) == Grade::Hard);
  telling.figures.reset();
  CHECK(best_grade(telling) == Grade::Easy);
}

TEST_CASE("five seconds of telling are not good") {
  EndedTelling telling = told_well();
  telling.seconds = 5;
  CHECK(proposed_grade(telling) == Grade::Hard);
  CHECK(best_grade(telling) == Grade::Hard);
  CHECK(why_no_better(telling) == "0:05 is less than a quarter of it, so it is hard at best.");
  telling.seconds = 38;
  CHECK(best_grade(telling) == Grade::Easy);
}

TEST_CASE("the figures are good when all came back, hard from half of them on") {
  CHECK(grade_of({4, 4}) == Grade::Good);
  CHECK(grade_of({3, 4}) == Grade::Hard);
  CHECK(grade_of({2, 4}) == Grade::Hard);
  CHECK(grade_of({1, 4}) == Grade::Again);
}

TEST_CASE("a clean telling has every part, every figure, and takes its time") {
  EndedTelling telling = told_well();
  CHECK(is_clean(telling));
  for (const int seconds : {74, 181}) {
    telling.seconds = seconds;
    CHECK_FALSE(is_clean(telling));
  }
  telling.seconds = 180;
  CHECK(is_clean(telling));
  telling.figures = FiguresGiven{3, 4};
  CHECK_FALSE(is_clean(telling));
  telling = told_well();
  telling.parts[2].grade = Grade::Hard;
  CHECK_FALSE(is_clean(telling));
}

TEST_CASE("lengths and principles take turns, what was told least comes next") {
  Story story = test::sample(1);
  story.variants = {{60, "In a minute."}};
  std::vector<Told> past;
  std::map<int, int> lengths;
  std::map<std::string, int> angles;
  for (int i = 0; i < 12; ++i) {
    const TellingChoice choice = next_telling(story, past);
    if (i == 0) CHECK(choice.length == kStandardVariant);
    REQUIRE(choice.principle);
    if (i == 0) CHECK(principles()[*choice.principle].id == "ownership");
    ++lengths[choice.length];
    ++angles[std::string(principles()[*choice.principle].id)];
    past.push_back({choice.length, std::string(principles()[*choice.principle].id), "", 100, true, {}});
  }
  CHECK(lengths == std::map<int, int>{{60, 6}, {150, 6}});
  CHECK(angles == std::map<std::string, int>{{"have-backbone", 4}, {"ownership", 4}, {"think-big", 4}});
}

TEST_CASE("what is told next is whole and not put away, of the principle that is wanted, due before told longest ago") {
  std::vector<Story> stories{test::complete_story("draft", 1), test::complete_story("away", 1), test::complete_story("other", 4),
                             test::complete_story("told", 1), test::complete_story("never-told", 1)};
  stories[0].draft = true;
  stories[1].archived = true;
  ItemStates states;
  ItemState& told = states[test::item("story/told")];
  told.reviews = 1;
  told.standing.phase = Phase::Review;
  told.standing.last_day = *parse_day("2027-01-05");
  const auto chosen = [&](std::vector<ItemId> asked, std::vector<std::size_t> wanted) {
    const Story* story = story_to_tell(stories, states, asked, wanted);
    return story ? story->id : "";
  };
  const ItemId draft = test::item("story/draft");
  CHECK(chosen({draft, test::item("story/away")}, {1}) == "never-told");
  CHECK(chosen({draft, test::item("story/told")}, {1}) == "told");
  CHECK(chosen({test::item("story/other")}, {1}) == "never-told");
  CHECK(chosen({test::item("story/other")}, {}) == "other");
  CHECK(chosen({}, {4}) == "other");
  CHECK(story_to_tell(std::span(stories).first(2), states, {}, {}) == nullptr);
}

TEST_CASE("the pace is the one that is set until three tellings were measured") {
  ItemStates states;
  CHECK(speech_rate(states, 140) == 140);
  states[test::item("story/a")].tellings = Tellings{0, {}, 2, 600, 240};
  CHECK(speech_rate(states, 140) == 140);
  states[test::item("story/b")].tellings = Tellings{0, {}, 1, 200, 80};
  CHECK(speech_rate(states, 140) == 150);
}

TEST_CASE("sections begin at their shares of the target, and the last one ends with it") {
  CHECK(section_times(150) == std::array<int, 6>{0, 20, 33, 117, 140, 150});
}

}  // namespace
}  // namespace starling
