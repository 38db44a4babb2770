#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <optional>
#include <string>
#include <vector>

#include "engine/source/folder.h"
#include "source/source.h"

namespace starling {
namespace {

TEST_CASE("a written file holds the new text and nothing is left beside it") {
  const Folder folder;
  for (const std::string& text : {std::string("first"), std::string(), std::string(3'000'000, 'y'),
                                  std::string("nul\0", 4)}) {
    write_file(folder / "a", text);
    CHECK(read_file(folder / "a", 10'000'000).text == text);
    CHECK(folder.entries() == 1);
  }
}

TEST_CASE("a file that cannot be written leaves the old text and nothing beside it") {
  const Folder folder;
  folder.put("plain", "old");
  fs::create_directory(folder / "folder");
  folder.put("folder/inside", "old");

  CHECK_THROWS_AS(write_file(folder / "gone/a", "new"), FileError);
  CHECK_THROWS_AS(write_file(folder / "plain/a", "new"), FileError);
  CHECK_THROWS_AS(write_file(folder / "folder", "new"), FileError);

  CHECK(read_file(folder / "plain", 10).text == "old");
  CHECK(read_file(folder / "folder/inside", 10).text == "old");
  CHECK(folder.entries() == 2);
}

TEST_CASE("a folder that may not be written to keeps the old text") {
  const Folder folder;
  folder.put("a", "old");
  fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
  if (::access(folder.path().c_str(), W_OK) != 0) {
    CHECK_THROWS_AS(write_file(folder / "a", "new"), FileError);
    CHECK(read_file(folder / "a", 10).text == "old");
  }
  fs::permissions(folder.path(), fs::perms::owner_all);
}

TEST_CASE("a disk that is full keeps the old text") {
  const Folder folder;
  folder.put("a", "old");

  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{100'000, 100'000};
    ::setrlimit(RLIMIT_FSIZE, &small);
    try {
      write_file(folder / "a", std::string(300'000, 'y'));
    } catch (const FileError& error) {
      ::_exit(std::string_view(error.what()).ends_with("File too large") ? 7 : 8);
    }
    ::_exit(0);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);

  CHECK(WEXITSTATUS(status) == 7);
  CHECK(read_file(folder / "a", 10).text == "old");
  CHECK(folder.entries() == 1);
}

TEST_CASE("what went wrong names the file and the reason") {
  const Folder folder;
  std::string said;
  try {
    write_file(folder / "gone/a", "new");
  } catch (const FileError& error) {
    said = error.what();
  }
  CHECK(said == "cannot write " + (folder / "gone/a").string() + ": No such file or directory");
}

TEST_CASE("a folder is made with those above it, and may be there already") {
  const Folder folder;
  folder.put("file");

  make_folder(folder / "a/b/c");
  make_folder(folder / "a/b/c");

  CHECK(fs::is_directory(folder / "a/b/c"));
  CHECK_THROWS_AS(make_folder(folder / "file/sub"), FileError);
}

TEST_CASE("what Starling makes is its owner's alone, and what is there keeps its mode") {
  const Folder folder;
  const auto mode = [&](std::string_view name) { return fs::status(folder / name).permissions(); };
  write_file(folder / "new", "x");
  make_folder(folder / "a/b");
  CHECK(mode("new") == fs::perms(0600));
  CHECK(mode("a") == fs::perms(0700));
  CHECK(mode("a/b") == fs::perms(0700));

  for (const unsigned bits : {0644U, 0640U, 0400U, 0664U}) {
    fs::permissions(folder / "new", fs::perms(bits));
    write_file(folder / "new", "y");
    CHECK(mode("new") == fs::perms(bits));
  }
  fs::permissions(folder / "a", fs::perms(0755));
  make_folder(folder / "a/b");
  CHECK(mode("a") == fs::perms(0755));
}

TEST_CASE("what root makes in a folder of somebody else is theirs, and what a link leads to stays whose it is") {
  if (::geteuid() != 0) return;
  constexpr uid_t kOther = 65534;
  const Folder folder;
  const auto owner = [](const fs::path& path) {
    struct stat status {};
    REQUIRE(::lstat(path.c_str(), &status) == 0);
    return status.st_uid;
  };
  REQUIRE(::chown(folder.path().c_str(), kOther, kOther) == 0);
  write_file(folder / "new", "x");
  make_folder(folder / "a/b");
  write_file(folder / "a/b/new", "x");
  for (const char* made : {"new", "a", "a/b", "a/b/new"}) CHECK(owner(folder / made) == kOther);

  const Folder own;
  own.put("linked");
  fs::create_symlink(own / "linked", folder / "link");
  give_to_owner_above(folder / "link");
  CHECK(owner(own / "linked") == 0);
  write_file(folder / "link", "y");
  CHECK(owner(own / "linked") == 0);
}

TEST_CASE("a link is written through, and stays a link") {
  const Folder folder;
  fs::create_directory(folder / "elsewhere");
  folder.put("elsewhere/real", "old");
  fs::create_symlink("elsewhere/real", folder / "near");
  fs::create_symlink(folder / "near", folder / "far");
  fs::create_symlink("elsewhere/made", folder / "dangling");

  write_file(folder / "far", "new");
  write_file(folder / "dangling", "made");

  CHECK(read_file(folder / "elsewhere/real", 10).text == "new");
  CHECK(read_file(folder / "elsewhere/made", 10).text == "made");
  for (const std::string_view link : {"near", "far", "dangling"}) CHECK(fs::is_symlink(folder / link));
  CHECK(folder.entries() == 4);
  fs::create_symlink("circle", folder / "circle");
  CHECK_THROWS_AS(write_file(folder / "circle", "new"), FileError);
}

TEST_CASE("a pipe or a device is never replaced by a file") {
  const Folder folder;
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK_THROWS_AS(write_file(folder / "pipe", "new"), FileError);
  CHECK(fs::is_fifo(folder / "pipe"));
  CHECK(folder.entries() == 1);
}

TEST_CASE("a temporary name that is taken is left alone and another one used") {
  const Folder folder;
  const std::string own = "a." + std::to_string(::getpid()) + ".tmp";
  fs::create_directory(folder / own);  // whoever made it: no file of ours
  write_file(folder / "a", "new");
  CHECK(read_file(folder / "a", 10).text == "new");
  CHECK(fs::is_directory(folder / own));
  CHECK(folder.entries() == 2);
}

// The id of a process that was and is no more.
pid_t dead_process() {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(0);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return child;
}

TEST_CASE("what a killed program left beside its text is removed by the next write, and nothing else is") {
  const Folder folder;
  const std::string dead = std::to_string(dead_process());
  const std::string own = std::to_string(::getpid());
  for (const std::string& name : {"a.toml." + dead + ".tmp", "a.toml." + dead + "-3.tmp", "a.toml." + own + ".tmp"})
    folder.put(name);
  const std::vector<std::string> kept{"a.toml." + std::to_string(::getppid()) + ".tmp", "b.toml." + dead + ".tmp",
                                      "a.toml.notes.tmp", "a.toml.tmp", "a.toml." + dead};
  for (const std::string& name : kept) folder.put(name);

  write_file(folder / "a.toml", "new");

  for (const std::string& name : kept) CHECK(fs::exists(folder / name));
  CHECK(folder.entries() == kept.size() + 1);
}

TEST_CASE("a temporary file that is being written is left alone, whoever writes it") {
  const Folder folder;
  const std::string name = "a.toml." + std::to_string(dead_process()) + ".tmp";
  folder.put(name);
  const int held = ::open((folder / name).c_str(), O_RDONLY);
  REQUIRE(::flock(held, LOCK_EX) == 0);
  write_file(folder / "a.toml", "new");
  CHECK(fs::exists(folder / name));
  ::close(held);
  write_file(folder / "a.toml", "new");
  CHECK_FALSE(fs::exists(folder / name));
}

TEST_CASE("a folder that is made again is rid of what killed programs left of its texts") {
  const Folder folder;
  const std::string dead = std::to_string(dead_process());
  for (const std::string& name : {"a.toml." + dead + ".tmp", "b.toml." + dead + ".tmp", "holiday.jpg." + dead + ".tmp"})
    folder.put(name);
  make_folder(folder.path());
  CHECK(folder.entries() == 1);
  CHECK(fs::exists(folder / ("holiday.jpg." + dead + ".tmp")));
}

// Runs `work` in four processes at once, with a letter each.
template <class Work>
void at_once(Work work) {
  std::vector<pid_t> writers;
  for (char letter = 'a'; letter < 'e'; ++letter) {
    const pid_t child = ::fork();
    if (child == 0) {
      try {
        work(letter);
      } catch (const FileError&) {
        ::_exit(1);
      }
      ::_exit(0);
    }
    writers.push_back(child);
  }
  for (const pid_t writer : writers) {
    int status = 0;
    REQUIRE(::waitpid(writer, &status, 0) == writer);
    CHECK(WEXITSTATUS(status) == 0);
  }
}

TEST_CASE("programs that change one file at once lose nothing of each other") {
  const Folder folder;
  folder.put("x.toml", "");
  at_once([&](char letter) {
    for (int round = 0; round < 25; ++round)
      change_file(folder / "x.toml", [&](const FileText& now) { return std::optional(now.value() + letter); });
  });
  const std::string text = read_file(folder / "x.toml", 1000).value();
  for (char letter = 'a'; letter < 'e'; ++letter) CHECK(std::ranges::count(text, letter) == 25);
  change_file(folder / "x.toml", [](const FileText&) { return std::nullopt; });
  CHECK(read_file(folder / "x.toml", 1000).value() == text);
}

TEST_CASE("of programs that make one file at once one does, and what is there stays") {
  const Folder folder;
  at_once([&](char letter) {
    if (write_new_file(folder / "x.toml", std::string(20'000, letter))) folder.put(std::string("made-by-") + letter);
  });
  CHECK(folder.entries() == 2);
  const std::string text = read_file(folder / "x.toml", 100'000).value();
  CHECK(text == std::string(20'000, text[0]));
  CHECK(fs::exists(folder / (std::string("made-by-") + text[0])));
  CHECK_FALSE(write_new_file(folder / "x.toml", "y"));
  fs::create_directory(folder / "sub");
  CHECK_FALSE(write_new_file(folder / "sub", "y"));
}

TEST_CASE("programs that write one file at once each write it whole") {
  const Folder folder;
  at_once([&](char letter) {
    for (int round = 0; round < 40; ++round) write_file(folder / "x.toml", std::string(20'000, letter));
  });
  const std::string text = read_file(folder / "x.toml", 100'000).value();
  CHECK(text == std::string(20'000, text[0]));
  CHECK(folder.entries() == 1);
}

}  // namespace
}  // namespace starling
