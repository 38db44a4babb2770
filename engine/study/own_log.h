// The learner's own answers as a log to fit weights to.
#pragma once

#include "fit/fit.h"
#include "study/sitting.h"

namespace starling {

// Every answer that counts, of cards and of stories.
[[nodiscard]] ReviewLog own_log(const Study& study);

// The learning and relearning steps that the answers to cards speak for, at the desired retention of the settings.
[[nodiscard]] OptimalSteps own_steps(const Study& study);

}  // namespace starling
