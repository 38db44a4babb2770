#include "plan/plan_day_kind.h"

#include <cstddef>

namespace starling {

namespace {

struct Traits {
  std::string_view word;
  SlotMinutes minutes;
};
// In the order of kPlanDayKinds.
constexpr std::array<Traits, kPlanDayKinds.size()> kTraits{{{"weekday", {60, 30, 120}},
                                                        {"weekend", {120, 90, 60}},
                                                        {"sprint", {105, 60, 60}},
                                                        {"loop", {300, 30, 60}},
                                                        {"taper", {60, 30, 60}},
                                                        {"rest", {30, 30, 30}},
                                                        {"interview", {300, 30, 30}}}};

const Traits& traits(PlanDayKind kind) { return kTraits[static_cast<std::size_t>(kind)]; }

}  // namespace

std::string_view to_string(Slot slot) {
  switch (slot) {
    case Slot::Morning: return "morning";
    case Slot::Noon: return "noon";
    case Slot::Evening: return "evening";
  }
  return "";
}

std::string_view to_string(PlanDayKind kind) { return traits(kind).word; }

SlotMinutes slot_minutes(PlanDayKind kind) { return traits(kind).minutes; }

}  // namespace starling
