#include <algorithm>
#include <sstream>

#include "structure/lines.h"
#include "structure/rules.h"

namespace starling::structure {

namespace {

constexpr std::string_view kTablePath = "engine/rooms.txt";

Violation at(const Room& room, std::string_view what) {
  return {std::string(kTablePath), room.line, "room '" + room.name + "' " + std::string(what)};
}

bool is_room_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Whether arrows lead from `from` to `goal`, over rooms that were not `seen`.
bool leads_to(const RoomTable& table, const Room& from, std::string_view goal, std::set<std::string>& seen) {
  for (const std::string& used : from.uses) {
    if (used == goal) return true;
    const Room* next = table.find(used);
    if (next && seen.insert(used).second && leads_to(table, *next, goal, seen)) return true;
  }
  return false;
}

void check_room(const RoomTable& table, const Room& room, std::vector<Violation>& found) {
  if (table.find(room.name) != &room) found.push_back(at(room, "is named twice"));
  for (const std::string& used : room.uses)
    if (!table.find(used)) found.push_back(at(room, "uses '" + used + "', which is no room"));
  std::set<std::string> seen;
  if (leads_to(table, room, room.name, seen)) found.push_back(at(room, "is in a circle"));
}

}  // namespace

const Room* RoomTable::find(std::string_view name) const {
  const auto is_it = [&](const Room& room) { return room.name == name; };
  const auto found = std::find_if(rooms.begin(), rooms.end(), is_it);
  return found == rooms.end() ? nullptr : &*found;
}

RoomTable read_rooms(std::string_view text) {
  RoomTable table;
  for_each_line(text, [&](std::string_view line, int number) {
    if (line.empty() || line.front() == '#') return;
    const std::size_t colon = line.find(':');
    // The build passes over such a line without a word.
    if (colon == line.npos || !is_room_name(line.substr(0, colon))) {
      table.violations.push_back({std::string(kTablePath), number, "is not 'room: rooms it may include'"});
      return;
    }
    Room room{std::string(line.substr(0, colon)), {}, number};
    std::istringstream uses{std::string(line.substr(colon + 1))};
    for (std::string used; uses >> used;) room.uses.push_back(used);
    table.rooms.push_back(std::move(room));
  });
  return table;
}

std::vector<Violation> check_table(const RoomTable& table, const std::set<std::string>& folders) {
  std::vector<Violation> found = table.violations;
  for (const Room& room : table.rooms) {
    check_room(table, room, found);
    if (!folders.contains(room.name)) found.push_back(at(room, "has no folder in engine/"));
  }
  for (const std::string& folder : folders)
    if (!table.find(folder))
      found.push_back({std::string(kTablePath), 1, "folder engine/" + folder + " has no line"});
  return found;
}

}  // namespace starling::structure
