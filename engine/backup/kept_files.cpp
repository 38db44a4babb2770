#include "backup/kept_files.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <span>
#include <system_error>
#include <utility>

#include "history/history.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::array<std::string_view, 5> kRootFiles{"starling.toml", "plan.toml", "loop.toml", ".gitattributes", ".gitignore"};
constexpr std::array<std::string_view, 5> kFolders{"decks", "log", "notes", "plans", "stories"};
constexpr std::array<std::string_view, 6> kTextEndings{".toml", ".md", ".txt", ".csv", ".json", ".org"};
// Copies of the texts, what belongs to the program, and what is too large for a text.
constexpr std::array<std::string_view, 3> kNeverCopied{"backups", "recordings", kSchemaFolder};
constexpr std::string_view kLogFolder = "log";
constexpr std::size_t kDeepest = 6;  // parts of a name: one of kFolders, four folders in it, the file
constexpr std::size_t kLongestPart = 255;
constexpr std::size_t kLongestName = 1000;

bool is_control(unsigned char c) { return c < 0x20 || c == 0x7f; }

bool is_plain_part(std::string_view part) {
  if (part.empty() || part.size() > kLongestPart || part.starts_with('.')) return false;
  const bool control = std::ranges::any_of(part, [](char c) { return is_control(static_cast<unsigned char>(c)); });
  // C1 controls are two bytes in UTF-8, the first of which is C2.
  bool second = false;
  for (std::size_t i = 1; i < part.size(); ++i)
    second = second || (part[i - 1] == '\xC2' && static_cast<unsigned char>(part[i]) < 0xA0);
  return !control && !second && part.find('\\') == part.npos && is_utf8(part);
}

// What editors and programs leave on their way to a file.
bool is_temporary(std::string_view part) {
  return part.ends_with('~') || part.ends_with(".tmp") || part.ends_with(".swp") || part.starts_with('#');
}

// The parts between "/"; empty where one of them is not plain or there are too many.
std::vector<std::string_view> parts_of(std::string_view name) {
  std::vector<std::string_view> parts;
  if (name.size() > kLongestName) return parts;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('/', begin), name.size());
    parts.push_back(name.substr(begin, end - begin));
    if (!is_plain_part(parts.back()) || parts.size() > kDeepest) return {};
    begin = end + 1;
  }
  return parts;
}

char in_small_letters(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool has_text_ending(std::string_view part) {
  return std::ranges::any_of(kTextEndings, [&](std::string_view ending) {
    return part.size() > ending.size() && std::ranges::equal(part.substr(part.size() - ending.size()), ending, {}, in_small_letters);
  });
}

bool is_among(std::string_view name, std::span<const std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}
bool is_root_file(std::string_view name) { return is_among(name, kRootFiles); }

struct Entry {
  std::string name;
  std::filesystem::path path;
};

// Which lines count is said by who reads them: a copy rather has one too many.
bool is_passed_over(std::string_view name, std::string_view part) { return !is_log_name(name) && is_temporary(part); }

// A way down the folders, with those it came through.
class Walk {
 public:
  explicit Walk(KeptListing& listing) : listing_(listing) {}

  void folder(const Entry& at) {
    struct stat status {};
    if (::stat(at.path.c_str(), &status) != 0) return pass_over(at.name, std::strerror(errno));
    const std::pair place{status.st_dev, status.st_ino};
    if (std::ranges::find(way_, place) != way_.end()) return pass_over(at.name, "is a link in a circle");
    std::error_code error;
    std::vector<Entry> entries;
    for (std::filesystem::directory_iterator entry(at.path, error), end; !error && entry != end; entry.increment(error))
      entries.push_back({at.name + "/" + entry->path().filename().string(), entry->path()});
    if (error) return pass_over(at.name, fmt::format("cannot be read: {}", error.message()));
    way_.push_back(place);
    for (const Entry& entry : entries) see(entry);
    way_.pop_back();
  }

  void see(const Entry& entry) {
    const std::string_view part = std::string_view(entry.name).substr(entry.name.rfind('/') + 1);
    if (!is_root_file(entry.name) && (part.starts_with('.') || is_passed_over(entry.name, part))) return;
    std::error_code error;
    const auto status = std::filesystem::status(entry.path, error);
    if (std::filesystem::is_directory(status)) {
      if (is_kept_folder(entry.name)) return folder(entry);
      return pass_over(entry.name, "has a name that cannot be kept, or lies too deep");
    }
    if (is_log_name(entry.name) && !part.ends_with(kLogEnding)) return;
    if (std::filesystem::is_regular_file(status)) return file(entry);
    if (!std::filesystem::exists(status) && std::filesystem::is_symlink(entry.path, error))
      return pass_over(entry.name, "is a link whose end is not there");
    pass_over(entry.name, error ? fmt::format("cannot be looked at: {}", error.message()) : "is no plain file");
  }

 private:
  void file(const Entry& entry) {
    const auto stamp = file_stamp(entry.path);
    if (!stamp) return pass_over(entry.name, "cannot be looked at");
    if (is_kept_name(entry.name)) {
      listing_.files.push_back({entry.name, entry.path, *stamp});
      return;
    }
    const bool is_text = is_log_name(entry.name) || has_text_ending(entry.name);
    pass_over(entry.name, is_text ? "has a name that cannot be kept, or lies too deep" : "is no text", is_text);
  }

  void pass_over(std::string_view name, std::string why, bool is_text = true) {
    listing_.left_out.push_back({std::string(name), std::move(why), is_text});
  }

  KeptListing& listing_;
  std::vector<std::pair<dev_t, ino_t>> way_;
};

// What else lies at the top is the learner's, and may be missed after a restore.
void add_others_at_top(const std::filesystem::path& home, KeptListing& listing) {
  std::error_code error;
  for (std::filesystem::directory_iterator entry(home, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with('.') || is_temporary(name) || is_root_file(name) || is_among(name, kFolders) || is_among(name, kNeverCopied)) continue;
    listing.left_out.push_back({name, "is none of the texts and folders that are copied; notes/ takes what you write beside", false});
  }
}

}  // namespace

bool is_log_name(std::string_view name) {
  return name.size() > kLogFolder.size() && name.starts_with(kLogFolder) && name[kLogFolder.size()] == '/';
}

bool is_kept_folder(std::string_view name) {
  const auto parts = parts_of(name);
  return !parts.empty() && parts.size() < kDeepest && std::ranges::find(kFolders, parts.front()) != kFolders.end();
}

bool is_kept_name(std::string_view name) {
  if (is_root_file(name)) return true;
  const auto parts = parts_of(name);
  if (parts.size() < 2 || std::ranges::find(kFolders, parts.front()) == kFolders.end()) return false;
  if (std::ranges::any_of(parts, [&](std::string_view part) { return is_passed_over(name, part); })) return false;
  return is_log_name(name) ? parts.back().size() > kLogEnding.size() && parts.back().ends_with(kLogEnding)
                           : has_text_ending(parts.back());
}

KeptListing list_kept_files(const std::filesystem::path& home) {
  KeptListing listing;
  Walk walk(listing);
  std::error_code error;
  for (const auto names : {std::span<const std::string_view>(kRootFiles), std::span<const std::string_view>(kFolders)})
    for (const std::string_view name : names)
      if (std::filesystem::exists(std::filesystem::symlink_status(home / name, error)))
        walk.see({std::string(name), home / name});
  add_others_at_top(home, listing);
  std::ranges::sort(listing.files, {}, &KeptFile::name);
  std::ranges::sort(listing.left_out, {}, &LeftOut::name);
  return listing;
}

}  // namespace starling
