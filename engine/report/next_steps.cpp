#include "report/next_steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace starling {

namespace {

constexpr std::size_t kMostSteps = 5;

std::string name_of(std::size_t principle) { return std::string(principles()[principle].name); }

// Drops what comes after the first kMostSteps, by rising effort and in the order given inside one effort.
void keep_first(std::vector<CoverageStep>& steps, std::vector<CoverageStep>&& more) {
  const auto effort = [](const CoverageStep& step) {
    return step.action == "complete" ? 0 : step.action == "re-angle" ? 1 : 2;
  };
  std::stable_sort(more.begin(), more.end(),
                   [&](const CoverageStep& a, const CoverageStep& b) { return effort(a) < effort(b); });
  for (CoverageStep& step : more)
    if (steps.size() < kMostSteps) steps.push_back(std::move(step));
}

class Steps {
 public:
  Steps(const Coverage& coverage, const StoryBank& bank, const ItemStates& states)
      : coverage_(coverage), bank_(bank), states_(states) {}

  std::vector<CoverageStep> all() {
    std::vector<CoverageStep> steps;
    keep_first(steps, each(CoverageStatus::Gap, &Steps::fill_gap));
    keep_first(steps, each(CoverageStatus::Thin, &Steps::thicken));
    keep_first(steps, tell_stale());
    return steps;
  }

 private:
  std::vector<CoverageStep> each(CoverageStatus status, CoverageStep (Steps::*step)(const PrincipleCoverage&)) {
    std::vector<CoverageStep> steps;
    for (const PrincipleCoverage& row : coverage_.principles)
      if (row.status == status) steps.push_back((this->*step)(row));
    return steps;
  }

  CoverageStep fill_gap(const PrincipleCoverage& row) {
    const std::string name = name_of(row.principle);
    if (const Story* started = unfinished(row.principle))
      return {row.principle, "complete", started->id,
              fmt::format("{} has no complete story: finish {}.", name, started->id)};
    return {row.principle, "new", "", fmt::format("{} has no story yet: write one.", name)};
  }

  CoverageStep thicken(const PrincipleCoverage& row) {
    const std::string name = name_of(row.principle);
    const std::string lack = row.primary == 0 ? "no primary story" : "only one angle";
    if (row.primary > 0)
      if (const Story* other = to_re_angle(row.principle))
        return {row.principle, "re-angle", other->id,
                fmt::format("{} has {}: {} could carry it too.", name, lack, other->id)};
    if (const Story* started = unfinished(row.principle))
      return {row.principle, "complete", started->id,
              fmt::format("{} has {}: finish {}.", name, lack, started->id)};
    const std::string what = row.primary == 0 ? "one" : "another story";
    return {row.principle, "new", "", fmt::format("{} has {}: write {}.", name, lack, what)};
  }

  const Story* unfinished(std::size_t principle) const {
    const auto meant = std::find_if(bank_.unfinished.begin(), bank_.unfinished.end(), [&](const Story* story) {
      return primary_principle(*story) == principle;
    });
    return meant == bank_.unfinished.end() ? nullptr : *meant;
  }

  // For a principle whose only story is its own: a complete story of a neighbour that has room for one more angle,
  // the nearest neighbour first, then the best story. One that is picked counts as serving one principle more.
  const Story* to_re_angle(std::size_t principle) {
    for (const std::size_t neighbour : neighbours(principle)) {
      const Story* best = nullptr;
      for (const Story* story : bank_.complete) {
        if (primary_principle(*story) != neighbour || further_principles(*story) >= kMostSecondary) continue;
        if (!best || order_of_worth(*story) < order_of_worth(*best)) best = story;
      }
      if (best) {
        ++picked_[best->id];
        return best;
      }
    }
    return nullptr;
  }
  std::ptrdiff_t further_principles(const Story& story) const {
    const auto picked = picked_.find(story.id);
    return std::ssize(story.angles) - 1 + (picked == picked_.end() ? 0 : picked->second);
  }
  std::tuple<double, std::ptrdiff_t, std::string_view> order_of_worth(const Story& story) const {
    return {-quality(story).value_or(0), further_principles(story), story.id};
  }

