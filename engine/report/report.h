// What do the numbers say? Coverage of the principles, what was done, what was recalled and what does not stick, gates,
// gaps and pace of the plan, as values made of the history; printing is the cli's.
#pragma once

#include "report/area_time.h"
#include "report/bank_facts.h"
#include "report/course.h"
#include "report/coverage.h"
#include "report/curve.h"
#include "report/debriefed.h"
#include "report/done.h"
#include "report/doubt.h"
#include "report/gaps.h"
#include "report/gates.h"
#include "report/leeches.h"
#include "report/level_fit.h"
#include "report/mean.h"
#include "report/measured.h"
#include "report/next_steps.h"
#include "report/pace.h"
#include "report/practised.h"
#include "report/recall.h"
#include "report/wins.h"
