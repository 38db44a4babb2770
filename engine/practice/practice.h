// What is practised beside cards and stories: coding problems and design exercises, read from text, and the items that
// they are once they were done.
#pragma once

#include "practice/coding_problem.h"
#include "practice/design_exercise.h"
#include "practice/recall.h"
#include "practice/rubric.h"
