// Which cards, stories and lines of the plan hold these words, and where in them? Case, accents and the forms of letters
// make no difference, and a word is found inside words. Searching looks at lines that were folded once and are kept;
// what is shown of a find comes from the texts themselves.
#pragma once

#include "find/matches.h"
#include "find/passages.h"
#include "find/searchable.h"
