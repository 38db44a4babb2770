#include <array>

#include "learner_file.h"

namespace starling {
namespace {

ParsedFile parsed(std::string path, std::string content) {
  return {std::move(path), 7, 1'700'000'000'123'456'789, -1, 42, std::move(content)};
}

// Path and content of what is kept for `build`, by path.
std::map<std::string, std::string> kept(const Store& store, const std::string& build = "1") {
  std::map<std::string, std::string> result;
  for (const ParsedFile& file : store.parsed_files(build)) result[file.path] = file.content;
  return result;
}

TEST_CASE("parsed files are kept, replaced and dropped") {
  const LearnerFile file;
  const std::string bytes("nul\0\xff", 5);
  {
    Store store(file.path());
    CHECK(kept(store).empty());
    const std::string large(3'000'000, 'x');
    store.keep_parsed(std::array{parsed("a", bytes), parsed("b", ""), parsed("c", large)}, {}, "1");
    CHECK(kept(store).at("a") == bytes);
    CHECK(kept(store).at("b").empty());
    CHECK(kept(store).at("c").size() == 3'000'000);
    store.keep_parsed(std::array{parsed("a", "new")}, std::array<std::string, 2>{"c", "never there"}, "1");
    store.keep_parsed({}, {}, "1");
  }

  CHECK(kept(Store(file.path())) == std::map<std::string, std::string>{{"a", "new"}, {"b", ""}});
}

TEST_CASE("the stamp of a parsed file is kept to the nanosecond") {
  Store store(":memory:");
  store.keep_parsed(std::array{parsed("a", "x")}, {}, "1");

  const auto files = store.parsed_files("1");
  REQUIRE(files.size() == 1);
  CHECK(files[0].size == 7);
  CHECK(files[0].modified_ns == 1'700'000'000'123'456'789);
  CHECK(files[0].changed_ns == -1);
  CHECK(files[0].inode == 42);
}

TEST_CASE("another build sees only what it parsed itself") {
  Store store(":memory:");
  store.keep_parsed(std::array{parsed("a", "one"), parsed("b", "one")}, {}, "1");
  CHECK(kept(store, "2").empty());

  store.keep_parsed(std::array{parsed("a", "two")}, {}, "2");

  CHECK(kept(store, "1") == std::map<std::string, std::string>{{"b", "one"}});
  CHECK(kept(store, "2") == std::map<std::string, std::string>{{"a", "two"}});
}

TEST_CASE("a store that is busy keeps the parsed files it had, without a word") {
  const LearnerFile file;
  Store store(file.path());
  store.keep_parsed(std::array{parsed("a", "old")}, {}, "1");
  {
    SQLite::Database other = file.open();
    other.exec("begin immediate");
    store.keep_parsed(std::array{parsed("a", "new")}, std::array<std::string, 1>{"a"}, "1");
  }
  CHECK(kept(store).at("a") == "old");
  store.keep_parsed(std::array{parsed("a", "new")}, {}, "1");
  CHECK(kept(store).at("a") == "new");
}

}  // namespace
}  // namespace starling
