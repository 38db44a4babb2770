// Bytes that are kept, damaged.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace starling {

// `good` with bytes changed: three bytes of `how` name a place and what is done to it. `look` sees it after each of them.
inline std::string damaged(std::string good, std::string_view how, const std::function<void(std::string_view)>& look = {}) {
  for (; how.size() >= 3; how.remove_prefix(3)) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned>(static_cast<unsigned char>(how[at])); };
    char& at = good[(byte(0) << 8 | byte(1)) % good.size()];
    at = static_cast<char>(static_cast<unsigned char>(at) ^ byte(2));
    if (look) look(good);
  }
  return good;
}

}  // namespace starling