  // One telling warms every principle that the story serves, so a principle is left out where a story already
  // picked serves it.
  std::vector<CoverageStep> tell_stale() const {
    std::vector<CoverageStep> steps;
    std::vector<const Story*> picked;
    for (const PrincipleCoverage* row : longest_untold()) {
      const bool warmed = std::any_of(picked.begin(), picked.end(),
                                      [&](const Story* story) { return angle_for(*story, row->principle); });
      const Story* story = warmed ? nullptr : to_tell(row->principle);
      if (!story) continue;
      picked.push_back(story);
      steps.push_back({row->principle, "tell", story->id, tell_text(*row, *story)});
    }
    return steps;
  }
  static std::string tell_text(const PrincipleCoverage& row, const Story& story) {
    const std::string name = name_of(row.principle);
    if (!row.last_told) return fmt::format("{} has no telling yet: tell {}.", name, story.id);
    return fmt::format("{} was last told on {}: tell {}.", name, to_string(*row.last_told), story.id);
  }

  std::vector<const PrincipleCoverage*> longest_untold() const {
    std::vector<const PrincipleCoverage*> rows;
    for (const PrincipleCoverage& row : coverage_.principles)
      if (row.status == CoverageStatus::Stale) rows.push_back(&row);
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto* a, const auto* b) { return a->last_told < b->last_told; });
    return rows;
  }

  // A primary story before a secondary one, then the one told longest ago, then the best.
  const Story* to_tell(std::size_t principle) const {
    const auto order = [&](const Story& story) {
      return std::tuple(primary_principle(story) != principle, last_told(story), -quality(story).value_or(0),
                        std::string_view(story.id));
    };
    const Story* best = nullptr;
    for (const Story* story : bank_.complete)
      if (angle_for(*story, principle) && (!best || order(*story) < order(*best))) best = story;
    return best;
  }
  std::optional<Day> last_told(const Story& story) const {
    const auto state = states_.find(story_item(story.id));
    if (state == states_.end() || state->second.reviews == 0) return std::nullopt;
    return state->second.standing.last_day;
  }

  const Coverage& coverage_;
  const StoryBank& bank_;
  const ItemStates& states_;
  std::map<std::string, std::ptrdiff_t> picked_;
};

}  // namespace

StoryBank story_bank(std::span<const Story> stories) {
  StoryBank bank;
  std::set<std::string_view> ids;
  std::map<std::string_view, std::size_t> lacking;
  for (const Story& story : stories) {
    if (!ids.insert(story.id).second || story.archived || story.kind == StoryKind::Intro) continue;
    lacking[story.id] = missing(story).size();
    (lacking[story.id] == 0 ? bank.complete : bank.unfinished).push_back(&story);
  }
  std::sort(bank.unfinished.begin(), bank.unfinished.end(), [&](const Story* a, const Story* b) {
    return std::pair(lacking[a->id], std::string_view(a->id)) < std::pair(lacking[b->id], std::string_view(b->id));
  });
  return bank;
}

std::vector<CoverageStep> next_steps(const Coverage& coverage, const StoryBank& bank,
                                     const ItemStates& states) {
  return Steps(coverage, bank, states).all();
}

std::vector<CoverageStep> planned_steps(const Coverage& coverage) {
  std::vector<CoverageStep> gaps;
  std::vector<CoverageStep> thin;
  for (const PrincipleCoverage& row : coverage.principles) {
    const std::string name = name_of(row.principle);
    if (row.status == CoverageStatus::Gap)
      gaps.push_back({row.principle, "new", "", fmt::format("{} has no story slot in the plan: add one.", name)});
    if (row.status == CoverageStatus::Thin)
      thin.push_back({row.principle, "new", "", fmt::format("{} has one story slot in the plan: add a second.", name)});
  }
  std::vector<CoverageStep> steps;
  keep_first(steps, std::move(gaps));
  keep_first(steps, std::move(thin));
  return steps;
}

}  // namespace starling
