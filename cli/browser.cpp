#include "cli/browser.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <thread>

namespace starling {

namespace {

// BROWSER may be a list, or a command with its own words: only one program by its name or path is taken from it.
bool is_one_program(std::string_view word) {
  return !word.empty() && std::ranges::none_of(word, [](char c) { return c == ' ' || c == ':' || c == '%' || c == '\t'; });
}

}  // namespace

std::string browser_program(const BrowserWishes& wishes) {
  if (wishes.browser && is_one_program(*wishes.browser)) return *wishes.browser;
  return wishes.window_system && wishes.xdg_open ? "xdg-open" : "";
}

bool open_in_browser(const std::string& program, const std::string& address) {
  if (!address.starts_with("https://")) return false;
  std::array<std::string, 2> words{program, address};
  std::array<char*, 3> arguments{words[0].data(), words[1].data(), nullptr};
  posix_spawn_file_actions_t files;
  ::posix_spawn_file_actions_init(&files);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    ::posix_spawn_file_actions_addopen(&files, stream, "/dev/null", O_RDWR, 0);
  pid_t child = -1;
  const int error = ::posix_spawnp(&child, program.c_str(), &files, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&files);
  if (error != 0) return false;
  // It may live as long as the browser; somebody has to see its end.
  std::thread([child] { ::waitpid(child, nullptr, 0); }).detach();
  return true;
}

}  // namespace starling
