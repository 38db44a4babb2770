// Joins the program to the machine: clocks, streams, terminal, environment.

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <functional>
#include <iostream>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "cli/browser.h"
#include "cli/commands.h"
#include "cli/editor.h"
#include "cli/pager.h"
#include "cli/recorder.h"
#include "cli/places.h"
#include "cli/terminal/posix_terminal.h"
#include "cli/world.h"

namespace {

using namespace starling;

class SystemClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  }
};

class SteadyClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override {
    return Instant(std::chrono::floor<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()));
  }
};

class SteadyWorkClock final : public WorkClock {
 public:
  [[nodiscard]] std::chrono::nanoseconds now() const override {
    return std::chrono::steady_clock::now().time_since_epoch();
  }
};

std::uint64_t unforeseen() {
  std::random_device device;
  return std::uint64_t{device()} << 32 | device();
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

Variables variables() {
  return {.home = environment("HOME"),
          .starling_home = environment("STARLING_HOME"),
          .data = environment("XDG_DATA_HOME"),
          .cache = environment("XDG_CACHE_HOME"),
          .state = environment("XDG_STATE_HOME")};
}

std::filesystem::path own_program() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::filesystem::path() : program;
}

std::filesystem::path content_home() {
  if (const auto decks = environment("STARLING_DECKS"); !decks.empty()) return decks;
  std::error_code error;
  const auto program = own_program();
  const auto installed = program.parent_path() / STARLING_INSTALLED_DECKS;
  if (!program.empty() && std::filesystem::is_directory(installed, error)) return installed.lexically_normal();
  return STARLING_BUILD_DECKS;
}

Ink ink() {
  const std::string kind = environment("TERM");
  const bool marks = ::isatty(STDOUT_FILENO) == 1 && !kind.empty() && kind != "dumb";
  return {marks && environment("NO_COLOR").empty(), marks};
}

int output_columns() {
  winsize window{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 0) return window.ws_col;
  const int columns = std::atoi(environment("COLUMNS").c_str());
  return columns > 0 ? columns : 80;
}

std::optional<std::string> if_set(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

bool on_path(const std::string& program) {
  std::istringstream folders(environment("PATH"));
  for (std::string folder; std::getline(folders, folder, ':');)
    if (::access((folder + '/' + program).c_str(), X_OK) == 0) return true;
  return false;
}

// For a text that is longer than the window. Less shows nothing useful on a terminal that cannot move.
std::function<bool(const std::string&)> pager() {
  if (::isatty(STDOUT_FILENO) != 1) return {};
  const bool can_move = !environment("TERM").empty() && environment("TERM") != "dumb";
  const std::string command = pager_command({if_set("STARLING_PAGER"), if_set("PAGER"), can_move && on_path("less")});
  if (command.empty()) return {};
  return [command](const std::string& text) {
    winsize window{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) != 0 || window.ws_row == 0 || window.ws_col == 0) return false;
    std::cout.flush();
    return rows_of(text, window.ws_col) >= window.ws_row && show_in_pager(command, text);
  };
}

std::function<bool(const std::string&)> browser() {
  const bool window_system = !environment("DISPLAY").empty() || !environment("WAYLAND_DISPLAY").empty();
  const std::string program = browser_program({if_set("BROWSER"), window_system, window_system && on_path("xdg-open")});
  if (program.empty()) return {};
  return [program](const std::string& address) { return open_in_browser(program, address); };
}

// Looked for when it is wanted: all folders of the path are a hundred questions to the system.
std::function<void()> record(const std::filesystem::path& file) {
  const auto recorder = recorder_of(on_path);
  return recorder ? start_recording(*recorder, file) : std::function<void()>();
}

Exit run(const std::vector<std::string>& words) {
  const SystemClock clock;
  const SteadyClock stopwatch;
  const SteadyWorkClock work_clock;
  const Places found = places(variables());
  const auto terminal = PosixTerminal::open();
  World world{.in = std::cin,
              .out = std::cout,
              .err = std::cerr,
              .clock = clock,
              .stopwatch = stopwatch,
              .terminal = terminal.get(),
              .home = found.study.value_or(""),
              .content = content_home(),
              .editor = editor_command(environment("VISUAL"), environment("EDITOR"), environment("PATH"), terminal != nullptr),
              .colour = ink(),
              .columns = output_columns(),
              .user = found.user,
              .cache = found.cache,
              .state = found.state,
              .entropy = unforeseen,
              .threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency())),
              .work_clock = work_clock,
              .page = pager(),
              .browse = browser(),
              .record = record,
              .last = true,
              .program = own_program()};
  try {
    return dispatch(words, world);
  } catch (const std::exception& error) {
    std::cout.flush();
    world.err << "starling: " << error.what() << '\n';
    return Exit::Database;
  }
}

}  // namespace

int main(int argc, char** argv) {
  // A full disk or a closed pipe is an error to tell of, not the end.
  std::signal(SIGXFSZ, SIG_IGN);
  std::ios::sync_with_stdio(false);
  const Exit exit = run({argv + 1, argv + argc});
  std::cout.flush();
  std::fflush(nullptr);
  std::_Exit(static_cast<int>(exit));  // past what would be taken down piece by piece
}
