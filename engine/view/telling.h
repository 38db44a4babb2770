// What a telling is measured by, and which one comes next.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "history/history.h"
#include "memory/memory.h"
#include "story/story.h"

namespace starling {

// What is graded of a story once its text is shown: its four beats. Of an introduction: its begin, middle and end.
[[nodiscard]] std::span<const std::string_view> telling_parts(StoryKind kind);
inline constexpr std::string_view kFiguresPart = "figures";

// By what came back of them: all good, half of them hard, less again.
[[nodiscard]] Grade grade_of(const FiguresGiven& figures);

// A telling that has ended.
struct EndedTelling {
  int seconds = 0;
  int target_seconds = 150;
  std::vector<Part> parts;              // as they were graded; that of the figures among them
  std::optional<FiguresGiven> figures;  // nothing where none were asked for
};
// What is proposed for the whole: a story is as well told as its weakest part, and never better than best_grade. Good
// without parts. Nothing where that is again: the learner says so or nobody does.
[[nodiscard]] std::optional<Grade> proposed_grade(const EndedTelling& telling);
// Hard where none of the figures came back, or where it took less than a quarter of its target; else easy.
[[nodiscard]] Grade best_grade(const EndedTelling& telling);
// Why nothing better can be given, as a sentence; empty where everything can.
[[nodiscard]] std::string why_no_better(const EndedTelling& telling);
// Every part good, all figures right, and from half its target to a fifth over it.
[[nodiscard]] bool is_clean(const EndedTelling& telling);

// Past this listeners are lost, whatever the target.
inline constexpr int kLongestGoodTelling = 240;

// How long it was beside its target, as a sentence: within a fifth of it is on target.
[[nodiscard]] std::string length_remark(int seconds, int target_seconds);

// Seconds from the begin at which each section is to begin, and the last one to end, in a telling of `target_seconds`.
[[nodiscard]] std::array<int, kSectionCount + 1> section_times(int target_seconds);

// In which length, and for which principle, a story is to be told.
struct TellingChoice {
  int length = kStandardVariant;
  std::optional<std::size_t> principle;  // nothing of an introduction, or where a story names none
};
// What was told least often: of its lengths, the standard one first among equals; of its principles, the primary first.
// `past` are its tellings that count.
[[nodiscard]] TellingChoice next_telling(const Story& story, std::span<const Told> past);

// Which story to tell: of the whole ones that are not put away, one of `principles` before others (none given: all
// alike), then what is `asked`, in that order, then what was told longest ago. Null where none is whole.
[[nodiscard]] const Story* story_to_tell(std::span<const Story> stories, const ItemStates& states,
                                         std::span<const ItemId> asked, std::span<const std::size_t> principles);

// Of the deeds of a story that count.
[[nodiscard]] std::vector<Told> tellings_in(std::span<const PastDeed> history);

// How fast the learner speaks: measured once kMeasuredTellings say so (see measures_pace), over all stories; else
// `setting`. Words a minute.
[[nodiscard]] int speech_rate(const ItemStates& states, int setting);
inline constexpr int kMeasuredTellings = 3;

}  // namespace starling
