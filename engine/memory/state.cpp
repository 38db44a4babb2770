#include "memory/state.h"

#include <algorithm>

namespace starling {

namespace {

constexpr std::array<std::string_view, 4> kGradeWords{"again", "hard", "good", "easy"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_word(std::string_view text, std::string_view lower_case) {
  return std::ranges::equal(text, lower_case, [](char a, char b) { return lower(a) == b; });
}

}  // namespace

std::string_view to_string(Grade grade) { return kGradeWords[index_of(grade)]; }

std::optional<Grade> parse_grade(std::string_view text) {
  for (const Grade grade : kGrades) {
    const char digit = static_cast<char>('0' + static_cast<int>(grade));
    if (same_word(text, to_string(grade)) || text == std::string_view(&digit, 1)) return grade;
  }
  return std::nullopt;
}

}  // namespace starling
