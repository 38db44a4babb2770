#include "source/quoted.h"

#include <algorithm>

#include "text/text.h"

namespace starling {

namespace {

// The bytes of the first character; 0 where they are not UTF-8.
std::size_t character_size(std::string_view text) {
  for (std::size_t size = 1; size <= 4 && size <= text.size(); ++size)
    if (is_utf8(text.substr(0, size))) return size;
  return 0;
}

}  // namespace

std::string without_controls(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = character_size(text.substr(i));
    const std::string_view character = text.substr(i, size);
    i += std::max<std::size_t>(size, 1);
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(character[at]); };
    const bool control = (size == 1 && (byte(0) < 0x20 || byte(0) == 0x7f)) ||
                         (size == 2 && byte(0) == 0xc2 && byte(1) < 0xa0);  // U+0080 to U+009F
    if (size == 0) {
      result += "\uFFFD";
    } else if (control && character != "\t" && character != "\n") {
      result += ' ';
    } else {
      result += character;
    }
  }
  return result;
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '\n') {
      result += "\\n";
    } else if (c == '\t') {
      result += "\\t";
    } else {
      if (c == '"' || c == '\\') result += '\\';
      result += c;
    }
  }
  return result + '"';
}

}  // namespace starling
