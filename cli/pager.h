// What is longer than the window goes through a program that shows it page by page, as git does it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace starling {

// What the environment says; absent: the variable is not set.
struct PagerWishes {
  std::optional<std::string> starling_pager;  // STARLING_PAGER
  std::optional<std::string> pager;           // PAGER
  bool less = false;                          // it is installed
};

// The command of the first that is set, else "less"; empty: everything is printed as it is, also where "cat" is wished.
[[nodiscard]] std::string pager_command(const PagerWishes& wishes);

// Rows that the text takes in a window of so many columns. Colours take none.
[[nodiscard]] int rows_of(std::string_view text, int columns);

// Gives the text to `command` and waits for its end; Ctrl-C is the command's meanwhile. With LESS=FRX where LESS is not
// set. False where it did not start, and then nothing was shown.
[[nodiscard]] bool show_in_pager(const std::string& command, std::string_view text);

}  // namespace starling
