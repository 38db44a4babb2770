// What the tests of settings ask of a text.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "settings/settings.h"
#include "support/home.h"

namespace starling::test {

// The one problem of a settings text that cannot be used.
inline Problem problem_of(const std::string& text) {
  const SettingsFile file = read_settings(text, "starling.toml");
  CHECK_FALSE(file.settings);
  REQUIRE(file.problems.size() == 1);
  return file.problems[0];
}

// A new folder's settings with every commented default switched on, without the two lines of words at its head.
inline std::string defaults_switched_on() {
  std::string all = settings_text({"L6", day("2026-11-23"), day("2027-05-07"), {}});
  for (std::size_t at; (at = all.find("\n# ")) != all.npos;) all.erase(at + 1, 2);
  return all.substr(all.find('\n', all.find('\n') + 1));
}

}  // namespace starling::test
