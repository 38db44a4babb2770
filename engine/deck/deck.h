// What cards does this TOML hold, what is wrong with it, what can be asked of it, and is this the answer?
// The nine kinds of card, their schedules and faces. Review state is never in here.
#pragma once

#include "deck/answer.h"
#include "deck/answer_check.h"
#include "deck/card.h"
#include "deck/face.h"
#include "deck/gaps.h"
#include "deck/items.h"
#include "deck/new_text.h"
#include "deck/own_version.h"
#include "deck/read.h"
#include "deck/together.h"
