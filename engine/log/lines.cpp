#include "log/lines.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>

#include "log/disk.h"

namespace starling {

namespace {

constexpr std::size_t kChunk = 64 * 1024;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class LineWalk {
 public:
  LineWalk(int file, std::int64_t offset, const std::function<void(const RawLine&)>& see)
      : file_(file), begin_(offset), see_(see), buffer_(kChunk, '\0') {}

  bool run() {
    for (;;) {
      const ssize_t got = fill();
      if (got < 0) return false;
      if (got == 0) break;
      give_ended_lines();
    }
    give_rest();
    return true;
  }

 private:
  ssize_t fill() {
    if (used_ == buffer_.size()) make_room();
    for (;;) {
      const ssize_t got = ::pread(file_, buffer_.data() + used_, buffer_.size() - used_,
                                  begin_ + static_cast<std::int64_t>(used_));
      if (got < 0 && errno == EINTR) continue;
      if (got > 0) used_ += static_cast<std::size_t>(got);
      return got;
    }
  }

  void make_room() {
    if (used_ <= kMaxLineBytes) return buffer_.resize(2 * buffer_.size());
    if (!long_since_) long_since_ = begin_;
    drop(used_);
  }

  void give_ended_lines() {
    std::size_t done = 0;
    while (const void* found = std::memchr(buffer_.data() + searched_, '\n', used_ - searched_)) {
      const auto feed = static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data());
      give(done, feed, true);
      searched_ = done = feed + 1;
    }
    drop(done);
    searched_ = used_;
    if (long_since_) drop(used_);
  }

  void give_rest() {
    if (used_ > 0 || long_since_) give(0, used_, false);
  }

  // The line whose bytes are from `from` up to `to` in the buffer.
  void give(std::size_t from, std::size_t to, bool ended) {
    RawLine line;
    const std::int64_t offset = begin_ + static_cast<std::int64_t>(from);
    const std::int64_t end = begin_ + static_cast<std::int64_t>(to);
    if (long_since_) {
      line.too_long = true;
      line.place = {*long_since_, end - *long_since_, number_};
      long_since_.reset();
    } else {
      const std::string_view bytes(buffer_.data() + from, to - from);
      line.text = without_editor_marks(bytes, offset == 0);
      line.place = {offset + (line.text.data() - bytes.data()), static_cast<std::int64_t>(line.text.size()), number_};
    }
    line.next = ended ? end + 1 : end;
    line.ended = ended;
    ++number_;
    see_(line);
  }

  void drop(std::size_t bytes) {
    std::memmove(buffer_.data(), buffer_.data() + bytes, used_ - bytes);
    used_ -= bytes;
    searched_ -= std::min(searched_, bytes);
    begin_ += static_cast<std::int64_t>(bytes);
  }

  int file_;
  std::int64_t begin_;  // of the buffer, in the file
  const std::function<void(const RawLine&)>& see_;
  std::string buffer_;
  std::size_t used_ = 0;
  std::size_t searched_ = 0;  // so far there is no line feed in it
  std::optional<std::int64_t> long_since_;
  int number_ = 1;
};

}  // namespace

bool walk_lines(int file, std::int64_t offset, const std::function<void(const RawLine&)>& see) {
  return LineWalk(file, offset, see).run();
}

std::uint32_t mark_of(std::string_view bytes_before) {
  if (bytes_before.ends_with('\n')) bytes_before.remove_suffix(1);
  const std::size_t feed = bytes_before.rfind('\n');
  if (feed != bytes_before.npos) bytes_before.remove_prefix(feed + 1);
  if (bytes_before.size() > kMarkedBytes) bytes_before.remove_prefix(bytes_before.size() - kMarkedBytes);
  return line_checksum(bytes_before);
}

std::optional<std::uint32_t> mark_before(int file, std::int64_t end) {
  const std::int64_t bytes = std::min<std::int64_t>(end, kMarkedBytes + 1);
  if (bytes < 0) return std::nullopt;
  const auto text = read_at(file, end - bytes, static_cast<std::size_t>(bytes));
  if (!text || text->size() != static_cast<std::size_t>(bytes)) return std::nullopt;
  return mark_of(*text);
}

std::string_view without_editor_marks(std::string_view line, bool first_of_file) {
  if (first_of_file && line.starts_with(kByteOrderMark)) line.remove_prefix(kByteOrderMark.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace starling
