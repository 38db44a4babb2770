// What is a review worth, and what does a minute cost, when everything is for one day? The worth of a memory by dynamic
// programming over its state and the days left; the price of each day's minutes by the convex dual of "as much known on
// the day as these minutes allow", which also bounds what any plan can reach.
// Pure functions of weights, habits and what lies ahead, for either memory model; threads are used, and change nothing but the time.
#pragma once

#include "price/bound.h"
#include "price/day_worth.h"
#include "price/habits.h"
#include "price/moves.h"
#include "price/outlook.h"
#include "price/prices.h"
#include "price/usual.h"
