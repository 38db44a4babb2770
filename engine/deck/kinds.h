// What each of the nine kinds requires of a card's table.
#pragma once

#include <string_view>

#include "deck/card.h"
#include "source/source.h"

namespace starling {

// Reads the keys of `card.kind` into `card` and reports what is wrong with them. False where something below the
// card's own table is wrong; the rest is known to `fields`.
[[nodiscard]] bool read_kind(Fields& fields, Findings& findings, Card& card);

}  // namespace starling
