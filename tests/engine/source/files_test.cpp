#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "engine/source/folder.h"
#include "source/source.h"

namespace starling {
namespace {

std::vector<std::string> names(const std::vector<ListedFile>& files) {
  std::vector<std::string> result;
  for (const ListedFile& file : files) result.push_back(file.path.filename().string());
  return result;
}

TEST_CASE("files are listed by name, hidden ones and folders left out") {
  const Folder folder;
  for (const char* name : {"b.toml", "a.toml", "B.toml", "10.toml", "9.toml", ".hidden.toml", "a.txt", "toml",
                           "a.toml.123.tmp", "\xC3\xA9.toml"})
    folder.put(name);
  fs::create_directory(folder / "folder.toml");
  fs::create_symlink("b.toml", folder / "link.toml");
  fs::create_symlink("nowhere", folder / "dangling.toml");
  REQUIRE(::mkfifo((folder / "pipe.toml").c_str(), 0600) == 0);

  CHECK(names(list_files(folder.path(), ".toml")) ==
        std::vector<std::string>{"10.toml", "9.toml", "B.toml", "a.toml", "b.toml", "link.toml", "\xC3\xA9.toml"});
  CHECK(list_files(folder / "missing", ".toml").empty());
  CHECK(list_files(folder / "a.toml", ".toml").empty());
}

TEST_CASE("a listed file has the stamp of the file") {
  const Folder folder;
  folder.put("a.toml", "12345");

  const auto files = list_files(folder.path(), ".toml");

  REQUIRE(files.size() == 1);
  CHECK(files[0].stamp == file_stamp(folder / "a.toml"));
  CHECK(files[0].stamp.size == 5);
  CHECK_FALSE(file_stamp(folder.path()));
  CHECK_FALSE(file_stamp(folder / "missing"));
}

TEST_CASE("a file that is written again has another stamp, even with the same length") {
  const Folder folder;
  write_file(folder / "a", "one");
  const auto before = file_stamp(folder / "a");
  write_file(folder / "a", "two");

  CHECK(file_stamp(folder / "a") != before);
}

TEST_CASE("a file is read whole, or not at all when it is larger than the limit") {
  const Folder folder;
  const std::string bytes("a\0b\r\n\xff", 6);
  folder.put("a", bytes);
  folder.put("empty", "");

  CHECK(read_file(folder / "a", 6).text == bytes);
  CHECK_FALSE(read_file(folder / "a", 5));
  CHECK(read_file(folder / "empty", 0).text == "");
  CHECK_FALSE(read_file(folder / "missing", 100));
  CHECK_FALSE(read_file(folder.path(), 1'000'000));
}

TEST_CASE("what is no file is not read, and not waited for") {
  const Folder folder;
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  for (const fs::path& path : {folder / "pipe", fs::path("/dev/zero"), folder.path()}) {
    const FileText read = read_file(path, 1'000'000);
    CHECK_FALSE(read);
    CHECK(read.fault == FileFault::NotPlain);
    CHECK(read.reason == "is no plain file");
  }
}

TEST_CASE("a file that is missing is told from one that is there and cannot be read") {
  const Folder folder;
  folder.put("a", "12345");
  fs::create_symlink("nowhere", folder / "dangling");
  fs::create_symlink("circle", folder / "circle");

  CHECK(read_file(folder / "a", 10).fault == FileFault::None);
  CHECK(read_file(folder / "a", 10).reason.empty());
  CHECK(read_file(folder / "missing", 10).fault == FileFault::Missing);
  CHECK(read_file(folder / "gone/missing", 10).fault == FileFault::Missing);
  CHECK(read_file(folder / "a/missing", 10).fault == FileFault::Missing);
  CHECK(read_file(folder / "missing", 10).reason == "is not there");
  CHECK(read_file(folder / "a", 4).fault == FileFault::TooLarge);
  CHECK(read_file(folder / "a", 4).reason == "is larger than 4 bytes");
  CHECK(read_file(folder / "dangling", 10).fault == FileFault::Unreadable);
  CHECK(read_file(folder / "dangling", 10).reason == "is a link to nothing");
  CHECK(read_file(folder / "circle", 10).fault == FileFault::Unreadable);
  CHECK(read_file(folder / "circle", 10).reason == "cannot be read: Too many levels of symbolic links");

  fs::resize_file(folder / "a", kMaxTomlBytes + 1);
  CHECK(read_file(folder / "a", kMaxTomlBytes).reason == "is larger than 8 MiB");

  fs::permissions(folder / "a", fs::perms::none);
  if (::access((folder / "a").c_str(), R_OK) != 0) {
    CHECK(read_file(folder / "a", 10).fault == FileFault::Unreadable);
    CHECK(read_file(folder / "a", 10).reason == "cannot be read: Permission denied");
  }
}

TEST_CASE("what a folder holds that cannot be read is listed with its reason, and so is the folder itself") {
  const Folder folder;
  folder.put("a.toml");
  fs::create_directory(folder / "c.toml");
  fs::create_symlink("nowhere", folder / "b.toml");
  fs::create_symlink("nowhere", folder / "decks");
  REQUIRE(::mkfifo((folder / "d.toml").c_str(), 0600) == 0);

  const FolderList list = list_folder(folder.path(), ".toml");
  CHECK(names(list.files) == std::vector<std::string>{"a.toml"});
  std::string said;
  for (const PassedOver& each : list.passed_over) said += each.path.filename().string() + " " + each.reason + "; ";
  CHECK(said == "b.toml is a link to nothing; c.toml is no plain file; d.toml is no plain file; ");

  CHECK(list_folder(folder / "missing", ".toml").passed_over.empty());
  REQUIRE(list_folder(folder / "decks", ".toml").passed_over.size() == 1);
  CHECK(list_folder(folder / "decks", ".toml").passed_over[0].reason == "is a link to nothing");
  CHECK(list_folder(folder / "d.toml", ".toml").passed_over[0].reason == "is a file or a pipe, not a folder");
}

}  // namespace
}  // namespace starling
