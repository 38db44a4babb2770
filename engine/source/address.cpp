#include "source/address.h"

#include <algorithm>

namespace starling {

bool is_public_address(std::string_view url) {
  constexpr std::string_view kScheme = "https://";
  return url.starts_with(kScheme) && url.size() > kScheme.size() && url[kScheme.size()] != '/' &&
         std::ranges::all_of(url, [](char c) { return c > ' ' && c < 0x7F && c != '"' && c != '<' && c != '>'; });
}

}  // namespace starling
