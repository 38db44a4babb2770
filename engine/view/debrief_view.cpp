#include "view/debrief_view.h"

namespace starling {

DebriefView debrief_view(const Standpoint& from, std::optional<Day> on) {
  DebriefView view{on, {}, {}};
  for (const auto& each : from.progress.debriefed)
    if (!on || each.day == *on) view.questions.push_back(&each);
  for (const auto& each : from.progress.outcomes)
    if (!on || each.day == *on) view.outcomes.push_back(&each);
  return view;
}

}  // namespace starling
