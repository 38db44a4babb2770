#include "practice/design_exercise.h"

#include <set>

#include "item/item.h"
#include "practice/practice_record.h"

namespace starling {

namespace {

DesignExercise read_exercise_record(const TomlTable& table, Findings& findings, std::set<std::string>& taken) {
  constexpr std::array<std::string_view, 2> levels{"L6", "L7"};
  Fields record(table, findings, "an exercise");
  DesignExercise exercise;
  exercise.file = findings.file;
  exercise.line = record.line();
  exercise.id = need_practice_id(record, "exercise", taken);
  exercise.title = practice_text(record, "title", true);
  exercise.level = record.texts("level");
  for (const std::string& level : exercise.level)
    if (level != levels[0] && level != levels[1]) record.problem("level", "unknown-word", "a level is L6 or L7");
  exercise.week = static_cast<int>(record.integer("week", 1, kLastPracticeWeek).value_or(1));
  exercise.minutes = static_cast<int>(record.integer("minutes", 1, kLongestPractice).value_or(45));
  exercise.variant_of = practice_text(record, "variant_of", false);
  if (!exercise.variant_of.empty() && !is_item_name(exercise.variant_of))
    record.problem("variant_of", "bad-id", "variant_of is the id of an exercise");
  exercise.brief = practice_text(record, "brief", true);
  exercise.clarify = practice_texts(record, "clarify", true);
  exercise.scale = practice_texts(record, "scale", false);
  exercise.tradeoffs = practice_texts(record, "tradeoffs", false);
  exercise.deep_dives = practice_texts(record, "deep_dives", false);
  exercise.hit_list = practice_texts(record, "hit_list", true);
  exercise.l6_prompt = practice_text(record, "l6_prompt", false);
  exercise.l7_prompt = practice_text(record, "l7_prompt", false);
  exercise.rubric = practice_texts(record, "rubric", true);
  record.finish();
  return exercise;
}

}  // namespace

ExerciseFile read_design_exercises(std::string_view text, std::string_view file) {
  ExerciseFile result;
  std::set<std::string> taken;
  const bool right = read_practice_file(text, file, "exercise", result.problems, [&](const TomlTable& table, Findings& findings) {
    result.list.push_back(read_exercise_record(table, findings, taken));
  });
  if (!right) result.list.clear();
  return result;
}

}  // namespace starling
