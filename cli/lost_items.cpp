#include "cli/lost_items.h"

#include <fmt/format.h>

#include <algorithm>

namespace starling {

namespace {

constexpr std::string_view kOwnDecks = "decks";

}  // namespace

FindingList lost_items(const ItemStates& states, const Library& library, const Names& names) {
  const bool all_there = std::ranges::all_of(states, [&](const auto& each) {
    return is_of_stories(each.first) || library.find(each.first) != nullptr;
  });
  return all_there ? FindingList{} : findings_of_lost_items(states, library, names);
}

std::string lost_sentence(const FindingList& lost) {
  if (lost.empty()) return "";
  if (lost.size() > 1) return "Cards with a history are in no deck any more: starling deck check";
  return fmt::format("{}; {}", lost.front().text, lost.front().advice);
}

const Problem* unreadable_decks(std::span<const Problem> problems) {
  const auto found = std::ranges::find_if(
      problems, [](const Problem& problem) { return problem.rule == "passed-over" && problem.file == kOwnDecks; });
  return found == problems.end() ? nullptr : &*found;
}

std::vector<Problem> as_problems(const FindingList& lost) {
  std::vector<Problem> problems;
  for (const Finding& finding : lost)
    problems.push_back({"log", 1, 1, "", finding.rule, Severity::Warning,
                        finding.advice.empty() ? finding.text : finding.text + "; " + finding.advice});
  return problems;
}

}  // namespace starling
