// What a writer does while others have their hands on the folder.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "engine/log/desk.h"

namespace starling {

using namespace test;
namespace fs = std::filesystem;

namespace {

std::set<std::string> first_ids(const std::string& device, int deeds) {
  std::set<std::string> ids;
  for (int number = 1; number <= deeds; ++number) ids.insert(device + "-" + std::to_string(number));
  return ids;
}

}  // namespace

TEST_CASE("a deed is a line at its place, numbered and in order") {
  const Desk desk(fs::temp_directory_path());  // on a disk, as learners have it
  Writer writer(desk.place());
  Writer::Turn turn = writer.lock();
  CHECK(turn.mended().sentence.empty());
  const Deed one = turn.append({answer()}, kEvening, kOffset, 0);
  const Deed two = turn.append({answer("story/checkout-cells")}, kEvening, kOffset, one.order);
  CHECK(one.id == DeedId{writer.device(), 1});
  CHECK(two.id == DeedId{writer.device(), 2});
  CHECK(one.order == kEvening.at.time_since_epoch().count());
  CHECK(two.order == one.order + 1);
  CHECK(turn.file() == writer.device() + "/2026-11.jsonl");
  CHECK(writer.written() == 2);

  const fs::path file = desk.log() / turn.file();
  CHECK(text_of(file) == written(one) + "\n" + written(two) + "\n");
  CHECK(line_at(file, turn.place()) == written(two));
  const auto read = read_lines(file, {}, [](LineRead, const LinePlace&) {});
  CHECK(read == turn.so_far());
}

TEST_CASE("a file a month, by the date on the learner's wall clock") {
  const Desk desk;
  Writer writer(desk.place());
  const Moment new_year{Instant(std::chrono::sys_days(std::chrono::January / 1 / 2027)), day("2026-12-31")};
  (void)writer.lock().append({answer()}, new_year, -60min, 0);
  (void)writer.lock().append({answer()}, new_year, 0min, 0);
  (void)writer.lock().append({answer()}, new_year, -60min, 0);
  CHECK(names_in(desk.log() / writer.device()) == std::set<std::string>{"2026-12.jsonl", "2027-01.jsonl", "lock"});
  CHECK(read_file(desk.file_of(writer.device(), "2026-12")).deeds.size() == 2);
  CHECK(ids_in(desk.log()) == first_ids(writer.device(), 3));
}

TEST_CASE("a deed that would not be read again is refused") {
  const Desk desk;
  Writer writer(desk.place());
  Event long_answer = answer();
  std::get<Answered>(long_answer).took = std::chrono::hours(24 * 365);
  CHECK(says(refusal([&] { (void)writer.lock().append({long_answer}, kEvening, kOffset, 0); }), "out of range"));
  CHECK(says(refusal([&] { (void)writer.lock().append({}, kEvening, kOffset, 0); }), "out of range"));
  CHECK(says(refusal([&] { (void)keep(writer, kEvening, INT64_MAX - 1); }), "out of range"));
  CHECK(read_folder(desk.log()).deeds.empty());
  CHECK(keep(writer).id.number == 1);
}

TEST_CASE("an event of a newer version is written as it was read") {
  const Desk desk;
  Writer writer(desk.place());
  const Unknown unknown{"danced", R"({"k":"danced","steps":3})"};
  const Deed deed = writer.lock().append({unknown}, kEvening, kOffset, 0);
  CHECK(read_folder(desk.log()).deeds == std::vector<Deed>{deed});
}

TEST_CASE("after any cut of the file the next deed makes it whole again") {
  const Desk desk;
  LogPlace place = desk.place();
  place.state_base.reset();  // so that the name stays whatever the file holds
  Writer writer(place);
  keep_some(writer, 3);
  const fs::path file = desk.file_of(writer.device());
  for (auto cut = static_cast<std::int64_t>(fs::file_size(file)) - 1; cut >= 0; --cut) {
    fs::resize_file(file, static_cast<std::uintmax_t>(cut));
    const std::vector<Deed> before = read_file(file).deeds;
    Writer next(place);
    const Deed deed = keep(next);
    std::vector<Deed> after = read_file(file).deeds;
    CHECK_MESSAGE(after.size() == before.size() + 1, "cut at ", cut);
    CHECK(after.back() == deed);
    after.pop_back();
    CHECK(after == before);
  }
}

TEST_CASE("a file that is cut while a sitting is open gets back what the sitting wrote") {
  const Desk desk;
  Writer writer(desk.place());
  keep_some(writer, 3);
  const std::string device = writer.device();
  const fs::path file = desk.file_of(device);
  const std::string whole = text_of(file);
  int deeds = 3;
  for (std::size_t cut = 0; cut < whole.size(); cut += 7) {
    fs::resize_file(file, cut);
    Writer::Turn turn = writer.lock();
    CHECK(turn.mended().rewritten > 0);
    CHECK(says(turn.mended().sentence, "was cut short while in use"));
    (void)turn.append({answer()}, kEvening, kOffset, 0);
    ++deeds;
    CHECK_MESSAGE(ids_in(desk.log()) == first_ids(device, deeds), "cut at ", cut);
  }
}

TEST_CASE("what is moved, replaced, emptied or removed while a sitting is open is written anew") {
  const Desk desk;
  Writer before(desk.place());
  keep(before);
  fs::copy(desk.home, desk.folder / "backup", fs::copy_options::recursive);
  Writer writer(desk.place());
  keep_some(writer, 3);
  const std::string device = writer.device();
  const fs::path file = desk.file_of(device);
  std::string what;
  int rewritten = 3;
  bool first_is_there = true;
  SUBCASE("the file is removed") {
    fs::remove(file);
    what = "was removed";
    first_is_there = false;
  }
  SUBCASE("the file is moved out of the folder") {
    fs::rename(file, desk.folder / "elsewhere.jsonl");
    what = "was moved";
    first_is_there = false;
  }
  SUBCASE("the file is emptied") {
    fs::resize_file(file, 0);
    what = "was cut short";
    first_is_there = false;
  }
  SUBCASE("the file is replaced by an older one") {
    fs::rename(desk.folder / "backup/log" / device / "2026-11.jsonl", file);
    what = "was replaced";
  }
  SUBCASE("an older one is copied over it") {
    fs::copy_file(desk.folder / "backup/log" / device / "2026-11.jsonl", file, fs::copy_options::overwrite_existing);
    what = "was cut short";
  }
  SUBCASE("a longer one is copied over it") {
    std::ofstream(file, std::ios::binary) << text_of(desk.folder / "backup/log" / device / "2026-11.jsonl")
                                          << std::string(4000, ' ') << "\n";
    what = "was written anew";
  }
  SUBCASE("the device's folder is removed") {
    fs::remove_all(desk.log() / device);
    what = "was removed";
    first_is_there = false;
  }
  SUBCASE("the log folder is removed") {
    fs::remove_all(desk.log());
    what = "was removed";
    first_is_there = false;
  }
  SUBCASE("the study folder is replaced by an older copy") {
    fs::rename(desk.home, desk.folder / "away");
    fs::rename(desk.folder / "backup", desk.home);
    what = "was replaced";
  }
  SUBCASE("one line is lost on the way") {
    const Read read = read_file(file);
    fs::remove(file);
    std::ofstream(file, std::ios::binary) << written(read.deeds.at(0)) << "\n" << written(read.deeds.at(1)) << "\n"
                                          << written(read.deeds.at(3)) << "\n";
    what = "was replaced";
    rewritten = 1;
  }
  {
    Writer::Turn turn = writer.lock();
    CHECK(turn.mended().rewritten == rewritten);
    CHECK(says(turn.mended().sentence, "log/" + device + "/2026-11.jsonl " + what + " while in use"));
  }
  CHECK(keep(writer).id == DeedId{device, 5});
  CHECK(writer.lock().mended().sentence.empty());
  auto expected = first_ids(device, 5);
  if (!first_is_there) expected.erase(device + "-1");
  CHECK(ids_in(desk.log()) == expected);
}

TEST_CASE("a file that was renamed within the log, or replaced by one that holds as much, is left alone") {
  const Desk desk;
  Writer writer(desk.place());
  keep_some(writer, 3);
  const std::string device = writer.device();
  const fs::path file = desk.file_of(device);
  const std::string text = text_of(file);
  std::string sentence;
  SUBCASE("renamed") {
    fs::rename(file, desk.log() / device / "2026-11 (conflict).jsonl");
    sentence = "log/" + device + "/2026-11.jsonl was moved while in use: every deed of this sitting is in another file";
  }
  SUBCASE("replaced by the same, as git does it") {
    fs::remove(file);
    std::ofstream(file, std::ios::binary) << text;
  }
  SUBCASE("merged with others") {
    fs::remove(file);
    std::ofstream(file, std::ios::binary) << written({{"zzzzzz", 4}, 1, kEvening.at, 0min, kEvening.day, {answer()}})
                                          << "\n" << text;
  }
  {
    Writer::Turn turn = writer.lock();
    CHECK(turn.mended().rewritten == 0);
    CHECK(turn.mended().sentence == sentence);
  }
  CHECK(keep(writer).id == DeedId{device, 4});
  CHECK(read_folder(desk.log()).deeds.size() == (text_of(file).starts_with("{\"v\":1,\"d\":\"zzzzzz\"") ? 5 : 4));
}

TEST_CASE("a study folder that is gone says what went with it, and gets it back") {
  const Desk desk;
  Writer writer(desk.place());
  keep_some(writer, 2);
  const std::string device = writer.device();
  SUBCASE("moved") {
    fs::rename(desk.home, desk.folder / "away");
    const std::string text = refusal([&] { (void)keep(writer); });
    CHECK(says(text, "study: the study folder is not there any more"));
    CHECK(says(text, fmt::format("2 deeds of this sitting, {0}-1 to {0}-2, went with it", device)));
    CHECK_FALSE(fs::exists(desk.home));
    fs::rename(desk.folder / "away", desk.home);
    CHECK(writer.lock().mended().rewritten == 0);
  }
  SUBCASE("removed") {
    fs::remove_all(desk.home);
    CHECK(says(refusal([&] { (void)keep(writer); }), "are in no file"));
    fs::create_directory(desk.home);
    CHECK(writer.lock().mended().rewritten == 2);
  }
  CHECK(keep(writer).id == DeedId{device, 3});
  CHECK(ids_in(desk.log()) == first_ids(device, 3));
}

TEST_CASE("no folder is made where there is none") {
  const Desk desk;
  LogPlace place = desk.place();
  place.home = desk.folder / "mistyped";
  Writer writer(place);
  CHECK(says(refusal([&] { (void)keep(writer); }), "mistyped: the study folder is not there"));
  CHECK_FALSE(fs::exists(place.home));
  CHECK_FALSE(fs::exists(desk.state));
}

TEST_CASE("what an earlier month's file lost in a long sitting is written anew there") {
  const Desk desk;
  Writer writer(desk.place());
  keep(writer);
  const Moment december{kEvening.at + std::chrono::days(10), day("2026-12-05")};
  keep(writer, december);
  fs::remove(desk.file_of(writer.device(), "2026-11"));
  CHECK(writer.lock().mended().rewritten == 1);
  CHECK(read_file(desk.file_of(writer.device(), "2026-11")).deeds.size() == 1);
  CHECK(keep(writer).id.number == 3);
}

TEST_CASE("two sittings of one machine both get back what they wrote") {
  const Desk desk;
  Writer one(desk.place());
  Writer two(desk.place());
  for (int i = 0; i < 3; ++i) {
    keep(one);
    keep(two);
  }
  const auto all = ids_in(desk.log());
  CHECK(all.size() == 6);
  fs::remove_all(desk.log());
  CHECK(one.lock().mended().rewritten == 3);
  CHECK(two.lock().mended().rewritten == 3);
  CHECK(ids_in(desk.log()) == all);
  const Deed next = keep(one);
  const Deed last = keep(two);
  CHECK(next.id != last.id);
  CHECK(ids_in(desk.log()).size() == 8);
}

TEST_CASE("the lines of a name that was given up come back under it") {
  const Desk desk;
  Writer writer(desk.place());
  keep_some(writer, 2);
  const std::string old = writer.device();
  std::ofstream(desk.file_of(old), std::ios::app)
      << written({{old, 9}, 1, kEvening.at, 0min, kEvening.day, {answer()}}) << "\n";
  keep(writer);
  REQUIRE(writer.device() != old);
  fs::remove_all(desk.log());
  CHECK(writer.lock().mended().rewritten == 3);
  CHECK(ids_in(desk.log()) == std::set<std::string>{old + "-1", old + "-2", writer.device() + "-1"});
  CHECK(keep(writer).id == DeedId{writer.device(), 2});
}

TEST_CASE("one turn at a time: who waits too long is told") {
  const Desk desk;
  LogPlace place = desk.place();
  place.patience = 20ms;
  Writer one(place);
  Writer two(place);
  Writer::Turn turn = one.lock();
  CHECK(says(refusal([&] { (void)two.lock(); }), "another Starling is writing there: nothing was counted"));
  Writer::Turn moved = std::move(turn);
  (void)moved.append({answer()}, kEvening, kOffset, 0);
  CHECK_FALSE(refusal([&] { (void)two.lock(); }).empty());
  { const Writer::Turn ends = std::move(moved); }
  CHECK(keep(two).id.number == 2);
}

TEST_CASE("lines from before a sitting that are gone are told by it, and kept for later starts") {
  for (const int own : {0, 2}) {
    CAPTURE(own);
    const Desk desk;
    Writer before(desk.place());
    keep_some(before, 3);
    before.close();
    Writer writer(desk.place(8));
    keep_some(writer, own);
    fs::rename(desk.log(), desk.home / "elsewhere");
    const auto missing = writer.lock().mended().missing;
    REQUIRE(missing);
    CHECK(missing->device == before.device());
    CHECK(missing->written == 3);
    CHECK(missing->here == 0);
    const auto names = given_up_names(device_state_path(desk.state, desk.home, machine_hash(desk.machine_id)));
    REQUIRE(names.size() == 1);
    CHECK(names[0].device == before.device());
    CHECK(names[0].written == 3);
    CHECK_FALSE(writer.lock().mended().missing);
  }
}

}  // namespace starling
