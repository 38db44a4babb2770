// One line being typed, with arrows, Home, End, Ctrl-A E W U K: libedit, fed with keys.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "cli/terminal/terminal.h"

namespace starling {

class LineEditor {
 public:
  // `next` waits for the next key. On standard input and output, which are a terminal that can move.
  // Between lines its modes are those of a screen, and at the end those of the beginning.
  explicit LineEditor(std::function<Stroke()> next);
  ~LineEditor();
  LineEditor(const LineEditor&) = delete;
  LineEditor& operator=(const LineEditor&) = delete;

  // See Terminal::line.
  [[nodiscard]] TypedLine read(std::string_view prompt, std::string_view start, const std::function<void()>& redraw);
  // While a line is read, on a terminal of so many columns: rows of it that are above the cursor's.
  [[nodiscard]] int rows_above_cursor(int columns) const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace starling
