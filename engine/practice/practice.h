// What is practised beside cards and stories: coding problems, design exercises and an interviewer's questions, read
// from text, and the items that they are.
#pragma once

#include "practice/coding_problem.h"
#include "practice/design_exercise.h"
#include "practice/interview_question.h"
#include "practice/recall.h"
#include "practice/rubric.h"
