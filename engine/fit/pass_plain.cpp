#define STARLING_LANES plain_lanes
#define STARLING_LANE_COUNT 4
#include "fit/passes.inc"
