// The learner's own answers as a log to fit weights to.
#pragma once

#include "fit/fit.h"
#include "study/sitting.h"

namespace starling {

// Every answer that counts, of cards and of stories.
[[nodiscard]] ReviewLog own_log(const Study& study);

}  // namespace starling
