#include "study/note.h"

#include <fmt/format.h>

#include "calendar/calendar.h"

namespace starling {

namespace {

constexpr std::string_view kMarkBegins = "<!-- made by starling, ";
constexpr std::size_t kMaxNoteBytes = 1'000'000;

std::string mark_of(std::string_view text) {
  return fmt::format("{}{:016x}: not made anew once anything above is changed -->\n", kMarkBegins, seed_from(text, text.size()).value);
}

}  // namespace

std::string with_mark(std::string_view text) { return std::string(text) + mark_of(text); }

bool is_untouched(std::string_view marked) {
  const std::size_t mark = marked.rfind(kMarkBegins);
  return mark != std::string_view::npos && marked.substr(mark) == mark_of(marked.substr(0, mark));
}

NoteWritten write_note(const StudyFolder& folder, const std::string& file, std::string_view text) {
  const std::filesystem::path path = folder.notes() / file;
  NoteWritten written{"notes/" + file};
  const FileText before = read_file(path, kMaxNoteBytes);
  if (!before && before.fault != FileFault::Missing) throw FileError(written.name + " " + before.reason);
  const std::string whole = with_mark(text);
  if (before && *before == whole) return written;
  written.kept = before && !is_untouched(*before);
  if (written.kept) return written;
  make_folder(folder.notes());
  write_file(path, whole);
  written.changed = true;
  return written;
}

}  // namespace starling
