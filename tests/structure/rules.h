// What the compiler does not check about the tree of sources: which room may include which, where each library is
// let in, and words that have no place in the code. Works on texts alone, so that a test can make up a tree.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace starling::structure {

struct SourceFile {
  std::string path;  // from the root of the project: "engine/deck/read.cpp"
  std::string text;
};

struct Violation {
  std::string path;
  int line;  // counts from 1
  std::string what;
};
[[nodiscard]] std::string to_string(const Violation& violation);

// A line of engine/rooms.txt.
struct Room {
  std::string name;
  std::vector<std::string> uses;
  int line = 1;
};
struct RoomTable {
  std::vector<Room> rooms;
  std::vector<Violation> violations;  // lines that are no room
  [[nodiscard]] const Room* find(std::string_view name) const;
};
[[nodiscard]] RoomTable read_rooms(std::string_view text);

// Rooms named twice, arrows to rooms that are not there, circles, rooms without a folder, folders without a room.
[[nodiscard]] std::vector<Violation> check_table(const RoomTable& table, const std::set<std::string>& folders);

// Every #include of the files of engine/ and cli/ against the table: a room's files include their own headers, and
// the front doors (`room/room.h`) of the rooms it may use; the cli includes its own headers and any front door.
// TOML, SQLite and ICU are included where they live and nowhere else.
[[nodiscard]] std::vector<Violation> check_includes(std::span<const SourceFile> files, const RoomTable& table);

// Clocks and unseeded or unportable chance in files of engine/, in comments too.
[[nodiscard]] std::vector<Violation> check_chance(std::span<const SourceFile> files);

// Types of one name in two files: all rooms share one namespace, and the linker takes one of two for the other without
// a word. Those in unnamed namespaces of .cpp files and inside other types are their file's own.
[[nodiscard]] std::vector<Violation> check_type_names(std::span<const SourceFile> files);

// Marks of unfinished work.
[[nodiscard]] std::vector<Violation> check_unfinished(std::span<const SourceFile> files);

}  // namespace starling::structure
