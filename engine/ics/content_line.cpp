#include "ics/content_line.h"

#include "text/text.h"

namespace starling {

namespace {

constexpr std::string_view kLineEnd = "\r\n";

bool ends_line(char32_t c) { return c == U'\r' || c == U'\n' || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_control(char32_t c) { return (c < 0x20 && c != U'\t') || (c >= 0x7F && c <= 0x9F); }

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

std::string calendar_text(std::string_view text) {
  if (is_plain_ascii(text)) return std::string(text);
  std::string carried;
  carried.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    if (c == U'\r' && at < text.size() && text[at] == '\n') continue;
    append_character(carried, ends_line(c) ? U'\n' : is_control(c) ? kReplacement : c);
  }
  return carried;
}

std::string ics_value(std::string_view text) {
  std::string value;
  value.reserve(text.size());
  for (const char c : text) {
    if (c == '\\' || c == ',' || c == ';') value += '\\';
    value += c == '\n' ? "\\n" : std::string(1, c);
  }
  return value;
}

std::string ics_line(std::string_view line) {
  std::string text;
  for (std::size_t room = kLineOctets; line.size() > room; room = kLineOctets - 1) {
    std::size_t cut = room;
    while (cut > 1 && continues_character(line[cut])) --cut;
    text += line.substr(0, cut);
    text += kLineEnd;
    text += ' ';
    line.remove_prefix(cut);
  }
  text += line;
  text += kLineEnd;
  return text;
}

}  // namespace starling
