// What sort of day it is, and how long its slots are.
#pragma once

#include <array>
#include <string_view>

namespace starling {

enum class Slot { Morning, Noon, Evening };
inline constexpr std::array<Slot, 3> kSlots{Slot::Morning, Slot::Noon, Slot::Evening};
[[nodiscard]] std::string_view to_string(Slot slot);

enum class PlanDayKind { Weekday, Weekend, Sprint, Loop, Taper, Rest, Interview };
inline constexpr std::array<PlanDayKind, 7> kPlanDayKinds{PlanDayKind::Weekday, PlanDayKind::Weekend, PlanDayKind::Sprint,   PlanDayKind::Loop,
                                                  PlanDayKind::Taper,   PlanDayKind::Rest,    PlanDayKind::Interview};
[[nodiscard]] std::string_view to_string(PlanDayKind kind);

// Minutes of the slots, in the order of kSlots. Those of a weekday are only the timeline's own (S21): the learner's
// settings give others. A sprint has 2 medium problems and a hard one before breakfast (S43, C19).
using SlotMinutes = std::array<int, kSlots.size()>;
[[nodiscard]] SlotMinutes slot_minutes(PlanDayKind kind);

}  // namespace starling
