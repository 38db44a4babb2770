#define STARLING_LANES avx2_lanes
#define STARLING_LANE_COUNT 8
#include "fit/passes.inc"
