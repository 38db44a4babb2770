// One page for the eve of the interview: by principle the stories that are told for it, with their first words and figures.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "story/story.h"
#include "view/standpoint.h"

namespace starling {

// A story under one of its principles.
struct SheetStory {
  const Story* story = nullptr;  // of the library
  Strength strength = Strength::Primary;
  bool whole = false;            // its words and figures stand here: once on the page
  std::string opening;           // its first sentence
  std::vector<std::string> figures;  // its metrics, "run cost: 100 % → 109 %"; without any, what the result says with digits
};

struct SheetPrinciple {
  std::size_t principle = 0;        // position in the official order
  std::vector<SheetStory> stories;  // primary first; none: nothing is told for it
};

struct SheetView {
  Day date{};
  Day interview{};
  int days_left = 0;
  std::vector<SheetPrinciple> principles;  // all, or the one that was asked for
  std::vector<const Story*> unfinished;    // of the library, not on the page

  [[nodiscard]] int stories() const;             // told whole here
  [[nodiscard]] std::vector<std::size_t> gaps() const;  // principles without a story
};
[[nodiscard]] SheetView sheet_view(const Standpoint& from, std::optional<std::size_t> only);

// The metrics of a story, and the sentences of its result that have digits, each on one line.
[[nodiscard]] std::vector<std::string> metrics_of(const Story& story);
[[nodiscard]] std::vector<std::string> result_figures_of(const Story& story);

}  // namespace starling
