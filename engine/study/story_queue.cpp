#include <fmt/format.h>

#include <algorithm>

#include "report/report.h"
#include "study/opening.h"
#include "study/queue.h"

namespace starling {

std::vector<QueuedStory> build_story_queue(const Library& library, const ItemStates& states, const QueueDay& day,
                                           const MemoryModel& model, int most) {
  std::vector<QueuedStory> queue;
  if (day.off) return queue;
  int told_today = 0;
  for (const Story& story : library.stories) {
    if (!is_complete(story)) continue;
    const ItemState& state = state_of(states, "story/" + story.id);
    if (state.suspended || (state.buried_until && *state.buried_until > day.today)) continue;
    QueuedStory entry{&story, state, std::nullopt, "not told yet", true};
    if (seen(state)) {
      const int since = days_between(state.standing.last_day, day.today);
      const int over = days_between(state.standing.due.day, day.today);
      if (since <= 0) ++told_today;
      if (since <= 0) continue;
      entry.recall = model.recall_after(elapsed_since(state.standing, day.now, day.today), *state.standing.memory);
      if (over == 0) entry.reason = "due today";
      else if (over > 0) entry.reason = fmt::format("due for {} day{}", over, over == 1 ? "" : "s");
      else if (day.plan_week >= kStaleFromWeek && since > kWarmDays)
        entry.reason = fmt::format("not told for {} days", since);
      else continue;
    }
    queue.push_back(std::move(entry));
  }
  // Told before and fading first, then those never told, in the order of their files.
  std::stable_sort(queue.begin(), queue.end(), [](const QueuedStory& a, const QueuedStory& b) {
    return a.recall.value_or(2) < b.recall.value_or(2);
  });
  const auto room = static_cast<std::size_t>(std::max(0, most - told_today));
  if (queue.size() > room) queue.resize(room);
  return queue;
}

}  // namespace starling
