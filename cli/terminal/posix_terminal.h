// The terminal on standard input and output.
#pragma once

#include <memory>

#include "cli/terminal/terminal.h"

namespace starling {

class PosixTerminal final : public Terminal {
 public:
  // Nothing unless both standard input and standard output are terminals.
  [[nodiscard]] static std::unique_ptr<PosixTerminal> open();

  [[nodiscard]] int columns() const override;
  [[nodiscard]] int rows() const override;
  std::optional<char> key(std::optional<std::chrono::milliseconds> wait) override;
  std::optional<std::string> line() override;
  [[nodiscard]] bool can_move() const override { return can_move_; }

 private:
  explicit PosixTerminal(bool can_move) : can_move_(can_move) {}
  bool can_move_;
};

}  // namespace starling
