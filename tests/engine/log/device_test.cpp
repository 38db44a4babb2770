#include <doctest/doctest.h>

#include "engine/log/desk.h"

namespace starling {

using namespace test;
namespace fs = std::filesystem;

TEST_CASE("the state of a device is one line of one length, and is read as it was written") {
  const DeviceState first{"k3f9x2", "-", {}};
  const DeviceState later{"zz0099", "0123456789abcdef", {9'007'199'254'740'992, 0xffffffff, 811, 1}};
  CHECK(to_text(first).size() == to_text(later).size());
  CHECK(parse_device_state(to_text(first)) == first);
  CHECK(parse_device_state(to_text(later)) == later);
}

TEST_CASE("a name whose lines were missed twice is missed once, up to the last of them") {
  const Desk desk;
  const fs::path state = desk.folder.path() / "state";
  keep_given_up(state, "k3f9x2", 2);
  keep_given_up(state, "zz0099", 5);
  keep_given_up(state, "k3f9x2", 7);
  const std::vector<MissingLines> names = given_up_names(state);
  REQUIRE(names.size() == 2);
  CHECK(names[0].device == "k3f9x2");
  CHECK(names[0].written == 7);
  CHECK(names[1].written == 5);
}

TEST_CASE("a state that is not as it was written is none") {
  const std::string text = to_text({"k3f9x2", "0123456789abcdef", {812, 0x9f3a1c02, 811, 0xdeadbeef}});
  for (std::size_t length = 0; length < text.size(); ++length) CHECK_FALSE(parse_device_state(text.substr(0, length)));
  CHECK_FALSE(parse_device_state(text + "\n"));
  for (const char* wrong : {"K3f9x2", "k3f9x ", "../../"}) {
    std::string other = text;
    other.replace(2, 6, wrong);
    CHECK_FALSE(parse_device_state(other));
  }
}

TEST_CASE("a study folder has one hash, whichever way it is reached") {
  const TemporaryFolder folder(in_memory());
  fs::create_directories(folder / "study");
  fs::create_directory_symlink(folder / "study", folder / "link");
  const std::string hash = hash_of_path(folder / "study");
  CHECK(hash.size() == 16);
  CHECK(hash_of_path(folder / "link") == hash);
  CHECK(hash_of_path(folder.path() / "study" / "") == hash);
  CHECK(hash_of_path(folder.path() / "x" / ".." / "study") == hash);
  CHECK(hash_of_path(folder / "other") != hash);
}

TEST_CASE("a machine without an id is told apart from those with one") {
  const TemporaryFolder folder(in_memory());
  folder.write("one", "0123456789abcdef0123456789abcdef\n");
  folder.write("same", "0123456789abcdef0123456789abcdef");
  folder.write("other", "f123456789abcdef0123456789abcdef\n");
  folder.write("empty", "");
  folder.write("not-yet", "uninitialized\n");
  CHECK(machine_hash(folder / "one").size() == 16);
  CHECK(machine_hash(folder / "one") == machine_hash(folder / "same"));
  CHECK(machine_hash(folder / "one") != machine_hash(folder / "other"));
  for (const char* none : {"empty", "not-yet", "missing", ""}) CHECK(machine_hash(folder / none) == "-");
}

TEST_CASE("names are six letters and digits, and rarely twice the same") {
  std::set<std::string> names;
  const Entropy chance = entropy();
  for (int i = 0; i < 1000; ++i) {
    const std::string name = new_device_name(chance);
    CHECK(is_device_name(name));
    names.insert(name);
  }
  CHECK(names.size() == 1000);
  CHECK(is_device_name(fixed_device_name("-", "0123456789abcdef")));
  CHECK(fixed_device_name("-", "0123456789abcdef") == fixed_device_name("-", "0123456789abcdef"));
  CHECK(fixed_device_name("-", "0123456789abcdef") != fixed_device_name("-", "1123456789abcdef"));
}

// What a name is kept or given up for ---------------------------------------------------------------------------------

TEST_CASE("a machine keeps its name from one program to the next") {
  const Desk desk;
  Writer first(desk.place(1));
  CHECK(first.device().empty());
  const DeedId one = keep(first).id;
  Writer second(desk.place(2));
  const DeedId two = keep(second).id;
  CHECK(one.number == 1);
  CHECK(two == DeedId{one.device, 2});
  CHECK(names_in(desk.log()) == std::set<std::string>{one.device});
}

TEST_CASE("a program that was killed before its line was written keeps its name") {
  const Desk desk;
  Writer writer(desk.place());
  keep_some(writer, 2);
  const fs::path state = *fs::directory_iterator(desk.state);
  fs::path file;
  for (const auto& entry : fs::directory_iterator(state))
    if (entry.path().filename() != "lock") file = entry.path();
  DeviceState noted = parse_device_state(text_of(file)).value();
  noted.last = {3, 0x12345678, noted.last.number, noted.last.checksum};
  std::ofstream(file, std::ios::binary) << to_text(noted);

  Writer next(desk.place(2));
  CHECK(keep(next).id == DeedId{noted.device, 3});
}

TEST_CASE("a folder restored from an older copy gets a new name, and its lines stay") {
  const Desk desk;
  std::string device;
  {
    Writer writer(desk.place());
    keep_some(writer, 3);
    device = writer.device();
  }
  fs::copy(desk.log(), desk.folder / "backup", fs::copy_options::recursive);
  SUBCASE("one deed older") {
    Writer writer(desk.place());
    keep_some(writer, 1);
  }
  SUBCASE("two deeds older") {
    Writer writer(desk.place());
    keep_some(writer, 2);
  }
  fs::remove_all(desk.log());
  fs::rename(desk.folder / "backup", desk.log());

  Writer writer(desk.place(9));
  const DeedId id = keep(writer).id;
  CHECK(id.number == 1);
  CHECK(id.device != device);
  CHECK(ids_in(desk.log()) == std::set<std::string>{device + "-1", device + "-2", device + "-3", to_string(id)});
  Writer again(desk.place(10));
  CHECK(keep(again).id == DeedId{id.device, 2});
}

TEST_CASE("a folder that was copied, or a machine that was cloned, writes under a name of its own") {
  const Desk desk;
  Writer writer(desk.place());
  keep_some(writer, 2);
  const std::string device = writer.device();
  LogPlace place = desk.place(5);
  SUBCASE("the folder") {
    fs::copy(desk.home, desk.folder / "copy", fs::copy_options::recursive);
    place.home = desk.folder / "copy";
  }
  SUBCASE("the machine, with another id") {
    desk.folder.write("other-id", "ffff456789abcdef0123456789abcdef\n");
    place.machine_id = desk.folder / "other-id";
  }
  SUBCASE("the machine, without an id") { place.machine_id = desk.folder / "missing"; }
  SUBCASE("the state is gone") { fs::remove_all(desk.state); }
  Writer other(place);
  const DeedId id = keep(other).id;
  CHECK(id.device != device);
  CHECK(id.number == 1);
  CHECK(ids_in(place.home / "log") == std::set<std::string>{device + "-1", device + "-2", to_string(id)});
}

TEST_CASE("a machine cloned with its id takes a new name once the other's lines arrive") {
  const Desk desk;
  Writer writer(desk.place());
  keep_some(writer, 2);
  const std::string device = writer.device();
  const auto line = [&](std::int64_t number) {
    return written({{device, number}, 1, kEvening.at, 0min, kEvening.day, {answer("lp-other/one")}}) + "\n";
  };
  const std::string own = "study/log/" + device;
  SUBCASE("in the same file, further on") { std::ofstream(desk.file_of(device), std::ios::app) << line(3) << line(4); }
  SUBCASE("in a conflict copy, as far") { desk.folder.write(own + "/2026-11 (conflict).jsonl", line(2)); }
  SUBCASE("in a conflict copy, further on") {
    desk.folder.write(own + "/2026-11.sync-conflict-1.jsonl", line(2) + line(3));
  }
  const DeedId id = keep(writer).id;
  CHECK(id.device != device);
  CHECK(id.number == 1);
  CHECK(writer.lock().mended().rewritten == 0);
  CHECK(ids_in(desk.log()).contains(device + "-2"));
}

TEST_CASE("a device's folder may be renamed: its name goes on in one of its own") {
  const Desk desk;
  Writer writer(desk.place());
  keep_some(writer, 2);
  const std::string device = writer.device();
  { const Writer ends = std::move(writer); }
  fs::rename(desk.log() / device, desk.log() / "laptop");
  Writer next(desk.place(9));
  CHECK(keep(next).id == DeedId{device, 3});
  CHECK(names_in(desk.log()) == std::set<std::string>{device, "laptop"});
}

TEST_CASE("machines that share a home and a study folder keep a name each") {
  const Desk desk;
  desk.folder.write("other-id", "ffff456789abcdef0123456789abcdef\n");
  LogPlace other = desk.place(5);
  other.machine_id = desk.folder / "other-id";
  std::set<std::string> devices;
  for (int day = 0; day < 3; ++day) {
    Writer here(desk.place(20 + static_cast<std::uint64_t>(day)));
    Writer there(other);
    keep(here);
    keep(there);
    devices.insert(here.device());
    devices.insert(there.device());
  }
  CHECK(devices.size() == 2);
}

TEST_CASE("a name that another device has is not taken") {
  const Desk desk;
  const std::string taken = new_device_name(entropy(7));
  fs::create_directories(desk.log() / taken);
  Writer writer(desk.place(7));
  keep(writer);
  CHECK(writer.device() != taken);
}

TEST_CASE("without a place to remember names, numbers go on from the files") {
  const Desk desk;
  LogPlace place = desk.place();
  SUBCASE("none") { place.state_base.reset(); }
  SUBCASE("one that is no folder") { place.state_base = desk.machine_id / "below"; }
  Writer first(place);
  const DeedId one = keep(first).id;
  Writer second(place);
  CHECK(keep(second).id == DeedId{one.device, 2});
  // Each begins the next month while the other one is open.
  const Moment december{kEvening.at + std::chrono::days(10), day("2026-12-05")};
  CHECK(keep(second, december).id.number == 3);
  CHECK(keep(first, december).id.number == 4);
  CHECK(keep(second).id.number == 5);
  CHECK(keep(first, december).id.number == 6);
}

TEST_CASE("the state is removed while a sitting is open: its name stays") {
  const Desk desk;
  Writer writer(desk.place());
  const std::string device = keep(writer).id.device;
  fs::remove_all(desk.state);
  CHECK(keep(writer).id == DeedId{device, 2});
  Writer next(desk.place(9));
  CHECK(keep(next).id == DeedId{device, 3});
}

}  // namespace starling
