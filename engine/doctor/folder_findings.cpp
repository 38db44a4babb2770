#include "doctor/folder_findings.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <string>
#include <string_view>
#include <system_error>

#include "doctor/git_ignored.h"
#include "library/library.h"
#include "source/source.h"

namespace starling {

namespace {

constexpr mode_t kOthers = 0077;
constexpr std::string_view kTemporary = ".tmp";

bool has_line(std::string_view text, std::string_view line) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view each = text.substr(0, end);
    if (each.ends_with('\r')) each.remove_suffix(1);
    if (each == line) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

bool is_below_git(const std::filesystem::path& home) {
  std::error_code error;
  for (auto folder = std::filesystem::weakly_canonical(home, error); !error; folder = folder.parent_path()) {
    if (std::filesystem::exists(folder / ".git", error)) return true;
    if (folder == folder.parent_path()) break;
  }
  return false;
}

// What the program writes; other names that end in a number and ".tmp" are the learner's.
bool is_written_name(std::string_view name) {
  constexpr std::array kEndings{".toml", ".md", ".zip", ".gitattributes", ".gitignore"};
  return std::ranges::any_of(kEndings, [&](std::string_view ending) { return name.ends_with(ending); });
}

// The number of the process that made the temporary file "own.toml.4711.tmp" or "own.toml.4711-2.tmp".
std::optional<pid_t> maker_of(std::string_view name) {
  if (!name.ends_with(kTemporary)) return std::nullopt;
  name.remove_suffix(kTemporary.size());
  const std::size_t dot = name.rfind('.');
  if (dot == name.npos || dot == 0) return std::nullopt;
  if (!is_written_name(name.substr(0, dot))) return std::nullopt;
  const std::string_view number = name.substr(dot + 1);
  const std::string_view digits = number.substr(0, number.find('-'));
  pid_t maker = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), maker);
  if (error != std::errc{} || end != digits.data() + digits.size() || maker < 1) return std::nullopt;
  return maker;
}

bool is_running(pid_t process) { return ::kill(process, 0) == 0 || errno == EPERM; }

}  // namespace

FindingList findings_in_git_files(const std::filesystem::path& home) {
  FindingList found;
  const Gravity gravity = is_below_git(home) ? Gravity::Warning : Gravity::Note;
  const auto look = [&](std::string_view file, std::string_view line, std::string_view rule, std::string_view why) {
    const auto text = read_file(home / file, kMaxTomlBytes);
    if (text && has_line(*text, line)) return;
    found.push_back({gravity, std::string(rule), std::string(file), 0, 0,
                     fmt::format("{} '{}': {}", text ? "there is no line" : "is not there, with the line", line, why),
                     "'starling doctor --fix' adds it", Mend{Mend::Kind::AddLine, home / file, std::string(line)}});
  };
  look(".gitattributes", kMergeLine, "git-attributes", "without it two machines' lines do not merge by themselves");
  look(".gitignore", kBackupsLine, "git-ignore", "without it backups go into git");
  return found;
}

std::optional<Finding> finding_in_ignored(const std::filesystem::path& home, const std::vector<std::string>& names) {
  const GitIgnored ignored(home);
  const auto first = std::ranges::find_if(names, [&](const std::string& name) { return ignored(name); });
  if (first == names.end()) return std::nullopt;
  return Finding{is_below_git(home) ? Gravity::Warning : Gravity::Note, "history-ignored", *first, 0, 0,
                 "git leaves this file of the history out: a push does not carry it",
                 "take the line that does so out of .gitignore or .git/info/exclude", {}};
}

std::optional<Finding> finding_in_mode(const std::filesystem::path& folder, std::string_view what) {
  struct stat status {};
  if (::stat(folder.c_str(), &status) != 0 || (status.st_mode & kOthers) == 0) return std::nullopt;
  return Finding{Gravity::Warning, "not-private", folder.string(), 0, 0,
                 fmt::format("others of this machine may look into it (mode {:o}): {}", status.st_mode & 07777, what),
                 "'starling doctor --fix' makes it yours alone", Mend{Mend::Kind::MakePrivate, folder, ""}};
}

std::optional<Finding> finding_in_writing(const std::filesystem::path& folder, const std::string& shown) {
  if (::faccessat(AT_FDCWD, folder.c_str(), W_OK | X_OK, AT_EACCESS) == 0 || errno == ENOENT) return std::nullopt;
  const bool is_disk = errno == EROFS;
  return Finding{Gravity::Error, "not-writable", shown, 0, 0,
                 is_disk ? "the disk is read-only: no answer can be kept" : "nothing can be written in it: no answer can be kept",
                 is_disk ? "make the disk writable" : "look at its mode and its owner", {}};
}

FindingList findings_of_leftovers(const std::filesystem::path& folder, const std::string& shown) {
  FindingList found;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    const auto maker = maker_of(name);
    if (!maker || is_running(*maker) || !file_stamp(entry->path())) continue;
    found.push_back({Gravity::Note, "leftover", shown + name, 0, 0, "a program that was stopped left this half-written file",
                     "'starling doctor --fix' removes it", Mend{Mend::Kind::Remove, entry->path(), ""}});
  }
  std::ranges::sort(found, {}, &Finding::file);
  return found;
}

std::optional<Finding> finding_in_room(std::uint64_t free_bytes) {
  if (free_bytes >= kLittleRoom) return std::nullopt;
  return Finding{Gravity::Error, "disk-full", "", 0, 0,
                 fmt::format("the disk has {:.1f} MB left: answers may soon not be kept",
                             static_cast<double>(free_bytes) / 1'000'000),
                 "make room", {}};
}

std::optional<std::uint64_t> free_bytes_at(const std::filesystem::path& folder) {
  struct statvfs disk {};
  if (::statvfs(folder.c_str(), &disk) != 0) return std::nullopt;
  return std::uint64_t{disk.f_bavail} * disk.f_frsize;
}

}  // namespace starling
