#include "cli/browser.h"

#include <sys/wait.h>

#include <algorithm>
#include <string_view>
#include <thread>

#include "cli/quiet_child.h"

namespace starling {

namespace {

// BROWSER may be a list, or a command with its own words: only one program by its name or path is taken from it.
bool is_one_program(std::string_view word) {
  return !word.empty() && std::ranges::none_of(word, [](char c) { return c == ' ' || c == ':' || c == '%' || c == '\t'; });
}

}  // namespace

std::string browser_program(const BrowserWishes& wishes) {
  if (wishes.browser && is_one_program(*wishes.browser)) return *wishes.browser;
  return wishes.window_system && wishes.xdg_open ? "xdg-open" : "";
}

bool open_in_browser(const std::string& program, const std::string& address) {
  if (!address.starts_with("https://")) return false;
  const auto child = start_quietly({program, address});
  if (!child) return false;
  // It may live as long as the browser; somebody has to see its end.
  std::thread([child = *child] { ::waitpid(child, nullptr, 0); }).detach();
  return true;
}

}  // namespace starling
