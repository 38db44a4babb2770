// What a command may touch of the world outside: streams, clocks, the terminal, where things lie.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>

#include "calendar/calendar.h"

namespace starling {

class Terminal;

enum class Exit { Ok = 0, NotMet = 1, Usage = 2, BadText = 3, Database = 4 };

struct World {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  const Clock& clock;
  const Clock& stopwatch;       // for how long an answer took; runs on while `--date` pretends a day
  Terminal* terminal = nullptr;  // present when a person sits at both ends
  std::filesystem::path home;     // the study folder unless --home says otherwise
  std::filesystem::path content;  // the shipped decks and plans
  std::string editor;             // a command; empty: none is set
  bool colour = false;            // unless --color says otherwise
  int columns = 80;               // of the output
};

}  // namespace starling
