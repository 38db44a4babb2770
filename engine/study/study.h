// An open study folder: what is asked, and what an answer does. Everything that changes goes through the log.
#pragma once

#include "study/draft_texts.h"
#include "study/edit_place.h"
#include "study/guard.h"
#include "study/keep_drill.h"
#include "study/note.h"
#include "study/open_folder.h"
#include "study/own_log.h"
#include "study/plan_deed.h"
#include "study/readiness.h"
#include "study/refit.h"
#include "study/rename_card.h"
#include "study/rename_story.h"
#include "study/reschedule.h"
#include "study/sitting.h"
#include "study/study_texts.h"
#include "study/text_since.h"
