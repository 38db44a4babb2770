// How does a calendar program read this? Events as values, and their text as RFC 5545 has it. Pure: no clock, no disk.
#pragma once

#include "ics/content_line.h"
#include "ics/event_calendar.h"
