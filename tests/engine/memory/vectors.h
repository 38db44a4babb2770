// Reference vectors, and nearness to them, shared by the tests of the models.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "memory/memory.h"

namespace starling {

using nlohmann::json;

inline json vectors(const std::string& name) {
  std::ifstream file(std::string(STARLING_TEST_FILES) + "/memory/" + name);
  REQUIRE(file.good());
  return json::parse(file);
}

inline bool near(double ours, double theirs, double relative, double absolute) {
  return std::abs(ours - theirs) <= std::max(absolute, relative * std::abs(theirs));
}

}  // namespace starling
