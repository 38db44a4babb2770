// What the plan tells a learner to type is there to be typed.
#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <string>

#include "cli/commands.h"
#include "cli/desk.h"
#include "plan/plan.h"

using namespace starling;

namespace {

bool is_command(const std::string& word) {
  return std::ranges::any_of(commands(), [&](const Command& command) {
    return command.name == word || command.name.substr(0, command.name.find(' ')) == word;
  });
}

}  // namespace

TEST_CASE("every command that a task or a list of a plan names is one") {
  const std::regex named("starling ([a-z]+)");
  int seen = 0;
  const auto check = [&](const std::string& text) {
    for (std::sregex_iterator at(text.begin(), text.end(), named), end; at != end; ++at) {
      CAPTURE(text);
      CHECK(is_command((*at)[1]));
      ++seen;
    }
  };
  for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(STARLING_SOURCE_ROOT) / "decks/plans")) {
    const auto plan = read_plan(test::text_of(file.path()), "plan").plan;
    REQUIRE(plan);
    for (const PlanDay& day : plan->days)
      for (const Task& task : day.tasks)
        for (const std::string& text : {task.title, task.doing, task.done_when}) check(text);
    for (const Checklist& list : plan->checklists)
      for (const ChecklistItem& item : list.items) check(item.text);
  }
  CHECK(seen > 150);
}
