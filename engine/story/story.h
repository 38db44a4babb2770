// What are the situation, task, action and result of a story, which principles does it serve, and what can be asked of
// it?
#pragma once

#include "story/figures.h"
#include "story/items.h"
#include "story/new_story.h"
#include "story/principles.h"
#include "story/read_story.h"
#include "story/star.h"
#include "story/variants.h"
#include "story/when.h"
