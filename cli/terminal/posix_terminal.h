// The terminal on standard input and output.
#pragma once

#include <memory>

#include "cli/terminal/line_editor.h"
#include "cli/terminal/terminal.h"

namespace starling {

class PosixTerminal final : public Terminal {
 public:
  // Nothing unless both standard input and standard output are terminals.
  [[nodiscard]] static std::unique_ptr<PosixTerminal> open();
  ~PosixTerminal() override;

  [[nodiscard]] int columns() const override;
  [[nodiscard]] int rows() const override;
  // Asks the terminal database when it is first called.
  [[nodiscard]] const ScreenCodes* codes() const override;
  void begin_screen() override;
  void end_screen() override;
  std::optional<Key> key(std::optional<std::chrono::milliseconds> wait) override;
  TypedLine line(std::string_view prompt, std::string_view start, const std::function<void()>& redraw) override;
  std::optional<TypedLine> ask(std::string_view prompt) override;
  void forget_typed() override;

 private:
  PosixTerminal() = default;
  // Keys come one by one from here on, between what `first` and `last` do to the screen. False where they cannot.
  enum class Pastes { Marked, Unmarked };
  bool begin_keys(std::string_view first, std::string_view last, Pastes pastes = Pastes::Marked);
  std::optional<Stroke> stroke(std::optional<std::chrono::milliseconds> wait);

  mutable bool looked_up_ = false;
  mutable std::optional<ScreenCodes> codes_;
  KeyDecoder decoder_;
  std::unique_ptr<LineEditor> editor_;
};

}  // namespace starling
