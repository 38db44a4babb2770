#include "report/practised.h"

#include <algorithm>
#include <set>

#include "report/mean.h"
#include "text/text.h"

namespace starling {

namespace {

bool within(Day day, Day first, Day last) { return first <= day && day <= last; }

}  // namespace

std::string_view size_of(const Solved& solved, const PracticeTexts& texts) {
  if (!solved.size.empty()) return solved.size;
  const CodingProblem* problem = solved.problem.empty() || !texts.problem ? nullptr : texts.problem(solved.problem);
  return problem ? to_string(problem->size) : std::string_view();
}

std::string name_of(const Solved& solved) { return solved.problem.empty() ? "\n" + fold(solved.title) : solved.problem; }

std::string name_of(const Designed& designed) {
  return designed.exercise.empty() ? "\n" + fold(designed.title) : designed.exercise;
}

bool at_scale(const Designed& designed, const std::vector<std::string>& levels, const PracticeTexts& texts) {
  if (levels.empty()) return true;
  const auto asked = [&](const std::string& level) { return std::ranges::find(levels, level) != levels.end(); };
  if (!designed.level.empty()) return asked(designed.level);
  const DesignExercise* exercise = designed.exercise.empty() || !texts.exercise ? nullptr : texts.exercise(designed.exercise);
  return exercise && (exercise->level.empty() || std::ranges::any_of(exercise->level, asked));
}

ProblemsSolved problems_solved(const PlanProgress& progress, const PracticeTexts& texts, Day first, Day last) {
  std::set<std::string> solved;
  std::set<std::string> tried;
  std::array<std::set<std::string>, 3> by_size;
  std::array<Mean, 3> minutes;
  for (const auto& [deed, day, what] : progress.solved) {
    if (!within(day, first, last)) continue;
    if (!what.solved) {
      tried.insert(name_of(what));
      continue;
    }
    solved.insert(name_of(what));
    const std::string_view size = size_of(what, texts);
    for (std::size_t i = 0; i < kProblemSizes.size(); ++i) {
      if (to_string(kProblemSizes[i]) != size) continue;
      by_size[i].insert(name_of(what));
      if (what.minutes) minutes[i].add(*what.minutes);
    }
  }
  ProblemsSolved result;
  result.solved = static_cast<int>(solved.size());
  result.tried = static_cast<int>(std::ranges::count_if(tried, [&](const auto& name) { return !solved.contains(name); }));
  for (std::size_t i = 0; i < by_size.size(); ++i)
    result.sizes[i] = {static_cast<int>(by_size[i].size()), minutes[i].value()};
  return result;
}

DesignsDone designs_done(const PlanProgress& progress, Day first, Day last) {
  std::set<std::string> names;
  Mean score;
  Mean minutes;
  for (const auto& [deed, day, what] : progress.designed) {
    if (!within(day, first, last)) continue;
    names.insert(name_of(what));
    if (const auto mean = mean_score(what.scores)) score.add(*mean);
    if (what.minutes) minutes.add(*what.minutes);
  }
  return {static_cast<int>(names.size()), score.value(), minutes.value()};
}

MocksHeld mocks_held(const PlanProgress& progress, Day first, Day last) {
  MocksHeld held;
  Mean score;
  for (const auto& [deed, day, what] : progress.mocks) {
    if (!within(day, first, last)) continue;
    ++held.mocks;
    ++held.types[what.type];
    if (const auto mean = mean_score(what.scores)) score.add(*mean);
  }
  held.score = score.value();
  return held;
}

StoriesTold stories_told(std::span<const Deed> deeds, const FirstDays& first_days, std::span<const Story> stories, Day first,
                         Day last) {
  StoriesTold told;
  std::set<std::string_view> now;
  for (const Deed& deed : deeds) {
    const Answered* answer = answer_in(deed);
    if (!answer || answer->item.kind() != ItemKind::Story || !within(deed.day, first, last)) continue;
    ++told.tellings;
    if (!now.insert(answer->item.text()).second) continue;
    const auto met = first_days(answer->item);
    if (met && within(*met, first, last)) ++told.fresh;
  }
  told.stories = static_cast<int>(now.size());
  for (const Story& story : stories)
    for (const Revision& revision : story.revisions)
      if (revision.date) told.improved = told.improved.value_or(0) + (within(*revision.date, first, last) ? 1 : 0);
  return told;
}

std::vector<FeedbackPoint> feedback_points(const PlanProgress& progress, Points which) {
  std::vector<FeedbackPoint> points;
  int number = 0;
  for (const auto& [deed, day, what] : progress.mocks)
    for (std::size_t i = 0; i < what.feedback.size(); ++i) {
      const int place = static_cast<int>(i) + 1;
      const bool closed = progress.closed.contains({deed, place});
      ++number;
      if (!closed || which == Points::All) points.push_back({number, deed, place, day, what.type, what.feedback[i], closed});
    }
  return points;
}

std::optional<LowestPart> lowest_part(const PlanProgress& progress, Day first, std::string_view type) {
  std::map<std::string, Mean> parts;
  int mocks = 0;
  for (auto mock = progress.mocks.rbegin(); mock != progress.mocks.rend() && mocks < kScoredMocks; ++mock) {
    if (mock->day < first || mock->what.scores.empty() || (!type.empty() && mock->what.type != type)) continue;
    ++mocks;
    for (const PartScore& part : mock->what.scores) parts[part.name].add(part.score);
  }
  std::optional<LowestPart> lowest;
  for (const auto& [name, mean] : parts)
    if (!lowest || *mean.value() < lowest->score) lowest = {name, *mean.value(), mocks};
  return lowest;
}

}  // namespace starling
