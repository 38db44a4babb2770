// Where the study folder, the cache and the state lie, and what happens where there is none.
#include "cli/places.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>

#include "cli/desk.h"

using namespace starling;
using test::contains;
using test::Desk;
using test::Reply;

TEST_CASE("things lie below HOME unless the environment says otherwise") {
  const Places usual = places({.home = "/home/me"});
  CHECK(usual.user == "/home/me");
  CHECK(usual.study == "/home/me/.local/share/starling");
  CHECK(usual.cache == "/home/me/.cache/starling");
  CHECK(usual.state == "/home/me/.local/state/starling");
  const Places moved = places({.home = "/home/me", .data = "/data", .cache = "/cache", .state = "/state"});
  CHECK(moved.study == "/data/starling");
  CHECK(moved.cache == "/cache/starling");
  CHECK(moved.state == "/state/starling");
  CHECK(places({.home = "/home/me", .starling_home = "prep", .data = "/data"}).study == "prep");
}

TEST_CASE("a relative folder of the environment is ignored, and without HOME there is none") {
  const Places relative = places({.home = "/home/me", .data = "data", .cache = "cache", .state = "./state"});
  CHECK(relative.study == "/home/me/.local/share/starling");
  CHECK(relative.cache == "/home/me/.cache/starling");
  CHECK(relative.state == "/home/me/.local/state/starling");
  for (const Variables& variables : {Variables{}, Variables{.home = "me", .data = "data", .cache = "cache", .state = "state"}}) {
    const Places none = places(variables);
    CHECK_FALSE(none.user);
    CHECK_FALSE(none.study);
    CHECK_FALSE(none.cache);
    CHECK_FALSE(none.state);
  }
  CHECK(places({.data = "/data"}).study == "/data/starling");
}

TEST_CASE("a tilde in a folder of the environment is HOME") {
  const Places found = places({.home = "/home/me", .data = "~/data", .cache = "~", .state = "~/"});
  CHECK(found.study == "/home/me/data/starling");
  CHECK(found.cache == "/home/me/starling");
  CHECK(found.state == "/home/me/starling");
  CHECK(places({.home = "/home/me", .data = "~you/data"}).study == "/home/me/.local/share/starling");
  CHECK_FALSE(places({.data = "~/data"}).study);
}

TEST_CASE("a tilde at the front is HOME, unless a folder is named so") {
  const std::filesystem::path user = "/home/me";
  CHECK(without_tilde("~", user) == "/home/me");
  CHECK(without_tilde("~/", user) == "/home/me");
  CHECK(without_tilde("~/prep/a", user) == "/home/me/prep/a");
  for (const std::string same : {"", "prep", "/a/~/b", "~me", "a~", "./~"}) CHECK(without_tilde(same, user) == same);
  CHECK_THROWS_AS((void)without_tilde("~/prep", std::nullopt), UsageError);

  const test::TemporaryFolder folder;
  const auto before = std::filesystem::current_path();
  std::filesystem::create_directories(folder / "~/prep");
  std::filesystem::current_path(folder / "");
  CHECK(without_tilde("~/prep", user) == "~/prep");
  CHECK(without_tilde("~/other", user) == "/home/me/other");
  std::filesystem::current_path(before);
}

TEST_CASE("--home takes a tilde") {
  Desk desk;
  desk.user = desk.folder / "";
  CHECK(desk("init --home ~/prep").exit == 0);
  CHECK(std::filesystem::exists(desk.folder / "prep/starling.toml"));
  CHECK(desk("deck list --home=~/prep").exit == 0);
}

TEST_CASE("without HOME and without --home nothing is made and the way out is named") {
  Desk desk;
  desk.homeless = true;
  for (const std::string line : {"", "today", "init", "deck list", "deck check", "undo"}) {
    CAPTURE(line);
    const Reply reply = desk(line);
    CHECK(reply.exit == 2);
    CHECK(reply.out.empty());
    CHECK(contains(reply.err, "--home DIR"));
  }
  CHECK(desk("memory good@0").exit == 0);
  CHECK(desk("--help").exit == 0);
  CHECK(desk("today --home " + (desk.folder / "elsewhere").string()).exit == 0);
}

TEST_CASE("only today and init begin a study folder") {
  for (const std::string line : {"", "today", "today --json", "init"}) {
    Desk desk;
    CHECK(desk(line).exit == 0);
    CHECK(std::filesystem::exists(desk.home() / "starling.toml"));
  }
  Desk desk;
  for (const std::string line : {"review", "next", "answer distributed-cap/when good", "undo", "redo", "plan", "week",
                                 "story new A title", "story list", "story show x", "story tell", "coverage", "deck list",
                                 "deck show distributed-cap", "card suspend distributed-cap/when",
                                 "card unsuspend distributed-cap/when", "card bury distributed-cap/when",
                                 "why distributed-cap/when", "stats", "optimise", "forecast", "simulate"}) {
    CAPTURE(line);
    const Reply reply = desk(line + " --quiet");
    CHECK(reply.exit == 2);
    CHECK(reply.out.empty());
    CHECK(contains(reply.err, "there is no study folder at " + desk.home().string() + "; begin one: starling init\n"));
    CHECK_FALSE(std::filesystem::exists(desk.home()));
  }
  const std::string slip = (desk.folder / "slip").string();
  CHECK(contains(desk("stats --home " + slip).err, "begin one: starling init --home " + slip));
}

