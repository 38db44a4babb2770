#include "cli/recorder.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <memory>
#include <thread>

namespace starling {

namespace {

constexpr std::chrono::milliseconds kLook{20};
constexpr int kLooks = 100;

// Has a child that records, until it is told to stop.
class Recording {
 public:
  explicit Recording(pid_t child) : child_(child) {}
  ~Recording() { stop(); }
  Recording(const Recording&) = delete;
  Recording& operator=(const Recording&) = delete;

  void stop() {
    if (child_ <= 0) return;
    // An interrupt is what all of them end a file by.
    ::kill(child_, SIGINT);
    for (int look = 0; look < kLooks; ++look) {
      if (::waitpid(child_, nullptr, WNOHANG) != 0) {
        child_ = -1;
        return;
      }
      std::this_thread::sleep_for(kLook);
    }
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
    child_ = -1;
  }

 private:
  pid_t child_;
};

}  // namespace

std::optional<Recorder> recorder_of(const std::function<bool(const std::string& program)>& is_there) {
  const std::array<Recorder, 4> known{{{"arecord", {"-q", "-f", "S16_LE", "-r", "16000", "-c", "1"}},
                                       {"pw-record", {"--rate", "16000", "--channels", "1"}},
                                       {"parecord", {"--file-format=wav", "--rate=16000", "--channels=1"}},
                                       {"rec", {"-q", "-r", "16000", "-c", "1"}}}};
  for (const Recorder& one : known)
    if (is_there(one.program)) return one;
  return std::nullopt;
}

std::function<void()> start_recording(const Recorder& recorder, const std::filesystem::path& file) {
  std::vector<std::string> words{recorder.program};
  words.insert(words.end(), recorder.words.begin(), recorder.words.end());
  words.push_back(std::filesystem::absolute(file).string());  // never taken for an option
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  ::posix_spawn_file_actions_init(&files);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    ::posix_spawn_file_actions_addopen(&files, stream, "/dev/null", O_RDWR, 0);
  // A key that interrupts the telling is not for it, and it must obey the one that ends it.
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  sigset_t obeyed;
  sigemptyset(&obeyed);
  sigaddset(&obeyed, SIGINT);
  ::posix_spawnattr_setsigdefault(&attributes, &obeyed);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  pid_t child = -1;
  const int error = ::posix_spawnp(&child, recorder.program.c_str(), &files, &attributes, arguments.data(), environ);
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&files);
  if (error != 0) return {};
  return [recording = std::make_shared<Recording>(child)] { recording->stop(); };
}

}  // namespace starling
