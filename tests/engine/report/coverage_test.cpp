#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "engine/report/folders.h"

using namespace starling;
using namespace starling::test;

namespace {

bool has_reason(const Coverage& coverage, std::string_view reason) {
  const auto& reasons = coverage.gate_reasons;
  return std::find(reasons.begin(), reasons.end(), reason) != reasons.end();
}

CoverageStatus status_of(const Folder& folder, std::string_view word) { return row(folder.report(), word).status; }

}  // namespace

TEST_CASE("the five example stories cover what they should") {
  Folder folder;
  for (std::size_t i = 1; i <= kSamples.size(); ++i) folder.add(sample(i));

  const Coverage coverage = folder.report();

  CHECK(coverage.stories == 5);
  CHECK(coverage.complete == 3);
  CHECK(coverage.covered == 0);
  CHECK(coverage.mean_quality.value() == doctest::Approx((29.0 + 25.0 + 28.0) / 18));
  REQUIRE(coverage.principles.size() == kPrincipleCount);
  const std::set<std::string_view> thin{"ownership",       "think-big",  "have-backbone", "earths-best-employer",
                                        "highest-standards", "earn-trust", "are-right-a-lot"};
  for (std::size_t i = 0; i < kPrincipleCount; ++i) {
    const PrincipleCoverage& principle = coverage.principles[i];
    CAPTURE(principles()[i].id);
    CHECK(principle.principle == i);
    CHECK(to_string(principle.status) == (thin.contains(principles()[i].id) ? "thin" : "gap"));
    CHECK(principle.tellings == 0);
    CHECK_FALSE(principle.recall.has_value());
  }
  CHECK(row(coverage, "ownership").primary == 1);
  CHECK(row(coverage, "think-big").primary == 0);
  CHECK(row(coverage, "think-big").secondary == 1);
  CHECK(row(coverage, "think-big").best_quality.value() == doctest::Approx(29.0 / 6));
  CHECK(row(coverage, "deliver-results").angles == 0);
  CHECK_FALSE(coverage.gate_passed);
  CHECK(coverage.gate_reasons.size() == 1 + kPrincipleCount);
  CHECK(has_reason(coverage, "3 of 25 complete stories"));
  CHECK(has_reason(coverage, "hire-and-develop: no primary story"));
  CHECK(has_reason(coverage, "think-big: no primary story"));
  CHECK(has_reason(coverage, "ownership: 1 of 2 angles"));
}

TEST_CASE("a story is the only one of a principle until another that counts serves it") {
  Folder folder;
  const auto alone = [&](std::string_view id) {
    return std::ranges::count_if(only_stories(folder.stories), [&](const Story* only) { return only && only->id == id; });
  };
  CHECK(only_stories(folder.stories) == std::array<const Story*, kPrincipleCount>{});
  folder.add(sample(1));
  const std::string first = folder.stories.front().id;
  REQUIRE(counts(folder.stories.front()));
  const auto angles = std::ssize(folder.stories.front().angles);
  CHECK(alone(first) == angles);
  Story other = folder.stories.front();
  other.id = "other";
  other.draft = true;
  folder.stories.push_back(other);
  CHECK(alone(first) == angles);
  folder.stories.back().draft = false;
  REQUIRE(counts(folder.stories.back()));
  CHECK(alone(first) == 0);
  CHECK(alone("other") == 0);
  folder.stories.back().angles.pop_back();
  CHECK(alone(first) == 1);
  CHECK(alone("other") == 0);
}

TEST_CASE("a folder without stories is sixteen gaps and no numbers") {
  const Coverage coverage = Folder{}.report();
  CHECK(coverage.stories == 0);
  CHECK_FALSE(coverage.mean_quality.has_value());
  for (const PrincipleCoverage& principle : coverage.principles) {
    CHECK(principle.status == CoverageStatus::Gap);
    CHECK_FALSE(principle.best_quality.has_value());
    CHECK_FALSE(principle.last_told.has_value());
  }
}

