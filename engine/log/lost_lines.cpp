#include "log/lost_lines.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "log/disk.h"

namespace starling {

LostLines find_lost(const std::filesystem::path& log, const std::vector<OwnLine>& lines, const std::string& device) {
  // Number and checksum are part of the text, so equal bytes are the same deed.
  std::unordered_map<std::string_view, std::size_t> by_text;
  for (std::size_t i = 0; i < lines.size(); ++i) by_text.emplace(lines[i].text, i);

  const auto first = std::ranges::find(lines, device, [](const OwnLine& line) { return line.id.device; });
  LostLines result;
  std::vector<bool> found(lines.size(), false);
  for (const LogFile& file : list_log(log).files) {
    const Descriptor opened = open_plain(log / file.name);
    if (!opened.is_open()) continue;
    (void)walk_lines(opened.get(), 0, [&](const RawLine& line) {
      if (const auto own = by_text.find(line.text); own != by_text.end()) found[own->second] = true;
      Newest one;
      if (!take_line(one, line.text, device)) return;
      result.newest.take(one.number, one.checksum);
      if (first != lines.end() && one.number < first->id.number) result.before = std::max(result.before, one.number);
    });
  }
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (!found[i]) result.lost.push_back(i);
  return result;
}

}  // namespace starling
