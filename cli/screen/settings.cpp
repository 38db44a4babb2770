#include "cli/screen/settings.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/text.h"

namespace starling {

namespace {

constexpr int kKeyColumns = 30;

std::string words_of(std::string_view value, std::string_view without) {
  if (value.empty()) return std::string(without.empty() ? "not set" : without);
  const bool in_quotes = value.size() >= 2 && value.front() == '"' && value.back() == '"';
  return std::string(in_quotes ? value.substr(1, value.size() - 2) : value);
}

}  // namespace

std::string setting_words(const SettingView& view) { return words_of(view.value, view.without); }

std::string value_back(const SettingSet& set, Back direction) {
  return (direction == Back::Undo ? set.before : set.after).value_or(setting_value({}, set.key));
}

std::string set_back_words(const SettingSet& set, Back direction, const std::string& value) {
  const auto key = setting_key(set.key);
  const std::string words = words_of(value, key ? key->without : "");
  if (value != value_back(set, direction)) return fmt::format("{}: stays {}", set.key, words);
  return direction == Back::Undo ? fmt::format("{}: back to {}", set.key, words) : fmt::format("{}: {} again", set.key, words);
}

std::string settings_screen(std::span<const SettingView> views, const Style& style, int width) {
  std::string text;
  for (const SettingView& view : views) {
    const bool usual = view.value == view.otherwise;
    std::string line = setting_words(view);
    if (!usual) line += fmt::format("   (default: {})", words_of(view.otherwise, view.without));
    const int columns = std::max(kKeyColumns, display_width(view.key) + 2);
    const std::string row = width < 2 * columns ? fmt::format("{}\n{}", view.key, hanging("  ", line, width))
                                                : hanging(padded(view.key, columns), line, width);
    text += usual ? style.dim(row) : row;
  }
  return text + paragraph("Change one: starling config KEY VALUE", width);
}

}  // namespace starling
