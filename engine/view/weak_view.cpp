#include "view/weak_view.h"

#include "view/coverage_view.h"
#include "view/plan_facts.h"

namespace starling {

WeakView weak_view(const Standpoint& from) {
  return weak_view(from, from.progress, from.now.day, from.timeline.on(from.now.day).week);
}

WeakView weak_view(const Standpoint& from, const PlanProgress& progress, Day day, int week) {
  const Plan& plan = from.timeline.plan();
  const PracticeTexts texts = practice_texts(from);
  const auto story_quality = coverage_view(from).coverage.mean_quality;
  WeakView view{day, week, from.settings.level, gaps_of(plan, from.settings.level, {progress, texts, story_quality, progress.since}, day, week), {}, {}};
  view.interview = from_interview(progress);
  if (view.interview.outcome && view.interview.outcome->result == "offer") view.interview = {};
  // No week is left into which minutes could be moved.
  if (nothing_ahead(from.timeline, from.now.day)) view.gaps.shift.reset();
  else if (!view.gaps.ranked.empty() && view.gaps.ranked.front().shortfall > 0)
    view.advice = advice_for(plan, "struggling", view.gaps.ranked.front().metric->area);
  return view;
}

}  // namespace starling
