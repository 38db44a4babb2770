// The learner's lines on disk: `log/<device>/YYYY-MM.jsonl`, appended to by that device alone and read from whoever
// wrote them. Knows files and locks; what a line says is the history's.
#pragma once

#include "log/device.h"
#include "log/error.h"
#include "log/reader.h"
#include "log/writer.h"
