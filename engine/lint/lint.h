// What would a coach mark in this story, where in its file, and which one fact would lift it to the level?
// Counting only: a story without a flag may still be a dull one.
#pragma once

#include "lint/flags.h"
#include "lint/lint_settings.h"
#include "lint/missing_fact.h"
#include "lint/rules.h"
