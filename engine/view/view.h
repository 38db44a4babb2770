// What stands on a screen? Named values, made of a standpoint; turning them into text or JSON is the cli's.
#pragma once

#include "view/answer_view.h"
#include "view/asked_view.h"
#include "view/beginning_view.h"
#include "view/coverage_view.h"
#include "view/day_view.h"
#include "view/deck_view.h"
#include "view/forecast_view.h"
#include "view/item_view.h"
#include "view/memory_view.h"
#include "view/question_view.h"
#include "view/standpoint.h"
#include "view/stats_view.h"
#include "view/story_view.h"
#include "view/telling.h"
#include "view/week_view.h"
#include "view/words.h"
