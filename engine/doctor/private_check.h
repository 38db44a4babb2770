// What would a push of the study folder publish that is nobody's business?
#pragma once

#include <filesystem>

#include "doctor/finding.h"
#include "library/library.h"

namespace starling {

struct PrivateCheck {
  FindingList findings;  // by file and place: "marked-word", "mail-address", "phone-number", "private-name", "unread"
  int files = 0;         // texts that were looked at
  int deeds = 0;         // lines of the history that were looked at
  int wins = 0;          // in them
  int marked = 0;        // different words that stories mark
  int ignored = 0;       // texts that git leaves out
  bool more = false;     // than kMostPrivateFindings
};
inline constexpr std::size_t kMostPrivateFindings = 500;

// Texts of the folder as they are now, and of the history what is in the learner's own words (see own_words). Every text
// that git does not leave out counts, a list of marked words too: it says what is to be kept. Words are taken from all stories, also from those left out; one
// that cannot be read is found, since nobody knows what it marks.
[[nodiscard]] PrivateCheck check_private(const StudyFolder& folder);

}  // namespace starling
