// The rounds of the interview, and which story goes to which of them.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "rounds/rounds.h"
#include "view/sheet_view.h"
#include "view/standpoint.h"

namespace starling {

// A principle that an interviewer asks about.
struct LoopPlace {
  std::size_t principle = 0;    // position in the official order
  const Story* story = nullptr;   // of the library; null: none is left for it
  const Story* backup = nullptr;
};

struct LoopRound {
  Round round;
  bool over = false;                // nothing is to be told in it any more
  bool shared = false;              // its principles are not known: these are its share
  std::vector<LoopPlace> places;    // none where it is over
};

// What a place lacks, and the next thing to do about it.
struct LoopGap {
  std::string round;                // its id
  std::size_t principle = 0;
  bool backup_only = false;         // it has a story
  std::string_view action;          // "re-angle", "complete", "new"
  const Story* story = nullptr;     // of the library, for a re-angle or to complete
};

struct LoopView {
  Day date{};
  std::string level;
  bool guess = false;               // the learner wrote no rounds down but phone screens
  bool broken = false;              // because of a mistake in loop.toml
  int earlier = 0;                  // rounds of loop.toml that are of an earlier attempt
  std::vector<LoopRound> rounds;    // by their days
  std::vector<std::size_t> unasked; // principles that no round has, nor room for
  std::vector<LoopGap> gaps;        // places without a story first, each in the order of the rounds
  std::vector<std::string> unknown; // ids that are said to be told and are of no story

  [[nodiscard]] int places() const;
  [[nodiscard]] int with_story() const;
  [[nodiscard]] int with_backup() const;
};
[[nodiscard]] LoopView loop_view(const Standpoint& from);

// What loop.toml says, by the attempt at the interview that it is of, in its order. A round is of an earlier one where its
// day is, or where it has none and stands as a command wrote it then; what was written by hand is of this one.
struct WrittenRounds {
  std::vector<Round> present;
  std::vector<Round> earlier;
};
[[nodiscard]] WrittenRounds written_rounds(const Standpoint& from);

// The rounds that the view is of: as they are written down for this attempt, or a usual loop under ids that none of an
// earlier one has.
[[nodiscard]] std::vector<Round> rounds_or_usual(const Standpoint& from);

// One page for one interviewer.
struct RoundSheetPlace {
  std::size_t principle = 0;
  std::vector<SheetStory> stories;  // the story and its backup, as far as there are any
};
struct RoundSheetView {
  Day date{};
  LoopRound round;
  std::vector<RoundSheetPlace> places;
  std::array<std::string_view, 2> questions;  // to ask the interviewer
};
// `round` is one of the view's.
[[nodiscard]] RoundSheetView round_sheet_view(const LoopView& loop, const LoopRound& round);

}  // namespace starling
