#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "source/source.h"

namespace starling {
namespace {

namespace fs = std::filesystem;

// A folder that is gone with the test.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "starling-source-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] fs::path operator/(std::string_view name) const { return path_ / name; }
  [[nodiscard]] const fs::path& path() const { return path_; }
  void put(std::string_view name, std::string_view text = "x") const {
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  [[nodiscard]] std::size_t entries() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), fs::directory_iterator{}));
  }

 private:
  fs::path path_;
};

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

  CHECK(read_file(folder / "a", 6) == bytes);
  CHECK_FALSE(read_file(folder / "a", 5));
  CHECK(read_file(folder / "empty", 0) == "");
  CHECK_FALSE(read_file(folder / "missing", 100));
  CHECK_FALSE(read_file(folder.path(), 1'000'000));
}

TEST_CASE("what is no file is not read, and not waited for") {
  const Folder folder;
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK_FALSE(read_file(folder / "pipe", 100));
  CHECK_FALSE(read_file("/dev/zero", 100));
}

TEST_CASE("a written file holds the new text and nothing is left beside it") {
  const Folder folder;
  for (const std::string& text : {std::string("first"), std::string(), std::string(3'000'000, 'y'),
                                  std::string("nul\0", 4)}) {
    write_file(folder / "a", text);
    CHECK(read_file(folder / "a", 10'000'000) == text);
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

  CHECK(read_file(folder / "plain", 10) == "old");
  CHECK(read_file(folder / "folder/inside", 10) == "old");
  CHECK(folder.entries() == 2);
}

TEST_CASE("a folder that may not be written to keeps the old text") {
  const Folder folder;
  folder.put("a", "old");
  fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
  if (::access(folder.path().c_str(), W_OK) != 0) {
    CHECK_THROWS_AS(write_file(folder / "a", "new"), FileError);
    CHECK(read_file(folder / "a", 10) == "old");
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
  CHECK(read_file(folder / "a", 10) == "old");
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

}  // namespace
}  // namespace starling
