// Reviewing towards the interview: what a review of each item adds to what is known on the day, at the price of each day's
// minutes (price/price.h), and so from when on it is due. Worked out in the background of a sitting, kept as a value, and
// read by whoever chooses a day. For cards here is everything that is fitted with cards.
#pragma once

#include "aim/aimed_day.h"
#include "aim/pricing.h"
#include "aim/worked_out.h"
