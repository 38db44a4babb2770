// A terminal with a person at it: keys one at a time, lines, its size. Virtual, since it is the edge of the program.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "cli/terminal/keys.h"

namespace starling {

// What moves the cursor of this terminal.
struct ScreenCodes {
  std::string begin;        // the alternate screen; empty where there is none
  std::string end;
  std::string home;         // to the upper left
  std::string up;           // a row up; empty where there is none
  std::string clear_line;   // from the cursor to the end of the line
  std::string clear_below;  // from the cursor to the end of the screen
  std::string cut;          // from here on a line that is too long ends at the edge; empty where there is no such mode
  std::string wrap;         // from here on it goes on below
};

struct TypedLine {
  enum class End { Enter, Escape, Leave };
  std::string text;  // UTF-8 without control characters
  End end = End::Enter;
};

class Terminal {
 public:
  virtual ~Terminal() = default;
  [[nodiscard]] virtual int columns() const = 0;
  [[nodiscard]] virtual int rows() const = 0;
  // Null where nothing can move: a dumb or unknown terminal, which is written line by line.
  [[nodiscard]] virtual const ScreenCodes* codes() const = 0;

  // Between these two the alternate screen is on and keys come one by one, without echo. Not nested.
  virtual void begin_screen() = 0;
  virtual void end_screen() = 0;

  // Inside a screen. The next key; nothing when `wait` passes first. key::kRedraw after the window changed and after
  // the program came back from being stopped; key::kLeave at the end of input.
  virtual std::optional<Key> key(std::optional<std::chrono::milliseconds> wait = std::nullopt) = 0;
  // Inside a screen, with the cursor where the line begins. `start` stands in it from the beginning. `redraw` draws
  // what stands above again and leaves the cursor where the line begins.
  virtual TypedLine line(std::string_view prompt, std::string_view start, const std::function<void()>& redraw) = 0;
  // Outside a screen. Writes `prompt`, a row of plain text, and reads a line behind it that can be edited as one in a screen;
  // Ctrl-C ends the program. Nothing where this terminal edits no lines: then nothing was written or read.
  virtual std::optional<TypedLine> ask(std::string_view /*prompt*/) { return std::nullopt; }
  // Throws away what was typed and not yet read.
  virtual void forget_typed() = 0;
};

}  // namespace starling
