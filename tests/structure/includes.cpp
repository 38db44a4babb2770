#include <algorithm>
#include <array>
#include <optional>

#include "structure/lines.h"
#include "structure/rules.h"

namespace starling::structure {

namespace {

struct Library {
  std::string_view name;
  std::string_view include;  // how its includes begin
  std::array<std::string_view, 2> rooms;
};
constexpr std::array<Library, 9> kLibraries{{
    {"toml++", "toml++/", {"source", "source"}},
    {"SQLite", "SQLiteCpp/", {"store", "store"}},
    {"SQLite", "sqlite3.h", {"store", "store"}},
    {"libedit", "histedit.h", {"cli", "cli"}},
    {"terminfo", "term.h", {"cli", "cli"}},
    {"xxHash", "xxhash.h", {"store", "store"}},
    {"libzip", "zip.h", {"backup", "backup"}},
    {"ICU", "unicode/", {"text", "text"}},
    {"cctz", "cctz/", {"calendar", "calendar"}},
}};

// Where a file stands: in a room of the engine, or in the cli, whose name is "cli".
std::optional<std::string> place_of(std::string_view path) {
  const std::string_view top = cut(path, '/');
  if (top == "cli") return "cli";
  if (top != "engine" || path.find('/') == path.npos) return std::nullopt;
  return std::string(cut(path, '/'));
}

struct Include {
  std::string_view name;
  bool quoted;
};

bool is_include(std::string_view line, std::string_view& operand) {
  line = without_blanks_before(line);
  if (!line.starts_with('#')) return false;
  line = without_blanks_before(line.substr(1));
  constexpr std::string_view kWord = "include";
  if (!line.starts_with(kWord)) return false;
  operand = without_blanks_before(line.substr(kWord.size()));
  return true;
}

std::optional<Include> read_include(std::string_view operand) {
  if (operand.empty() || (operand.front() != '"' && operand.front() != '<')) return std::nullopt;
  const bool quoted = operand.front() == '"';
  const std::size_t end = operand.find(quoted ? '"' : '>', 1);
  if (end == operand.npos) return std::nullopt;
  return Include{operand.substr(1, end - 1), quoted};
}

// What is wrong with a header of `room` being included from another `place`; empty where nothing is.
std::string wrong_with_room(const std::string& place, const Room& room, std::string_view header,
                            const RoomTable& table) {
  if (place == room.name) return {};
  if (place != "cli") {
    const Room* from = table.find(place);
    if (!from) return "folder engine/" + place + " is no room of rooms.txt";
    if (std::find(from->uses.begin(), from->uses.end(), room.name) == from->uses.end())
      return "room '" + place + "' may not include room '" + room.name + "'";
  }
  if (header == room.name + ".h") return {};
  return "only room '" + room.name + "' may include its inner header " + std::string(header);
}

std::string wrong_with_library(const std::string& place, std::string_view name) {
  for (const Library& library : kLibraries) {
    const bool allowed = std::find(library.rooms.begin(), library.rooms.end(), place) != library.rooms.end();
    if (name.starts_with(library.include) && !allowed)
      return std::string(library.name) + " stays in engine/" + std::string(library.rooms[0]);
  }
  return {};
}

std::string wrong_with(const std::string& place, Include include, const RoomTable& table) {
  if (include.name.find("..") != include.name.npos) return "an include goes no way up";
  if (std::string wrong = wrong_with_library(place, include.name); !wrong.empty()) return wrong;
  std::string_view header = include.name;
  const std::string_view folder = cut(header, '/');
  if (header.empty()) return {};  // a file beside this one, or of the standard library
  if (const Room* room = table.find(folder)) return wrong_with_room(place, *room, header, table);
  if (folder == "cli") return place == "cli" ? "" : "the engine does not know the cli";
  if (include.quoted || folder == "engine") return "'" + std::string(folder) + "' is neither a room nor cli";
  return {};
}

}  // namespace

std::vector<Violation> check_includes(std::span<const SourceFile> files, const RoomTable& table) {
  std::vector<Violation> found;
  for (const SourceFile& file : files) {
    const auto place = place_of(file.path);
    if (!place) continue;
    for_each_line(file.text, [&](std::string_view line, int number) {
      std::string_view operand;
      if (!is_include(line, operand)) return;
      const auto include = read_include(operand);
      const std::string wrong = include ? wrong_with(*place, *include, table) : "an include names its file";
      if (!wrong.empty()) found.push_back({file.path, number, wrong});
    });
  }
  return found;
}

}  // namespace starling::structure
