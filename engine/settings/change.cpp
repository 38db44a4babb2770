#include "settings/change.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "settings/keys.h"
#include "settings/read.h"
#include "source/source.h"

namespace starling {

namespace {

KeyPath path_of(std::string_view key) {
  KeyPath path;
  for (std::size_t at = 0; at <= key.size();) {
    const std::size_t dot = std::min(key.find('.', at), key.size());
    path.emplace_back(key.substr(at, dot - at));
    at = dot + 1;
  }
  return path;
}

bool begins(const KeyPath& path, const KeyPath& with) {
  return with.size() <= path.size() && std::equal(with.begin(), with.end(), path.begin());
}

std::string dotted(const KeyPath& path, std::size_t from) {
  std::string key;
  for (std::size_t i = from; i < path.size(); ++i) key += (i > from ? "." : "") + path[i];
  return key;
}

std::string_view line_end_of(std::string_view text) {
  const std::size_t newline = text.find('\n');
  return newline != text.npos && newline > 0 && text[newline - 1] == '\r' ? "\r\n" : "\n";
}

std::string_view first_error(const std::vector<Problem>& problems) {
  const auto error = std::ranges::find(problems, Severity::Error, &Problem::severity);
  return error == problems.end() ? std::string_view() : std::string_view(error->text);
}

// The ways in which a value may be put into a text, the one that changes least first.
class Ways {
 public:
  Ways(std::string_view text, const KeyPath& path, std::string_view value)
      : text_(text), layout_(layout_of(text)), path_(path), value_(value) {}

  [[nodiscard]] std::vector<std::string> all() const {
    std::vector<std::string> ways;
    for (const bool commented : {false, true})
      for (const PlacedValue& placed : layout_.values)
        if (placed.commented == commented && placed.path == path_) ways.push_back(replaced(placed));
    for (const PlacedValue& placed : layout_.values)
      if (!placed.commented && placed.path.size() < path_.size() && begins(path_, placed.path) && text_[placed.value] == '{')
        ways.push_back(added_inside(placed));
    ways.push_back(added());
    return ways;
  }

 private:
  [[nodiscard]] std::string replaced(const PlacedValue& placed) const {
    std::string result(text_);
    result.replace(placed.value, placed.end - placed.value, value_);
    if (!placed.commented) return result;
    std::size_t key = placed.key;
    if (placed.inner)
      for (const PlacedValue& outer : layout_.values)
        if (!outer.inner && outer.mark == placed.mark) key = outer.key;
    return result.erase(placed.mark, key - placed.mark);
  }

  [[nodiscard]] std::string added_inside(const PlacedValue& table) const {
    std::string result(text_);
    std::size_t end = table.end - 1;
    while (end > table.value + 1 && text_[end - 1] == ' ') --end;
    const bool empty = end == table.value + 1;
    return result.insert(end, fmt::format("{} {} = {}{}", empty ? "" : ",", dotted(path_, table.path.size()), value_,
                                          empty ? " " : ""));
  }

  // Into the innermost of its tables that is there.
  [[nodiscard]] std::string added() const {
    std::size_t table = 0;
    for (std::size_t i = 1; i < layout_.tables.size(); ++i) {
      const KeyPath& path = layout_.tables[i].path;
      if (path.size() < path_.size() && path.size() > layout_.tables[table].path.size() && begins(path_, path)) table = i;
    }
    const bool starts_dotted = std::ranges::any_of(layout_.values, [&](const PlacedValue& placed) {
      return placed.table == 0 && !placed.commented && placed.path.front() == path_.front();
    });
    if (table == 0 && path_.size() > 1 && !starts_dotted) return with_new_table();
    const std::string line = fmt::format("{} = {}", dotted(path_, layout_.tables[table].path.size()), value_);
    return with_line(place_in(table), line);
  }

  // Behind the last assignment of the table, or what stands there of one as a comment; else right behind its heading.
  [[nodiscard]] std::size_t place_in(std::size_t table) const {
    std::size_t place = layout_.tables[table].body;
    for (const PlacedValue& placed : layout_.values)
      if (placed.table == table && !placed.inner)
        place = std::min(text_.find('\n', placed.end), text_.size() - 1) + 1;
    return std::min(place, text_.size());
  }

  [[nodiscard]] std::string with_line(std::size_t place, std::string_view line) const {
    const std::string_view newline = line_end_of(text_);
    const std::string_view before = text_.substr(0, place);
    const bool open = !before.empty() && before.back() != '\n' && place > layout_.tables[0].body;
    return fmt::format("{}{}{}{}{}", before, open ? newline : "", line, newline, text_.substr(place));
  }

