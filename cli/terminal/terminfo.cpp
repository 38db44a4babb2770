#include "cli/terminal/terminfo.h"

#include <curses.h>
#include <term.h>
#include <unistd.h>

namespace starling {

namespace {

std::string written;  // tputs tells its function nothing but the byte

int put(int byte) {
  written += static_cast<char>(byte);
  return byte;
}

// Without the pauses that old terminals need.
std::string bytes_of(const char* code) {
  written.clear();
  if (code != nullptr && code != reinterpret_cast<const char*>(-1)) tputs(code, 1, put);
  return written;
}

std::string capability(const char* name) { return bytes_of(tigetstr(name)); }

}  // namespace

std::optional<ScreenCodes> screen_codes() {
  int error = 0;
  if (setupterm(nullptr, STDOUT_FILENO, &error) != OK) return std::nullopt;
  const char* move = tigetstr("cup");
  ScreenCodes codes{capability("smcup"), capability("rmcup"), capability("home"), capability("cuu1"), capability("el"),
                    capability("ed"),    capability("rmam"),  capability("smam")};
  if (codes.home.empty() && move != nullptr && move != reinterpret_cast<const char*>(-1))
    codes.home = bytes_of(tiparm(move, 0, 0));
  if (codes.home.empty() || codes.clear_line.empty() || codes.clear_below.empty()) return std::nullopt;
  return codes;
}

}  // namespace starling
