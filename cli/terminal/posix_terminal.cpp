#include "cli/terminal/posix_terminal.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

namespace starling {

namespace {

// What to restore when a signal ends the program while keys are read one by one. A signal handler sees nothing else.
termios usual_settings{};
volatile std::sig_atomic_t keys_are_raw = 0;

void restore_and_die(int signal) {
  if (keys_are_raw) ::tcsetattr(STDIN_FILENO, TCSANOW, &usual_settings);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

// Keys without Enter and without echo while it lives.
class RawKeys {
 public:
  RawKeys() {
    if (::tcgetattr(STDIN_FILENO, &usual_settings) != 0) return;
    termios raw = usual_settings;
    raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG);
    raw.c_cc[VMIN] = 0;
    raw.c_cc[VTIME] = 0;
    set_ = ::tcsetattr(STDIN_FILENO, TCSADRAIN, &raw) == 0;
    keys_are_raw = set_ ? 1 : 0;
  }
  ~RawKeys() {
    if (set_) ::tcsetattr(STDIN_FILENO, TCSADRAIN, &usual_settings);
    keys_are_raw = 0;
  }
  RawKeys(const RawKeys&) = delete;
  RawKeys& operator=(const RawKeys&) = delete;

 private:
  bool set_ = false;
};

winsize size() {
  winsize window{};
  ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &window);
  return window;
}

// One key out of the bytes that a key press sends: a plain character, or a longer sequence that means nothing here.
char key_of(const std::array<char, 32>& bytes, ssize_t count) {
  constexpr char kCtrlC = 3;
  constexpr char kCtrlD = 4;
  if (bytes[0] == kCtrlC || bytes[0] == kCtrlD) return 'q';
  if (bytes[0] == '\r') return '\n';
  if (count > 1 && bytes[0] == '\x1b') return '\0';
  return bytes[0];
}

}  // namespace

std::unique_ptr<PosixTerminal> PosixTerminal::open() {
  if (!::isatty(STDIN_FILENO) || !::isatty(STDOUT_FILENO)) return nullptr;
  for (const int signal : {SIGTERM, SIGHUP}) std::signal(signal, restore_and_die);
  const char* kind = std::getenv("TERM");
  return std::unique_ptr<PosixTerminal>(new PosixTerminal(kind != nullptr && std::strcmp(kind, "dumb") != 0));
}

int PosixTerminal::columns() const { return size().ws_col > 0 ? size().ws_col : 80; }
int PosixTerminal::rows() const { return size().ws_row > 0 ? size().ws_row : 24; }

std::optional<char> PosixTerminal::key(std::optional<std::chrono::milliseconds> wait) {
  const RawKeys raw;
  pollfd input{STDIN_FILENO, POLLIN, 0};
  const int milliseconds = wait ? static_cast<int>(wait->count()) : -1;
  const int ready = ::poll(&input, 1, milliseconds);
  if (ready < 0 && errno == EINTR) return '\0';
  if (ready == 0) return std::nullopt;
  // A pasted or typed-ahead run of plain characters is read one by one; only a sequence is taken whole.
  std::array<char, 32> bytes{};
  ssize_t count = ::read(STDIN_FILENO, bytes.data(), 1);
  if (count <= 0) return 'q';
  if (bytes[0] == '\x1b' && ::poll(&input, 1, 0) > 0) count += ::read(STDIN_FILENO, bytes.data() + 1, bytes.size() - 1);
  return key_of(bytes, count);
}

std::optional<std::string> PosixTerminal::line() {
  std::string text;
  while (true) {
    char c = 0;
    const ssize_t count = ::read(STDIN_FILENO, &c, 1);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return text.empty() ? std::nullopt : std::optional(text);
    if (c == '\n') return text;
    if (text.size() < 64 * 1024) text += c;
  }
}

}  // namespace starling
