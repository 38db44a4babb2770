// Five days of a learner, one command a step, and what their replies have to do with each other.
#include <doctest/doctest.h>

#include <cstdlib>

#include "cli/desk.h"

using namespace starling;
using test::Desk;

namespace {

constexpr std::array<const char*, 11> kPattern{"good", "good", "easy", "again", "good", "hard",
                                               "good", "good", "again", "good", "good"};

std::string date(int offset) { return " --date " + to_string(test::day("2026-11-30") + std::chrono::days(offset)); }

// Every reply of a day.
std::string live_day(Desk& desk, int offset, int& count, int most = 500) {
  std::string transcript = desk("today --json" + date(offset)).out;
  for (int given = 0; given < most; ++given) {
    const test::Reply next = desk("next --json" + date(offset));
    transcript += next.out;
    if (next.exit == 1) break;
    REQUIRE(next.exit == 0);
    const std::string item = next.json()["item"]["item"];
    const std::string grade = kPattern[static_cast<std::size_t>(count++) % kPattern.size()];
    const test::Reply answer = desk("answer " + item + " " + grade + " --seconds 11 --json" + date(offset));
    REQUIRE(answer.exit == 0);
    transcript += answer.out;
  }
  return transcript;
}

// What the folder says, whoever asks.
std::string what_it_says(Desk& desk, int offset) {
  std::string all;
  for (const char* command : {"today --json", "next --json", "stats --json", "deck list --json", "coverage --json"})
    all += desk(command + date(offset)).out;
  return all;
}

}  // namespace

TEST_SUITE("life") {
  TEST_CASE("five days through commands: two runs are equal to the byte, also where the cache goes in between") {
    Desk one;
    Desk two;
    one.begin();
    two.begin();
    int count_one = 0;
    int count_two = 0;
    for (int day = 0; day < 5; ++day) {
      const std::string first = live_day(one, day, count_one);
      if (day == 2) std::filesystem::remove_all(two.folder / "cache");
      CHECK(live_day(two, day, count_two) == first);
    }
    CHECK(what_it_says(one, 5) == what_it_says(two, 5));
    std::filesystem::remove_all(one.folder / "cache");
    CHECK(what_it_says(one, 5) == what_it_says(two, 5));
  }
}

namespace {

// Another machine: its own state and cache, the folder a clone of a repository.
struct Machine {
  Desk desk;
  void git(const std::string& words) const {
    const std::string line = "cd '" + desk.home().string() + "' && git -c user.name=l -c user.email=l@l -c " +
                             "init.defaultBranch=main -c commit.gpgsign=false " + words + " >/dev/null 2>&1";
    CAPTURE(line);
    REQUIRE(std::system(line.c_str()) == 0);
  }
  void clone_of(const Machine& other) const {
    const std::string line = "git clone -q '" + other.desk.home().string() + "' '" + desk.home().string() + "' 2>/dev/null";
    REQUIRE(std::system(line.c_str()) == 0);
  }
  void commit() const { git("add -A && git -c user.name=l -c user.email=l@l commit -q --allow-empty -m day"); }
  void pull(const Machine& other) const { git("pull -q --no-rebase --no-edit '" + other.desk.home().string() + "' main"); }
};

}  // namespace

