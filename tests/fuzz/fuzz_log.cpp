// Any bytes are a file of lines: what is whole is read at its place, cutting loses the last deed at most, and reading
// on gives what reading at once gives.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "law.h"
#include "log/log.h"

using namespace starling;

namespace {

// A file that is in memory alone.
class MemoryFile {
 public:
  explicit MemoryFile(const char* name)
      : file_(::memfd_create(name, MFD_CLOEXEC)), path_("/proc/self/fd/" + std::to_string(file_)) {
    law(file_ >= 0, "there is a file in memory");
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  void set(std::string_view bytes) const {
    law(::ftruncate(file_, 0) == 0, "it can be emptied");
    law(::pwrite(file_, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()), "it takes every byte");
  }

 private:
  int file_;
  std::filesystem::path path_;
};

struct Line {
  LineFault fault;
  std::optional<Deed> deed;
  LinePlace place;
};
struct Reading {
  std::vector<Line> lines;
  std::optional<ReadSoFar> so_far;
};
Reading read(const MemoryFile& file, const ReadSoFar& from = {}) {
  Reading reading;
  reading.so_far = read_lines(file.path(), from, [&](LineRead line, const LinePlace& place) {
    reading.lines.push_back({line.fault, std::move(line.deed), place});
  });
  return reading;
}

std::int64_t end_of(const Line& line) { return line.place.offset + line.place.length; }

void check_places(std::string_view bytes, const Reading& reading, const MemoryFile& file) {
  std::int64_t behind = 0;
  for (const Line& line : reading.lines) {
    law(line.place.offset >= behind && line.place.length > 0, "lines follow each other");
    law(end_of(line) <= static_cast<std::int64_t>(bytes.size()), "a line lies in the file");
    const std::string_view text =
        bytes.substr(static_cast<std::size_t>(line.place.offset), static_cast<std::size_t>(line.place.length));
    law(text.find('\n') == text.npos, "a line has no line feed in it");
    law(line_at(file.path(), line.place) == std::string(text), "a line is found at its place");
    law(read_line(text).fault == line.fault, "what stands at the place is what was read");
    law(line.deed.has_value() == (line.fault == LineFault::None), "a line without a fault is a deed");
    law(line.place.line >= 1, "lines are counted from one");
    behind = end_of(line);
  }
  law(reading.so_far && reading.so_far->end >= behind, "what was read lies before where reading ended");
}

bool same(const Line& a, const Line& b) {
  return a.deed == b.deed && a.fault == b.fault && a.place.offset == b.place.offset;
}

void check_cut(std::string_view bytes, std::size_t cut, const Reading& whole, const MemoryFile& whole_file,
               const MemoryFile& cut_file) {
  cut_file.set(bytes.substr(0, cut));
  const Reading first = read(cut_file);
  law(first.so_far && first.so_far->end <= static_cast<std::int64_t>(cut), "a file that was cut can be read");
  std::size_t kept = 0;
  for (const Line& line : whole.lines)
    if (line.fault == LineFault::None && end_of(line) <= static_cast<std::int64_t>(cut)) {
      law(kept < first.lines.size() && same(first.lines[kept], line), "what lies before the cut is read");
      ++kept;
    } else if (end_of(line) < static_cast<std::int64_t>(cut)) {
      ++kept;
    }
  // Nothing where a line that seemed whole at the cut went on behind it.
  const Reading rest = read(whole_file, *first.so_far);
  if (!rest.so_far) return;
  law(first.lines.size() + rest.lines.size() == whole.lines.size(), "reading on gives every line once");
  for (std::size_t i = 0; i < rest.lines.size(); ++i)
    law(same(rest.lines[i], whole.lines[first.lines.size() + i]), "reading on gives what reading at once gives");
  law(*rest.so_far == *whole.so_far, "reading on ends where reading at once ends");
}

// As a writer closes what was torn.
void check_next(std::string_view bytes, std::size_t deeds, const MemoryFile& file) {
  const Deed deed{{"k3f9x2", 1}, 1, {}, {}, {}, {Undone{{"k3f9x2", 7}}}};
  std::string more(bytes);
  if (!more.empty() && more.back() != '\n') more += '\n';
  file.set(more + written(deed) + '\n');
  const Reading reading = read(file);
  std::size_t now = 0;
  for (const Line& line : reading.lines) now += line.fault == LineFault::None ? 1 : 0;
  law(now == deeds + 1 && reading.lines.back().deed == deed, "the next deed is read, and none is lost");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const MemoryFile file("whole"), cut_file("cut");
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  file.set(bytes);
  const Reading whole = read(file);
  check_places(bytes, whole, file);
  constexpr std::size_t kCuts = 12;
  std::uint64_t chance = seed_from(bytes, 0).value;
  for (std::size_t i = 0; i < kCuts; ++i) {
    chance = split_mix(chance);
    check_cut(bytes, chance % (size + 1), whole, file, cut_file);
  }
  std::size_t deeds = 0;
  for (const Line& line : whole.lines) deeds += line.fault == LineFault::None ? 1 : 0;
  check_next(bytes, deeds, cut_file);
  return 0;
}
