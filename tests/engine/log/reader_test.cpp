#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <fmt/format.h>

#include <algorithm>

#include "engine/log/desk.h"

namespace starling {

using namespace test;
namespace fs = std::filesystem;

namespace {

std::string line_of(std::int64_t number, const std::string& device = "k3f9x2") {
  const std::int64_t order = kEvening.at.time_since_epoch().count() + number;
  return written({{device, number}, order, kEvening.at, kOffset, kEvening.day, {answer()}});
}

std::vector<std::string> names_of(const LogListing& listing) {
  std::vector<std::string> names;
  for (const LogFile& file : listing.files) names.push_back(file.name);
  return names;
}

bool passes_over(const LogListing& listing, std::string_view name) {
  return std::ranges::any_of(listing.passed_over, [&](const std::string& text) { return says(text, name); });
}

struct Seen {
  std::vector<std::int64_t> numbers;  // 0 for a line that is no deed
  std::vector<LinePlace> places;
  std::optional<ReadSoFar> so_far;
};
Seen see(const fs::path& file, const ReadSoFar& from = {}) {
  Seen seen;
  seen.so_far = read_lines(file, from, [&](LineRead line, const LinePlace& place) {
    seen.numbers.push_back(line.deed ? line.deed->id.number : 0);
    seen.places.push_back(place);
  });
  return seen;
}

using Numbers = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("files are read whatever a sync program called them") {
  const TemporaryFolder folder(in_memory());
  const std::vector<std::string> names{"a/2026-11 (conflict).jsonl", "a/2026-11.jsonl",
                                       "a/2026-11.sync-conflict-20261125-101112-ABCDEFG.jsonl", "b/Copy of x.jsonl",
                                       "c/d/e/f/deep.jsonl", "loose.jsonl"};
  for (const std::string& name : names) folder.write("log/" + name, "\n");
  for (const char* name : {"a/lock", "a/.hidden.jsonl", "a/~x.jsonl", "a/x.jsonl.tmp", ".stversions/x.jsonl",
                           "a/x.jsonl~", "readme.txt"})
    folder.write(std::string("log/") + name, "\n");
  const LogListing listing = list_log(folder / "log");
  CHECK(names_of(listing) == names);
  CHECK(listing.passed_over.empty());
  CHECK(listing.files.front().stamp == file_stamp(folder.path() / "log" / names.front()));
}

TEST_CASE("a log folder that is not there has no files, and one that is a file says so") {
  const TemporaryFolder folder(in_memory());
  CHECK(list_log(folder / "log").files.empty());
  CHECK(list_log(folder / "log").passed_over.empty());
  folder.write("log", "");
  CHECK(passes_over(list_log(folder / "log"), "cannot be read"));
}

TEST_CASE("pipes, sockets and devices below the log are passed over without waiting") {
  const TemporaryFolder folder(in_memory());
  folder.write("log/a/2026-11.jsonl", "\n");
  REQUIRE(::mkfifo((folder / "log/a/pipe.jsonl").c_str(), 0600) == 0);
  REQUIRE(::mkfifo((folder / "log/pipe").c_str(), 0600) == 0);
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string name = (folder / "log/a/s.jsonl").string();
  REQUIRE(name.size() < sizeof address.sun_path);
  std::ranges::copy(name, address.sun_path);
  REQUIRE(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  ::close(socket);
  fs::create_symlink("/dev/zero", folder / "log/a/zero.jsonl");

  const LogListing listing = list_log(folder / "log");
  CHECK(names_of(listing) == std::vector<std::string>{"a/2026-11.jsonl"});
  for (const char* passed : {"log/pipe is no plain file", "log/a/pipe.jsonl is no plain file", "log/a/s.jsonl", "log/a/zero.jsonl"})
    CHECK(passes_over(listing, passed));
  CHECK_FALSE(see(folder / "log/a/pipe.jsonl").so_far);
}

TEST_CASE("links are followed, circles are not") {
  const TemporaryFolder folder(in_memory());
  folder.write("elsewhere/2026-10.jsonl", "\n");
  folder.write("log/a/2026-11.jsonl", "\n");
  fs::create_directory_symlink(folder / "elsewhere", folder / "log/b");
  fs::create_symlink(folder / "elsewhere/2026-10.jsonl", folder / "log/a/link.jsonl");
  fs::create_directory_symlink(folder / "log", folder / "log/a/circle");
  fs::create_symlink(folder / "log/self.jsonl", folder / "log/self.jsonl");
  fs::create_symlink("nothing", folder / "log/to-nothing.jsonl");

  const LogListing listing = list_log(folder / "log");
  CHECK(names_of(listing) == std::vector<std::string>{"a/2026-11.jsonl", "a/link.jsonl", "b/2026-10.jsonl"});
  CHECK(passes_over(listing, "log/a/circle"));
  CHECK(passes_over(listing, "log/self.jsonl is a link in a circle"));
  CHECK(passes_over(listing, "log/to-nothing.jsonl is a link to nothing"));
}

TEST_CASE("folders deeper than any sync program makes them are named") {
  const TemporaryFolder folder(in_memory());
  folder.write("log/1/2/3/4/5/x.jsonl", "\n");
  const LogListing listing = list_log(folder / "log");
  CHECK(listing.files.empty());
  CHECK(passes_over(listing, "log/1/2/3/4/5 lies too deep"));
}

TEST_CASE("every line is given with its place, and its bytes are found there") {
  const TemporaryFolder folder(in_memory());
  const std::string broken = "{\"v\":1,\"d\":";
  folder.write("x.jsonl", line_of(1) + "\n\n" + broken + "\r\n" + line_of(2) + "\r\n" + line_of(3) + "\n");
  const Seen seen = see(folder / "x.jsonl");
  CHECK(seen.numbers == Numbers{1, 0, 2, 3});
  REQUIRE(seen.places.size() == 4);
  CHECK(seen.places[1].line == 3);
  CHECK(seen.places[3].line == 5);
  CHECK(line_at(folder / "x.jsonl", seen.places[1]) == broken);
  CHECK(line_at(folder / "x.jsonl", seen.places[2]) == line_of(2));
  CHECK(line_at(folder / "x.jsonl", seen.places[3]) == line_of(3));
  CHECK_FALSE(line_at(folder / "x.jsonl", {seen.places[3].offset + 2, seen.places[3].length, 1}));
  CHECK_FALSE(line_at(folder / "x.jsonl", {-1, 3, 1}));
  CHECK_FALSE(line_at(folder / "nothing.jsonl", {0, 3, 1}));
}

TEST_CASE("an editor's byte order mark costs no deed") {
  const TemporaryFolder folder(in_memory());
  folder.write("x.jsonl", "\xEF\xBB\xBF" + line_of(1) + "\r\n" + line_of(2) + "\r\n");
  const Seen seen = see(folder / "x.jsonl");
  CHECK(seen.numbers == Numbers{1, 2});
  CHECK(line_at(folder / "x.jsonl", seen.places.at(0)) == line_of(1));
}

TEST_CASE("a file cut at any byte loses its last deed at most, and is read on when the rest comes") {
  const TemporaryFolder folder(in_memory());
  const std::string whole = line_of(1) + "\n" + line_of(2) + "\n" + line_of(3) + "\n";
  folder.write("whole.jsonl", whole);
  folder.write("cut.jsonl", whole);
  const Seen full = see(folder / "whole.jsonl");
  for (std::size_t cut = whole.size() + 1; cut-- > 0;) {
    fs::resize_file(folder / "cut.jsonl", cut);
    const Seen first = see(folder / "cut.jsonl");
    Numbers expected;
    const auto ended = std::ranges::count(whole.substr(0, cut), '\n');
    const bool lacks_its_feed = cut < whole.size() && whole[cut] == '\n';
    for (std::int64_t number = 1; number <= ended + (lacks_its_feed ? 1 : 0); ++number) expected.push_back(number);
    CHECK_MESSAGE(first.numbers == expected, "cut at ", cut);

    const Seen rest = see(folder / "whole.jsonl", first.so_far.value());
    Numbers together = first.numbers;
    together.insert(together.end(), rest.numbers.begin(), rest.numbers.end());
    CHECK_MESSAGE(together == full.numbers, "cut at ", cut);
    CHECK(rest.so_far == full.so_far);
  }
}

TEST_CASE("a file that is not the one that was read is read from its begin") {
  const TemporaryFolder folder(in_memory());
  folder.write("x.jsonl", line_of(1) + "\n" + line_of(2) + "\n");
  const ReadSoFar so_far = see(folder / "x.jsonl").so_far.value();
  CHECK(see(folder / "x.jsonl", so_far).numbers.empty());
  SUBCASE("shorter") { folder.write("x.jsonl", line_of(1) + "\n"); }
  SUBCASE("another last line") { folder.write("x.jsonl", line_of(1) + "\n" + line_of(3) + "\n" + line_of(4) + "\n"); }
  SUBCASE("empty") { folder.write("x.jsonl", ""); }
  SUBCASE("removed") { fs::remove(folder / "x.jsonl"); }
  SUBCASE("a folder") {
    fs::remove(folder / "x.jsonl");
    fs::create_directory(folder / "x.jsonl");
  }
  CHECK_FALSE(see(folder / "x.jsonl", so_far).so_far);
}

TEST_CASE("a last line that seemed whole and goes on is not taken for one") {
  const TemporaryFolder folder(in_memory());
  folder.write("x.jsonl", line_of(1));
  const Seen first = see(folder / "x.jsonl");
  CHECK(first.numbers == Numbers{1});
  folder.write("x.jsonl", line_of(1) + line_of(2) + "\n");
  CHECK_FALSE(see(folder / "x.jsonl", first.so_far.value()).so_far);
}

TEST_CASE("a line of a hundred megabytes is passed over with its place, the rest is read") {
  const TemporaryFolder folder(in_memory());
  constexpr std::int64_t kLong = 100'000'000;
  const fs::path file = folder / "x.jsonl";
  folder.write("x.jsonl", line_of(1) + "\n");
  const auto begin = static_cast<std::int64_t>(fs::file_size(file));
  fs::resize_file(file, static_cast<std::uintmax_t>(begin + kLong));  // a hole reads as zeros
  std::ofstream(file, std::ios::app) << "\n" << line_of(2) << "\n";

  const Seen seen = see(file);
  CHECK(seen.numbers == Numbers{1, 0, 2});
  CHECK(seen.places.at(1) == LinePlace{begin, kLong, 2});
  CHECK(seen.places.at(2).line == 3);
  CHECK(line_at(file, seen.places.at(2)) == line_of(2));
  CHECK_FALSE(line_at(file, seen.places.at(1)));
  REQUIRE(seen.so_far);
  CHECK(see(file, *seen.so_far).so_far == seen.so_far);

  fs::resize_file(file, static_cast<std::uintmax_t>(begin + kLong));
  CHECK(see(file).so_far->end == begin);  // not ended yet
}

TEST_CASE("a line of a newer version is given as one, also where it is cut at its end") {
  const TemporaryFolder folder(in_memory());
  std::string newer = line_of(1);
  newer.replace(newer.find("\"v\":1"), 5, "\"v\":9");
  newer.resize(newer.size() - std::string_view(R"(,"c":"00000000"})").size());
  newer += fmt::format(R"(,"c":"{:08x}"}})", line_checksum(newer));
  for (const std::string end : {"\n", ""}) {
    folder.write("x.jsonl", newer + end);
    int newer_lines = 0;
    (void)read_lines(folder / "x.jsonl", {}, [&](LineRead line, const LinePlace&) {
      newer_lines += line.fault == LineFault::Newer ? 1 : 0;
    });
    CHECK(newer_lines == 1);
  }
}

TEST_CASE("numbers that are not here yet are named") {
  CHECK(gaps_in({}).empty());
  CHECK(gaps_in({{"k3f9x2", 1}, {"k3f9x2", 2}, {"k3f9x2", 2}}).empty());
  const std::vector<Gap> gaps = gaps_in({{"zzzzzz", 3}, {"k3f9x2", 7}, {"k3f9x2", 1}, {"k3f9x2", 3}, {"k3f9x2", 4}});
  CHECK(gaps == std::vector<Gap>{{"k3f9x2", 2, 2}, {"k3f9x2", 5, 6}, {"zzzzzz", 1, 2}});
}

}  // namespace starling