TEST_CASE("a principle's status is the worst that is true of it") {
  Folder folder;
  folder.week = 13;
  CHECK(status_of(folder, "OW") == CoverageStatus::Gap);

  folder.add(draft(story_for("unfinished", "OW")), told(0, 10));
  CHECK(status_of(folder, "OW") == CoverageStatus::Gap);

  folder.add(story_for("one-angle", "DR", {"OW"}), told(0, 10));
  CHECK(status_of(folder, "OW") == CoverageStatus::Thin);
  folder.add(story_for("two-angles", "BA", {"OW"}), told(0, 10));
  CHECK(status_of(folder, "OW") == CoverageStatus::Thin);
  CHECK(status_of(folder, "DR") == CoverageStatus::Thin);

  folder.add(story_for("own", "OW"));
  CHECK(status_of(folder, "OW") == CoverageStatus::Covered);

  for (auto& [item, state] : folder.states) state = told(15, 10);
  CHECK(status_of(folder, "OW") == CoverageStatus::Stale);
}

TEST_CASE("a principle goes stale on the fifteenth day without a telling, and only from week 13") {
  for (const int week : {1, 12, 13, 24})
    for (const int days_ago : {0, 13, 14, 15, 40}) {
      Folder folder;
      folder.week = week;
      folder.add(story_for("a", "FR"), told(days_ago, 10));
      folder.add(story_for("b", "FR"));
      const bool stale = week >= 13 && days_ago > 14;
      CAPTURE(week);
      CAPTURE(days_ago);
      CHECK(status_of(folder, "FR") == (stale ? CoverageStatus::Stale : CoverageStatus::Covered));
      CHECK(folder.report().covered == (stale ? 0 : 1));
      CHECK(row(folder.report(), "FR").warm == (days_ago <= 14 ? 1 : 0));
    }
}

TEST_CASE("stories that were never told are stale once week 13 has begun") {
  Folder folder;
  folder.add(story_for("a", "FR"));
  folder.add(story_for("b", "FR"));
  folder.week = 12;
  CHECK(status_of(folder, "FR") == CoverageStatus::Covered);
  folder.week = 13;
  CHECK(status_of(folder, "FR") == CoverageStatus::Stale);
}

TEST_CASE("recall is the mean over the told stories, today and on the interview day") {
  Folder folder;  // the interview is 67 days from today
  folder.add(story_for("told-today", "DD"), told(0, 67, 3));
  folder.add(story_for("told-before", "AR", {"DD"}), told(10, 10, 2));
  folder.add(story_for("never-told", "DD"));

  const Coverage coverage = folder.report();
  const PrincipleCoverage& dive_deep = row(coverage, "DD");

  // Recall is 1 on the day, 0.9 after one stability and (1 + 7.7 f)^-0.1542 after 7.7, f = 0.9^(-1/0.1542) - 1.
  CHECK(dive_deep.recall.value() == doctest::Approx((1.0 + 0.9) / 2).epsilon(1e-9));
  CHECK(dive_deep.recall_on_interview.value() == doctest::Approx((0.9 + 0.7182924) / 2).epsilon(1e-6));
  CHECK(dive_deep.tellings == 5);
  CHECK(dive_deep.last_told == kToday);
  CHECK(dive_deep.warm == 2);
  CHECK(row(coverage, "AR").recall.value() == doctest::Approx(0.9).epsilon(1e-9));
  CHECK(row(coverage, "AR").last_told == kToday - std::chrono::days(10));
}

TEST_CASE("once the interview is over, recall on its day is that of today") {
  const std::vector<Story> stories{story_for("a", "DD")};
  const ItemStates states{{story_item("a"), told(30, 20)}};
  for (const int days_past : {0, 1, 29, 30, 31, 400}) {
    const Day interview = kToday - std::chrono::days(days_past);
    const Coverage coverage = story_coverage(stories, states, MemoryModel(default_weights()), kToday, interview, {24, 13, {}});
    CHECK(row(coverage, "DD").recall_on_interview == row(coverage, "DD").recall);
  }
}

