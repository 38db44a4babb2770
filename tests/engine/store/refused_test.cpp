#include <cstdint>

#include "learner_file.h"

namespace starling {
namespace {

// A learner's file with a few hundred answers, all in the one file.
void fill(const LearnerFile& file) {
  {
    Store store(file.path());
    store.derive(model(), kModel);
    Dice dice{1};
    for (int i = 0; i < 200; ++i) store.append(anything(dice, i / 10), model());
  }
  file.gather();
}

// The bytes of the header at `offset` become the number, its highest byte first.
void put_number(std::string& bytes, std::size_t offset, std::uint32_t number) {
  for (std::size_t i = 0; i < 4; ++i) bytes[offset + i] = static_cast<char>(number >> (24 - 8 * i));
}

// What the store says to a file of these bytes; nothing in it may change.
std::string refuses(const LearnerFile& file, const std::string& bytes) {
  file.put(bytes);
  const std::string said = refusal([&] { Store store(file.path()); });
  CHECK(file.bytes() == bytes);
  CHECK(contains(said, file.path().string()));
  return said;
}

TEST_CASE("a file that is no database is refused and stays as it was") {
  const LearnerFile file;
  CHECK(contains(refuses(file, "Dear diary,\n"), "not an SQLite database"));
  CHECK(contains(refuses(file, std::string(10'000, 'x')), "not an SQLite database"));
  CHECK(contains(refuses(file, "x"), "damaged"));
  CHECK(contains(refuses(file, "SQLite format 3"), "damaged"));
  CHECK(contains(refuses(file, std::string("SQLite format 3\0", 16)), "damaged"));
  CHECK(fs::exists(file.path()));
}

TEST_CASE("a database of another program is refused and stays as it was") {
  const LearnerFile other;
  SQLite::Database(other.path().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("create table mail (x); insert into mail values (1)");
  CHECK(contains(refuses(other, other.bytes()), "another program"));

  const LearnerFile file;
  fill(file);
  std::string bytes = file.bytes();
  put_number(bytes, 68, 0x12345678);
  CHECK(contains(refuses(file, bytes), "another program"));
}

TEST_CASE("a log of a newer program is refused and stays as it was") {
  const LearnerFile file;
  fill(file);
  const std::string whole = file.bytes();
  for (const std::uint32_t version : {2U, 1000U, 0x80000000U, 0xffffffffU}) {
    std::string bytes = whole;
    put_number(bytes, 60, version);
    CHECK(contains(refuses(file, bytes), "newer Starling"));
  }
  file.put(whole);
  CHECK(Store(file.path()).events().size() == 200);
}

TEST_CASE("a log whose version grew only in the write-ahead log is refused too") {
  const LearnerFile file;
  Store keeps_the_log_open(file.path());
  file.open().exec("pragma user_version = 2");

  CHECK(contains(refusal([&] { Store store(file.path()); }), "newer Starling"));
}

TEST_CASE("a log whose end is missing is refused and stays as it was, wherever it was cut") {
  const LearnerFile file;
  fill(file);
  const std::string whole = file.bytes();
  for (std::size_t size = 1; size < whole.size(); size += 1021) {
    CAPTURE(size);
    CHECK(contains(refuses(file, whole.substr(0, size)), "damaged"));
  }
  CHECK(contains(refuses(file, whole.substr(0, whole.size() - 1)), "its end is missing"));
}

TEST_CASE("a log with garbage in the middle is refused and stays as it was") {
  const LearnerFile file;
  fill(file);
  const std::string whole = file.bytes();
  REQUIRE(whole.size() % 4096 == 0);
  Dice dice{8};
  for (std::size_t page = 1; page * 4096 < whole.size(); ++page) {
    std::string bytes = whole;
    for (std::size_t i = 0; i < 4096; ++i) bytes[page * 4096 + i] = static_cast<char>(dice.below(256));
    CAPTURE(page);
    CHECK(contains(refuses(file, bytes), "damaged"));
  }
}

TEST_CASE("bytes that flip anywhere are refused or read, never a crash") {
  const LearnerFile file;
  fill(file);
  const std::string whole = file.bytes();
  Dice dice{2};
  int refused = 0;
  for (int round = 0; round < 150; ++round) {
    std::string bytes = whole;
    for (int i = 0; i < 20; ++i) {
      const int at = dice.below(static_cast<int>(bytes.size()));
      bytes[static_cast<std::size_t>(at)] = static_cast<char>(dice.below(256));
    }
    fs::remove(file.path().string() + "-wal");
    file.put(bytes);
    refused += !refusal([&] {
                  Store store(file.path());
                  store.rebuild(model(), kModel);
                  (void)store.states();
                  (void)store.to_redo();
                }).empty();
  }
  CHECK(refused > 10);
}

TEST_CASE("a folder in place of the file is refused") {
  const LearnerFile file;
  fs::create_directory(file.path());
  CHECK(contains(refusal([&] { Store store(file.path()); }), "cannot write to"));
  CHECK(fs::is_empty(file.path()));
}

TEST_CASE("a folder that is not there is refused, and not made") {
  const LearnerFile file;
  CHECK(contains(refusal([&] { Store store(file.folder() / "gone" / "starling.db"); }), "cannot write to"));
  CHECK_FALSE(fs::exists(file.folder() / "gone"));
}

TEST_CASE("a file that may not be written to takes no answer and stays as it was") {
  const LearnerFile file;
  fill(file);
  const std::string whole = file.bytes();
  fs::permissions(file.path(), fs::perms::owner_read);
  fs::permissions(file.folder(), fs::perms::owner_read | fs::perms::owner_exec);
  if (::access(file.path().c_str(), W_OK) != 0) {
    CHECK_FALSE(refusal([&] {
                  Store store(file.path());
                  store.append(event(review(Grade::Good)), model());
                }).empty());
    CHECK(file.bytes() == whole);
  }
  fs::permissions(file.folder(), fs::perms::owner_all);
}

TEST_CASE("an empty file becomes a log") {
  const LearnerFile file;
  file.put("");
  CHECK(Store(file.path()).append(event(review(Grade::Good)), model()).id == 1);
  CHECK(Store(file.path()).events().size() == 1);
}

}  // namespace
}  // namespace starling
