// Abbreviations such as "IST" that people take for time zones. Not part of the room's front door.
#pragma once

#include <string>
#include <string_view>

namespace starling {

// The IANA names that may be meant, quoted and likeliest first: "\"Asia/Kolkata\", \"Europe/Dublin\" or ...". Empty where
// nothing is known of `name`.
[[nodiscard]] std::string zones_meant_by(std::string_view name);

}  // namespace starling
