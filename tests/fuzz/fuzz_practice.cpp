// Whatever the bytes are: a file of problems, exercises or questions is read without a crash, and what comes back can be asked.
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "practice/practice.h"

using namespace starling;

namespace {

void must(bool law) {
  if (!law) std::abort();
}

void check_problems(const std::vector<Problem>& problems, bool empty) {
  must(!has_error(problems) || empty);
  for (const Problem& problem : problems) must(problem.line >= 1 && problem.column >= 1 && !problem.text.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const ProblemFile problems = read_coding_problems(text, "fuzz.toml");
  check_problems(problems.problems, problems.list.empty());
  std::set<std::string> ids;
  for (const CodingProblem& problem : problems.list) {
    must(ids.insert(problem.id).second);
    must(item_of(problem).id.name() == problem.id);
    must(!problem.patterns.empty() && !problem.plan.empty() && problem.target_minutes > 0);
    must(problem.url.empty() || is_public_address(problem.url));
  }
  const ExerciseFile exercises = read_design_exercises(text, "fuzz.toml");
  check_problems(exercises.problems, exercises.list.empty());
  for (const DesignExercise& exercise : exercises.list) {
    must(item_of(exercise).id.name() == exercise.id);
    must(!walk_through(exercise, exercises.list).back.empty());
  }
  const QuestionFile questions = read_interview_questions(text, "fuzz.toml");
  check_problems(questions.problems, questions.list.empty());
  for (const InterviewQuestion& question : questions.list) {
    must(item_of(question).id.name() == question.id);
    must(!question.principles.empty() && question.examples >= 1);
    must(!principle_asked(question, {}).answer.empty());
  }
  return 0;
}
