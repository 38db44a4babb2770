// A learner of sixty days, lived in the engine: one open folder a day, one sitting.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

#include "learner.h"

using namespace starling;
using test::item;

namespace {

constexpr int kLifeDays = 60;
constexpr std::chrono::seconds kTook{11};
constexpr std::array kPattern{Grade::Good, Grade::Good, Grade::Easy, Grade::Again, Grade::Good, Grade::Hard,
                              Grade::Good, Grade::Good, Grade::Again, Grade::Good, Grade::Good};
const Day kLifeBegins = test::day("2026-11-30");  // week 2 on
const char* kLifeSettings = "start = 2026-11-23\ninterview = 2027-05-07\n[day]\ntime_zone = \"UTC\"\n";

struct DayOfLife {
  std::vector<ItemId> answers;
  std::map<ItemId, int> passed;  // answers of good or easy
  std::map<ItemId, int> lapsed;  // answers of again
};

DayOfLife live_day(const test::Learner& learner, Day today, int& count) {
  DayOfLife day;
  // Time stands still, so a step that was begun is taken as the last of the day, twenty minutes early at most.
  Study study = learner.on(today);
  Sitting sitting(study, {});
  while (const Asked* question = sitting.question()) {
    const ItemId id = question->item->id;
    const Grade grade = kPattern[static_cast<std::size_t>(count++) % kPattern.size()];
    (void)sitting.answer(grade, kTook);
    day.answers.push_back(id);
    if (grade >= Grade::Good) ++day.passed[id];
    if (grade == Grade::Again) ++day.lapsed[id];
    REQUIRE(day.answers.size() < 500);
  }
  for (const Asked& asked : std::vector<Asked>(study.agenda().stories()))
    (void)study.answer(*asked.item, kPattern[static_cast<std::size_t>(count++) % kPattern.size()], std::chrono::seconds(150));
  return day;
}

std::vector<DayOfLife> live(const test::Learner& learner, Day first, int days, int count = 0) {
  std::vector<DayOfLife> life;
  for (int i = 0; i < days; ++i) life.push_back(live_day(learner, first + std::chrono::days(i), count));
  return life;
}

void add_stories(const test::Learner& learner) {
  for (const auto& file : std::filesystem::directory_iterator(test::shipped_content() / "examples/stories"))
    learner.write("stories/" + file.path().filename().string(), test::text_of(file.path()));
}

// The history as bytes, whatever device wrote it.
std::string history_of(const test::Learner& learner) {
  std::string all;
  for (const LogFile& file : list_log(learner.home() / "log").files) all += test::text_of(learner.home() / "log" / file.name);
  return all;
}

}  // namespace

TEST_SUITE("life") {
  TEST_CASE("sixty days: the minutes hold, nothing due is lost, nothing comes before its week or what it needs") {
    const test::Learner learner(kLifeSettings);
    add_stories(learner);
    const std::vector<DayOfLife> life = live(learner, kLifeBegins, kLifeDays);

    const Day last = kLifeBegins + std::chrono::days(kLifeDays - 1);
    const Study study = learner.on(last);
    for (int i = 0; i < kLifeDays; ++i) {
      const DayOfLife& day = life[static_cast<std::size_t>(i)];
      // The last answer begins inside the budget.
      CHECK(static_cast<double>(day.answers.size()) * 11 <= 25 * 60 + 11);
      // An item comes again on its day only for a step: two of them for a new one, and after each answer of again.
      for (const auto& [id, passed] : day.passed) {
        const auto lapsed = day.lapsed.find(id);
        CHECK(passed <= 2 + 2 * (lapsed == day.lapsed.end() ? 0 : lapsed->second));
      }
    }

    // What was seen is due later, or waits for a sibling, or is asked or waits for room and is counted there.
    const Agenda agenda = study.agenda();
    int due = 0;
    int for_sibling = 0;
    int seen_items = 0;
    for (const auto& [id, state] : study.states()) {
      if (id.kind() == ItemKind::Story) continue;
      REQUIRE(seen(state));
      ++seen_items;
      due += state.standing.due.day <= last ? 1 : 0;
      const auto waits = agenda.waits(*study.library().find(id));
      for_sibling += waits && waits->why == Why::Sibling ? 1 : 0;
    }
    CHECK(due == agenda.counts().due + agenda.counts().deferred + for_sibling);

    // The plan of these weeks opens so many items; each was begun within twenty a day or waits by name.
    const auto drilled = [](const Item& each) { return each.id.kind() == ItemKind::Card || each.id.kind() == ItemKind::Question; };
    int open = 0;
    for (const Item& each : study.library().items())
      if (drilled(each) && each.opens <= days_between(study.timeline().start(), last) &&
          meant_for(each.levels, "L6") && each.away == Away::No)
        ++open;
    int waiting = 0;
    for (const Item& each : study.library().items()) {
      const auto waits = agenda.waits(each);
      if (waits && !seen(state_of(study.states(), each.id)) && drilled(each) && each.away == Away::No &&
          waits->why != Why::OpensLater && waits->why != Why::OtherLevel)
        ++waiting;
    }
    CHECK(seen_items + waiting + agenda.counts().fresh == open);

    // Nothing comes before its day of the plan, nor before the cards that it needs.
    std::set<std::string, std::less<>> met;
    for (int i = 0; i < kLifeDays; ++i)
      for (const ItemId& id : life[static_cast<std::size_t>(i)].answers) {
        const Item& each = *study.library().find(id);
        CHECK(each.opens <= days_between(study.timeline().start(), kLifeBegins + std::chrono::days(i)));
        for (const ItemId& need : each.needs) {
          const auto told = need.kind() == ItemKind::Story ? study.state(need).first_day : std::nullopt;
          CHECK((met.contains(need.text()) || (told && *told <= kLifeBegins + std::chrono::days(i))));
        }
        met.emplace(id.whole());
      }

    // Stories were told, two a day at most, and their minutes counted.
    int tellings = 0;
    for (const auto& [id, state] : study.states()) tellings += id.kind() == ItemKind::Story ? state.reviews : 0;
    CHECK(tellings >= 5);
    CHECK(tellings <= 2 * kLifeDays);
    CHECK(done_between(study.standing(), first_days_of(study.states()), kLifeBegins, last).tellings == tellings);

    // The lines add up to the states that were kept beside them.
    CHECK(fold_items(study.store().deeds(), study.model()) == study.states());
  }

  TEST_CASE("two lives of the same answers are equal to the byte, and a cache lost in the middle changes nothing" * doctest::test_suite("once")) {
    const test::Learner one(kLifeSettings);
    const test::Learner two(kLifeSettings);
    int count_one = 0;
    int count_two = 0;
    for (int i = 0; i < 20; ++i) {
      const Day today = kLifeBegins + std::chrono::days(i);
      const DayOfLife first = live_day(one, today, count_one);
      if (i % 4 == 1) std::filesystem::remove_all(two.cache());
      const DayOfLife second = live_day(two, today, count_two);
      REQUIRE(first.answers == second.answers);
    }
    CHECK(history_of(one) == history_of(two));
    const Study a = one.on(kLifeBegins + std::chrono::days(20));
    const Study b = two.on(kLifeBegins + std::chrono::days(20));
    CHECK(a.states() == b.states());
    CHECK(test::ids(a.agenda()) == test::ids(b.agenda()));
  }
}
