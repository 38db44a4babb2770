// A re-plan as texts: starling.toml and plan.toml with what a draft wants otherwise. Texts in, texts out.
#pragma once

#include <string>

#include "view/view.h"

namespace starling {

struct DraftTexts {
  std::string settings;
  std::string plan;
  std::string wrong;  // one sentence without a full stop; empty: it went well
};
// What `wanted` says otherwise than `now` is set; all else in the texts stays.
[[nodiscard]] DraftTexts with_draft(const std::string& settings, const std::string& plan, const PlanDraft& now,
                                    const PlanDraft& wanted);

}  // namespace starling
