// Gives an address to the learner's browser.
#pragma once

#include <optional>
#include <string>

namespace starling {

// What the environment says; absent: the variable is not set.
struct BrowserWishes {
  std::optional<std::string> browser;  // BROWSER
  bool window_system = false;          // there is one to open a window in
  bool xdg_open = false;               // it is installed
};

// The program that takes an address: what BROWSER names, where that is one program, else xdg-open. Empty: there is none.
[[nodiscard]] std::string browser_program(const BrowserWishes& wishes);

// Starts `program` with the address as its one argument, without a shell, and does not wait for its end; what it says is
// thrown away. False where it did not start, or `address` is none of https.
[[nodiscard]] bool open_in_browser(const std::string& program, const std::string& address);

}  // namespace starling
