// A program in a terminal of its own: a pseudo-terminal with a size, keys that are typed, and what it writes.
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pointers.h"

namespace starling::test {

class Window {
 public:
  // `words` begins with the program; `environment` is all of it: "TERM=xterm".
  Window(std::vector<std::string> words, std::vector<std::string> environment, int columns = 80, int rows = 24) {
    const winsize size = size_of(columns, rows);
    const std::vector<char*> arguments = pointers(words);
    const std::vector<char*> variables = pointers(environment);
    process_ = ::forkpty(&terminal_, nullptr, nullptr, &size);
    if (process_ != 0) return;
    ::execve(arguments[0], arguments.data(), variables.data());
    ::_exit(127);
  }
  ~Window() {
    hang_up();
    if (!ended_) ::kill(process_, SIGKILL), (void)wait();
  }
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  void type(std::string_view keys) const {
    while (!keys.empty()) {
      const ssize_t written = ::write(terminal_, keys.data(), keys.size());
      if (written <= 0) return;
      keys.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  void resize(int columns, int rows) const {
    const winsize size = size_of(columns, rows);
    ::ioctl(terminal_, TIOCSWINSZ, &size);
  }
  // As when somebody closes the window.
  void hang_up() {
    if (terminal_ >= 0) ::close(std::exchange(terminal_, -1));
  }

  // Whether it writes `text` behind what was waited for before. Gives up after a while, or at its end.
  bool shows(std::string_view text) {
    while (true) {
      if (const std::size_t at = written_.find(text, looked_at_); at != written_.npos) {
        looked_at_ = at + text.size();
        return true;
      }
      if (!read_some()) return false;
    }
  }
  // The same, and it may be waited for again.
  bool sees(std::string_view text) {
    const std::size_t before = looked_at_;
    const bool seen = shows(text);
    looked_at_ = before;
    return seen;
  }
  // All that it wrote.
  [[nodiscard]] const std::string& written() const { return written_; }
  // Reads on until it ends; its status as of waitpid.
  int wait() {
    while (terminal_ >= 0 && read_some()) {
    }
    int status = 0;
    ::waitpid(process_, &status, 0);
    ended_ = true;
    return status;
  }
  // Whether it is stopped, as by Ctrl-Z.
  [[nodiscard]] bool stops() const {
    int status = 0;
    return ::waitpid(process_, &status, WUNTRACED) == process_ && WIFSTOPPED(status);
  }
  void go_on() const { ::kill(process_, SIGCONT); }

 private:
  static winsize size_of(int columns, int rows) {
    winsize size{};
    size.ws_col = static_cast<unsigned short>(columns);
    size.ws_row = static_cast<unsigned short>(rows);
    return size;
  }
  // False after a minute of silence, and at its end. Counted in short waits: a machine that stood still for longer than that
  // was silent for one of them.
  bool read_some() {
    pollfd output{terminal_, POLLIN, 0};
    int ready = 0;
    for (int wait = 0; wait < 600 && ready <= 0; ++wait) ready = ::poll(&output, 1, 100);
    if (ready <= 0) return false;
    char bytes[65536];
    const ssize_t got = ::read(terminal_, bytes, sizeof bytes);
    if (got <= 0) return false;
    written_.append(bytes, static_cast<std::size_t>(got));
    return true;
  }

  int terminal_ = -1;
  pid_t process_ = 0;
  bool ended_ = false;
  std::string written_;
  std::size_t looked_at_ = 0;
};

}  // namespace starling::test
