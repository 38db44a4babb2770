// How would a learner fare? Whole lives of reviews played through by chance, from one seed, each day by the choice that
// the agenda makes (agenda/choice.h).
#pragma once

#include "simulate/lives.h"
#include "simulate/new_begun.h"
#include "simulate/own_days.h"
#include "simulate/priced.h"
#include "simulate/scenario.h"
#include "simulate/study_ways.h"
