// From the bytes that a terminal sends to keys.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace starling {

// A character, or one of the keys below.
using Key = char32_t;

namespace key {
inline constexpr Key kEnter = '\n';
inline constexpr Key kEscape = 0x1b;
// Beyond Unicode.
enum Special : char32_t {
  kNothing = 0x110000,  // means nothing here
  kUp, kDown, kLeft, kRight, kPageUp, kPageDown, kHome, kEnd,
  kBackspace, kDelete, kEraseWord, kEraseLine, kEraseRest,
  kLeave,  // Ctrl-C, Ctrl-D, the end of input
  kStop,   // Ctrl-Z
  kRedraw
};
}  // namespace key

struct Stroke {
  Key key = key::kNothing;
  bool pasted = false;  // part of a paste, in which line ends and tabs are blanks and control characters are dropped
};

// Bytes go in as they come. Nothing that they hold makes it wait for more than a longest sequence.
class KeyDecoder {
 public:
  void take(std::string_view bytes) { waiting_ += bytes; }
  // The next key; nothing where there is none, or only the beginning of one. With `complete` nothing more comes soon:
  // a lone Esc is the key, and the rest of a torn sequence is nothing.
  std::optional<Stroke> next(bool complete);
  void clear();
  [[nodiscard]] bool empty() const { return waiting_.empty(); }

 private:
  std::optional<Stroke> sequence(bool complete);
  std::optional<Stroke> control_sequence(bool complete);
  std::optional<Stroke> character(bool complete);
  Stroke take_off(std::size_t bytes, Key key);

  std::string waiting_;
  bool pasting_ = false;
};

}  // namespace starling
