#include "cli/shell_word.h"

#include <algorithm>
#include <cctype>

namespace starling {

std::string shell_word(std::string_view name) {
  constexpr std::string_view kPlain = "-_./:@%+,#";
  const auto plain = [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0 || kPlain.find(c) != kPlain.npos;
  };
  if (!name.empty() && !name.starts_with('#') && std::ranges::all_of(name, plain)) return std::string(name);
  std::string word = "'";
  for (const char c : name) word += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return word + '\'';
}

}  // namespace starling
