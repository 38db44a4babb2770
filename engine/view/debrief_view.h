// What was written down of an interview: its questions and what came of it.
#pragma once

#include <optional>
#include <vector>

#include "history/history.h"
#include "view/standpoint.h"

namespace starling {

struct DebriefView {
  std::optional<Day> on;  // what is of this day alone; nothing: of all
  std::vector<const OnDay<Debriefed>*> questions;        // of the progress, in the order of history
  std::vector<const OnDay<InterviewOutcome>*> outcomes;  // the same
  [[nodiscard]] bool empty() const { return questions.empty() && outcomes.empty(); }
};
[[nodiscard]] DebriefView debrief_view(const Standpoint& from, std::optional<Day> on);

}  // namespace starling
