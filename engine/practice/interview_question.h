// A question of an interviewer in our own words, and the principles that it asks after.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/source.h"
#include "story/story.h"

namespace starling {

// Whom it is put to.
enum class Candidate { Anyone, Engineer, Manager };
inline constexpr std::array<Candidate, 3> kCandidates{Candidate::Anyone, Candidate::Engineer, Candidate::Manager};
// "all", "engineers", "managers"
[[nodiscard]] std::string_view to_string(Candidate candidate);

inline constexpr std::size_t kMostPrinciplesAsked = 3;
inline constexpr int kMostExamples = 3;

struct InterviewQuestion {
  std::string id;
  std::string text;
  std::vector<std::size_t> principles;      // positions in the official order; at least one, what it asks after first
  int examples = 1;                         // so many stories it asks for
  std::vector<std::string> levels;          // "L6", "L7"; empty: both
  Candidate candidate = Candidate::Anyone;
  int week = 1;                             // of the plan, from which it is drilled
  std::string why;                          // what the interviewer listens for
  std::optional<std::size_t> neighbour;     // a principle that it is easily taken for, and does not ask after
  std::string file;                         // as shown in messages
  int line = 1;
  bool operator==(const InterviewQuestion&) const = default;
};

struct QuestionFile {
  std::vector<InterviewQuestion> list;  // empty where anything is wrong
  std::vector<Problem> problems;
};
// `[[question]]` records; ids are unique in the file.
[[nodiscard]] QuestionFile read_interview_questions(std::string_view text, std::string_view file);

// For source/pack.h.
constexpr Candidate last_of(Candidate) { return kCandidates.back(); }
template <class Archive>
void fields(Archive& archive, InterviewQuestion& question) {
  archive(question.id, question.text, question.levels, question.candidate, question.why, question.file);
  archive.within(0, kPrincipleCount - 1, question.principles, question.neighbour);
  archive.within(0, 1'000'000'000, question.examples, question.week, question.line);
}

}  // namespace starling
