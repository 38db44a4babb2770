// What does this file say, where exactly, and has it changed since it was last read?
// The only room that reads the learner's text files and the only one that knows the TOML library.
#pragma once

#include "source/address.h"
#include "source/conflict_copy.h"
#include "source/descriptor.h"
#include "source/fields.h"
#include "source/files.h"
#include "source/layout.h"
#include "source/pack.h"
#include "source/problem.h"
#include "source/quoted.h"
#include "source/schema_line.h"
#include "source/table_text.h"
#include "source/toml.h"
#include "source/value_place.h"
#include "source/writing.h"
