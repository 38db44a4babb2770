#include "cli/take_draft.h"

#include <string>
#include <utility>

#include "cli/usage_error.h"

namespace starling {

std::optional<Deed> take_draft(Study& study, const PlanDraft& wanted) {
  const PlanDraft now{study.settings(), study.timeline().learner().changes};
  std::string wrong;
  const TextsChanged done = study.change_texts([&](const StudyTexts& texts) {
    DraftTexts drafted = with_draft(texts.settings, texts.plan, now, wanted);
    wrong = drafted.wrong;
    return wrong.empty() ? StudyTexts{std::move(drafted.settings), std::move(drafted.plan), texts.rounds} : texts;
  });
  if (!wrong.empty()) throw UsageError(wrong + "; nothing was changed");
  return done.deed;
}

}  // namespace starling
