#include "cli/terminal/posix_terminal.h"

#include <poll.h>
#include <pthread.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <iostream>
#include <utility>

#include "cli/terminal/terminfo.h"

namespace starling {

namespace {

// Pasted text comes between two marks, so that its line ends are not taken for Enter.
constexpr std::string_view kMarkPastes = "\x1b[?2004h";
constexpr std::string_view kPastesUnmarked = "\x1b[?2004l";
// Behind Esc the rest of a sequence comes at once.
constexpr std::chrono::milliseconds kRestOfSequence{100};
constexpr char kInterrupt = 0x03;  // Ctrl-C
constexpr std::string_view kHungUp = "starling: the terminal was closed; every answer before that is kept\n";

// Signals that are only let in while a key is waited for: none comes between looking at a flag and waiting.
sigset_t held_back{};
sigset_t usual_mask{};

// What a signal handler needs, which can reach nothing but what is global. Written before the handlers are set.
struct Modes {
  termios usual{};
  termios by_keys{};
  std::array<char, 128> begin{};
  std::array<char, 128> end{};
  std::size_t begin_size = 0;
  std::size_t end_size = 0;
};
Modes modes;
volatile std::sig_atomic_t in_screen = 0;
volatile std::sig_atomic_t is_asking = 0;  // a line outside a screen, where Ctrl-C ends the program
volatile std::sig_atomic_t wants_redraw = 0;
volatile std::sig_atomic_t interrupted = 0;

void put(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void go_in() {
  ::tcsetattr(STDIN_FILENO, TCSADRAIN, &modes.by_keys);
  put({modes.begin.data(), modes.begin_size});
}
void go_out() {
  put({modes.end.data(), modes.end_size});
  ::tcsetattr(STDIN_FILENO, TCSADRAIN, &modes.usual);
}

void restore_and_die(int signal) {
  if (in_screen) go_out();
  if (signal == SIGHUP && ::write(STDERR_FILENO, kHungUp.data(), kHungUp.size()) < 0) {
    // Nobody is there to read it.
  }
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void stop(int) {
  const int before = errno;
  go_out();
  std::raise(SIGSTOP);
  go_in();
  wants_redraw = 1;
  errno = before;
}

void on_window(int) { wants_redraw = 1; }
void on_interrupt(int signal) {
  if (is_asking) return restore_and_die(signal);
  interrupted = 1;
}

// The system gives a signal to any thread that lets it in; what works beside a sitting would leave the one that waits for
// keys asleep.
pthread_t at_the_keys{};
template <void (*handle)(int)>
void where_keys_are(int signal) {
  if (::pthread_equal(::pthread_self(), at_the_keys)) return handle(signal);
  const int before = errno;
  ::pthread_kill(at_the_keys, signal);
  errno = before;
}

constexpr std::array<std::pair<int, void (*)(int)>, 4> kHandlers{
    {{SIGTSTP, where_keys_are<stop>},
     {SIGWINCH, where_keys_are<on_window>},
     {SIGINT, where_keys_are<on_interrupt>},
     {SIGCONT, where_keys_are<on_window>}}};

winsize size() {
  winsize window{};
  ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &window);
  return window;
}

std::size_t keep(std::array<char, 128>& in, std::string_view first, std::string_view second) {
  if (first.size() + second.size() > in.size()) return 0;
  std::ranges::copy(second, std::ranges::copy(first, in.begin()).out);
  return first.size() + second.size();
}

}  // namespace

std::unique_ptr<PosixTerminal> PosixTerminal::open() {
  if (!::isatty(STDIN_FILENO) || !::isatty(STDOUT_FILENO)) return nullptr;
  return std::unique_ptr<PosixTerminal>(new PosixTerminal);
}

PosixTerminal::~PosixTerminal() {
  if (in_screen) end_screen();
}

int PosixTerminal::columns() const { return size().ws_col > 0 ? size().ws_col : 80; }
int PosixTerminal::rows() const { return size().ws_row > 0 ? size().ws_row : 24; }

const ScreenCodes* PosixTerminal::codes() const {
  if (!looked_up_) codes_ = screen_codes();
  looked_up_ = true;
  return codes_ ? &*codes_ : nullptr;
}

void PosixTerminal::begin_screen() {
  if (const ScreenCodes* known = codes()) (void)begin_keys(known->begin, known->end);
}

bool PosixTerminal::begin_keys(std::string_view first, std::string_view last, Pastes pastes) {
  if (::tcgetattr(STDIN_FILENO, &modes.usual) != 0) return false;
  modes.by_keys = modes.usual;
  modes.by_keys.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG | IEXTEN);
  modes.by_keys.c_iflag &= ~static_cast<tcflag_t>(IXON);
  modes.by_keys.c_cc[VMIN] = 1;
  modes.by_keys.c_cc[VTIME] = 0;
  const bool marks = pastes == Pastes::Marked;
  modes.begin_size = keep(modes.begin, first, marks ? kMarkPastes : "");
  modes.end_size = keep(modes.end, marks ? kPastesUnmarked : "", last);
  std::cout.flush();
  for (const int signal : {SIGTERM, SIGHUP}) std::signal(signal, restore_and_die);
  at_the_keys = ::pthread_self();
  ::sigemptyset(&held_back);
  for (const auto& [signal, handler] : kHandlers) {
    ::sigaddset(&held_back, signal);
    struct sigaction action {};
    action.sa_handler = handler;  // without SA_RESTART: waiting for a key ends, and the screen is drawn anew
    ::sigemptyset(&action.sa_mask);
    ::sigaction(signal, &action, nullptr);
  }
  ::sigprocmask(SIG_BLOCK, &held_back, &usual_mask);
  go_in();
  in_screen = 1;
  return true;
}

void PosixTerminal::end_screen() {
  if (!in_screen) return;
  std::cout.flush();
  editor_.reset();  // ends with the modes that it began with, those of the screen
  go_out();
  in_screen = 0;
  for (const auto& [signal, handler] : kHandlers) std::signal(signal, SIG_DFL);
  ::sigprocmask(SIG_SETMASK, &usual_mask, nullptr);
}

std::optional<Stroke> PosixTerminal::stroke(std::optional<std::chrono::milliseconds> wait) {
  pollfd input{STDIN_FILENO, POLLIN, 0};
  while (true) {
    if (std::exchange(interrupted, 0) != 0) return Stroke{key::kLeave, false};
    if (std::exchange(wants_redraw, 0) != 0) return Stroke{key::kRedraw, false};
    if (const auto known = decoder_.next(false)) {
      if (known->key != key::kStop || known->pasted) return known;
      std::raise(SIGTSTP);
      continue;
    }
    const bool begun = !decoder_.empty();
    const auto most = begun ? std::optional(kRestOfSequence) : wait;
    timespec span{};
    if (most) span = {most->count() / 1000, most->count() % 1000 * 1'000'000};
    const int ready = ::ppoll(&input, 1, most ? &span : nullptr, &usual_mask);
    if (ready < 0) continue;  // a signal: one of the two flags
    if (ready == 0 && !begun) return std::nullopt;
    if (ready == 0) return decoder_.next(true);
    std::array<char, 4096> bytes{};
    const ssize_t count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return Stroke{key::kLeave, false};
    if (is_asking && std::ranges::find(bytes.begin(), bytes.begin() + count, kInterrupt) != bytes.begin() + count) {
      restore_and_die(SIGINT);
      ::sigprocmask(SIG_SETMASK, &usual_mask, nullptr);
    }
    decoder_.take({bytes.data(), static_cast<std::size_t>(count)});
  }
}

std::optional<Key> PosixTerminal::key(std::optional<std::chrono::milliseconds> wait) {
  while (true) {
    const auto next = stroke(wait);
    if (!next) return std::nullopt;
    if (!next->pasted) return next->key;  // a paste is no answer to "which key"
  }
}

TypedLine PosixTerminal::line(std::string_view prompt, std::string_view start, const std::function<void()>& redraw) {
  std::cout.flush();
  if (!editor_) editor_ = std::make_unique<LineEditor>([this] { return *stroke(std::nullopt); });
  return editor_->read(prompt, start, redraw);
}

std::optional<TypedLine> PosixTerminal::ask(std::string_view prompt) {
  // Unmarked, each line of what is pasted answers a question of its own.
  if (codes() == nullptr || !begin_keys("", "", Pastes::Unmarked)) return std::nullopt;
  is_asking = 1;
  bool is_behind_key = false;
  editor_ = std::make_unique<LineEditor>([this, &is_behind_key] {
    Stroke next = *stroke(std::nullopt);
    // There is nothing that Esc would lead back to, and Ctrl-D behind another key ends no line; a second one does.
    if (next.key == key::kEscape) next.key = key::kNothing;
    if (next.key == key::kLeave && std::exchange(is_behind_key, false)) next.key = key::kDelete;
    else if (next.key != key::kRedraw) is_behind_key = next.key != key::kLeave;
    return next;
  });
  TypedLine typed = editor_->read(prompt, "", [this] {
    for (int row = editor_->rows_above_cursor(columns()); row > 0; --row) std::cout << codes()->up;
    std::cout << '\r' << codes()->clear_below << std::flush;
  });
  end_screen();
  is_asking = 0;
  return typed;
}

void PosixTerminal::forget_typed() {
  ::tcflush(STDIN_FILENO, TCIFLUSH);
  decoder_.clear();
}

}  // namespace starling
