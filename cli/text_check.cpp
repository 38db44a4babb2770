#include "cli/text_check.h"

#include <algorithm>
#include <array>
#include <string>

#include "plan/plan.h"
#include "practice/practice.h"
#include "rounds/rounds.h"
#include "settings/settings.h"
#include "story/story.h"

namespace starling {

namespace {

using Check = std::vector<Problem> (*)(std::string_view text, std::string_view file);

struct CheckedSort {
  std::string_view word;  // a table at the top of the text, or its name
  Check check;
};

constexpr std::array kByTable{
    CheckedSort{"story", [](std::string_view text, std::string_view file) { return read_story(text, file).problems; }},
    CheckedSort{"plan", [](std::string_view text, std::string_view file) { return read_plan(text, file).problems; }},
    CheckedSort{"problem", [](std::string_view text, std::string_view file) { return read_coding_problems(text, file).problems; }},
    CheckedSort{"exercise", [](std::string_view text, std::string_view file) { return read_design_exercises(text, file).problems; }},
    CheckedSort{"question", [](std::string_view text, std::string_view file) { return read_interview_questions(text, file).problems; }},
};
constexpr std::array kByName{
    CheckedSort{"starling.toml", [](std::string_view text, std::string_view file) { return read_settings(text, file).problems; }},
    CheckedSort{"plan.toml", [](std::string_view text, std::string_view file) { return read_plan_changes(text, file).problems; }},
    CheckedSort{"loop.toml", [](std::string_view text, std::string_view file) { return read_rounds(text, file).problems; }},
};

bool has_table(const TomlDocument& document, std::string_view name) {
  return document.root && std::ranges::any_of(document.root->members, [&](const TomlMember& member) {
           const auto& what = member.value.what;
           return member.key == name && (std::holds_alternative<TomlTable>(what) || std::holds_alternative<TomlArray>(what));
         });
}

}  // namespace

std::optional<std::vector<Problem>> problems_of_text(std::string_view text, std::string_view file) {
  const TomlDocument document = parse_toml(text, file);
  if (has_table(document, "deck")) return std::nullopt;
  const std::string_view name = file.substr(file.rfind('/') + 1);
  for (const CheckedSort& sort : kByName)
    if (name == sort.word) return sort.check(text, file);
  for (const CheckedSort& sort : kByTable)
    if (has_table(document, sort.word)) return sort.check(text, file);
  return std::nullopt;
}

}  // namespace starling
