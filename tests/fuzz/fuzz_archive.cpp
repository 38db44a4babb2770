// An archive from any bytes: refused with a sentence, or texts of a study folder, each once and of a bounded size.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "backup/backup.h"

namespace {

void require(bool law) {
  if (!law) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace starling;
  const ArchiveRead read = read_archive(std::string_view(reinterpret_cast<const char*>(data), size));
  require(read.texts.empty() != read.refusal.empty());
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < read.texts.size(); ++i) {
    const ArchivedText& text = read.texts[i];
    require(is_kept_name(text.name));
    require(text.text.size() <= kMostKeptFileBytes);
    require(i == 0 || read.texts[i - 1].name < text.name);
    total += text.text.size();
    if (is_log_name(text.name)) (void)damaged_lines(text);
  }
  require(total <= kMostKeptBytes);

  // What was read can be written and read again.
  if (!read.texts.empty()) require(read_archive(archive_of(read.texts)).texts == read.texts);
  return 0;
}
