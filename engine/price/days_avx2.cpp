#define STARLING_LANES avx2_days
#define STARLING_LANE_COUNT 8
#include "price/day_passes.inc"
