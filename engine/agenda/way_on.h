// How a day on which nothing more is asked can be gone on with.
#pragma once

#include <optional>

#include "agenda/choice.h"
#include "agenda/cut.h"
#include "agenda/gathered.h"
#include "agenda/more.h"

namespace starling {

// `cut` asks nothing; `plain` is the budget of a sitting that wishes for nothing. Nothing where no more is there.
[[nodiscard]] std::optional<More> way_on(const Gathered& in, const Cut& cut, const Budget& plain);

}  // namespace starling
