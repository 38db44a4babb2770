// Telling stories against the clock.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/world.h"
#include "study/study.h"

namespace starling {

// Which telling: of what, in which length, for what.
struct TellingTask {
  const Story* story = nullptr;  // of the library
  TellingChoice choice;
  int target_seconds = kStandardVariant;
  std::string question;       // by id; empty: none
  std::string question_text;  // shown above the clock
  std::function<void()> told = {};  // called once the clock has ended; may be absent
};
// What of it was told least often.
[[nodiscard]] TellingTask next_telling_of(const Study& study, const Story& story);

// Tells what is due today, one after the other. False when nothing was.
bool tell_stories_due(const Arguments& arguments, World& world);

// UsageError for a draft, and for a story that is put away.
void need_whole(const Study& study, const Story& story);
// By keys or by lines. UsageError for a draft, and for a story that is put away. False when the learner left before the
// last grade; nothing is kept of it then.
bool tell_story(Study& study, const Story& story, World& world);
bool tell_story(Study& study, const TellingTask& task, World& world);
// By keys: the terminal can move.
bool tell_by_keys(Study& study, const TellingTask& task, World& world);
bool tell_by_lines(Study& study, const TellingTask& task, World& world);

// Keeps a telling that has ended; `marks` are the seconds at which sections began.
AnswerView keep_telling(Study& study, const TellingTask& task, const EndedTelling& ended, std::chrono::milliseconds took,
                        const std::vector<int>& marks, Grade grade);
// What is said of it behind the grade: when it comes back, and how far the story is from being ready.
[[nodiscard]] std::string kept_sentence(const Study& study, const TellingTask& task, const AnswerView& kept, int seconds);

}  // namespace starling
