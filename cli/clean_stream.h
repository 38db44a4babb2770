// A stream for remarks: whatever is written to it, names of files and wrong arguments too, cannot steer a terminal.
#pragma once

#include <ostream>
#include <streambuf>
#include <string>

namespace starling {

// Control characters, bidirectional ones and bytes that are not UTF-8 come out as U+FFFD; newlines and tabs stay. Each
// `<<` goes on at once.
class CleanStream : public std::ostream {
 public:
  // Implicit, so that a World is given a plain stream. `behind` outlives this.
  CleanStream(std::ostream& behind);  // NOLINT(google-explicit-constructor)

  // For what is meant to move the cursor. Nothing from outside may be written there.
  [[nodiscard]] std::ostream& as_it_is() { return behind_; }

 private:
  class Buffer final : public std::streambuf {
   public:
    explicit Buffer(std::ostream& behind) : behind_(behind) {}

   protected:
    int_type overflow(int_type byte) override;
    std::streamsize xsputn(const char* bytes, std::streamsize count) override;
    int sync() override;

   private:
    std::ostream& behind_;
    std::string waiting_;
  };

  std::ostream& behind_;
  Buffer buffer_;
};

}  // namespace starling
