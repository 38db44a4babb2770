#include "log/newest.h"

#include <sys/stat.h>

#include <algorithm>

#include "log/disk.h"

namespace starling {

namespace {

void take_all(Newest& newest, int file, const std::string& device) {
  (void)walk_lines(file, 0, [&](const RawLine& line) { (void)take_line(newest, line.text, device); });
}

// Takes the last line of the device among those that lie wholly in the last `bytes`; false where none does.
bool take_last(Newest& newest, int file, std::int64_t size, std::int64_t bytes, const std::string& device) {
  const std::int64_t begin = std::max<std::int64_t>(0, size - bytes);
  const auto text = read_at(file, begin, static_cast<std::size_t>(size - begin));
  if (!text) return false;
  std::string_view rest = *text;
  while (!rest.empty()) {
    const std::size_t feed = rest.rfind('\n');
    if (feed == rest.npos && begin > 0) return false;
    const std::size_t from = feed == rest.npos ? 0 : feed + 1;
    const bool is_first = begin == 0 && from == 0;
    if (take_line(newest, without_editor_marks(rest.substr(from), is_first), device)) return true;
    rest = rest.substr(0, from == 0 ? 0 : feed);
  }
  return begin == 0;
}

void take_end(Newest& newest, int file, const std::string& device) {
  struct stat status {};
  if (::fstat(file, &status) != 0) return;
  constexpr std::int64_t kUsual = 8 * 1024;
  constexpr std::int64_t kLong = 1024 * 1024;
  for (const std::int64_t bytes : {kUsual, kLong})
    if (take_last(newest, file, status.st_size, bytes, device)) return;
  take_all(newest, file, device);
}

template <class Take>
Newest over_files(const std::filesystem::path& folder, Take take) {
  Newest newest;
  for (const LogFile& file : list_log(folder).files)
    if (const Descriptor opened = open_plain(folder / file.name); opened.is_open()) take(newest, opened.get());
  return newest;
}

}  // namespace

void Newest::take(std::int64_t other_number, std::uint32_t other_checksum) {
  if (other_number > number) {
    *this = {other_number, other_checksum, false};
  } else if (other_number == number && other_checksum != checksum) {
    disputed = true;
  }
}

bool take_line(Newest& newest, std::string_view line, const std::string& device) {
  if (line.find(device) == line.npos) return false;
  const LineRead read = read_line(line);
  if (!read.deed || read.deed->id.device != device) return false;
  newest.take(read.deed->id.number, line_checksum(line));
  return true;
}

Newest newest_at_ends(const std::filesystem::path& folder, const std::string& device) {
  return over_files(folder, [&](Newest& newest, int file) { take_end(newest, file, device); });
}

Newest newest_of_all(const std::filesystem::path& folder, const std::string& device) {
  return over_files(folder, [&](Newest& newest, int file) { take_all(newest, file, device); });
}

}  // namespace starling
