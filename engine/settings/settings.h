// What did the learner decide? starling.toml: its values, how it is read, and how a new one begins.
#pragma once

#include "settings/begin.h"
#include "settings/breaks.h"
#include "settings/change.h"
#include "settings/decisions.h"
#include "settings/keys.h"
#include "settings/read.h"
