#include "cli/pager.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <vector>

#include "text/text.h"

namespace starling {

namespace {

// What only a shell understands.
constexpr std::string_view kForShell = "|&;<>()$`\\\"' \t\n*?[#~=%";
constexpr int kNotStarted = 126;  // from here on the shell says so itself

// A signal that is ignored while this lives.
class Ignored {
 public:
  explicit Ignored(int signal) : signal_(signal), before_{} {
    struct sigaction action {};
    action.sa_handler = SIG_IGN;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(signal_, &action, &before_);
  }
  ~Ignored() { ::sigaction(signal_, &before_, nullptr); }
  Ignored(const Ignored&) = delete;
  Ignored& operator=(const Ignored&) = delete;

 private:
  int signal_;
  struct sigaction before_;
};

std::vector<std::string> environment_of_pager() {
  std::vector<std::string> set;
  for (char** each = environ; *each != nullptr; ++each) set.emplace_back(*each);
  if (std::getenv("LESS") == nullptr) set.emplace_back("LESS=FRX");
  return set;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> list;
  for (std::string& word : words) list.push_back(word.data());
  list.push_back(nullptr);
  return list;
}

// With its input from `input`, and the signals that this program ignores as they usually are. 0: it did not start.
pid_t start(const std::string& command, int input) {
  std::vector<std::string> words{command};
  if (command.find_first_of(kForShell) != command.npos) words = {"sh", "-c", command};
  std::vector<std::string> set = environment_of_pager();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t usual;
  ::sigemptyset(&usual);
  for (const int signal : {SIGINT, SIGQUIT, SIGPIPE, SIGXFSZ}) ::sigaddset(&usual, signal);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  pid_t child = 0;
  const int error = ::posix_spawnp(&child, words.front().c_str(), &actions, &attributes, pointers(words).data(), pointers(set).data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error == 0 ? child : 0;
}

// Up to the end, or as far as somebody reads.
void write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(file, text.data(), text.size());
    if (count < 0 && errno != EINTR) return;
    if (count > 0) text.remove_prefix(static_cast<std::size_t>(count));
  }
}

std::string without_colours(std::string_view line) {
  std::string text;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t escape = std::min(line.find('\x1b', at), line.size());
    text += line.substr(at, escape - at);
    at = escape == line.size() ? escape : std::min(line.find('m', escape), line.size() - 1) + 1;
  }
  return text;
}

}  // namespace

std::string pager_command(const PagerWishes& wishes) {
  const auto& wished = wishes.starling_pager ? wishes.starling_pager : wishes.pager;
  if (!wished) return wishes.less ? "less" : "";
  return trimmed(*wished) == "cat" ? "" : std::string(trimmed(*wished));
}

int rows_of(std::string_view text, int columns) {
  int rows = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const int width = display_width(without_colours(text.substr(0, end)));
    rows += std::max(1, (width + columns - 1) / columns);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return rows;
}

bool show_in_pager(const std::string& command, std::string_view text) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) return false;
  const Ignored interrupt(SIGINT);
  const Ignored quit(SIGQUIT);
  const Ignored nobody_reads(SIGPIPE);
  const pid_t child = start(command, pipe[0]);
  ::close(pipe[0]);
  if (child != 0) write_all(pipe[1], text);
  ::close(pipe[1]);
  if (child == 0) return false;
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return true;
  return !WIFEXITED(status) || (WEXITSTATUS(status) != kNotStarted && WEXITSTATUS(status) != kNotStarted + 1);
}

}  // namespace starling
