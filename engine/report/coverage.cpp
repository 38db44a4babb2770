#include "report/coverage.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "agenda/agenda.h"
#include "report/mean.h"
#include "report/next_steps.h"

namespace starling {

namespace {

struct Means {
  Mean quality;
  Mean recall;
  Mean recall_on_interview;
};

// What counting needs beside the story itself.
struct Counting {
  const MemoryModel& model;
  Day today;
  Day interview;
};

void add_tellings(PrincipleCoverage& row, Means& means, const ItemState& state, const Counting& by) {
  if (state.reviews == 0 || !state.standing.memory) return;
  const Day told = state.standing.last_day;
  const int days = std::max(0, days_between(told, by.today));
  const int days_to_interview = std::max(days, days_between(told, by.interview));
  row.tellings += state.reviews;
  row.last_told = row.last_told ? std::max(*row.last_told, told) : told;
  if (days <= kCoolingDays) ++row.warm;
  means.recall.add(by.model.recall_after(elapsed_days(WholeDays{days}), *state.standing.memory));
  means.recall_on_interview.add(
      by.model.recall_after(elapsed_days(WholeDays{days_to_interview}), *state.standing.memory));
}

CoverageStatus status_of(const PrincipleCoverage& row, const CoverageFrame& frame) {
  if (row.angles == 0) return CoverageStatus::Gap;
  if (row.primary == 0 || row.angles < kGateAngles) return CoverageStatus::Thin;
  if (frame.week >= frame.cooling_from && row.warm == 0) return CoverageStatus::Stale;
  return CoverageStatus::Covered;
}

void judge_gate(Coverage& coverage) {
  auto& reasons = coverage.gate_reasons;
  if (const int stories = counted_for_goal(coverage); stories < coverage.goal.stories)
    reasons.push_back(fmt::format("{} of {} {}", stories, coverage.goal.stories, coverage.goal.drafts ? "stories drafted" : "complete stories"));
  const bool principles_met = std::ranges::count_if(coverage.principles, meets_gate) >= coverage.goal.principles;
  for (const PrincipleCoverage& row : coverage.principles) {
    if (principles_met) break;
    const std::string_view id = principles()[row.principle].id;
    if (row.primary == 0) {
      reasons.push_back(fmt::format("{}: no primary story", id));
    } else if (row.angles < kGateAngles) {
      reasons.push_back(fmt::format("{}: {} of {} angles", id, row.angles, kGateAngles));
    }
  }
  coverage.gate_passed = reasons.empty();
}

Coverage empty_coverage() {
  Coverage coverage;
  for (std::size_t i = 0; i < kPrincipleCount; ++i) coverage.principles.emplace_back().principle = i;
  return coverage;
}

void finish(Coverage& coverage, const CoverageFrame& frame) {
  coverage.goal = frame.goal;
  for (PrincipleCoverage& row : coverage.principles) {
    row.angles = row.primary + row.secondary;
    row.status = status_of(row, frame);
    if (row.status == CoverageStatus::Covered) ++coverage.covered;
    std::stable_sort(row.stories.begin(), row.stories.end(), [](const CoveredStory& a, const CoveredStory& b) {
      return std::tuple(a.strength, -a.quality.value_or(0), std::string_view(a.id)) <
             std::tuple(b.strength, -b.quality.value_or(0), std::string_view(b.id));
    });
  }
  judge_gate(coverage);
}

}  // namespace

bool meets_gate(const PrincipleCoverage& row) { return row.primary > 0 && row.angles >= kGateAngles; }

int drafted(const Coverage& coverage) { return coverage.stories - coverage.empty; }
int counted_for_goal(const Coverage& coverage) { return coverage.goal.drafts ? drafted(coverage) : coverage.complete; }

std::string_view to_string(CoverageStatus status) {
  constexpr std::array<std::string_view, 4> names{"gap", "thin", "stale", "covered"};
  return names[static_cast<std::size_t>(status)];
}

std::array<const Story*, kPrincipleCount> only_stories(std::span<const Story> stories) {
  std::array<const Story*, kPrincipleCount> only{};
  std::array<int, kPrincipleCount> serving{};
  for (const Story* story : story_bank(stories).complete)
    for (const Angle& angle : story->angles)
      if (only[angle.principle] != story) only[angle.principle] = ++serving[angle.principle] == 1 ? story : nullptr;
  return only;
}

Coverage story_coverage(std::span<const Story> stories, const ItemStates& states,
                        const MemoryModel& model, Day today, Day interview, const CoverageFrame& frame) {
  const StoryBank bank = story_bank(stories);
  const Counting by{model, today, interview};
  Coverage coverage = empty_coverage();
  std::array<Means, kPrincipleCount> means;
  Mean overall;
  coverage.complete = static_cast<int>(bank.complete.size());
  coverage.stories = coverage.complete + static_cast<int>(bank.unfinished.size());
  coverage.empty = static_cast<int>(std::ranges::count_if(bank.unfinished, [](const Story* story) { return !is_begun(*story); }));
  for (const Story* story : bank.complete) {
    const auto worth = quality(*story);
    if (worth) overall.add(*worth);
    const auto state = states.find(story_item(story->id));
    for (const Angle& angle : story->angles) {
      PrincipleCoverage& row = coverage.principles[angle.principle];
      ++(angle.strength == Strength::Primary ? row.primary : row.secondary);
      row.stories.push_back({story->id, angle.strength, worth});
      if (worth) means[angle.principle].quality.add(*worth);
      if (worth) row.best_quality = std::max(row.best_quality.value_or(0), *worth);
      if (state != states.end()) add_tellings(row, means[angle.principle], state->second, by);
    }
  }
  for (PrincipleCoverage& row : coverage.principles) {
    row.mean_quality = means[row.principle].quality.value();
    row.recall = means[row.principle].recall.value();
    row.recall_on_interview = means[row.principle].recall_on_interview.value();
  }
  coverage.mean_quality = overall.value();
  finish(coverage, frame);
  coverage.next = next_steps(coverage, bank, states);
  return coverage;
}

Coverage planned_coverage(std::span<const PlannedSlot> slots, const StoryGoal& goal) {
  Coverage coverage = empty_coverage();
  for (const PlannedSlot& slot : slots) {
    if (slot.principle >= kPrincipleCount || slot.stories <= 0) continue;
    PrincipleCoverage& row = coverage.principles[slot.principle];
    (slot.again ? row.secondary : row.primary) += slot.stories;
    if (!slot.again) coverage.stories += slot.stories;
  }
  coverage.complete = coverage.stories;
  CoverageFrame frame;
  frame.goal = goal;
  finish(coverage, frame);
  coverage.next = planned_steps(coverage);
  return coverage;
}

}  // namespace starling
