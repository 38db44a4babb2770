// What a log goes through: programs that are killed, others that hold it, a disk that is full.
#include <sys/resource.h>

#include <csignal>

#include "learner_file.h"

namespace starling {
namespace {

// Runs `work` in a process of its own and gives its id; the process ends with what `work` returns.
template <class Work>
pid_t start(Work&& work) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child != 0) return child;
  int result = 99;
  try {
    result = work();
  } catch (const std::exception& error) {
    (void)std::fprintf(stderr, "a child process: %s\n", error.what());
  }
  ::_exit(result);
}

int wait_for(pid_t child) {
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

// Both ends of a pipe on which a process says what it has done.
struct Pipe {
  Pipe() { REQUIRE(::pipe(ends) == 0); }
  ~Pipe() {
    for (const int end : ends)
      if (end >= 0) ::close(end);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  void say(EventId id) const { (void)!::write(ends[1], &id, sizeof id); }
  [[nodiscard]] EventId next() const {
    EventId id = 0;
    REQUIRE(::read(ends[0], &id, sizeof id) == sizeof id);
    return id;
  }
  // All that is left once the other side has gone.
  [[nodiscard]] std::vector<EventId> heard() {
    ::close(ends[1]);
    ends[1] = -1;
    std::vector<EventId> ids;
    for (EventId id = 0; ::read(ends[0], &id, sizeof id) == sizeof id;) ids.push_back(id);
    return ids;
  }
  int ends[2]{};
};

TEST_CASE("every answer that was taken is in the log, whenever the program was killed") {
  const LearnerFile file;
  Dice dice{4};
  std::size_t promised = 0;
  for (int round = 0; round < 12; ++round) {
    Pipe pipe;
    const pid_t child = start([&] {
      Store store(file.path());
      store.derive(model(), kModel);
      for (int i = 0;; ++i) {
        const auto last = i % 4 == 3 ? store.to_undo() : std::nullopt;
        pipe.say(store.append(last ? undo_of(*last) : anything(dice, i / 4), model()).id);
      }
      return 0;
    });
    std::vector<EventId> said;
    if (round % 3 != 0) said.push_back(pipe.next());
    ::usleep(static_cast<useconds_t>(dice.below(40'000)));
    ::kill(child, SIGKILL);
    CHECK(wait_for(child) == -SIGKILL);

    for (const EventId id : pipe.heard()) said.push_back(id);
    promised += said.size();
    Store store(file.path());
    store.derive(model(), kModel);
    const std::vector<Event> log = store.events();
    for (const EventId id : said) {
      REQUIRE(id >= 1);
      REQUIRE(static_cast<std::size_t>(id) <= log.size());
      CHECK(log[static_cast<std::size_t>(id) - 1].id == id);
    }
    CHECK(store.states() == fold(log, model()));
    CHECK(file.quick_check() == "ok");
  }
  CHECK(promised >= 8);
}

TEST_CASE("a program that is killed while it makes the log leaves a file that can be opened") {
  Dice dice{6};
  for (int round = 0; round < 25; ++round) {
    const LearnerFile file;
    const pid_t child = start([&] {
      Store store(file.path());
      return 0;
    });
    ::usleep(static_cast<useconds_t>(dice.below(15'000)));
    ::kill(child, SIGKILL);
    (void)wait_for(child);

    CHECK(refusal([&] {
            Store store(file.path());
            CHECK(store.append(event(review(Grade::Good)), model()).id == 1);
          }) == "");
    CHECK(file.quick_check() == "ok");
  }
}

// SQLite does not wait by itself while the journal becomes a write-ahead log.
TEST_CASE("a log that is just being made by another program can be opened at the same moment") {
  const LearnerFile file;
  { const Store made(file.path()); }
  (void)file.open().execAndGet("pragma journal_mode = delete").getString();  // as it is for a moment when it is new
  Pipe ready;
  const pid_t child = start([&] {
    SQLite::Database other = file.open();
    other.exec("begin immediate");
    ready.say(1);
    ::usleep(300'000);
    other.exec("commit");
    return 0;
  });
  REQUIRE(ready.next() == 1);

  CHECK(Store(file.path()).append(event(review(Grade::Good)), model()).id == 1);
  CHECK(wait_for(child) == 0);
}

TEST_CASE("programs that make and fill one log at the same time lose nothing") {
  for (int round = 0; round < 4; ++round) {
    const LearnerFile file;
    std::vector<pid_t> children;
    for (int i = 0; i < 4; ++i)
      children.push_back(start([&] {
        Store store(file.path());
        store.derive(model(), kModel);
        for (int n = 0; n < 5; ++n) store.append(event(review(Grade::Good), "lp/why", n), model());
        return 0;
      }));
    for (const pid_t child : children) CHECK(wait_for(child) == 0);

    const Store store(file.path());
    CHECK(store.events().size() == 20);
    CHECK(store.states() == fold(store.events(), model()));
  }
}

TEST_CASE("an answer while another program writes is refused after two seconds, and nothing is changed") {
  const LearnerFile file;
  Store store(file.path());
  store.derive(model(), kModel);
  store.append(event(review(Grade::Good)), model());
  const auto log = store.events();
  const ItemStates states = store.states();
  {
    SQLite::Database other = file.open();
    other.exec("begin immediate");

    const auto began = std::chrono::steady_clock::now();
    const std::string said = refusal([&] { store.append(event(review(Grade::Good)), model()); });
    const auto waited = std::chrono::steady_clock::now() - began;

    CHECK(contains(said, file.path().string() + " is in use by another program; nothing was changed"));
    CHECK(waited >= 1800ms);
    CHECK(waited <= 6s);
    CHECK(store.events() == log);
    CHECK(store.states() == states);
    CHECK(Store(file.path()).events() == log);  // reading goes on
  }
  CHECK(store.append(event(review(Grade::Good)), model()).id == 2);
}

TEST_CASE("what each start reads stays short, however many short sittings there were") {
  const LearnerFile file;
  std::uintmax_t longest = 0;
  for (int sitting = 0; sitting < 150; ++sitting) {
    Store store(file.path());
    store.derive(model(), kModel);
    store.append(event(review(Grade::Good), "lp/why", sitting), model());
    longest = std::max(longest, fs::file_size(file.path().string() + "-wal"));
  }
  CHECK(longest > 0);
  CHECK(longest < 600 * 1024);
  CHECK(Store(file.path()).events().size() == 150);
}

TEST_CASE("an answer waits for a short write of another program") {
  const LearnerFile file;
  Store store(file.path());
  Pipe ready;
  const pid_t child = start([&] {
    SQLite::Database other = file.open();
    other.exec("begin immediate");
    ready.say(1);
    ::usleep(300'000);
    other.exec("commit");
    return 0;
  });
  REQUIRE(ready.next() == 1);

  CHECK(store.append(event(review(Grade::Good)), model()).id == 1);
  CHECK(wait_for(child) == 0);
}

TEST_CASE("a full disk takes no answer, counts none, and leaves the log whole") {
  const LearnerFile file;
  {
    Store store(file.path());
    store.derive(model(), kModel);
    for (int i = 0; i < 10; ++i) store.append(event(review(Grade::Good), "lp/why", i), model());
  }
  Pipe pipe;
  const pid_t child = start([&] {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{200'000, 200'000};
    ::setrlimit(RLIMIT_FSIZE, &small);
    Store store(file.path());
    std::size_t taken = 10;
    const std::string said = refusal([&] {
      for (int i = 10; i < 1000; ++i, ++taken)
        pipe.say(store.append(event(review(Grade::Good), "lp/why", i), model()).id);
    });
    if (!contains(said, "the disk did not take a write to " + file.path().string())) return 1;
    if (store.events().size() != taken) return 2;
    if (store.states() != fold(store.events(), model())) return 3;
    return 7;
  });
  CHECK(wait_for(child) == 7);

  const std::vector<EventId> said = pipe.heard();
  Store store(file.path());
  const std::vector<Event> log = store.events();
  CHECK_FALSE(said.empty());
  CHECK(log.size() == said.size() + 10);
  CHECK(log.back().id == said.back());
  CHECK(store.states() == fold(log, model()));
  CHECK(file.quick_check() == "ok");
  CHECK(store.append(event(review(Grade::Good), "lp/why", 2000), model()).id == said.back() + 1);
}

}  // namespace
}  // namespace starling
