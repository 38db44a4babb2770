// What a learner practised beside the sittings: problems, designs, hours of study, mock interviews and what came of them;
// and the interview itself.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace starling {

// A part of a score and what it got, 0 to 5 in steps of a half: "depth", 3.5.
struct PartScore {
  std::string name;  // lower-case words joined by "-"
  double score = 0;
  bool operator==(const PartScore&) const = default;
};
inline constexpr double kHighestPart = 5;
// Nothing where there are none.
[[nodiscard]] std::optional<double> mean_score(const std::vector<PartScore>& parts);

// A coding problem that was tried.
struct Solved {
  std::string problem;  // of the bank, by id; empty for another one
  std::string title;    // of another one
  std::string size;     // "easy", "medium", "hard"; empty: not said
  std::optional<double> minutes;
  bool solved = true;   // without looking
  std::vector<std::string> patterns;
  std::string note;
  bool operator==(const Solved&) const = default;
};

// A system design that was walked through.
struct Designed {
  std::string exercise;  // by id; empty for another one
  std::string title;     // of another one
  std::string level;     // at whose scale: "L6", "L7"; empty: both
  std::optional<double> minutes;
  std::vector<PartScore> scores;
  std::string note;
  bool operator==(const Designed&) const = default;
};

// Time that went into an area otherwise.
struct Studied {
  std::string area;  // design | coding | leadership | mocks
  double minutes = 0;
  std::string note;
  bool operator==(const Studied&) const = default;
};

struct Mocked {
  std::string type;   // coding | design | behavioural | bar-raiser | technical-leadership | full-loop
  std::string level;  // "L6", "L7"; empty: not said
  std::optional<double> minutes;
  std::vector<PartScore> scores;
  std::vector<std::string> feedback;  // points to work on, open until they are closed
  std::string note;
  bool operator==(const Mocked&) const = default;
};

// A question of the interview, as the learner remembers it.
struct Debriefed {
  std::string question;
  std::string principle;  // by id; empty: not said
  std::string story;      // that was told, by id; empty: none
  std::vector<std::string> follow_ups;  // that hurt
  std::optional<int> rating;            // how it went, 1 to kHighestRating
  bool operator==(const Debriefed&) const = default;
};
inline constexpr int kHighestRating = 5;

// What came of the interview. A later one takes the place of an earlier one.
inline constexpr std::array<std::string_view, 4> kResults{"offer", "rejected", "waiting", "withdrawn"};
struct InterviewOutcome {
  std::string result;  // of kResults
  std::vector<std::string> reasons;
  bool operator==(const InterviewOutcome&) const = default;
};

}  // namespace starling
