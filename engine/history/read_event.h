// An event from its object in a line; the grammar is in line.cpp.
#pragma once

#include <simdjson.h>

#include "history/deed.h"

namespace starling {

// Unknown, without its text yet, where the kind is not known or its fields are not as they are written here.
[[nodiscard]] Event read_event(simdjson::dom::object object);

}  // namespace starling
