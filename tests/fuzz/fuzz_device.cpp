// Any bytes are the state of a device or none; what is one is written as it was read.
#include <cstdint>
#include <string>
#include <string_view>

#include "law.h"
#include "log/log.h"

using namespace starling;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto state = parse_device_state(text);
  if (!state) return 0;
  law(to_text(*state) == text, "what was read is written as it was");
  law(is_device_name(state->device), "a name is six letters and digits");
  law(state->last.number >= 0 && state->last.before_number >= 0, "numbers are not below zero");
  law(state->machine == "-" || state->machine.size() == 16, "a machine is a hash or none");
  return 0;
}
