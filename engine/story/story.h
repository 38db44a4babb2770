// What are the situation, task, action and result of a story, which principles does it serve, and what can be asked of
// it?
#pragma once

#include "story/beats.h"
#include "story/edit_text.h"
#include "story/figures.h"
#include "story/items.h"
#include "story/markdown_story.h"
#include "story/mining.h"
#include "story/new_story.h"
#include "story/principle_words.h"
#include "story/principles.h"
#include "story/read_principles.h"
#include "story/read_story.h"
#include "story/said.h"
#include "story/star.h"
#include "story/variants.h"
#include "story/when.h"
