// What do the numbers say? Coverage of the principles, what was done, what was recalled and what does not stick, as
// values made of the history; printing is the cli's.
#pragma once

#include "report/course.h"
#include "report/coverage.h"
#include "report/done.h"
#include "report/leeches.h"
#include "report/next_steps.h"
#include "report/recall.h"
