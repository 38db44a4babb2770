// What a coach would say of the stories as a whole: twenty-five fictional ones, uneven on purpose.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "report/report.h"
#include "source/source.h"
#include "engine/report/deeds.h"

using namespace starling;

namespace {

std::vector<Story> fictional() {
  std::vector<Story> stories;
  for (const auto& file : list_files(std::filesystem::path(STARLING_SOURCE_ROOT) / "tests" / "stories", ".toml")) {
    const StoryFile read = read_story(*read_file(file.path, kMaxTomlBytes).text, file.path.filename().string());
    for (const Problem& problem : read.problems) FAIL_CHECK(to_line(problem));
    REQUIRE(read.story);
    stories.push_back(*read.story);
  }
  return stories;
}

Day today() { return *parse_day("2026-11-26"); }

Coverage coverage_of(const std::vector<Story>& stories) {
  return story_coverage(stories, {}, test::model(), today(), today() + std::chrono::days(160), {1, 13, {}});
}

BankFacts facts_of(const std::vector<Story>& stories, bool leads_people = true, const ItemStates& states = {}) {
  return bank_facts(stories, states, {"L6", leads_people, today()});
}

bool minds(const BankFacts& facts, std::string_view kind) { return std::ranges::find(facts.leanings, kind, &Leaning::kind) != facts.leanings.end(); }

Story named(const std::vector<Story>& stories, std::string_view id) { return *std::ranges::find(stories, id, &Story::id); }

}  // namespace

TEST_CASE("the twenty-five stories read without a problem, cover all principles and meet the gate") {
  const std::vector<Story> stories = fictional();
  CHECK(stories.size() == 27);
  const Coverage coverage = coverage_of(stories);
  CHECK(coverage.complete == 25);
  CHECK(coverage.stories == 25 + 1);  // the draft; an introduction is none
  CHECK(coverage.covered == 16);
  CHECK(coverage.gate_passed);
}

TEST_CASE("without one story exactly the rows change that it serves, and the goal is short of it") {
  const std::vector<Story> all = fictional();
  const Coverage before = coverage_of(all);
  for (const Story& without : all) {
    if (!counts(without)) continue;
    std::vector<Story> rest = all;
    std::erase_if(rest, [&](const Story& each) { return each.id == without.id; });
    const Coverage after = coverage_of(rest);
    std::set<std::size_t> served;
    for (const Angle& angle : without.angles) served.insert(angle.principle);
    CAPTURE(without.id);
    CHECK_FALSE(after.gate_passed);
    for (std::size_t i = 0; i < kPrincipleCount; ++i) {
      const bool same = before.principles[i].angles == after.principles[i].angles && before.principles[i].primary == after.principles[i].primary;
      CHECK(same == !served.contains(i));
    }
    // Put away it is as good as gone.
    std::vector<Story> archived = all;
    std::ranges::find(archived, without.id, &Story::id)->archived = true;
    CHECK(coverage_of(archived).covered == after.covered);
  }
}

TEST_CASE("the core carries every principle twice with fewer stories than all, none for more than three") {
  const std::vector<Story> stories = fictional();
  const BankFacts facts = facts_of(stories);
  CHECK(facts.core.missing.empty());
  CHECK(facts.core.stories.size() >= 11);  // 32 places, three a story
  CHECK(facts.core.stories.size() < 25);
  std::array<int, kPrincipleCount> covered{};
  for (std::size_t i = 0; i < facts.core.stories.size(); ++i) {
    int uses = 0;
    for (std::size_t principle = 0; principle < kPrincipleCount; ++principle) {
      if (!holds(facts.core.told_for[i], principle)) continue;
      ++uses;
      ++covered[principle];
      CHECK(std::ranges::find(facts.core.stories[i]->angles, principle, &Angle::principle) != facts.core.stories[i]->angles.end());
    }
    CHECK(uses <= 3);
  }
  for (const int times : covered) CHECK(times >= 2);
}

TEST_CASE("who leads people is asked deeper of hiring and of caring for them") {
  const std::vector<Story> stories = fictional();
  const auto hire = *find_principle("hire-and-develop");
  CHECK(facts_of(stories).principles[hire].depth_wanted == kPeopleDepth);
  CHECK(facts_of(stories, false).principles[hire].depth_wanted == 2);
  std::vector<Story> fewer = stories;
  std::erase_if(fewer, [&](const Story& each) { return each.id == "part-time-leads"; });
  CHECK(minds(facts_of(fewer), "depth"));
  CHECK_FALSE(minds(facts_of(fewer, false), "depth"));
}

TEST_CASE("the reach of a story fits a level as a hint") {
  Story story = named(fictional(), "framework-debate");
  CHECK(level_fit(story, "L7") == LevelFit::Under);
  CHECK(level_fit(story, "L6") == LevelFit::Fits);
  story = named(fictional(), "dose-in-three-screens");
  CHECK(level_fit(story, "L7") == LevelFit::Fits);
  CHECK(level_fit(story, "L6") == LevelFit::Over);
  story.teams = 1;
  story.horizon_months = 3;
  CHECK(level_fit(story, "L7") == LevelFit::Fits);  // another group took it over
  story.sections[3] = "By June a dose took three screens in place of eleven.";
  CHECK(level_fit(story, "L7") == LevelFit::Under);
  story.teams = 0;
  story.horizon_months = 0;
  CHECK(level_fit(story, "L7") == LevelFit::Unknown);
}

TEST_CASE("a bank that leans to one side is told so, and one that does not is left alone") {
  std::vector<Story> stories = fictional();
  CHECK_FALSE(minds(facts_of(stories), "failure"));
  CHECK_FALSE(minds(facts_of(stories), "employer"));
  CHECK_FALSE(minds(facts_of(stories), "secondary"));
  for (Story& story : stories) {
    story.tags.clear();
    story.employer = "Oskelby";
    story.when = "2019";
  }
  stories.front().employer = "Tarnfell";
  for (std::size_t i = 0; stories.front().angles.size() < 5; ++i)
    if (std::ranges::find(stories.front().angles, i, &Angle::principle) == stories.front().angles.end())
      stories.front().angles.push_back({i, Strength::Secondary});
  const BankFacts facts = facts_of(stories);
  for (const char* kind : {"failure", "employer", "secondary", "age"}) CHECK(minds(facts, kind));
  CHECK(facts_of({}).leanings.empty());
  CHECK(facts_of({}).core.stories.empty());
}

TEST_CASE("a story told clean on three days is ready for each of its principles") {
  const std::vector<Story> stories = fictional();
  ItemStates states;
  states[test::item("story/four-months-late")].tellings = Tellings{kCleanDays, today(), 0, 0, 0};
  const BankFacts facts = facts_of(stories, true, states);
  CHECK(facts.principles[*find_principle("earn-trust")].ready == 1);
  CHECK(facts.principles[*find_principle("think-big")].ready == 0);
}
