#include "history/told.h"

namespace starling {

bool measures_pace(const Told& told, Grade grade, std::int64_t seconds) {
  if (told.words == 0 || seconds <= 0) return false;
  const bool whole = told.clean || (grade != Grade::Again && seconds * 2 >= told.length);
  const std::int64_t words_an_hour = std::int64_t{3600} * told.words;
  return whole && words_an_hour >= seconds * 60 * kSlowestSpeech && words_an_hour <= seconds * 60 * kFastestSpeech;
}

}  // namespace starling
