#include "cli/to_do_commands.h"

#include <fmt/format.h>

namespace starling {

namespace {

// Its number on the screen is the shortest name.
std::string name_of_line(const ToDo& doing) { return doing.number > 0 ? std::to_string(doing.number) : doing.what->id; }

std::string review_of_decks(const std::vector<std::string>& decks) {
  std::string line = "starling review";
  for (const std::string& deck : decks) line += " --deck " + deck;
  return line;
}

}  // namespace

std::vector<std::string> commands_of(const ToDo& doing) {
  switch (doing.way) {
    case WayToDo::Review: return {"starling review"};
    case WayToDo::Cards: return {review_of_decks(doing.decks), "starling done " + name_of_line(doing)};
    case WayToDo::Problem:
      return {"starling problem show " + doing.problem->id, fmt::format("starling log problem {} --minutes M", doing.problem->id)};
    case WayToDo::Design:
      return {"starling exercise show " + doing.exercise->id, fmt::format("starling exercise show {} --after", doing.exercise->id),
              fmt::format("starling log design {} --minutes M --score PART=N", doing.exercise->id)};
    case WayToDo::Telling: {
      std::vector<std::string> list{"starling story tell " + doing.story->id};
      if (doing.what) list.push_back(fmt::format("starling done {} --count 1", name_of_line(doing)));
      return list;
    }
    case WayToDo::Mock: return {fmt::format("starling mock add {} --score PART=N --feedback TEXT", doing.what->task->mock)};
    case WayToDo::Line: return {"starling check " + name_of_line(doing)};
    case WayToDo::Plain: break;
  }
  std::vector<std::string> list{"starling plan show " + name_of_line(doing), fmt::format("starling done {} --minutes M", name_of_line(doing))};
  if (!doing.decks.empty()) list.push_back(review_of_decks(doing.decks));
  return list;
}

}  // namespace starling
