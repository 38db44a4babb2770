// One thing that is not as it should be: where, what, and the way out.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/source.h"

namespace starling {

enum class Gravity {
  Error,    // something of the learner's is damaged, missing or not read
  Warning,  // something will go wrong, or is not as it was meant
  Note      // good to know; nothing is to do
};
[[nodiscard]] std::string_view to_string(Gravity gravity);

// What `doctor --fix` can do about it.
struct Mend {
  enum class Kind {
    AddLine,   // `line` at the end of the file at `path`, which is made where it is missing
    Remove,    // the file at `path`
    MakePrivate  // the folder at `path`: for its owner alone
  };
  Kind kind = Kind::AddLine;
  std::filesystem::path path;
  std::string line;
  bool operator==(const Mend&) const = default;
};

struct Finding {
  Gravity gravity = Gravity::Error;
  std::string rule;    // kebab-case name, such as "line-checksum"
  std::string file;    // from the study folder: "log/k3f9x2/2026-11.jsonl"; whole where it lies outside; may be empty
  int line = 0;        // counts from 1; 0: of the file as a whole
  int column = 0;
  std::string text;    // one sentence
  std::string advice;  // what to do; empty: nothing
  std::optional<Mend> mend;
};
using FindingList = std::vector<Finding>;

// "log/k3f9x2/2026-11.jsonl:12"; empty where the finding has no place.
[[nodiscard]] std::string place_of(const Finding& finding);

[[nodiscard]] Finding finding_of(const Problem& problem);

// An error or a warning is among them.
[[nodiscard]] bool is_something_wrong(const FindingList& findings);

}  // namespace starling
