// Which story for which interviewer? The fewest stories that cover the principles, how many can be told for each, the
// rounds of an interview as the learner wrote them down, and which story goes to which of them. Pure arithmetic over
// values; every answer is exact and the same for the same stories, in whatever order they come.
#pragma once

#include "rounds/bank.h"
#include "rounds/core.h"
#include "rounds/depth.h"
#include "rounds/read_rounds.h"
#include "rounds/round.h"
#include "rounds/round_map.h"
#include "rounds/round_questions.h"
#include "rounds/round_text.h"
#include "rounds/usual_rounds.h"
