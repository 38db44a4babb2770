// A plan to bytes and back, for what was read once and is kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "plan/parts.h"

namespace starling {

[[nodiscard]] std::string pack_plan(const Plan& plan);
// Nothing where the bytes are not exactly one plan with all its days, or hold a value that no plan has.
[[nodiscard]] std::optional<Plan> unpack_plan(std::string_view bytes);

}  // namespace starling
