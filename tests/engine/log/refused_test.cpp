// Disks that are full, read-only or in the way.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>

#include "engine/log/desk.h"
#include "log/disk.h"

namespace starling {

using namespace test;
namespace fs = std::filesystem;

namespace {

mode_t mode_of(const fs::path& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 0777;
}

// A disk of its own over a folder; not mounted where this account may not.
class SmallDisk {
 public:
  SmallDisk(fs::path folder, const char* size) : folder_(std::move(folder)) {
    mounted_ = ::mount("tmpfs", folder_.c_str(), "tmpfs", 0, size) == 0;
  }
  ~SmallDisk() {
    if (mounted_) ::umount2(folder_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  [[nodiscard]] bool mounted() const { return mounted_; }
  [[nodiscard]] bool make_read_only() const {
    return ::mount(nullptr, folder_.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
  }

 private:
  fs::path folder_;
  bool mounted_;
};

// No file may grow beyond `bytes` while it lives.
class SizeLimit {
 public:
  explicit SizeLimit(rlim_t bytes) : handler_(::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~SizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    ::signal(SIGXFSZ, handler_);
  }
  SizeLimit(const SizeLimit&) = delete;
  SizeLimit& operator=(const SizeLimit&) = delete;

 private:
  rlimit before_{};
  sighandler_t handler_;
};

// What an account without rights is told.
std::string told_to_nobody(const std::function<std::string()>& ask) {
  int answer[2];
  REQUIRE(::pipe2(answer, O_CLOEXEC) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(1);
    const std::string text = ask();
    ::_exit(::write(answer[1], text.data(), text.size()) == static_cast<ssize_t>(text.size()) ? 0 : 1);
  }
  ::close(answer[1]);
  std::string text(4096, '\0');
  const ssize_t got = ::read(answer[0], text.data(), text.size());
  ::close(answer[0]);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(status == 0);
  text.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  return text;
}

std::string refusal_of_nobody(const LogPlace& place) {
  return told_to_nobody([&] {
    return refusal([&] {
      Writer writer(place);
      keep(writer);
    });
  });
}

}  // namespace

TEST_CASE("what root writes into a study folder of somebody else is theirs, lock and name too") {
  if (::geteuid() != 0) return;
  constexpr uid_t kOther = 65534;
  const Desk desk;
  REQUIRE(::chown(desk.folder.path().c_str(), kOther, kOther) == 0);
  REQUIRE(::chown(desk.home.c_str(), kOther, kOther) == 0);
  {
    Writer writer(desk.place());
    keep(writer);
  }
  for (const fs::path& part : {desk.log(), desk.state}) {
    struct stat status {};
    REQUIRE(::stat(part.c_str(), &status) == 0);
    CHECK(status.st_uid == kOther);
    for (const auto& entry : fs::recursive_directory_iterator(part)) {
      CAPTURE(entry.path().string());
      REQUIRE(::stat(entry.path().c_str(), &status) == 0);
      CHECK(status.st_uid == kOther);
    }
  }
}

TEST_CASE("what a link in a folder of somebody else leads to is not given to them") {
  if (::geteuid() != 0) return;
  constexpr uid_t kOther = 65534;
  const Desk desk;
  fs::create_directories(desk.folder.path() / "mine");
  fs::create_directories(desk.folder.path() / "theirs");
  REQUIRE(::chown((desk.folder.path() / "theirs").c_str(), kOther, kOther) == 0);
  fs::create_symlink("../mine/made", desk.folder.path() / "theirs/link");
  CHECK(open_or_make(desk.folder.path() / "theirs/link", O_WRONLY).is_open());
  CHECK(open_or_make(desk.folder.path() / "theirs/plain", O_WRONLY).is_open());
  struct stat status {};
  REQUIRE(::stat((desk.folder.path() / "mine/made").c_str(), &status) == 0);
  CHECK(status.st_uid == 0);
  REQUIRE(::stat((desk.folder.path() / "theirs/plain").c_str(), &status) == 0);
  CHECK(status.st_uid == kOther);
}

TEST_CASE("what is made is for its owner alone, and modes that are there stay") {
  const mode_t before = ::umask(0);
  const Desk desk;
  fs::permissions(desk.home, fs::perms{0755});
  Writer writer(desk.place());
  keep(writer);
  CHECK(mode_of(desk.home) == 0755);
  CHECK(mode_of(desk.log()) == 0700);
  CHECK(mode_of(desk.log() / writer.device()) == 0700);
  CHECK(mode_of(desk.file_of(writer.device())) == 0600);
  CHECK(mode_of(desk.log() / writer.device() / "lock") == 0600);
  CHECK(mode_of(desk.state) == 0700);
  for (const auto& entry : fs::recursive_directory_iterator(desk.state))
    CHECK(mode_of(entry.path()) == (entry.is_directory() ? 0700 : 0600));

  fs::permissions(desk.file_of(writer.device()), fs::perms{0644});
  keep(writer);
  CHECK(mode_of(desk.file_of(writer.device())) == 0644);
  ::umask(before);
}

TEST_CASE("a file that may not grow takes no half of a deed") {
  const Desk desk;
  Writer writer(desk.place());
  keep(writer);
  const fs::path file = desk.file_of(writer.device());
  const std::string before = text_of(file);
  for (const std::size_t room : {std::size_t{0}, std::size_t{1}, before.size() / 2, before.size() - 1}) {
    {
      const SizeLimit limit(before.size() + room);
      const std::string text = refusal([&] { (void)keep(writer); });
      CHECK(says(text, "2026-11.jsonl: no file may grow beyond this size here: nothing was counted"));
    }
    CHECK(text_of(file) == before);
    CHECK(writer.written() == 1);
  }
  CHECK(writer.lock().mended().sentence.empty());
  CHECK(keep(writer).id.number == 2);
  Writer next(desk.place());
  CHECK(keep(next).id == DeedId{writer.device(), 3});
}

TEST_CASE("a deed from which nothing can follow is not kept") {
  const Desk desk;
  Writer writer(desk.place());
  keep(writer);
  const std::string before = text_of(desk.file_of(writer.device()));
  const auto fails = [](const Deed& deed) { throw std::runtime_error("of " + to_string(deed.id)); };
  CHECK_THROWS_WITH((void)writer.lock().append({answer()}, kEvening, kOffset, 0, fails), ("of " + writer.device() + "-2").c_str());
  CHECK(text_of(desk.file_of(writer.device())) == before);
  CHECK(writer.written() == 1);

  int followed = 0;
  (void)writer.lock().append({answer()}, kEvening, kOffset, 0, [&](const Deed& deed) { followed += deed.id.number == 2 ? 1 : 0; });
  CHECK(followed == 1);
  CHECK(ids_in(desk.log()).size() == 2);
}

TEST_CASE("on a full disk nothing counts that is not kept, and all goes on with room") {
  const Desk desk;
  const SmallDisk disk(desk.home, "size=64k");
  if (!disk.mounted()) return;
  const auto fill = [&](const fs::path& file) {
    std::ofstream out(file, std::ios::binary);
    for (int page = 0; page < 64 && out.flush(); ++page) out << std::string(4096, 'x');
  };
  SUBCASE("filling up") {
    Writer writer(desk.place());
    int kept = 0;
    std::string text;
    while (text.empty() && kept < 1000) {
      text = refusal([&] { (void)keep(writer); });
      if (text.empty()) ++kept;
    }
    CHECK(says(text, "2026-11.jsonl: the disk is full: nothing was counted; make room and try again"));
    CHECK(kept > 50);
    CHECK(writer.written() == kept);
    Read read = read_folder(desk.log());
    CHECK(read.deeds.size() == static_cast<std::size_t>(kept));
    CHECK(read.faults == 0);
    CHECK(::mount(nullptr, desk.home.c_str(), nullptr, MS_REMOUNT, "size=256k") == 0);
    CHECK(keep(writer).id.number == kept + 1);
    CHECK(ids_in(desk.log()).size() == static_cast<std::size_t>(kept + 1));
  }
  SUBCASE("before the first start") {
    fill(desk.home / "ballast");
    Writer writer(desk.place());
    CHECK(says(refusal([&] { (void)keep(writer); }), "the disk is full"));
    CHECK(read_folder(desk.log()).deeds.empty());
    fs::remove(desk.home / "ballast");
    CHECK(keep(writer).id.number == 1);
  }
}

TEST_CASE("no room for the name is told, and nothing is written without it") {
  const Desk desk;
  fs::create_directories(desk.state);
  const SmallDisk disk(desk.state, "size=64k,nr_inodes=2");
  if (!disk.mounted()) return;
  Writer writer(desk.place());
  CHECK(says(refusal([&] { (void)keep(writer); }), "the disk is full: nothing was counted"));
  CHECK_FALSE(fs::exists(desk.log()));
}

TEST_CASE("a read-only disk is told, and reading goes on") {
  const Desk desk;
  const SmallDisk disk(desk.home, "size=256k");
  if (!disk.mounted()) return;
  Writer writer(desk.place());
  keep(writer);
  Writer other(desk.place());
  {
    Writer keeps_none(desk.place());
  }
  // Open files would keep the disk writable, so the writers are gone first.
  const std::string device = writer.device();
  writer = Writer(desk.place());
  REQUIRE(disk.make_read_only());
  CHECK(says(refusal([&] { (void)keep(writer); }), "the disk is read-only: nothing was counted"));
  CHECK(ids_in(desk.log()) == std::set<std::string>{device + "-1"});
}

TEST_CASE("a folder of somebody else is told") {
  const Desk desk;
  fs::permissions(desk.folder.path(), fs::perms{0755});
  Writer writer(desk.place());
  keep(writer);
  LogPlace place = desk.place();
  SUBCASE("without a folder for names") { place.state_base.reset(); }
  SUBCASE("with one that is somebody else's too") {}
  const std::string text = refusal_of_nobody(place);
  CHECK(says(text, "study/log"));
  CHECK(says(text, "permission denied: nothing was counted"));
}

TEST_CASE("what stands in the way of a file is named and left there") {
  const Desk desk;
  Writer writer(desk.place());
  keep(writer);
  const fs::path file = desk.file_of(writer.device());
  fs::remove(file);
  SUBCASE("a pipe") { REQUIRE(::mkfifo(file.c_str(), 0600) == 0); }
  SUBCASE("a folder") { fs::create_directory(file); }
  SUBCASE("a link in a circle") { fs::create_symlink(file, file); }
  const std::string text = refusal([&] { (void)keep(writer); });
  CHECK(says(text, "2026-11.jsonl: "));
  CHECK(says(text, "nothing was counted"));
  fs::remove(file);
  CHECK(writer.lock().mended().rewritten == 1);
  CHECK(keep(writer).id.number == 2);
}

TEST_CASE("a file in place of the log folder is named and left there") {
  const Desk desk;
  desk.folder.write("study/log", "mine");
  Writer writer(desk.place());
  CHECK(says(refusal([&] { (void)keep(writer); }), "study/log"));
  CHECK(text_of(desk.log()) == "mine");
}

TEST_CASE("of lines that this account may not read it is said why, and not that they are gone") {
  const Desk desk;
  Writer writer(desk.place());
  keep(writer);
  CHECK(why_unread(desk.log(), writer.device()).empty());
  for (const fs::path& part : {desk.folder.path(), desk.home, desk.log(), desk.log() / writer.device()}) fs::permissions(part, fs::perms{0755});
  fs::permissions(desk.file_of(writer.device()), fs::perms{0});
  const std::string name = "log/" + writer.device() + "/2026-11.jsonl";
  CHECK(told_to_nobody([&] { return why_unread(desk.log(), writer.device()); }) == name + " cannot be read: Permission denied");
  fs::permissions(desk.log() / writer.device(), fs::perms{0});
  CHECK(told_to_nobody([&] { return why_unread(desk.log(), writer.device()); }) == "log/" + writer.device() + "/ cannot be read: Permission denied");
  fs::permissions(desk.log() / writer.device(), fs::perms{0700});
  // The folder of another machine is no reason why these are not here.
  fs::create_directories(desk.log() / "zz0099");
  fs::permissions(desk.log() / "zz0099", fs::perms{0});
  CHECK(told_to_nobody([&] { return why_unread(desk.log(), "yy0098"); }).empty());
  fs::permissions(desk.log() / "zz0099", fs::perms{0700});
  CHECK(to_remark({"k3f9x2", 8, 0, name + " cannot be read: Permission denied"}) ==
        "This machine wrote up to k3f9x2-8, and " + name + " cannot be read: Permission denied: look at its mode and its owner; more: starling doctor");
}

}  // namespace starling
