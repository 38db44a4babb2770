// What a learner noted of their own work while it was fresh: what a story may be made of.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace starling {

struct Won {
  std::string text;
  std::vector<std::string> tags;  // lower-case words joined by "-"
  std::string kind;               // of the prompt that it answers: "peak"; empty: of none
  std::optional<int> year;        // in which it happened, where the learner said so
  bool operator==(const Won&) const = default;
};

}  // namespace starling
