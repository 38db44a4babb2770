// A sitting at a terminal that can move: the alternate screen, drawn anew in place, keys one by one.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string_view>

#include "cli/screen.h"
#include "cli/screen/frame.h"
#include "cli/terminal/terminal.h"
#include "cli/world.h"

namespace starling {

// The terminal of a sitting by keys; null where it is one line by line.
[[nodiscard]] Terminal* terminal_by_keys(const World& world);

class FullScreen {
 public:
  // `world.terminal` can move. The alternate screen until the end.
  explicit FullScreen(World& world);
  ~FullScreen();
  FullScreen(const FullScreen&) = delete;
  FullScreen& operator=(const FullScreen&) = delete;

  [[nodiscard]] int width() const;
  [[nodiscard]] int rows() const { return terminal_.rows(); }
  [[nodiscard]] const Style& style() const { return style_; }
  [[nodiscard]] Instant stopwatch() const { return world_.stopwatch.now(); }

  // In place of what stands there. `make` is called again whenever the window has another size.
  void show(std::function<Frame()> make);
  // Scrolls to that line of the body, from 0, where it is not in the window.
  void reveal(int line);
  // Scrolls so that the line is the first, as far as there is text behind it.
  void scroll_to(int line);
  // The next key that is not used here: arrows and pages scroll, and a new size draws anew. Nothing when `wait` passes.
  std::optional<Key> key(std::optional<std::chrono::milliseconds> wait = std::nullopt);
  // Shows that, and reads a line below it, behind `prompt`.
  [[nodiscard]] TypedLine line(std::function<Frame()> make, std::string_view prompt, std::string_view start);
  // As if the screen were new: nothing scrolled, nothing typed ahead.
  void begin_anew();
  // The usual screen while `work` runs.
  void outside(const std::function<void()>& work);

 private:
  void draw(bool for_line);
  bool scroll(Key key);

  World& world_;
  Terminal& terminal_;
  Style style_;
  std::function<Frame()> make_;
  int scroll_ = 0;
  int page_ = 1;
};

}  // namespace starling
