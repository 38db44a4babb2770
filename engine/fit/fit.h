// What do a learner's own reviews say about the weights of the memory model? Review logs, fitting and judging.
// Pure functions of a log; threads are used, and change nothing but the time.
#pragma once

#include "fit/certainty.h"
#include "fit/fit_weights.h"
#include "fit/judge.h"
#include "fit/last_states.h"
#include "fit/propose.h"
#include "fit/read_log.h"
#include "fit/review_log.h"
#include "fit/steps.h"
#include "fit/time_split.h"
