#include "log/reader.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <set>
#include <system_error>

#include "log/disk.h"
#include "log/lines.h"

namespace starling {

namespace {

namespace fs = std::filesystem;

constexpr int kDeepest = 4;

bool is_left_out(std::string_view name) {
  return name.starts_with('.') || name.starts_with('~') || name.ends_with('~') || name.ends_with(".tmp");
}

class Listing {
 public:
  explicit Listing(const fs::path& folder) : top_(folder) {}

  LogListing list() {
    // A link to nothing is no folder that is not there yet.
    struct stat status {};
    if (::lstat(top_.c_str(), &status) == 0) list("", 0);
    std::ranges::sort(result_.files, {}, &LogFile::name);
    return std::move(result_);
  }

 private:
  // `name` is the path from the log folder, with a slash at its end unless it is empty.
  void list(const std::string& name, int depth) {
    const fs::path folder = top_ / name;
    const Descriptor opened = open_file(folder, O_RDONLY | O_DIRECTORY);
    struct stat status {};
    if (!opened.is_open() || ::fstat(opened.get(), &status) != 0) return pass_over(name, reason(errno));
    if (!listed_.insert(identity_of(status)).second)
      return pass_over(name, "is a link to a folder that is read already");
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
      names.push_back(entry->path().filename().string());
    if (error) pass_over(name, fmt::format("cannot be read: {}", error.message()));
    // In order, so that it is always the same one of two links to a folder that is followed.
    std::ranges::sort(names);
    for (const std::string& below : names)
      if (!is_left_out(below)) take(opened.get(), below, name + below, depth);
  }

  // `below` in the open folder is `name` from the log folder.
  void take(int folder, const std::string& below, const std::string& name, int depth) {
    struct stat status {};
    const bool is_log = below.ends_with(kLogEnding);
    if (::fstatat(folder, below.c_str(), &status, 0) != 0) {
      if (is_log || errno == ELOOP) pass_over(name, reason(errno));
    } else if (S_ISDIR(status.st_mode)) {
      if (depth == kDeepest) return pass_over(name, "lies too deep");
      list(name + '/', depth + 1);
    } else if (!S_ISREG(status.st_mode)) {
      pass_over(name, "is no plain file");
    } else if (is_log) {
      result_.files.push_back({name, stamp_of(status)});
    }
  }

  static std::string reason(int error) {
    if (error == ELOOP) return "is a link in a circle";
    if (error == ENOENT) return "is a link to nothing";
    return fmt::format("cannot be read: {}", std::generic_category().message(error));
  }

  void pass_over(const std::string& name, std::string_view why) {
    result_.passed_over.push_back(fmt::format("{} {}", (name.empty() ? top_.filename() : top_.filename() / name).string(), why));
  }

  fs::path top_;
  std::set<FileIdentity> listed_;
  LogListing result_;
};

// Whether the file goes on where it was read to: nothing where it does not, else the begin of the next line.
std::optional<std::int64_t> next_after(int file, const ReadSoFar& from) {
  if (from.end == 0) return 0;
  if (mark_before(file, from.end) != from.last_checksum) return std::nullopt;
  const auto around = read_at(file, from.end - 1, 2);
  if (!around || around->empty()) return std::nullopt;
  if (around->front() == '\n' || around->size() == 1) return from.end;
  if (around->back() == '\n') return from.end + 1;
  return std::nullopt;  // what seemed a whole line was the begin of a longer one
}

std::optional<std::string> line_in(const Descriptor& file, const LinePlace& place) {
  constexpr auto kLongest = static_cast<std::int64_t>(kMaxLineBytes);
  if (!file.is_open() || place.offset < 0 || place.length < 0 || place.length > kLongest) return std::nullopt;
  auto text = read_at(file.get(), place.offset, static_cast<std::size_t>(place.length));
  if (!text || text->size() != static_cast<std::size_t>(place.length)) return std::nullopt;
  return text;
}

}  // namespace

LogListing list_log(const fs::path& folder) { return Listing(folder).list(); }

std::string why_unread(const fs::path& folder, std::string_view device) {
  const LogListing listing = list_log(folder);
  const std::string whole = folder.filename().string();
  const std::string own = fmt::format("{}/{}", whole, device);
  const auto is_of = [](std::string_view sentence, std::string_view place) {
    return sentence.starts_with(place) && (sentence.substr(place.size()).starts_with(" ") || sentence.substr(place.size()).starts_with("/"));
  };
  for (const std::string& sentence : listing.passed_over)
    if (sentence.find(" cannot be read: ") != sentence.npos && (sentence.starts_with(whole + " ") || sentence.starts_with(whole + "/ ") || is_of(sentence, own)))
      return sentence;
  for (const LogFile& file : listing.files) {
    if (!file.name.starts_with(fmt::format("{}/", device))) continue;
    if (const FileText text = read_file(folder / file.name, 1); text.fault == FileFault::Unreadable)
      return fmt::format("{} {}", (folder.filename() / file.name).string(), text.reason);
  }
  return "";
}

std::optional<ReadSoFar> read_lines(const fs::path& file, const ReadSoFar& from,
                                    const std::function<void(LineRead, const LinePlace&)>& see) {
  const Descriptor opened = open_plain(file);
  if (!opened.is_open()) return std::nullopt;
  const auto begin = next_after(opened.get(), from);
  if (!begin) return std::nullopt;

  std::int64_t end = *begin;
  const bool good = walk_lines(opened.get(), *begin, [&](const RawLine& line) {
    const bool blank = line.text.empty() && !line.too_long;
    LineRead read;
    read.fault = LineFault::Broken;
    if (!blank && !line.too_long) read = read_line(line.text);
    const bool torn = !line.ended && (read.fault == LineFault::Broken || read.fault == LineFault::Checksum);
    if (torn) return;
    end = line.next;
    if (!blank) see(std::move(read), line.place);
  });
  const auto mark = good ? mark_before(opened.get(), end) : std::nullopt;
  if (!mark) return std::nullopt;
  return ReadSoFar{end, *mark};
}

std::optional<std::string> line_at(const fs::path& file, const LinePlace& place) {
  const Descriptor opened = open_plain(file);
  return line_in(opened, place);
}

std::optional<std::string> LinesAt::line(const std::string& name, const LinePlace& place) {
  if (name != name_) {
    opened_ = open_plain(log_ / name);
    name_ = name;
  }
  return line_in(opened_, place);
}

std::vector<Gap> gaps_in(std::vector<DeedId> ids) {
  std::ranges::sort(ids);
  std::vector<Gap> gaps;
  const std::string* device = nullptr;
  std::int64_t next = 1;
  for (const DeedId& id : ids) {
    if (!device || *device != id.device) next = 1;
    device = &id.device;
    if (id.number > next) gaps.push_back({id.device, next, id.number - 1});
    next = std::max(next, id.number + 1);
  }
  return gaps;
}

}  // namespace starling
