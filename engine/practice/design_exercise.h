// A system design exercise: what the interviewer says, and what a strong answer has.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/source.h"

namespace starling {

struct DesignExercise {
  std::string id;
  std::string title;
  std::vector<std::string> level;  // whose scale it has: "L6", "L7"; both, or none, is both
  int week = 1;
  int minutes = 45;
  std::string variant_of;          // the smaller exercise that it repeats; empty: none
  std::string brief;
  std::vector<std::string> clarify;     // questions to ask first
  std::vector<std::string> scale;       // figures with their arithmetic
  std::vector<std::string> tradeoffs;
  std::vector<std::string> deep_dives;
  std::vector<std::string> hit_list;    // what scores when it is named
  std::string l6_prompt;
  std::string l7_prompt;
  std::vector<std::string> rubric;      // parts of the score, each 0 to 5
  std::string file;                     // as shown in messages
  int line = 1;
  bool operator==(const DesignExercise&) const = default;
};

struct ExerciseFile {
  std::vector<DesignExercise> list;  // empty where anything is wrong
  std::vector<Problem> problems;
};
// `[[exercise]]` records; ids are unique in the file.
[[nodiscard]] ExerciseFile read_design_exercises(std::string_view text, std::string_view file);

// For source/pack.h.
template <class Archive>
void fields(Archive& archive, DesignExercise& exercise) {
  archive(exercise.id, exercise.title, exercise.level, exercise.variant_of, exercise.brief, exercise.clarify,
          exercise.scale, exercise.tradeoffs, exercise.deep_dives, exercise.hit_list, exercise.l6_prompt,
          exercise.l7_prompt, exercise.rubric, exercise.file);
  archive.within(0, 1'000'000'000, exercise.week, exercise.minutes, exercise.line);
}

}  // namespace starling
