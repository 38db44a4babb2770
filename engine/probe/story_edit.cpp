#include "probe/story_edit.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "source/source.h"

namespace starling {

namespace {

constexpr std::string_view kTable = "followup";

// The keys of a follow-up with their values as TOML; empty: not written.
std::vector<std::pair<std::string_view, std::string>> values_of(const FollowUp& followup) {
  const auto text = [](const std::string& value) { return value.empty() ? std::string() : starling::quoted(without_controls(value)); };
  return {{"ask", text(followup.ask)},
          {"answer", text(followup.answer)},
          {"probe", followup.probe ? std::to_string(*followup.probe) : ""},
          {"layer", followup.layer ? quoted(to_string(*followup.layer)) : ""},
          {"from", text(followup.from)}};
}

std::string line_of_key(std::string_view key, std::string_view value, std::string_view newline) { return fmt::format("{} = {}{}", key, value, newline); }

// In place of so many bytes.
struct Replacement {
  std::size_t at = 0;
  std::size_t size = 0;
  std::string text;
};

class StoryEditor {
 public:
  StoryEditor(std::string_view text, const Story& story) : text_(text), layout_(layout_of(text)), newline_(newline_of(text)), expected_(story) {
    for (std::size_t i = 0; i < layout_.tables.size(); ++i)
      if (layout_.tables[i].path == KeyPath{std::string(kTable)}) blocks_.push_back(i);
  }

  // Whether each follow-up of the story has its block.
  [[nodiscard]] bool has_blocks() const { return blocks_.size() == expected_.followups.size(); }

  // False where a text would be taken away.
  bool put(const FollowUpEdit& edit) {
    if (!edit.at) {
      expected_.followups.push_back(edit.followup);
      added_ += followup_block(edit.followup, newline_);
      return true;
    }
    FollowUp& before = expected_.followups[*edit.at];
    const auto old_values = values_of(before);
    const auto values = values_of(edit.followup);
    before = edit.followup;
    std::string more;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i].second == old_values[i].second) continue;
      if (values[i].second.empty()) return false;
      const PlacedValue* placed = value_in(blocks_[*edit.at], values[i].first);
      if (placed) replacements_.push_back({placed->value, placed->end - placed->value, values[i].second});
      else more += line_of_key(values[i].first, values[i].second, newline_);
    }
    if (!more.empty()) insert(end_of_block(blocks_[*edit.at]), std::move(more));
    return true;
  }

  std::string made() {
    if (!added_.empty()) insert(blocks_.empty() ? text_.size() : end_of_block(blocks_.back()), std::move(added_));
    std::ranges::stable_sort(replacements_, std::greater(), &Replacement::at);
    std::string made(text_);
    for (const Replacement& each : replacements_) made.replace(each.at, each.size, each.text);
    return made;
  }
  [[nodiscard]] const Story& expected() const { return expected_; }

 private:
  static std::string_view newline_of(std::string_view text) {
    const std::size_t first = text.find('\n');
    return first != text.npos && first > 0 && text[first - 1] == '\r' ? "\r\n" : "\n";
  }

  // One that is already inserted there comes before it.
  void insert(std::size_t at, std::string more) {
    const bool open = at > 0 && text_[at - 1] != '\n';
    const auto same = std::ranges::find_if(replacements_, [&](const Replacement& each) { return each.at == at && each.size == 0; });
    if (same != replacements_.end()) {
      same->text += more;
      return;
    }
    replacements_.push_back({at, 0, (open ? std::string(newline_) : std::string()) + std::move(more)});
  }

  [[nodiscard]] const PlacedValue* value_in(std::size_t table, std::string_view key) const {
    const auto found = std::ranges::find_if(layout_.values, [&](const PlacedValue& value) {
      return value.table == table && !value.commented && !value.inner && value.path.size() == 2 && value.path.back() == key;
    });
    return found == layout_.values.end() ? nullptr : &*found;
  }

  // Behind the line of its last value; of a block without values behind its heading.
  [[nodiscard]] std::size_t end_of_block(std::size_t table) const {
    std::size_t end = 0;
    for (const PlacedValue& value : layout_.values)
      if (value.table == table && !value.commented) end = std::max(end, value.end);
    if (end == 0) return std::min(layout_.tables[table].body, text_.size());
    const std::size_t line_end = text_.find('\n', end);
    return line_end == text_.npos ? text_.size() : line_end + 1;
  }

  std::string_view text_;
  TextLayout layout_;
  std::string_view newline_;
  Story expected_;
  std::vector<std::size_t> blocks_;  // tables of the layout
  std::vector<Replacement> replacements_;
  std::string added_;
};

std::string first_error(const std::vector<Problem>& problems) {
  for (const Problem& problem : problems)
    if (problem.severity == Severity::Error) return to_line(problem);
  return "it cannot be read";
}

}  // namespace

std::string followup_block(const FollowUp& followup, std::string_view newline) {
  std::string block = fmt::format("[[{}]]{}", kTable, newline);
  for (const auto& [key, value] : values_of(followup))
    if (!value.empty()) block += line_of_key(key, value, newline);
  return block;
}

StoryEdit with_followups(std::string_view text, std::string_view file, std::span<const FollowUpEdit> edits) {
  const auto refused = [&](std::string why) { return StoryEdit{std::string(text), std::move(why)}; };
  const StoryFile before = read_story(text, file);
  if (!before.story) return refused(first_error(before.problems));
  StoryEditor editor(text, *before.story);
  if (!editor.has_blocks()) return refused(fmt::format("{} does not write its follow-ups as [[{}]] blocks", file, kTable));
  for (const FollowUpEdit& edit : edits) {
    if (edit.at && *edit.at >= before.story->followups.size()) return refused(fmt::format("{} has no such follow-up", file));
    if (!editor.put(edit)) return refused("a text of a follow-up would be taken away");
  }
  std::string made = editor.made();
  const StoryFile after = read_story(made, file);
  if (!after.story) return refused(first_error(after.problems));
  if (pack(*after.story) != pack(editor.expected())) return refused(fmt::format("{} would not read back as the same story", file));
  return {std::move(made), ""};
}

std::optional<int> line_of_probe(std::string_view text, int number) {
  const TextLayout layout = layout_of(text);
  for (const PlacedValue& value : layout.values) {
    const bool probe = !value.commented && value.path == KeyPath{std::string(kTable), "probe"};
    if (!probe || text.substr(value.value, value.end - value.value) != std::to_string(number)) continue;
    const std::size_t begin = value.table < layout.tables.size() ? layout.tables[value.table].body : value.key;
    return 1 + static_cast<int>(std::ranges::count(text.substr(0, begin), '\n'));
  }
  return std::nullopt;
}

}  // namespace starling
