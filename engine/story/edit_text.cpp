#include "story/edit_text.h"

#include <algorithm>
#include <utility>

#include "source/source.h"
#include "story/read_story.h"

namespace starling {

namespace {

constexpr std::string_view kFile = "story.toml";

// Where the text sets it; null where it does not.
const PlacedValue* place_in(const TextLayout& layout, const KeyPath& path) {
  const auto found = std::ranges::find_if(layout.values, [&](const PlacedValue& placed) { return !placed.commented && placed.path == path; });
  return found == layout.values.end() ? nullptr : &*found;
}

// The text where it reads as the wanted story does.
std::optional<std::string> checked(std::string text, const Story& wanted) {
  const StoryFile read = read_story(text, kFile);
  if (!read.story || pack(*read.story) != pack(wanted)) return std::nullopt;
  return text;
}

// The stretch of whole lines that [begin, end) lies in.
std::pair<std::size_t, std::size_t> lines_around(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t before = begin == 0 ? text.npos : text.rfind('\n', begin - 1);
  const std::size_t after = text.find('\n', end);
  return {before == text.npos ? 0 : before + 1, after == text.npos ? text.size() : after + 1};
}

bool alone_on_its_line(std::string_view text, const PlacedValue& placed) {
  const auto [begin, end] = lines_around(text, placed.key, placed.end);
  const auto blank = [](std::string_view part) { return part.find_first_not_of(" \t\r\n") == part.npos; };
  return blank(text.substr(begin, placed.key - begin)) && blank(text.substr(placed.end, end - placed.end));
}

// Behind the line of the title.
std::string with_line(std::string_view text, const PlacedValue& title) {
  const std::size_t end = lines_around(text, title.key, title.end).second;
  const bool open = end == text.size() && !text.ends_with('\n');
  const std::string_view newline = text.find("\r\n") != text.npos ? "\r\n" : "\n";
  std::string result(text.substr(0, end));
  if (open) result += newline;
  result += "archived = true";
  if (!open) result += newline;
  return result += text.substr(end);
}

// Where it is the last line and has no line feed, that of the line before goes with it.
std::string without_line(std::string_view text, const PlacedValue& placed) {
  auto [begin, end] = lines_around(text, placed.key, placed.end);
  if (end == text.size() && !text.ends_with('\n'))
    while (begin > 0 && (text[begin - 1] == '\n' || text[begin - 1] == '\r')) --begin;
  return std::string(text.substr(0, begin)) + std::string(text.substr(end));
}

}  // namespace

std::optional<std::string> with_story_id(std::string_view text, std::string_view id) {
  StoryFile read = read_story(text, kFile);
  const TextLayout layout = layout_of(text);
  const PlacedValue* placed = place_in(layout, {"story", "id"});
  if (!read.story || !placed) return std::nullopt;
  std::string result(text);
  result.replace(placed->value, placed->end - placed->value, quoted(id));
  read.story->id = id;
  return checked(std::move(result), *read.story);
}

std::optional<std::string> with_archived(std::string_view text, bool archived) {
  StoryFile read = read_story(text, kFile);
  if (!read.story) return std::nullopt;
  if (read.story->archived == archived) return std::string(text);
  const TextLayout layout = layout_of(text);
  const PlacedValue* placed = place_in(layout, {"story", "archived"});
  const PlacedValue* title = place_in(layout, {"story", "title"});
  std::string result(text);
  if (placed && !archived && alone_on_its_line(text, *placed)) {
    result = without_line(text, *placed);
  } else if (placed) {
    result.replace(placed->value, placed->end - placed->value, archived ? "true" : "false");
  } else if (title && !title->inner) {
    result = with_line(text, *title);
  } else {
    return std::nullopt;
  }
  read.story->archived = archived;
  return checked(std::move(result), *read.story);
}

}  // namespace starling
