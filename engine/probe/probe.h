// Which questions does an interviewer ask after this story, how does a drill of them go, and which of them are asked for
// by themselves until the learner has an answer?
#pragma once

#include "probe/drill.h"
#include "probe/probe_items.h"
#include "probe/questions.h"
#include "probe/story_edit.h"
