// A text file that was read once, in packed form.
#pragma once

#include <cstdint>
#include <string>

namespace starling {

struct ParsedFile {
  std::string path;
  std::int64_t size = 0;
  std::int64_t modified_ns = 0;
  std::int64_t changed_ns = 0;
  std::int64_t inode = 0;
  std::string name;      // the id of what it holds
  std::string problems;  // what is wrong with it
  std::string outline;   // what a choice of the day needs
  std::string content;   // the texts
  std::string words = {};  // the same for searching
};

// The parts that most starts do not look at.
enum class ParsedPart { Outline, Content, Words };

}  // namespace starling
