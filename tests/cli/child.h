// The real program in a process of its own, at the desk of a learner, with pipes at both ends.
#pragma once

#include <doctest/doctest.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "cli/desk.h"
#include "support/built.h"
#include "support/pointers.h"

namespace starling::test {

class Child {
 public:
  // `more` are variables beside those of the desk.
  Child(const Desk& desk, std::vector<std::string> words, std::vector<std::string> more = {}) {
    int to[2];
    int from[2];
    REQUIRE(::pipe2(to, O_CLOEXEC) == 0);
    REQUIRE(::pipe2(from, O_CLOEXEC) == 0);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, to[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, from[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    words = desk.command(std::move(words));
    std::vector<std::string> variables = desk.environment(std::move(more));
    REQUIRE(::posix_spawn(&process_, test::kProgram, &actions, nullptr, pointers(words).data(), pointers(variables).data()) == 0);
    posix_spawn_file_actions_destroy(&actions);
    ::close(to[0]);
    ::close(from[1]);
    input_ = to[1];
    output_ = from[0];
  }
  ~Child() {
    ::close(input_);
    ::close(output_);
    ::waitpid(process_, nullptr, 0);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  void type(const std::string& keys) const {
    REQUIRE(::write(input_, keys.data(), keys.size()) == static_cast<ssize_t>(keys.size()));
  }
  // What it has printed since the last time, after waiting for it; empty at the end of output.
  [[nodiscard]] std::string read() const {
    char bytes[4096];
    const ssize_t got = ::read(output_, bytes, sizeof bytes);
    return {bytes, static_cast<std::size_t>(std::max<ssize_t>(got, 0))};
  }
  // Whether it prints something, or ends, within so long.
  [[nodiscard]] bool prints(std::chrono::milliseconds most) const {
    pollfd output{output_, POLLIN, 0};
    return ::poll(&output, 1, static_cast<int>(std::max<std::int64_t>(most.count(), 0))) > 0;
  }
  // All that it printed before it ended.
  [[nodiscard]] std::string read_all() const {
    std::string all;
    for (std::string some; !(some = read()).empty();) all += some;
    return all;
  }
  void kill() const { ::kill(process_, SIGKILL); }

 private:
  pid_t process_ = 0;
  int input_ = -1;
  int output_ = -1;
};

}  // namespace starling::test
