// What stands for an event in its line; the grammar is in line.cpp.
#pragma once

#include <fmt/format.h>

#include "history/deed.h"

namespace starling {

using LineText = fmt::memory_buffer;

template <class... Args>
void put(LineText& out, fmt::format_string<Args...> form, Args&&... args) {
  fmt::format_to(fmt::appender(out), form, std::forward<Args>(args)...);
}

// The whole object with its braces, behind what `out` holds.
void put_event(LineText& out, const Event& event);

}  // namespace starling