  [[nodiscard]] std::string with_new_table() const {
    const std::string_view newline = line_end_of(text_);
    const bool open = !text_.empty() && text_.back() != '\n';
    return fmt::format("{}{}{}[{}]{}{} = {}{}", text_, open ? newline : "", text_.empty() ? "" : newline, path_.front(),
                       newline, dotted(path_, 1), value_, newline);
  }

  std::string_view text_;
  TextLayout layout_;
  const KeyPath& path_;
  std::string_view value_;
};

// Where the text sets it; the end where it does not.
auto place_of(const TextLayout& layout, const KeyPath& path) {
  return std::ranges::find_if(layout.values,
                              [&](const PlacedValue& placed) { return !placed.commented && placed.path == path; });
}

// What else `before` says is what `after` says.
bool same_but_for(const Settings& before, const Settings& after, std::string_view key) {
  if (before.retention.size() > after.retention.size() + 1 || before.worths.size() > after.worths.size() + 1) return false;
  for (const Settings* side : {&before, &after})
    for (const SettingKey& other : setting_keys(*side))
      if (other.name != key && setting_value(before, other.name) != setting_value(after, other.name)) return false;
  return true;
}

// The first of `texts` that means `value` and nothing else anew.
SettingChange first_good(std::string_view text, const std::vector<std::string>& texts, std::string_view key,
                         const std::string& value) {
  const auto before = read_settings(text, "starling.toml").settings;
  std::string wrong;
  for (const std::string& way : texts) {
    const SettingsFile read = read_settings(way, "starling.toml");
    if (read.settings && setting_value(*read.settings, key) == value &&
        (!before || same_but_for(*before, *read.settings, key)))
      return {way, ""};
    if (wrong.empty()) wrong = first_error(read.problems);
  }
  // Something else in the file is, and was before.
  const auto old = read_settings(text, "starling.toml").problems;
  const auto error = std::ranges::find(old, Severity::Error, &Problem::severity);
  if (!before && error != old.end()) wrong = fmt::format("line {} of starling.toml is wrong: {}", error->line, error->text);
  if (wrong.empty()) wrong = fmt::format("{} is set in a way that only an editor can change", key);
  return {std::string(text), wrong};
}

}  // namespace

SettingChange set_setting(std::string_view text, std::string_view key, std::string_view value) {
  const SettingsFile alone = read_settings(fmt::format("{} = {}\n", key, value), "starling.toml");
  if (!alone.settings) {
    const auto known = setting_key(key);
    const std::string why = known ? refusal(*known, value) : "";
    return {std::string(text), why.empty() ? std::string(first_error(alone.problems)) : why};
  }
  const KeyPath path = path_of(key);
  return first_good(text, Ways(text, path, value).all(), key, setting_value(*alone.settings, key));
}

std::optional<std::string> written_setting(std::string_view text, std::string_view key) {
  const auto settings = read_settings(text, "starling.toml").settings;
  if (!settings) return std::nullopt;
  std::string value = setting_value(*settings, key);
  const TextLayout layout = layout_of(text);
  // In a spelling that the layout does not see, it still is what it is.
  const bool written = value != setting_value({}, key) || place_of(layout, path_of(key)) != layout.values.end();
  return written ? std::optional(std::move(value)) : std::nullopt;
}

SettingChange unset_setting(std::string_view text, std::string_view key) {
  const TextLayout layout = layout_of(text);
  const auto placed = place_of(layout, path_of(key));
  if (placed == layout.values.end()) return {std::string(text), ""};
  const std::string otherwise = setting_value(Settings{}, key);
  // Between braces nothing can be a comment by itself.
  if (placed->inner && !otherwise.empty()) return set_setting(text, key, otherwise);
  if (placed->inner)
    return {std::string(text), fmt::format("{} is set between braces, which only an editor can change", key)};
  const std::string_view present = text.substr(placed->value, placed->end - placed->value);
  std::string lines(text.substr(placed->key, placed->value - placed->key));
  lines += otherwise.empty() ? present : std::string_view(otherwise);
  for (std::size_t at = 0; (at = lines.find('\n', at)) != lines.npos; at += 3) lines.insert(at + 1, "# ");
  std::string changed(text);
  changed.replace(placed->mark, placed->end - placed->mark, "# " + lines);
  return first_good(text, {changed}, key, otherwise);
}

}  // namespace starling