TEST_CASE("where a copy of the folder went on under one number, an undo takes back the deed that it names and no other") {
  namespace fs = std::filesystem;
  Desk desk;
  desk.begin();
  CHECK(desk("answer lp-think-big/meaning good").exit == 0);
  const fs::path place = desk.folder.path();
  const fs::path aside = place.string() + "-aside";
  fs::copy(place, aside, fs::copy_options::recursive);
  CHECK(desk("answer lp-earn-trust/own-slip good --date 2026-11-24").exit == 0);
  const auto log_file = [&] {
    for (const auto& entry : fs::recursive_directory_iterator(desk.home() / "log"))
      if (entry.path().extension() == ".jsonl") return entry.path();
    return fs::path();
  };
  const fs::path theirs = log_file().filename().string() + ".theirs";
  fs::copy_file(log_file(), aside / theirs);
  fs::remove_all(place);
  fs::rename(aside, place);
  CHECK(desk("answer lp-bias-for-action/meaning again --date 2026-11-25").exit == 0);
  fs::rename(place / theirs, log_file().parent_path() / "2026-11 (2).jsonl");

  const auto reviews = [&](const std::string& id) { return desk("why " + id + " --json --date 2026-11-25").json()["reviews"]; };
  CHECK(desk("undo --date 2026-11-25").out == "Undid: again for lp-bias-for-action/meaning\n");
  CHECK(reviews("lp-earn-trust/own-slip") == 1);
  CHECK(desk("undo --date 2026-11-25").out == "Undid: good for lp-earn-trust/own-slip\n");
  CHECK(reviews("lp-think-big/meaning") == 1);
  CHECK(desk("redo --date 2026-11-25").out == "Redid: good for lp-earn-trust/own-slip\n");
  CHECK(reviews("lp-bias-for-action/meaning") == 0);
  CHECK(desk("redo --date 2026-11-25").out == "Redid: again for lp-bias-for-action/meaning\n");
  CHECK(reviews("lp-earn-trust/own-slip") == 1);
}

TEST_CASE("a folder that three machines carry by git merges without a conflict and says the same everywhere") {
  if (std::system("git --version >/dev/null 2>&1") != 0) {
    MESSAGE("skipped: there is no git");
    return;
  }
  namespace fs = std::filesystem;
  Machine laptop;
  Machine desktop;
  Machine twin;  // the laptop's disk, copied with all it remembers
  desktop.desk.dice = SplitMix64(Seed{2});
  int count = 0;
  REQUIRE(laptop.desk("init --level L6 --start 2026-11-23 --interview 2027-05-07").exit == 0);
  (void)live_day(laptop.desk, 0, count, 6);
  laptop.git("init -q -b main");
  laptop.commit();
  desktop.clone_of(laptop);

  // The twin lives a day in the laptop's place, under the same path and the same name, with a clock a day fast.
  const fs::path place = laptop.desk.folder.path();
  const fs::path aside = place.string() + "-aside";
  fs::copy(place, aside, fs::copy_options::recursive);
  (void)live_day(laptop.desk, 2, count, 5);
  fs::rename(laptop.desk.home(), twin.desk.home());
  fs::remove_all(place);
  fs::rename(aside, place);

  // Meanwhile the others; the desktop's clock is a day slow, and it takes its last answer back.
  (void)live_day(laptop.desk, 1, count, 5);
  (void)live_day(desktop.desk, 0, count, 5);
  CHECK(desktop.desk("undo" + date(0)).exit == 0);
  for (const Machine* machine : {&laptop, &desktop, &twin}) machine->commit();
  laptop.pull(desktop);
  laptop.pull(twin);
  desktop.pull(laptop);
  twin.pull(laptop);

  const std::string said = what_it_says(laptop.desk, 3);
  CHECK(what_it_says(desktop.desk, 3) == said);
  CHECK(what_it_says(twin.desk, 3) == said);
  CHECK(laptop.desk("stats --json" + date(3)).json()["all"]["reviews"] == 6 + 5 + 4 + 5);
  fs::remove_all(laptop.desk.folder / "cache");
  CHECK(what_it_says(laptop.desk, 3) == said);

  // And it goes on, the laptop under a new name: an undo on one side takes back what another side did last.
  CHECK(laptop.desk("answer lp-think-big/meaning good" + date(3)).exit == 0);
  laptop.commit();
  desktop.pull(laptop);
  CHECK(desktop.desk("stats --json" + date(3)).json()["all"]["reviews"] == 6 + 5 + 4 + 5 + 1);
  CHECK(desktop.desk("undo" + date(3)).out.find("lp-think-big/meaning") != std::string::npos);
  desktop.commit();
  laptop.pull(desktop);
  CHECK(laptop.desk("stats --json" + date(3)).json()["all"]["reviews"] == 6 + 5 + 4 + 5);
}
