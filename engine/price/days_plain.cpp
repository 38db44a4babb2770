#define STARLING_LANES plain_days
#define STARLING_LANE_COUNT 4
#include "price/day_passes.inc"
