#include "doctor/git_ignored.h"

#include <fnmatch.h>

#include <algorithm>
#include <cstdint>

#include "source/source.h"

namespace starling {

namespace {

constexpr std::size_t kLargestIndex = 64 * 1024 * 1024;

struct IgnoreLine {
  std::string pattern;
  bool keeps = false;    // "!": what it fits is not left out
  bool folder = false;   // fits folders alone
  bool at_top = false;   // fits whole names, not the last part of any
  bool unclear = false;
};

IgnoreLine ignore_line(std::string_view line) {
  IgnoreLine read;
  if (line.ends_with('\r')) line.remove_suffix(1);
  while (line.ends_with(' ') && !line.ends_with("\\ ")) line.remove_suffix(1);
  if (line.starts_with('#')) return read;
  if (line.starts_with('!')) {
    read.keeps = true;
    line.remove_prefix(1);
  }
  if (line.ends_with('/')) {
    read.folder = true;
    line.remove_suffix(1);
  }
  read.at_top = line.find('/') != line.npos;
  if (line.starts_with('/')) line.remove_prefix(1);
  read.unclear = line.find("**") != line.npos;
  read.pattern = line;
  return read;
}

bool fits(const IgnoreLine& line, std::string_view name, bool is_folder) {
  if (line.pattern.empty() || (line.folder && !is_folder)) return false;
  if (line.unclear) return line.keeps;
  const std::string tried(line.at_top ? name : name.substr(name.rfind('/') + 1));
  return ::fnmatch(line.pattern.c_str(), tried.c_str(), FNM_PATHNAME) == 0;
}

bool is_left_out(std::string_view lines, std::string_view name, bool is_folder) {
  bool out = false;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    const IgnoreLine line = ignore_line(lines.substr(at, end - at));
    if (fits(line, name, is_folder)) out = !line.keeps;
    at = end + 1;
  }
  return out;
}

std::uint32_t big_endian(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

}  // namespace

bool is_ignored(std::string_view lines, std::string_view name) {
  for (std::size_t slash = name.find('/'); slash != name.npos; slash = name.find('/', slash + 1))
    if (is_left_out(lines, name.substr(0, slash), true)) return true;
  return is_left_out(lines, name, false);
}

GitIgnored::GitIgnored(const std::filesystem::path& home) {
  for (const auto& file : {home / ".git" / "info" / "exclude", home / ".gitignore"})
    if (const FileText text = read_file(file, kMaxTomlBytes)) lines_ += *text + "\n";
  FileText index = read_file(home / ".git" / "index", kLargestIndex);
  tracks_all_ = !index && index.fault != FileFault::Missing && index.fault != FileFault::NotPlain;
  if (!index) return;
  // From version 4 on the names stand there in parts.
  constexpr std::size_t kHead = 12;
  tracks_all_ = (*index).size() < kHead || !(*index).starts_with("DIRC") || big_endian(*index, 4) > 3;
  index_ = *std::move(index.text);
}

// An entry ends in its name and a zero.
bool GitIgnored::is_tracked(std::string_view name) const {
  if (tracks_all_) return true;
  const std::string wanted = std::string(name) + '\0';
  return index_.find(wanted) != index_.npos;
}

bool GitIgnored::operator()(std::string_view name) const { return is_ignored(lines_, name) && !is_tracked(name); }

}  // namespace starling
