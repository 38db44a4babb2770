// A seed is made from what is shuffled, not from the next number at hand.
#include "schedule/schedule.h"

double draw(std::uint64_t reviews) {
#ifdef CONTROL
  return starling::unit_interval(starling::seed_from("deck/card", reviews));
#else
  return starling::unit_interval(reviews);
#endif
}
