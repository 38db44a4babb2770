// The rules against the tree that this test was built from.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "structure/rules.h"

namespace starling::structure {

namespace {

namespace fs = std::filesystem;

const fs::path kRoot = STARLING_SOURCE_ROOT;

SourceFile load(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {path.lexically_relative(kRoot).generic_string(),
          std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>())};
}

// A file, or every file below a folder; nothing where there is neither.
std::vector<SourceFile> files_in(std::string_view name) {
  const fs::path top = kRoot / name;
  std::vector<SourceFile> files;
  if (fs::is_regular_file(top)) files.push_back(load(top));
  if (!fs::is_directory(top)) return files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(top))
    if (entry.is_regular_file()) files.push_back(load(entry.path()));
  std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

std::set<std::string> room_folders() {
  std::set<std::string> folders;
  for (const fs::directory_entry& entry : fs::directory_iterator(kRoot / "engine"))
    if (entry.is_directory()) folders.insert(entry.path().filename().string());
  return folders;
}

RoomTable rooms() { return read_rooms(load(kRoot / "engine" / "rooms.txt").text); }

void expect_none(const std::vector<Violation>& violations) {
  for (const Violation& violation : violations) FAIL_CHECK(to_string(violation));
}

}  // namespace

TEST_CASE("every room of the engine has its folder and its arrows run one way") {
  const RoomTable table = rooms();
  REQUIRE(table.rooms.size() >= 10);
  expect_none(check_table(table, room_folders()));
}

TEST_CASE("every room has a front door") {
  for (const Room& room : rooms().rooms)
    CHECK_MESSAGE(fs::exists(kRoot / "engine" / room.name / (room.name + ".h")), room.name);
}

TEST_CASE("the engine and the cli include what the table of rooms allows") {
  for (const std::string_view top : {"engine", "cli"}) {
    const auto files = files_in(top);
    REQUIRE(files.size() > 10);
    expect_none(check_includes(files, rooms()));
  }
}

TEST_CASE("a name of a type is that of one type") {
  auto files = files_in("engine");
  for (const SourceFile& file : files_in("cli")) files.push_back(file);
  expect_none(check_type_names(files));
}

TEST_CASE("no room looks at a clock or draws by chance") { expect_none(check_chance(files_in("engine"))); }

TEST_CASE("nothing is left for later") {
  for (const std::string_view top : {"engine", "cli", "tests", "schema", "decks", "docs", "cmake", "README.md",
                                     "CMakeLists.txt"})
    expect_none(check_unfinished(files_in(top)));
}

}  // namespace starling::structure
