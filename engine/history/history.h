// What happened, in order, and what does it add up to? Deeds and their events, which of them count, the folds, and the
// text of a line. Events are written once and never changed; every state is a fold of them.
#pragma once

#include "history/answer_time.h"
#include "history/attempt.h"
#include "history/deed.h"
#include "history/flags.h"
#include "history/fold.h"
#include "history/ledger.h"
#include "history/line.h"
#include "history/names.h"
#include "history/practised.h"
#include "history/told.h"