TEST_CASE("a telling from a later day than the pretended one counts as today's") {
  Folder folder;
  folder.add(story_for("a", "DD"), told(-5, 10));
  CHECK(row(folder.report(), "DD").recall.value() == doctest::Approx(1));
}

TEST_CASE("an unfinished story counts as a story and as nothing else") {
  SplitMix64 dice(Seed{7});
  for (int round = 0; round < 200; ++round) {
    Folder folder = random_folder(dice);
    const Coverage before = folder.report();
    folder.add(scored(draft(story_for("unfinished", "HD", {"OW", "TB"})), 1), told(0, 50));
    const Coverage after = folder.report();
    CHECK(after.stories == before.stories + 1);
    CHECK(after.complete == before.complete);
    CHECK(after.covered == before.covered);
    CHECK(after.mean_quality == before.mean_quality);
    CHECK(after.gate_reasons == before.gate_reasons);
    for (std::size_t i = 0; i < kPrincipleCount; ++i) {
      CHECK(after.principles[i].status == before.principles[i].status);
      CHECK(after.principles[i].tellings == before.principles[i].tellings);
      CHECK(after.principles[i].recall == before.principles[i].recall);
      CHECK(after.principles[i].stories.size() == before.principles[i].stories.size());
    }
  }
}

TEST_CASE("one more complete story never makes any principle worse") {
  SplitMix64 dice(Seed{11});
  for (int round = 0; round < 500; ++round) {
    Folder folder = random_folder(dice);
    const Coverage before = folder.report();
    folder.add(complete_story("one-more", dice.below(kPrincipleCount)));
    const Coverage after = folder.report();
    for (std::size_t i = 0; i < kPrincipleCount; ++i)
      CHECK(after.principles[i].status >= before.principles[i].status);
    CHECK(after.gate_reasons.size() <= before.gate_reasons.size());
  }
}

TEST_CASE("the counts of a report fit together in any folder") {
  SplitMix64 dice(Seed{13});
  for (int round = 0; round < 500; ++round) {
    const Coverage coverage = random_folder(dice).report();
    int primaries = 0;
    int covered = 0;
    for (const PrincipleCoverage& principle : coverage.principles) {
      primaries += principle.primary;
      covered += principle.status == CoverageStatus::Covered ? 1 : 0;
      CHECK(principle.angles == principle.primary + principle.secondary);
      CHECK(principle.stories.size() == static_cast<std::size_t>(principle.angles));
      CHECK((principle.status == CoverageStatus::Gap) == (principle.angles == 0));
      CHECK(principle.warm <= principle.tellings);
      CHECK(principle.recall.has_value() == (principle.tellings > 0));
      CHECK(principle.recall.value_or(0) >= principle.recall_on_interview.value_or(0));
      CHECK(principle.best_quality.value_or(0) >= principle.mean_quality.value_or(0));
    }
    CHECK(primaries == coverage.complete);
    CHECK(covered == coverage.covered);
    CHECK(coverage.gate_passed == coverage.gate_reasons.empty());
    CHECK(coverage.next.size() <= 5);
  }
}

TEST_CASE("a copied story file counts once") {
  Folder folder;
  for (int copy = 0; copy < 30; ++copy) folder.add(story_for("same", "OW"), told(1, 10));
  const Coverage coverage = folder.report();
  CHECK(coverage.stories == 1);
  CHECK(coverage.complete == 1);
  CHECK(row(coverage, "OW").tellings == 1);
}

TEST_CASE("the stories of a principle are listed primary first and then by their quality") {
  Folder folder;
  folder.add(scored(story_for("second-best", "DR", {"OW"}), 5));
  folder.add(story_for("unscored", "OW"));
  folder.add(scored(story_for("good", "OW"), 4));
  folder.add(scored(story_for("better", "OW"), 5));
  folder.add(scored(story_for("also-good", "OW"), 4));

  const Coverage coverage = folder.report();
  std::string order;
  for (const CoveredStory& story : row(coverage, "OW").stories) order += story.id + " ";

  CHECK(order == "better also-good good unscored second-best ");
  CHECK(row(coverage, "OW").best_quality == 5);
  CHECK(row(coverage, "OW").mean_quality == 4.5);
}

