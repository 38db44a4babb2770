// The real program at a terminal that is none: what a person would see, and keys that are pressed.
#pragma once

#include <doctest/doctest.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <vector>

#include "cli/desk.h"

namespace starling::test {

struct WindowSize {
  unsigned short rows = 24;
  unsigned short columns = 80;
};

class AtTerminal {
 public:
  // `set` are variables of the environment beside those of the desk: "PAGER=cat".
  AtTerminal(const Desk& desk, std::vector<std::string> words, std::vector<std::string> set, WindowSize size = {}) {
    words.insert(words.begin(), STARLING_PROGRAM);
    words.insert(words.end(), {"--home", desk.home().string()});
    set.push_back("XDG_CACHE_HOME=" + (desk.folder / "cache").string());
    set.push_back("XDG_STATE_HOME=" + (desk.folder / "state").string());
    const winsize window{size.rows, size.columns, 0, 0};
    std::vector<char*> arguments = pointers(words);
    std::vector<char*> variables = pointers(set);
    process_ = ::forkpty(&terminal_, nullptr, nullptr, &window);
    REQUIRE(process_ >= 0);
    if (process_ == 0) {
      ::execve(STARLING_PROGRAM, arguments.data(), variables.data());
      ::_exit(127);
    }
  }
  ~AtTerminal() {
    ::close(terminal_);
    if (!ended_) {
      ::kill(process_, SIGKILL);
      ::waitpid(process_, nullptr, 0);
    }
  }
  AtTerminal(const AtTerminal&) = delete;
  AtTerminal& operator=(const AtTerminal&) = delete;

  void type(const std::string& keys) const {
    REQUIRE(::write(terminal_, keys.data(), keys.size()) == static_cast<ssize_t>(keys.size()));
  }

  // What came so far, once `part` is in it; fails after ten seconds without.
  const std::string& until(const std::string& part) {
    while (screen_.find(part) == std::string::npos && read_more()) {
    }
    CAPTURE(screen_);
    REQUIRE(screen_.find(part) != std::string::npos);
    return screen_;
  }

  // All that comes up to its end, with newlines as the program wrote them.
  Reply to_the_end() {
    while (read_more()) {
    }
    int status = 0;
    REQUIRE(::waitpid(process_, &status, 0) == process_);
    ended_ = true;
    Reply reply;
    reply.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    for (const char c : screen_)
      if (c != '\r') reply.out += c;
    return reply;
  }

 private:
  static std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> list;
    for (std::string& word : words) list.push_back(word.data());
    list.push_back(nullptr);
    return list;
  }

  bool read_more() {
    constexpr int kPatienceMs = 10'000;
    pollfd ready{terminal_, POLLIN, 0};
    char bytes[4096];
    if (::poll(&ready, 1, kPatienceMs) <= 0) return false;
    const ssize_t count = ::read(terminal_, bytes, sizeof bytes);
    if (count <= 0) return false;
    screen_.append(bytes, static_cast<std::size_t>(count));
    return true;
  }

  pid_t process_ = 0;
  int terminal_ = -1;
  bool ended_ = false;
  std::string screen_;
};

}  // namespace starling::test
