#include "cli/recorder.h"

#include <signal.h>
#include <sys/wait.h>

#include <array>
#include <chrono>
#include <memory>
#include <thread>
#include <utility>

#include "cli/quiet_child.h"

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
  const auto child = start_quietly(std::move(words));
  if (!child) return {};
  return [recording = std::make_shared<Recording>(*child)] { recording->stop(); };
}

}  // namespace starling
