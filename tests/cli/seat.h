// Somebody at a terminal with one deck that has a card of every kind.
#pragma once

#include "cli/desk.h"

namespace starling::test {

inline int reviews(Desk& desk, const std::string& item) { return desk("why " + item + " --json").json()["reviews"]; }

inline std::string last_grade(Desk& desk, const std::string& item) {
  const Json history = desk("why " + item + " --json").json()["history"];
  return history.empty() ? "" : history.back()["grade"].get<std::string>();
}

struct Seat {
  Desk desk;
  ScriptedTerminal terminal;
  Seat() {
    desk.begin();
    desk.add_deck("kinds.toml", kEveryKind);
    desk.terminal = &terminal;
  }
  Reply review(std::deque<Key> keys, const std::vector<std::string>& lines = {}) {
    terminal.keys = std::move(keys);
    terminal.lines = typed_lines(lines);
    terminal.seen.clear();
    return desk("review --deck kinds");
  }
  // The card alone, all others put away.
  void leave_only(const std::string& wanted) {
    for (const char* card : {"basic", "typed", "number", "choice", "ordered", "cloze", "code"})
      if (wanted != card) REQUIRE(desk(std::string("card suspend kinds/") + card).exit == 0);
  }
  [[nodiscard]] std::string screen(std::size_t number) const {
    REQUIRE(number < terminal.seen.size());
    return terminal.seen[number];
  }
};

inline std::string own_deck(const std::string& id, const std::string& cards) {
  return "schema = 1\n[deck]\nid = \"" + id + "\"\ntitle = \"Of one's own\"\narea = \"mixed\"\nweeks = [1]\n" + cards;
}

}  // namespace starling::test
