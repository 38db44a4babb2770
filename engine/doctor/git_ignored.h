// Which files does git leave out of a push?
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace starling {

// Whether lines of a .gitignore at the top leave out the file `name`, which has "/" between folders. The last line that fits
// decides, and what lies in a folder that is left out is left out. A line with "**" leaves nothing out, and one with
// "!" before it brings all back: rather too many files are looked at than too few.
[[nodiscard]] bool is_ignored(std::string_view lines, std::string_view name);

// By .gitignore and .git/info/exclude of a study folder. What git keeps already it goes on pushing, whatever they say.
class GitIgnored {
 public:
  explicit GitIgnored(const std::filesystem::path& home);
  [[nodiscard]] bool operator()(std::string_view name) const;

 private:
  [[nodiscard]] bool is_tracked(std::string_view name) const;

  std::string lines_;
  std::string index_;
  bool tracks_all_ = false;  // nobody knows what it tracks
};

}  // namespace starling
