// What the learner wrote about the whole, as files: read, changed and put back together.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "history/history.h"
#include "library/library.h"
#include "source/source.h"
#include "study/settings_deed.h"

namespace starling {

// Settings or plan that nothing can go on without; `problems` say where.
class TextError : public std::runtime_error {
 public:
  explicit TextError(std::vector<Problem> found);
  std::vector<Problem> problems;
};

// starling.toml, plan.toml and loop.toml. A file that is not there is empty.
struct StudyTexts {
  std::string settings;
  std::string plan;
  std::string rounds;
  bool operator==(const StudyTexts&) const = default;
};

// Nothing where there is none. Throws TextError where it cannot be read.
[[nodiscard]] std::optional<std::string> text_if_there(const std::filesystem::path& path);
// Throws TextError where it cannot be read, or is not there.
[[nodiscard]] std::string written_settings(const StudyFolder& folder);
// The one that cannot be read is empty; throws TextError for the settings.
[[nodiscard]] StudyTexts texts_of(const StudyFolder& folder);
// What the change says; none where nothing is said anew. Throws TextError for a text that cannot be read before.
[[nodiscard]] std::vector<Event> events_between(const StudyFolder& folder, const StudyTexts& before, const StudyTexts& after);
// Those that are other ones by `after`; on FileError none of them is.
void write_texts(const StudyFolder& folder, const StudyTexts& before, const StudyTexts& after);
// Writes what `deeds` changed in them back, or again, with remarks on what is left; answers the texts before where one
// became another.
[[nodiscard]] std::optional<StudyTexts> put_texts_back(const StudyFolder& folder, const std::vector<Deed>& deeds, Back direction,
                                                       std::vector<std::string>& remarks);

}  // namespace starling
