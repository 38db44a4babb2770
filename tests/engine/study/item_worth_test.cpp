// What a card counts: as the learner says, or by the hours that the plan gives its area.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <cmath>

#include "learner.h"
#include "study/item_worth.h"

using namespace starling;

namespace {

const Day kStart = test::day("2026-11-23");

std::string settings_with(std::string_view review) {
  return fmt::format("level = \"L6\"\nstart = 2026-11-23\ninterview = 2027-05-07\n[day]\ntime_zone = \"UTC\"\n[review]\n{}", review);
}

double worth_in(const Study& study, std::string_view card) {
  const auto worth = study.frame().worth;
  REQUIRE(worth);
  return worth(test::found(study, card));
}

constexpr std::string_view kOfCoding = "patterns-two-pointers/invariant";

}  // namespace

TEST_CASE("by the plan's hours the areas weigh as their hours do, and no card is worth nothing") {
  const test::Learner learner(settings_with("worth_by_plan = true\n"));
  const Study study = learner.on(kStart);
  const Standpoint from = study.standpoint();
  const Plan& plan = from.timeline.plan();
  const PlanWorth worths(from.library, plan, "L6");
  // The squares of the worths of all cards that have an area, summed by area, are as the hours.
  std::array<double, kAreas.size()> sums{};
  for (const Item& item : from.library.items()) {
    const auto area = area_of_deck(item.area);
    if (!area || item.id.kind() != ItemKind::Card || item.away != Away::No || !meant_for(item.levels, "L6")) continue;
    const double worth = worths.of_word(item.area);
    CHECK(worth == study.frame().worth(item));
    CHECK(worth > 0.5);
    CHECK(worth < 2);
    sums[static_cast<std::size_t>(*area)] += worth * worth;
  }
  const auto hours = [&](Area area) { return weekly_hours(plan, "L6", area); };
  const auto sum = [&](Area area) { return sums[static_cast<std::size_t>(area)]; };
  CHECK(sum(Area::Coding) / sum(Area::Leadership) == doctest::Approx(hours(Area::Coding) / hours(Area::Leadership)));
  CHECK(sum(Area::Design) / sum(Area::Leadership) == doctest::Approx(hours(Area::Design) / hours(Area::Leadership)));
  CHECK(worths.of_word("mixed") == 1);
}

TEST_CASE("what the learner calls worth something stands in the place of what the plan makes of it") {
  const auto worth = [&](std::string_view review) { return worth_in(test::Learner(settings_with(review)).on(kStart), kOfCoding); };
  CHECK(worth("") == 1);
  CHECK(worth("worth_by_plan = true\n") > 1);
  CHECK(worth("worth_by_plan = true\n[review.worth]\ncoding = 1\n") == 1);
  CHECK(worth("worth_by_plan = true\n[review.worth]\ncoding = 3\n") == 3);
  CHECK(worth("worth_by_plan = true\n[review.worth]\naws = 3\n") > 1);
}

TEST_CASE("what is for one level alone, and each size of problems, counts as the learner says") {
  const test::Learner learner(settings_with("[review.worth]\nl6 = 2\nhard = 3\neasy = 0.5\n"));
  learner.write("decks/mine.toml", test::kOwnHead + test::own_card("both", "For both?", "Yes") +
                                       test::own_card("scope", "For one?", "Yes", "level = [\"L6\"]\n"));
  const Study study = learner.on(kStart);
  const ItemWorth worth = study.frame().worth;
  for (const char* kind : {"problem", "exercise", "question"}) {
    const test::Learner other(settings_with(fmt::format("[review.worth]\n{} = 0.5\n", kind)));
    const Study of_kind = other.on(kStart);
    const ItemWorth named = of_kind.frame().worth;
    for (const Item& item : of_kind.library().items())
      if (item.id.kind() != ItemKind::Card) CHECK(named(item) == (to_string(item.id.kind()) == kind ? 0.5 : 1));
  }
  std::array<int, 3> of_size{};
  for (const Item& item : study.library().items()) {
    if (item.id.kind() != ItemKind::Problem) continue;
    const ProblemSize size = study.library().coding_problem(item.id.name())->size;
    ++of_size[static_cast<std::size_t>(size)];
    CHECK(worth(item) == (size == ProblemSize::Hard ? 3 : size == ProblemSize::Easy ? 0.5 : 1));
  }
  CHECK(worth(test::found(study, "mine/scope")) == 2);
  CHECK(worth(test::found(study, "mine/both")) == 1);
  for (const int count : of_size) CHECK(count > 0);
}

TEST_CASE("the names of the settings are those of what they are about") {
  for (const ProblemSize size : kProblemSizes) CHECK(is_worth_word(to_string(size)));
  for (const int words : {kSlowestSpeech, kFastestSpeech}) {
    const auto read = [](int each) { return read_settings(fmt::format("schema = 1\n[story]\nwords_per_minute = {}\n", each), "starling.toml"); };
    CHECK(read(words).problems.empty());
    CHECK_FALSE(read(words == kSlowestSpeech ? words - 1 : words + 1).problems.empty());
  }
}

TEST_CASE("a day that was read before the texts were read again knows what items counted then") {
  const test::Learner learner(settings_with("worth_by_plan = true\n[review.worth]\ncoding = 3\n"));
  Study study = learner.on(kStart);
  const DayFrame day = study.frame();
  const Item card = test::found(study, kOfCoding);
  study.read_texts_again();
  CHECK(day.worth(card) == 3);
}

TEST_CASE("prices that were found for other worths do not hold") {
  const auto basis = [&](std::string_view review) {
    const test::Learner learner(settings_with("policy = \"deadline\"\n" + std::string(review)));
    const auto task = learner.on(kStart).pricing_task();
    REQUIRE(task);
    return task->basis.worths;
  };
  CHECK(basis("") != basis("worth_by_plan = true\n"));
  CHECK(basis("worth_by_plan = true\n") != basis("worth_by_plan = true\n[review.worth]\ncoding = 3\n"));
  CHECK(basis("worth_by_plan = true\n") == basis("worth_by_plan = true\n"));
}
