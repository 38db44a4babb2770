// A draft of the plan and its dates taken over by a command.
#pragma once

#include <optional>

#include "study/study.h"

namespace starling {

// As one deed; nothing where it says what holds already. Throws UsageError where a text does not take it.
std::optional<Deed> take_draft(Study& study, const PlanDraft& wanted);

}  // namespace starling
