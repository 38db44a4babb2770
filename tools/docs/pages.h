// The pages under docs/ and the schema of the settings, made from the program's own tables and the shipped content.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace starling {

struct Page {
  std::string name;  // of the file, from the project's folder on
  std::string text;
};

inline constexpr const char* kTimelineTable = "docs/timeline.toml";  // beside the content
inline constexpr const char* kReadingsFile = "docs/readings.toml";  // the same; need not be there
inline constexpr const char* kDrawsFile = "docs/draws.toml";        // likewise

// `content` is the folder with cards/ and plans/. Throws where a file there cannot be read or has mistakes.
[[nodiscard]] std::vector<Page> made_pages(const std::filesystem::path& content);

}  // namespace starling
