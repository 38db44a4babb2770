// Several programs of one machine at once, and programs that are killed.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <functional>

#include "engine/log/desk.h"

namespace starling {

using namespace test;
namespace fs = std::filesystem;

namespace {

// A program of its own that does `act` and ends without cleaning up, as a process does that _exit ends.
pid_t begin_program(const std::function<void()>& act) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child > 0) return child;
  int status = 0;
  try {
    act();
  } catch (...) {
    status = 1;
  }
  ::_exit(status);
}

int end_of(pid_t program) {
  int status = 0;
  REQUIRE(::waitpid(program, &status, 0) == program);
  return status;
}

std::set<std::string> numbered(const std::string& device, int deeds) {
  std::set<std::string> ids;
  for (int number = 1; number <= deeds; ++number) ids.insert(device + "-" + std::to_string(number));
  return ids;
}

}  // namespace

TEST_CASE("four programs at once write every number once") {
  const Desk desk;
  LogPlace place = desk.place();
  SUBCASE("with a remembered name") {}
  SUBCASE("without one") { place.state_base.reset(); }
  place.patience = 20s;
  std::vector<pid_t> programs;
  for (std::uint64_t program = 1; program <= 4; ++program)
    programs.push_back(begin_program([&] {
      place.entropy = entropy(program);
      Writer writer(place);
      keep_some(writer, 50);
    }));
  for (const pid_t program : programs) CHECK(end_of(program) == 0);

  const auto devices = names_in(desk.log());
  REQUIRE(devices.size() == 1);  // first starts at once agree on a name
  const Read read = read_folder(desk.log());
  CHECK(read.faults == 0);
  CHECK(read.deeds.size() == 200);
  CHECK(ids_in(desk.log()) == numbered(*devices.begin(), 200));
  CHECK(std::ranges::is_sorted(read.deeds, {}, [](const Deed& deed) { return deed.id.number; }));
}

TEST_CASE("a program that is killed at any moment loses no deed it had told of, and the name stays") {
  const Desk desk;
  {
    Writer writer(desk.place());
    keep(writer);
  }
  int told[2];
  REQUIRE(::pipe2(told, O_CLOEXEC) == 0);
  std::set<std::int64_t> numbers;
  const auto hear = [&] {
    std::int64_t number = 0;
    if (::read(told[0], &number, sizeof number) != sizeof number) return false;
    CHECK(numbers.insert(number).second);
    return true;
  };
  constexpr std::uint64_t kKills = 60;
  for (std::uint64_t kill = 0; kill < kKills; ++kill) {
    const pid_t program = begin_program([&] {
      Writer writer(desk.place());
      for (;;) {
        const auto number = keep(writer).id.number;
        if (::write(told[1], &number, sizeof number) < 0) ::_exit(1);
      }
    });
    for (std::uint64_t deeds = kill % 4; deeds > 0; --deeds) REQUIRE(hear());
    ::usleep(static_cast<useconds_t>(split_mix(kill) % 1000));
    REQUIRE(::kill(program, SIGKILL) == 0);
    CHECK(WIFSIGNALED(end_of(program)));
  }
  REQUIRE(::fcntl(told[0], F_SETFL, O_NONBLOCK) == 0);
  while (hear()) {
  }
  ::close(told[0]);
  ::close(told[1]);

  REQUIRE(names_in(desk.log()).size() == 1);
  const std::string device = *names_in(desk.log()).begin();
  const Read read = read_folder(desk.log());
  CHECK(read.deeds.size() >= numbers.size());
  CHECK(read.faults <= static_cast<int>(kKills));  // a write that is killed at the edge of a page leaves half a line
  CHECK(ids_in(desk.log()) == numbered(device, static_cast<int>(read.deeds.size())));
  CHECK(*numbers.rbegin() <= static_cast<std::int64_t>(read.deeds.size()));
}

TEST_CASE("a turn ends with its program") {
  const Desk desk;
  const pid_t program = begin_program([&] {
    Writer writer(desk.place());
    Writer::Turn turn = writer.lock();
    (void)turn.append({answer()}, kEvening, kOffset, 0);
    ::_exit(0);
  });
  CHECK(end_of(program) == 0);
  Writer writer(desk.place());
  CHECK(keep(writer).id.number == 2);
}

}  // namespace starling
