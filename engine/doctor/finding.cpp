#include "doctor/finding.h"

#include <fmt/format.h>

#include <algorithm>

namespace starling {

std::string_view to_string(Gravity gravity) {
  switch (gravity) {
    case Gravity::Error:
      return "error";
    case Gravity::Warning:
      return "warning";
    case Gravity::Note:
      return "note";
  }
  return "";
}

std::string place_of(const Finding& finding) {
  if (finding.line == 0) return finding.file;
  if (finding.column == 0) return fmt::format("{}:{}", finding.file, finding.line);
  return fmt::format("{}:{}:{}", finding.file, finding.line, finding.column);
}

Finding finding_of(const Problem& problem) {
  Finding finding;
  finding.gravity = problem.severity == Severity::Error ? Gravity::Error : Gravity::Warning;
  finding.rule = problem.rule;
  finding.file = problem.file;
  finding.line = problem.line;
  finding.column = problem.column;
  finding.text = problem.text;
  return finding;
}

bool is_something_wrong(const FindingList& findings) {
  return std::ranges::any_of(findings, [](const Finding& each) { return each.gravity != Gravity::Note; });
}

}  // namespace starling
