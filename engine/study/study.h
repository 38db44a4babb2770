// One sitting: ask, grade, append. The room that joins the others: settings, the study folder, what is in it, the
// queue of the day and the answers.
#pragma once

#include "study/arrivals.h"
#include "study/folder.h"
#include "study/library.h"
#include "study/own_log.h"
#include "study/queue.h"
#include "study/reschedule.h"
#include "study/settings.h"
#include "study/sitting.h"
