// A terminal with a person at it: keys one at a time, lines, its size. Virtual, since it is the edge of the program.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace starling {

class Terminal {
 public:
  virtual ~Terminal() = default;
  [[nodiscard]] virtual int columns() const = 0;
  [[nodiscard]] virtual int rows() const = 0;
  // The next key: its character, '\n' for Enter, 'q' for Ctrl-C, Ctrl-D and the end of input, '\0' for keys that mean
  // nothing here (arrows and the like). Nothing when `wait` passes first.
  virtual std::optional<char> key(std::optional<std::chrono::milliseconds> wait = std::nullopt) = 0;
  // A line with the terminal's own editing; nothing at the end of input.
  virtual std::optional<std::string> line() = 0;
  // Whether output moves the cursor and clears: false for a dumb terminal.
  [[nodiscard]] virtual bool can_move() const = 0;
};

}  // namespace starling
