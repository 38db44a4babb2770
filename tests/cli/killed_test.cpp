// The real program in a process of its own, killed in the middle of a sitting.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "cli/desk.h"

using namespace starling;

namespace {

// `starling review` with pipes at both ends.
class ReviewProcess {
 public:
  explicit ReviewProcess(const test::Desk& desk) {
    int to[2];
    int from[2];
    REQUIRE(::pipe2(to, O_CLOEXEC) == 0);
    REQUIRE(::pipe2(from, O_CLOEXEC) == 0);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, to[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, from[1], STDOUT_FILENO);
    const std::string folder = desk.home().string();
    std::vector<std::string> words{STARLING_PROGRAM, "review", "--home", folder, "--date", "2026-12-14", "--quiet"};
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    // On the same machine as the desk.
    std::vector<std::string> set{"XDG_CACHE_HOME=" + (desk.folder / "cache").string(),
                                 "XDG_STATE_HOME=" + (desk.folder / "state").string()};
    std::vector<char*> variables;
    for (std::string& variable : set) variables.push_back(variable.data());
    variables.push_back(nullptr);
    REQUIRE(::posix_spawn(&child_, STARLING_PROGRAM, &actions, nullptr, arguments.data(), variables.data()) == 0);
    posix_spawn_file_actions_destroy(&actions);
    ::close(to[0]);
    ::close(from[1]);
    input_ = to[1];
    output_ = from[0];
  }
  ~ReviewProcess() {
    ::close(input_);
    ::close(output_);
    ::waitpid(child_, nullptr, 0);
  }
  ReviewProcess(const ReviewProcess&) = delete;
  ReviewProcess& operator=(const ReviewProcess&) = delete;

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

TEST_SUITE("life") {
  TEST_CASE("killing a sitting loses no answer whose next card was shown") {
    for (int answers = 1; answers <= 5; ++answers) {
      test::Desk desk;
      desk.begin();
      {
        ReviewProcess sitting(desk);
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
}

namespace {

// One call of the program, killed after so long; what it printed before.
std::string run_and_kill(const test::Desk& desk, std::vector<std::string> words, std::chrono::microseconds after) {
  int from[2];
  REQUIRE(::pipe2(from, O_CLOEXEC) == 0);
  const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, nowhere, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, from[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, nowhere, STDERR_FILENO);
  words.insert(words.begin(), STARLING_PROGRAM);
  words.insert(words.end(), {"--home", desk.home().string()});
  std::vector<std::string> set{"XDG_CACHE_HOME=" + (desk.folder / "cache").string(),
                               "XDG_STATE_HOME=" + (desk.folder / "state").string()};
  const auto pointers = [](std::vector<std::string>& texts) {
    std::vector<char*> list;
    for (std::string& text : texts) list.push_back(text.data());
    list.push_back(nullptr);
    return list;
  };
  auto arguments = pointers(words);
  auto variables = pointers(set);
  pid_t child = 0;
  REQUIRE(::posix_spawn(&child, STARLING_PROGRAM, &actions, nullptr, arguments.data(), variables.data()) == 0);
  posix_spawn_file_actions_destroy(&actions);
  ::close(from[1]);
  ::close(nowhere);
  ::usleep(static_cast<useconds_t>(after.count()));
  ::kill(child, SIGKILL);
  std::string out;
  char bytes[4096];
  for (ssize_t got; (got = ::read(from[0], bytes, sizeof bytes)) > 0;) out.append(bytes, static_cast<std::size_t>(got));
  ::close(from[0]);
  ::waitpid(child, nullptr, 0);
  return out;
}

// How many calls are killed: few in a run of all tests, thousands by STARLING_KILLS.
int kills() {
  const char* wanted = std::getenv("STARLING_KILLS");
  return wanted ? std::max(1, std::atoi(wanted)) : 40;
}

std::vector<Deed> deeds_of(test::Desk& desk) {
  std::vector<Deed> deeds;
  for (const LogFile& file : list_log(desk.home() / "log").files)
    (void)read_lines(desk.home() / "log" / file.name, {}, [&](LineRead line, const LinePlace&) {
      if (line.deed) deeds.push_back(std::move(*line.deed));
    });
  return in_order(std::move(deeds));
}

bool takes_back(const Deed& deed, const std::string& id) {
  for (const Event& event : deed.events)
    if (const auto* undone = std::get_if<Undone>(&event); undone && to_string(undone->deed) == id) return true;
  return false;
}

}  // namespace

TEST_SUITE("life") {
  TEST_CASE("killing answers, undos and first starts at any moment loses nothing that was told as kept") {
    test::Desk desk;
    SplitMix64 dice(Seed{static_cast<std::uint64_t>(kills())});
    const std::vector<std::string> items{"lp-dive-deep/meaning", "lp-think-big/meaning", "lp-ownership/meaning"};
    int answered = 0;
    int undone = 0;
    for (int i = 0; i < kills(); ++i) {
      CAPTURE(i);
      const std::chrono::microseconds after(dice.below(i % 3 == 0 ? 60'000 : 25'000));
      if (i == 0 || dice.below(10) == 0) {
        std::filesystem::remove_all(desk.home());
        (void)run_and_kill(desk, {"today", "--date", "2026-12-14"}, after);
        REQUIRE(desk("today --date 2026-12-14").exit == 0);
      } else if (dice.below(4) == 0) {
        const std::string out = run_and_kill(desk, {"undo", "--json", "--date", "2026-12-14"}, after);
        const test::Json told = out.ends_with('\n') ? test::Json::parse(out) : test::Json{{"events", test::Json::array()}};
        for (const test::Json& event : told["events"]) {
          ++undone;
          const std::string id = event["deed"];
          CHECK(std::ranges::any_of(deeds_of(desk), [&](const Deed& deed) { return takes_back(deed, id); }));
        }
      } else {
        const std::string out =
            run_and_kill(desk, {"answer", items[dice.below(items.size())], "good", "--json", "--date", "2026-12-14"}, after);
        if (out.ends_with('\n')) {
          ++answered;
          const std::string id = test::Json::parse(out)["deed"];
          CHECK(std::ranges::any_of(deeds_of(desk), [&](const Deed& deed) { return to_string(deed.id) == id; }));
        }
      }
      // It works, and what the cache says is what the lines add up to.
      REQUIRE(desk("stats --json --date 2026-12-14").exit == 0);
      const FixedClock clock{Instant{}};
      const Study study(desk.place(), clock, DayAndTime{test::day("2026-12-14"), {}});
      CHECK(study.states() == fold_items(deeds_of(desk), study.model()));
    }
    MESSAGE(answered << " answers and " << undone << " undos were told as kept");
  }
}
