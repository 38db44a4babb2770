#define STARLING_LANES avx512_lanes
#define STARLING_LANE_COUNT 16
#include "fit/passes.inc"
