#include <map>

#include "structure/lines.h"
#include "structure/rules.h"

namespace starling::structure {

namespace {

// "Card" of "struct Card {" and "class Card : Base {" at the begin of a line; nothing of a declaration alone.
std::string_view type_defined(std::string_view line) {
  for (const std::string_view word : {"enum class ", "enum ", "struct ", "class "}) {
    if (!line.starts_with(word)) continue;
    const std::string_view rest = line.substr(word.size());
    const std::size_t end = rest.find_first_of(" :{;");
    const bool is_whole = end != rest.npos && rest.find_first_of("{:", end) != rest.npos;
    if (!is_whole || rest.substr(0, end).empty()) return {};
    const bool is_member = rest.substr(end).starts_with("::");
    return is_member ? std::string_view() : rest.substr(0, end);
  }
  return {};
}

}  // namespace

std::vector<Violation> check_type_names(std::span<const SourceFile> files) {
  std::vector<Violation> found;
  std::map<std::string, std::string, std::less<>> first;  // path by name
  for (const SourceFile& file : files) {
    bool is_own = false;
    for_each_line(file.text, [&](std::string_view line, int number) {
      if (line == "namespace {") is_own = true;
      if (line == "}  // namespace") is_own = false;
      const std::string_view name = is_own ? std::string_view() : type_defined(line);
      if (name.empty()) return;
      const auto [at, is_new] = first.try_emplace(std::string(name), file.path);
      if (!is_new && at->second != file.path)
        found.push_back({file.path, number, "'" + std::string(name) + "' is in " + at->second + " too"});
    });
  }
  return found;
}

}  // namespace starling::structure
