#include "text/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "text/text.h"

namespace starling {

namespace {

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

// How many leading bytes of `text` are ASCII, eight at a time.
std::size_t ascii_prefix(std::string_view text) {
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + at, 8);
    if ((eight & 0x8080808080808080U) != 0) break;
  }
  while (at < text.size() && byte_at(text, at) < 0x80) ++at;
  return at;
}

struct Lead {
  std::size_t length = 0;  // 0: no character begins with this byte
  unsigned char low = 0x80;  // legal second bytes: what keeps out overlong forms, surrogates and the beyond
  unsigned char high = 0xBF;
};

Lead lead(unsigned char first) {
  if (first < 0x80) return {1};
  if (first >= 0xC2 && first <= 0xDF) return {2};
  if (first == 0xE0) return {3, 0xA0, 0xBF};
  if (first == 0xED) return {3, 0x80, 0x9F};
  if (first >= 0xE1 && first <= 0xEF) return {3};
  if (first == 0xF0) return {4, 0x90, 0xBF};
  if (first >= 0xF1 && first <= 0xF3) return {4};
  if (first == 0xF4) return {4, 0x80, 0x8F};
  return {};
}

// Bytes of the well-formed character at `at`, or 0.
std::size_t character_length(std::string_view text, std::size_t at) {
  const Lead form = lead(byte_at(text, at));
  if (form.length <= 1) return form.length;
  if (text.size() - at < form.length) return 0;
  const unsigned char second = byte_at(text, at + 1);
  if (second < form.low || second > form.high) return 0;
  for (std::size_t i = 2; i < form.length; ++i)
    if ((byte_at(text, at + i) & 0xC0) != 0x80) return 0;
  return form.length;
}

}  // namespace

bool is_ascii(std::string_view text) { return ascii_prefix(text) == text.size(); }

bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

bool is_utf8(std::string_view text) {
  std::size_t at = ascii_prefix(text);
  while (at < text.size()) {
    const std::size_t length = character_length(text, at);
    if (length == 0) return false;
    at += length;
    if (length == 1) at += ascii_prefix(text.substr(at));
  }
  return true;
}

char32_t next_character(std::string_view text, std::size_t& at) {
  const std::size_t length = character_length(text, at);
  if (length == 0) {
    ++at;
    return kReplacement;
  }
  const unsigned char first = byte_at(text, at);
  char32_t character = length == 1 ? first : static_cast<char32_t>(first & (0xFFU >> (length + 1)));
  for (std::size_t i = 1; i < length; ++i) character = (character << 6) | (byte_at(text, at + i) & 0x3FU);
  at += length;
  return character;
}

std::u32string to_characters(std::string_view text) {
  std::u32string characters;
  characters.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) characters += next_character(text, at);
  return characters;
}

std::string ascii_lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return result;
}

void append_character(std::string& text, char32_t character) {
  const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (character < 0x80) {
    put(character);
  } else if (character < 0x800) {
    put(0xC0 | (character >> 6));
    put(0x80 | (character & 0x3F));
  } else if (character < 0x10000) {
    put(0xE0 | (character >> 12));
    put(0x80 | ((character >> 6) & 0x3F));
    put(0x80 | (character & 0x3F));
  } else {
    put(0xF0 | (character >> 18));
    put(0x80 | ((character >> 12) & 0x3F));
    put(0x80 | ((character >> 6) & 0x3F));
    put(0x80 | (character & 0x3F));
  }
}

}  // namespace starling
