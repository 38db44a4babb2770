#include "report/recall.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace starling {

namespace {

// First intervals of the ages. Around a week, two and three it is where a forgetting curve bends most.
constexpr std::array<int, 7> kAges{0, 3, 7, 14, kMatureDays, 60, 120};

// Schedules aim at 80 to 97 %, so the bins are narrow there.
constexpr std::array<double, 9> kBinEnds{0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 1};

void add(Recalled& sum, const RecallTest& test) {
  ++sum.answers;
  if (test.recalled) ++sum.recalled;
}

// The test of memory that an answer was which led from `before` to `after`.
RecallTest test_of(const Standing& before, const Standing& after, const Answered& answer, const MemoryModel& model) {
  return {.day = after.last_day,
          .interval_days = std::max(0, days_between(before.last_day, before.due.day)),
          .predicted = model.recall_after(elapsed_since(before, after.last_at, after.last_day), *before.memory),
          .recalled = answer.grade != Grade::Again,
          .in_review = before.phase == Phase::Review,
          .deck = deck_or_kind(answer.item)};
}

}  // namespace

std::string_view deck_or_kind(const ItemId& item) { return item.kind() == ItemKind::Card ? item.group() : to_string(item.kind()); }

std::vector<RecallTest> recall_tests(std::span<const Deed> deeds, const MemoryModel& model) {
  std::vector<RecallTest> tests;
  ItemStates states;
  for (const Deed& deed : deeds)
    for (const Event& event : deed.events) {
      const ItemId* item = item_of(event);
      if (!item) continue;
      ItemState& state = states[*item];
      const Standing before = state.standing;
      state = apply(std::move(state), event, deed, model);
      const auto* answer = std::get_if<Answered>(&event);
      if (answer && before.memory && state.standing.last_day > before.last_day)
        tests.push_back(test_of(before, state.standing, *answer, model));
    }
  return tests;
}

Recalled true_retention(std::span<const RecallTest> tests) {
  Recalled sum;
  for (const RecallTest& test : tests)
    if (test.in_review) add(sum, test);
  return sum;
}

std::vector<AgeRecall> recall_by_age(std::span<const RecallTest> tests) {
  std::vector<AgeRecall> ages;
  for (std::size_t i = 0; i < kAges.size(); ++i) {
    AgeRecall& age = ages.emplace_back();
    age.from_days = kAges[i];
    if (i + 1 < kAges.size()) age.to_days = kAges[i + 1] - 1;
  }
  for (const RecallTest& test : tests) {
    if (!test.in_review) continue;
    const auto above = std::upper_bound(kAges.begin() + 1, kAges.end(), test.interval_days);
    add(ages[static_cast<std::size_t>(above - kAges.begin()) - 1].tests, test);
  }
  return ages;
}

std::vector<DeckRecall> recall_by_deck(std::span<const RecallTest> tests) {
  std::map<std::string_view, Recalled> decks;
  for (const RecallTest& test : tests)
    if (test.in_review) add(decks[test.deck], test);
  std::vector<DeckRecall> list;
  for (const auto& [deck, sum] : decks) list.push_back({std::string(deck), sum});
  return list;
}

std::vector<WeekRecall> recall_by_week(std::span<const RecallTest> tests, std::span<const Day> weeks, Day last) {
  std::vector<WeekRecall> list;
  for (const Day first : weeks) list.push_back({first, {}});
  for (const RecallTest& test : tests) {
    const auto later = std::ranges::upper_bound(weeks, test.day);
    if (test.in_review && later != weeks.begin() && test.day <= last)
      add(list[static_cast<std::size_t>(later - weeks.begin()) - 1].tests, test);
  }
  return list;
}

Calibration calibration(std::span<const RecallTest> tests) {
  Calibration result;
  for (std::size_t i = 0; i + 1 < kBinEnds.size(); ++i) result.bins.push_back({kBinEnds[i], kBinEnds[i + 1], 0, {}});
  for (const RecallTest& test : tests) {
    const auto above = std::upper_bound(kBinEnds.begin() + 1, kBinEnds.end() - 1, test.predicted);
    Calibration::Bin& bin = result.bins[static_cast<std::size_t>(above - kBinEnds.begin()) - 1];
    bin.predicted += test.predicted;
    add(bin.tests, test);
    result.predicted += test.predicted;
    add(result.tests, test);
  }
  for (Calibration::Bin& bin : result.bins) bin.predicted /= std::max(1, bin.tests.answers);
  result.predicted /= std::max(1, result.tests.answers);
  return result;
}

}  // namespace starling
