#include "cli/clean_stream.h"

#include "text/text.h"

namespace starling {

CleanStream::CleanStream(std::ostream& behind) : std::ostream(nullptr), behind_(behind), buffer_(behind) {
  rdbuf(&buffer_);
  setf(std::ios::unitbuf);
}

CleanStream::Buffer::int_type CleanStream::Buffer::overflow(int_type byte) {
  if (!traits_type::eq_int_type(byte, traits_type::eof())) waiting_ += traits_type::to_char_type(byte);
  return traits_type::not_eof(byte);
}

std::streamsize CleanStream::Buffer::xsputn(const char* bytes, std::streamsize count) {
  waiting_.append(bytes, static_cast<std::size_t>(count));
  return count;
}

int CleanStream::Buffer::sync() {
  behind_ << shown(waiting_) << std::flush;
  waiting_.clear();
  return behind_ ? 0 : -1;
}

}  // namespace starling
