// Texts as a zip, and back. The only place that knows libzip. Reading believes nothing that the archive says.
#pragma once

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace starling {

// A copy that could not be made; the text says why.
class BackupError : public std::runtime_error {
  using runtime_error::runtime_error;
};

struct ArchivedText {
  std::string name;  // see is_kept_name
  std::string text;
  std::int64_t modified_s = 0;  // seconds since 1970; for people who look into the archive, not read back
  bool operator==(const ArchivedText&) const = default;
};

// The bytes of a zip with the texts in the order given. Equal texts give equal bytes. Throws BackupError.
[[nodiscard]] std::string archive_of(std::span<const ArchivedText> texts);

struct ArchiveRead {
  std::vector<ArchivedText> texts;  // by rising name, each once
  std::string refusal;              // a sentence: why nothing of it is taken; empty where all of it is
};
// Any bytes. Every size is bounded before it is read and every checksum is checked; one entry that is not a text of a
// study folder (a way up, an absolute name, a link, a name twice) and the whole is refused.
[[nodiscard]] ArchiveRead read_archive(std::string_view bytes);

}  // namespace starling
