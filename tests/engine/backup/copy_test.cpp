#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "engine/backup/folder.h"

namespace fs = std::filesystem;
using namespace starling;

namespace {

std::string said_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const BackupError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a backup holds every text and nothing else, is private, and is counted") {
  const test::Folder folder;
  folder.fill();
  folder.put("backups/old.zip", "x");
  const fs::path file = folder / "backups/new.zip";

  const BackupDone done = make_backup(folder.home(), file, false);

  CHECK(done.file == file);
  CHECK(done.texts == 8);
  CHECK(done.lines == 2);
  CHECK(done.archive_bytes == fs::file_size(file));
  CHECK(done.left_out.empty());
  CHECK(done.damaged.empty());
  struct stat status {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  const ArchiveRead read = read_archive(test::text_of(file));
  CHECK(read.texts.size() == 8);
  for (const ArchivedText& text : read.texts) CHECK(text.text == folder.text(text.name));
}

TEST_CASE("two backups of one folder are the same bytes") {
  const test::Folder folder;
  folder.fill();
  make_backup(folder.home(), folder / "backups/one.zip", false);
  make_backup(folder.home(), folder / "backups/two.zip", false);
  CHECK(folder.text("backups/one.zip") == folder.text("backups/two.zip"));
}

TEST_CASE("a backup is named by the learner's clock") {
  const DayRule rule("Europe/Berlin", 4);
  CHECK(backup_name(rule.moment(test::day("2026-11-25"), std::chrono::minutes(22 * 60 + 41)), rule) ==
        "starling-2026-11-25-2241.zip");
}

TEST_CASE("a file that is there is replaced only where that is wanted") {
  const test::Folder folder;
  folder.fill();
  folder.put("mine.zip", "precious");
  const auto again = [&] { make_backup(folder.home(), folder / "mine.zip", false); };
  CHECK(said_of(again) == (folder / "mine.zip").string() + " is there already; --force replaces it");
  CHECK(folder.text("mine.zip") == "precious");

  make_backup(folder.home(), folder / "mine.zip", true);
  CHECK(read_archive(folder.text("mine.zip")).refusal.empty());
}

TEST_CASE("a backup that is no zip, or of nothing, is refused") {
  const test::Folder folder;
  folder.fill();
  CHECK(said_of([&] { make_backup(folder.home(), folder / "copy.tar", false); }) ==
        (folder / "copy.tar").string() + ": a backup is a zip, so its name ends in '.zip'");
  CHECK(said_of([&] { make_backup("/nowhere/at/all", folder / "copy.zip", false); }) ==
        "there is nothing to copy in /nowhere/at/all");
  CHECK_FALSE(fs::exists(folder / "copy.zip"));
}

TEST_CASE("damaged lines are copied as they are, and named") {
  const test::Folder folder;
  folder.fill();
  std::string wrong = test::line("k3f9x2", 2);
  wrong[wrong.find("deck/card")] = 'D';
  const std::string text = test::line("k3f9x2", 1) + wrong + "torn\n" + test::line("k3f9x2", 3) + "{\"v\":1,\"d\":";
  folder.put("log/k3f9x2/2026-11.jsonl", text);

  const BackupDone done = make_backup(folder.home(), folder / "copy.zip", false);

  CHECK(done.lines == 5);
  REQUIRE(done.damaged.size() == 3);
  CHECK(done.damaged[0].name == "log/k3f9x2/2026-11.jsonl");
  CHECK(done.damaged[0].line == 2);
  CHECK(done.damaged[0].fault == LineFault::Checksum);
  CHECK(done.damaged[1].line == 3);
  CHECK(done.damaged[1].fault == LineFault::Broken);
  CHECK(done.damaged[2].line == 5);
  for (const ArchivedText& kept : read_archive(folder.text("copy.zip")).texts)
    if (is_log_name(kept.name)) CHECK(kept.text == text);
}

TEST_CASE("what is too large for a backup is passed over and named, and the rest is copied") {
  const test::Folder folder;
  folder.fill();
  folder.put("notes/dump.csv", "");
  fs::resize_file(folder / "notes/dump.csv", kMostKeptFileBytes + 1);

  const BackupDone done = make_backup(folder.home(), folder / "copy.zip", false);

  CHECK(done.texts == 8);
  REQUIRE(done.left_out.size() == 1);
  CHECK(done.left_out[0].name == "notes/dump.csv");
  CHECK(done.left_out[0].why == "is too large for a backup");
}

TEST_CASE("a disk that is full leaves the old backup as it was and nothing beside it") {
  const test::Folder folder;
  folder.fill();
  std::string noise;
  for (std::uint64_t i = 1; noise.size() < 300'000; ++i) noise += std::to_string(i * 0x9E3779B97F4A7C15);
  folder.put("notes/noise.md", noise);
  folder.put("backups/mine.zip", "precious");

  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{50'000, 50'000};
    ::setrlimit(RLIMIT_FSIZE, &small);
    try {
      make_backup(folder.home(), folder / "backups/mine.zip", true);
    } catch (const FileError&) {
      ::_exit(7);
    }
    ::_exit(0);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);

  CHECK(WEXITSTATUS(status) == 7);
  CHECK(folder.text("backups/mine.zip") == "precious");
  CHECK(std::distance(fs::directory_iterator(folder / "backups"), fs::directory_iterator{}) == 1);
}
