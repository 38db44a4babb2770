#include "report/recall.h"

#include <algorithm>
#include <map>

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

RecallTest test_of(const Standing& before, const Event& event, Grade grade, const MemoryModel& model) {
  return {.day = event.day,
          .interval_days = std::max(0, days_between(before.last_day, before.due.day)),
          .predicted = model.recall_after(elapsed_since(before, event.at, event.day), *before.memory),
          .recalled = grade != Grade::Again,
          .in_review = before.phase == Phase::Review};
}

}  // namespace

std::vector<RecallTest> recall_tests(std::span<const Event> events, const MemoryModel& model) {
  std::vector<RecallTest> tests;
  std::map<std::string_view, ItemState> states;
  for (const Event& event : events) {
    ItemState& state = states[event.item];
    const Reviewed* review = review_of(event);
    const Standing& before = state.standing;
    if (review && before.memory && event.day > before.last_day)
      tests.push_back(test_of(before, event, review->grade, model));
    state = apply(std::move(state), event, model);
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

std::vector<WeekRecall> recall_by_week(std::span<const RecallTest> tests, Day last_week, int weeks) {
  std::vector<WeekRecall> list;
  for (int back = weeks - 1; back >= 0; --back) list.push_back({last_week - std::chrono::days(7 * back), {}});
  if (list.empty()) return list;
  for (const RecallTest& test : tests) {
    const int offset = days_between(list.front().first, test.day);
    if (test.in_review && offset >= 0 && offset < 7 * weeks) add(list[static_cast<std::size_t>(offset / 7)].tests, test);
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
