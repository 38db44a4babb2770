// A copy of the learner's text, and back. Knows which files of a study folder are text worth keeping, and the zip that
// holds them; what a file says is the business of other rooms, but for the lines of the history, which are never lost.
#pragma once

#include "backup/archive.h"
#include "backup/copy.h"
#include "backup/kept_files.h"
#include "backup/restore.h"
