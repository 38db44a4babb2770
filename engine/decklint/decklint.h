// Are these cards written so that they can be learnt? Rules that are advice or warnings, in files by subject, and what of
// it can be mended without a person. Nothing of a start needs this.
#pragma once

#include "decklint/fix.h"
#include "decklint/lint_deck.h"
#include "decklint/rules.h"
#include "decklint/stale.h"