TEST_CASE("the gate opens with 25 complete stories and a primary and two angles for each principle") {
  Folder folder;
  for (std::size_t i = 0; i < 24; ++i) {
    Story story = complete_story("story-" + std::to_string(i), i % kPrincipleCount);
    story.angles.push_back({(i + 1) % kPrincipleCount, Strength::Secondary});
    folder.add(story);
  }
  Coverage coverage = folder.report();
  CHECK_FALSE(coverage.gate_passed);
  CHECK(coverage.gate_reasons == std::vector<std::string>{"24 of 25 complete stories"});

  folder.add(story_for("the-last", "CO"));
  coverage = folder.report();
  CHECK(coverage.gate_passed);
  CHECK(coverage.covered == 16);
  CHECK(coverage.next.empty());

  folder.stories[15].draft = true;  // the only primary story of the last principle
  coverage = folder.report();
  CHECK_FALSE(coverage.gate_passed);
  CHECK(has_reason(coverage, "24 of 25 complete stories"));
  CHECK(has_reason(coverage, "broad-responsibility: no primary story"));
}

TEST_CASE("in a plan exactly the principles without a place are gaps") {
  SplitMix64 dice(Seed{17});
  for (int round = 0; round < 300; ++round) {
    std::vector<PlannedSlot> slots;
    std::array<int, kPrincipleCount> places{};
    for (std::size_t count = dice.below(20); count > 0; --count) {
      const PlannedSlot slot{dice.below(kPrincipleCount), static_cast<int>(dice.below(4))};
      slots.push_back(slot);
      places[slot.principle] += slot.stories;
    }
    const Coverage coverage = planned_coverage(slots);
    int total = 0;
    for (std::size_t i = 0; i < kPrincipleCount; ++i) {
      const CoverageStatus expected = places[i] == 0   ? CoverageStatus::Gap
                                      : places[i] == 1 ? CoverageStatus::Thin
                                                       : CoverageStatus::Covered;
      CHECK(coverage.principles[i].status == expected);
      CHECK(coverage.principles[i].primary == places[i]);
      total += places[i];
    }
    CHECK(coverage.stories == total);
    CHECK(coverage.complete == total);
    CHECK_FALSE(coverage.mean_quality.has_value());
  }
}

TEST_CASE("the timeline's own story days leave two principles out") {
  std::vector<PlannedSlot> slots;
  for (const std::string_view code : {"CO", "OW", "IS", "AR", "LC", "TB", "BA", "FR", "ET", "DD", "HB"})
    slots.push_back({place_of(code), 2});
  for (const std::string_view code : {"DR", "BE", "SR"}) slots.push_back({place_of(code), 1});

  const Coverage coverage = planned_coverage(slots);

  CHECK(coverage.stories == 25);
  CHECK(coverage.covered == 11);
  CHECK_FALSE(coverage.gate_passed);
  CHECK(coverage.gate_reasons == std::vector<std::string>{"hire-and-develop: no primary story",
                                                          "highest-standards: no primary story",
                                                          "deliver-results: 1 of 2 angles",
                                                          "earths-best-employer: 1 of 2 angles",
                                                          "broad-responsibility: 1 of 2 angles"});
  REQUIRE(coverage.next.size() == 5);
  CHECK(coverage.next[0].principle == place_of("HD"));
  CHECK(coverage.next[0].text == "Hire and Develop the Best has no story slot in the plan: add one.");
  CHECK(coverage.next[1].principle == place_of("HS"));
  CHECK(coverage.next[2].text == "Deliver Results has one story slot in the plan: add a second.");
}

TEST_CASE("places that are none count for nothing in a plan") {
  const std::vector<PlannedSlot> slots{{3, -2}, {4, 0}, {kPrincipleCount, 5}};
  const Coverage coverage = planned_coverage(slots);
  CHECK(coverage.stories == 0);
  for (const PrincipleCoverage& principle : coverage.principles) CHECK(principle.status == CoverageStatus::Gap);
}
