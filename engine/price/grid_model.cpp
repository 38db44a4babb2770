#include "price/grid_model.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace starling {

namespace {

constexpr int kReviews = 10;
constexpr int kLongestInterval = 150;  // days
constexpr std::array kRetentions{0.75, 0.85, 0.93, 0.98};
constexpr std::array kLapses{-1, 1, 2, 4};  // which review is forgotten; below 0: none
constexpr std::array kUsualGrades{Grade::Hard, Grade::Good, Grade::Good, Grade::Easy};
constexpr std::size_t kUsualTraces = 16;
constexpr double kLeastApart = 0.02;
constexpr double kFastWhenReset = 0.8;  // of the slow trace: see memory/fsrs7.cpp

bool is_recalled_since(const MemoryState& memory) { return memory.fast > memory.stability; }

}  // namespace

GridModel::GridModel(const Weights& weights, double stability_factor) : model_(weights), stability_factor_(stability_factor) {
  if (model_.kind() == ModelKind::Fsrs7) usual_ = usual_traces();
}

GridStep GridModel::difficulty_of(const MemoryState& memory) const {
  GridStep step = difficulty_step(memory.difficulty);
  if (!usual_.empty() && !is_recalled_since(memory)) step.lower += kDifficultySteps;
  return step;
}

MemoryState GridModel::memory_at(int stability_step, int difficulty) const {
  MemoryState memory = grid_memory(stability_step, difficulty % kDifficultySteps);
  if (usual_.empty()) return memory;
  const double slow = memory.stability.days;
  memory.fast.days = difficulty < kDifficultySteps ? usual_fast_days(slow) : kFastWhenReset * slow;
  return memory;
}

MemoryState GridModel::looked_at(MemoryState memory, int looks) const {
  for (int i = 0; i < looks; ++i) memory = model_.after_review(memory, {WholeDays{0}, kUntilNextLook}, Grade::Good);
  return memory;
}

// Those of learners of many kinds: the median of the fast traces that slow ones of like length have beside them.
std::vector<GridModel::Usual> GridModel::usual_traces() const {
  std::vector<Usual> met;
  for (const Grade first : kGrades)
    for (const double retention : kRetentions)
      for (const int lapse : kLapses)
        for (const Grade usual : kUsualGrades) {
          MemoryState memory = looked_at(first_review(first), first < Grade::Good ? 1 : 0);
          for (int review = 0; review < kReviews; ++review) {
            const int days = days_to(retention, memory);
            memory = model_.after_review(memory, elapsed_days(WholeDays{days}), review == lapse ? Grade::Again : usual);
            if (review == lapse) memory = looked_at(memory, 1);
            if (is_recalled_since(memory)) met.push_back({ln(memory.stability.days), ln(memory.fast.days)});
          }
        }
  std::ranges::sort(met, {}, &Usual::slow);
  std::vector<Usual> traces;
  for (std::size_t part = 0; part < kUsualTraces; ++part) {
    const auto begin = met.begin() + static_cast<std::ptrdiff_t>(met.size() * part / kUsualTraces);
    const auto end = met.begin() + static_cast<std::ptrdiff_t>(met.size() * (part + 1) / kUsualTraces);
    const double slow = (begin + (end - begin) / 2)->slow;
    std::vector<Usual> like(begin, end);
    std::ranges::sort(like, {}, &Usual::fast);
    const double fast = like[like.size() / 2].fast;
    if (traces.empty()) traces.push_back({slow, fast});
    else if (slow > traces.back().slow + kLeastApart) traces.push_back({slow, std::max(fast, traces.back().fast)});
  }
  if (traces.empty()) traces.push_back({0, 0});  // weights under which no fast trace ever passes the slow one
  return traces;
}

int GridModel::days_to(double recall, const MemoryState& memory) const {
  return static_cast<int>(std::clamp<double>(std::round(model_.interval_days(memory, recall)), 1, kLongestInterval));
}

double GridModel::usual_fast_days(double slow_days) const {
  const double slow = ln(slow_days);
  const auto above = std::ranges::upper_bound(usual_, slow, {}, &Usual::slow);
  if (above == usual_.begin()) return exp(above->fast + slow - above->slow);
  if (above == usual_.end()) return exp(usual_.back().fast + slow - usual_.back().slow);
  const Usual& below = *(above - 1);
  return exp(below.fast + (slow - below.slow) / (above->slow - below.slow) * (above->fast - below.fast));
}

std::array<MemoryState, 4> GridModel::after_review(const MemoryState& memory, int days) const {
  const Elapsed elapsed = elapsed_days(WholeDays{days});
  std::array<MemoryState, 4> after{};
  if (!usual_.empty()) {
    // Without the intervals, which take FSRS-7 longest.
    for (const Grade grade : kGrades) after[index_of(grade)] = model_.after_review(memory, elapsed, grade);
    return after;
  }
  const auto outcomes = model_.outcomes(memory, elapsed, 0.9);
  for (std::size_t i = 0; i < after.size(); ++i) after[i] = outcomes[i].state;
  return after;
}

}  // namespace starling
