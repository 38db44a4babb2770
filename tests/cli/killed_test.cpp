// The real program in a process of its own, killed in the middle of a sitting.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/desk.h"

using namespace starling;

namespace {

// `starling review` with pipes at both ends.
class Sitting {
 public:
  explicit Sitting(const std::filesystem::path& home) {
    int to[2];
    int from[2];
    REQUIRE(::pipe2(to, O_CLOEXEC) == 0);
    REQUIRE(::pipe2(from, O_CLOEXEC) == 0);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, to[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, from[1], STDOUT_FILENO);
    const std::string folder = home.string();
    std::vector<std::string> words{STARLING_PROGRAM, "review", "--home", folder, "--date", "2026-12-14", "--quiet"};
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    REQUIRE(::posix_spawn(&child_, STARLING_PROGRAM, &actions, nullptr, arguments.data(), environ) == 0);
    posix_spawn_file_actions_destroy(&actions);
    ::close(to[0]);
    ::close(from[1]);
    input_ = to[1];
    output_ = from[0];
  }
  ~Sitting() {
    ::close(input_);
    ::close(output_);
    ::waitpid(child_, nullptr, 0);
  }
  Sitting(const Sitting&) = delete;
  Sitting& operator=(const Sitting&) = delete;

  // Reads until so many questions were shown; false at the end of output.
  bool read_questions(int count) {
    while (shown_ < count) {
      char bytes[512];
      const ssize_t got = ::read(output_, bytes, sizeof bytes);
      if (got <= 0) return false;
      seen_.append(bytes, static_cast<std::size_t>(got));
      for (std::size_t at; (at = seen_.find(" left · ")) != seen_.npos; seen_.erase(0, at + 5)) ++shown_;
    }
    return true;
  }
  void answer() {
    const std::string keys = "\n4\n";  // shows the answer; easy
    REQUIRE(::write(input_, keys.data(), keys.size()) == static_cast<ssize_t>(keys.size()));
  }
  void kill() const { ::kill(child_, SIGKILL); }

 private:
  pid_t child_ = 0;
  int input_ = -1;
  int output_ = -1;
  std::string seen_;
  int shown_ = 0;
};

}  // namespace

TEST_CASE("killing a sitting loses no answer whose next card was shown") {
  for (int answers = 1; answers <= 5; ++answers) {
    test::Desk desk;
    desk.begin();
    {
      Sitting sitting(desk.home());
      REQUIRE(sitting.read_questions(1));
      for (int given = 1; given <= answers; ++given) {
        sitting.answer();
        REQUIRE(sitting.read_questions(given + 1));
      }
      sitting.kill();
    }
    CHECK(desk("stats --json --date 2026-12-14").json()["today"]["reviews"] == answers);
    CHECK(desk("undo --date 2026-12-14").exit == 0);
    CHECK(desk("stats --json --date 2026-12-14").json()["today"]["reviews"] == answers - 1);
  }
}