TEST_CASE("settings that are no plain file are named, and no folder is said to be missing or begun") {
  Desk desk;
  desk.begin();
  std::filesystem::remove(desk.home() / "starling.toml");
  REQUIRE(::mkfifo((desk.home() / "starling.toml").c_str(), 0600) == 0);
  for (const std::string line : {"stats", "today", "answer lp-think-big/meaning good"}) {
    CAPTURE(line);
    const auto reply = desk(line);
    CHECK(reply.exit == 3);
    CHECK(reply.err == "starling.toml:1:1: error: is no plain file\n");
  }
  const std::string told = desk("doctor").out;
  CHECK(contains(told, "starling.toml: is no plain file"));
  CHECK_FALSE(contains(told, "starling init"));
}

TEST_CASE("a backup whose settings cannot be read says so before it is taken back and after") {
  Desk desk;
  desk.begin();
  const std::string good = test::text_of(desk.home() / "starling.toml");
  desk.folder.write("study/starling.toml", "level = \"L9\"\n[[[\n");
  const std::string archive = (desk.folder / "kept.zip").string();
  REQUIRE(desk("backup " + archive).exit == 0);
  desk.folder.write("study/starling.toml", good);
  for (const std::string& line : {"restore " + archive, "restore " + archive + " --apply"}) {
    CAPTURE(line);
    const auto reply = desk(line);
    CHECK(reply.exit == 0);
    CHECK(contains(reply.err, "starling.toml:2:"));
    CHECK(contains(reply.err, "With these settings no command can go on until they are mended."));
  }
  CHECK(test::text_of(desk.home() / "starling.toml") != good);
}

TEST_CASE("a folder that has a history and lost its settings gets new ones from init alone") {
  Desk desk;
  desk.begin();
  CHECK(desk("answer lp-think-big/meaning good").exit == 0);
  std::filesystem::remove(desk.home() / "starling.toml");
  for (const std::string line : {"today", "", "review", "undo", "stats", "config review.minutes_per_day 40"}) {
    CAPTURE(line);
    const Reply reply = desk(line);
    CHECK(reply.exit == 3);
    CHECK(contains(reply.err, "is not there, and log/ has a history; 'starling init' makes one, 'starling restore FILE' brings the old one"));
    CHECK_FALSE(std::filesystem::exists(desk.home() / "starling.toml"));
  }
  CHECK(desk("init --start 2026-11-23 --yes").exit == 0);
  CHECK(desk("undo").out == "Undid: good for lp-think-big/meaning\n");
}

TEST_CASE("a story comes back from a backup once, and a copy of it under another id is named") {
  Desk desk;
  desk.begin();
  const std::string text = test::text_of(test::shipped_content() / "examples/stories/story-01-checkout-cells.toml");
  desk.folder.write("study/stories/checkout-cells.toml", text);
  REQUIRE(desk("answer story/checkout-cells good").exit == 0);
  REQUIRE(desk("backup").exit == 0);
  REQUIRE(desk("story rename checkout-cells cells").exit == 0);
  const auto backups = desk.home() / "backups";
  const std::string archive = std::filesystem::directory_iterator(backups)->path().string();
  const std::string preview = desk("restore " + archive).out;
  CAPTURE(preview);
  CHECK(contains(preview, "left out stories/checkout-cells.toml"));
  CHECK(contains(desk("restore " + archive + " --json").out, "\"renamed\""));
  CHECK(contains(desk("restore " + archive + " --apply").out, "Left out: stories/checkout-cells.toml"));
  CHECK_FALSE(std::filesystem::exists(desk.home() / "stories/checkout-cells.toml"));
  CHECK_FALSE(contains(desk("deck check").out, "word for word"));
  desk.folder.write("study/stories/checkout-cells.toml", text);
  CHECK(contains(desk("deck check").out, "word for word"));
}

TEST_CASE("restore finds a backup below the study folder by the name that backup said") {
  Desk desk;
  desk.begin();
  REQUIRE(desk("backup").exit == 0);
  const auto made = std::filesystem::directory_iterator(desk.home() / "backups")->path();
  CHECK(desk("restore backups/" + made.filename().string()).exit == 0);
  CHECK(desk("restore " + made.string()).exit == 0);
  test::check_refused(desk, "restore backups/none.zip", "there is no file backups/none.zip");
}
