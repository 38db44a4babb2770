// A text that Starling writes into notes/ for the learner to go on with, and never writes over once that was done.
#pragma once

#include <string>
#include <string_view>

#include "library/library.h"

namespace starling {

struct NoteWritten {
  std::string name;      // as shown: "notes/month-2.md"
  bool kept = false;     // it holds words of the learner's: nothing was written
  bool changed = false;  // the text of the file
};
// The last line of the file is a mark of the text above it, by which an untouched one is known. Throws FileError, also where
// the file is there and cannot be read.
[[nodiscard]] NoteWritten write_note(const StudyFolder& folder, const std::string& file, std::string_view text);

// `text` with its mark; whether a text is as it was written.
[[nodiscard]] std::string with_mark(std::string_view text);
[[nodiscard]] bool is_untouched(std::string_view marked);

}  // namespace starling
