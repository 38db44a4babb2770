// A plan: what belongs to which day, week and month before the interview, which decks a day opens, and on which dates
// all that falls.
#pragma once

#include "plan/belongs.h"
#include "plan/change_text.h"
#include "plan/changed_plan.h"
#include "plan/changes.h"
#include "plan/dates.h"
#include "plan/days.h"
#include "plan/hours.h"
#include "plan/impact.h"
#include "plan/laid_weeks.h"
#include "plan/pack.h"
#include "plan/parts.h"
#include "plan/plan_choice.h"
#include "plan/progress.h"
#include "plan/read.h"
#include "plan/stories.h"
#include "plan/ticks.h"
#include "plan/timeline.h"
