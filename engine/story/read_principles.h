// A list of principles in a text, by id, code or name.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "source/source.h"

namespace starling {

// Positions in the official order, as `key` names them, each once. A word that is none is a problem that offers the
// nearest; absent is an empty list.
[[nodiscard]] std::vector<std::size_t> read_principles(Fields& fields, std::string_view key);

}  // namespace starling
