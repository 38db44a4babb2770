// How a problem or an exercise that was done comes back in a sitting: as a question to answer aloud, and what to hold
// the answer against.
#pragma once

#include <span>
#include <vector>

#include "deck/deck.h"
#include "item/item.h"
#include "practice/coding_problem.h"
#include "practice/design_exercise.h"
#include "practice/interview_question.h"

namespace starling {

// The group of their ids, and so the id of the deck that they make for a sitting.
inline constexpr std::string_view kProblemGroup = "problem";
inline constexpr std::string_view kExerciseGroup = "exercise";
inline constexpr std::string_view kQuestionGroup = "question";

// Begun by being solved, so it is never new in a sitting (see KindTraits::begun_by_hand).
[[nodiscard]] Item item_of(const CodingProblem& problem);
[[nodiscard]] Item item_of(const DesignExercise& exercise);
// Its principle is new from its week on, as a card is; its story four weeks later, and no later than cards open. That needs
// that the learner has met which story of theirs is told for the principle.
[[nodiscard]] Item item_of(const InterviewQuestion& question);
[[nodiscard]] Item story_item_of(const InterviewQuestion& question);

// The plan in three minutes: cue, invariant, steps, complexity; without code.
[[nodiscard]] Card plan_recall(const CodingProblem& problem);
// A walk through in a quarter of an hour; of the larger variant in `all` where there is one.
[[nodiscard]] Card walk_through(const DesignExercise& exercise, std::span<const DesignExercise> all);

// Which principle does it ask after? Typed; any of its principles is right. Behind it what the interviewer listens for, and
// which of `told` could be told, the primary ones first.
[[nodiscard]] Card principle_asked(const InterviewQuestion& question, std::span<const Story* const> told);

// Which of one's own stories answers it? One grades oneself; behind it those that do, as above, each with its opening.
[[nodiscard]] Card story_asked(const InterviewQuestion& question, std::span<const Story* const> told);

[[nodiscard]] Deck recall_deck(std::span<const CodingProblem> problems);
[[nodiscard]] Deck recall_deck(std::span<const DesignExercise> exercises);
[[nodiscard]] Deck recall_deck(std::span<const InterviewQuestion> questions, std::span<const Story> stories);

// Those that count, to be found once for all questions: it takes counting their words.
[[nodiscard]] std::vector<const Story*> stories_to_tell(std::span<const Story> stories);
// Those of `told` that serve a principle of the question: the primary ones first, then in their order.
[[nodiscard]] std::vector<const Story*> stories_for(const InterviewQuestion& question, std::span<const Story* const> told);

// The exercise that repeats `exercise` at a larger scale; null where none does.
[[nodiscard]] const DesignExercise* larger_variant(const DesignExercise& exercise, std::span<const DesignExercise> all);

}  // namespace starling
