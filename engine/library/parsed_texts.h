// Text files through what the cache kept of them: a file is parsed again when its stamp is another one, or when what
// was kept is not whole.
#pragma once

#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "source/source.h"
#include "store/store.h"

namespace starling {

struct TextFile {
  std::filesystem::path path;
  std::string name;  // as shown in messages: "decks/lead.toml"
  FileStamp stamp;
};

// What a file holds, as it is kept. An empty id: nothing that can be used.
struct ParsedText {
  std::string id;
  std::vector<Problem> problems;
  std::string outline;  // packed
  std::string content;  // packed
  std::string words = {};  // see find/find.h
};
struct ParsedHead {
  std::string id;
  std::vector<Problem> problems;
};

class ParsedTexts {
 public:
  explicit ParsedTexts(Store& store);

  // As kept, or as `parse` makes it of the file.
  ParsedHead head(const TextFile& file, const std::function<ParsedText(const TextFile&)>& parse);
  // The packed bytes of a file that `head` was asked for; empty where they are not whole.
  [[nodiscard]] std::string part(const std::filesystem::path& path, ParsedPart part) const;
  // What `read` asks for is read from the cache at once.
  void at_once(const std::function<void()>& read) const { store_.at_once(read); }
  // What only all files side by side make, kept under `name`, which is no path: made anew when any of those asked for so
  // far changed, or one that was kept was not asked for. Its outline is a `part` of that name.
  std::vector<Problem> together(std::string_view name, const std::function<ParsedText()>& compute);
  // Gives the cache what was parsed, and takes from it what no longer has a file.
  void put_back();

 private:
  struct Kept {
    ParsedFile file;
    bool fresh = false;  // parsed now: its parts are here and not in the cache yet
  };
  Kept& keep(const TextFile& file, ParsedText parsed);

  Store& store_;
  std::unordered_map<std::string, Kept> kept_;
  std::set<std::string> used_;
  bool changed_ = false;
};

}  // namespace starling
