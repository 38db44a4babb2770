#include "doctor/log_seen.h"

#include <algorithm>
#include <set>
#include <utility>

namespace starling {

namespace {

constexpr std::int64_t kShortLine = 1000;

void see_file(const std::filesystem::path& path, const LogFile& listed, LogSeen& seen) {
  const std::size_t index = seen.files.size();
  FileSeen file;
  file.name = "log/" + listed.name;
  const auto so_far = read_lines(path, {}, [&](LineRead line, const LinePlace& place) {
    ++file.lines;
    if (!line.deed) {
      const bool is_short = line.fault == LineFault::Broken && place.length <= kShortLine;
      seen.faults.push_back({line.fault, index, place, is_short ? line_at(path, place).value_or("") : ""});
      return;
    }
    for (const Event& event : line.deed->events)
      if (const auto* unknown = std::get_if<Unknown>(&event)) ++seen.unknown[unknown->kind];
    const Deed& deed = *line.deed;
    seen.deeds.push_back({deed.id, deed.order, deed.at, deed.offset, deed.day, may_name_its_day(deed), line.checksum,
                          index, place});
  });
  file.readable = so_far.has_value();
  if (so_far) file.torn_bytes = std::max<std::int64_t>(0, listed.stamp.size - so_far->end);
  if (listed.stamp.size > 0) file.ends_in_line_feed = line_at(path, {listed.stamp.size - 1, 1, 1}).value_or("\n") == "\n";
  seen.files.push_back(std::move(file));
}

}  // namespace

LogSeen see_log(const std::filesystem::path& log) {
  LogListing listing = list_log(log);
  LogSeen seen;
  seen.passed_over = std::move(listing.passed_over);
  for (const LogFile& file : listing.files) see_file(log / file.name, file, seen);
  return seen;
}

std::int64_t LogSeen::newest(const std::string& device) const {
  std::int64_t largest = 0;
  for (const DeedSeen& deed : deeds)
    if (deed.id.device == device) largest = std::max(largest, deed.id.number);
  return largest;
}

std::int64_t LogSeen::whole_up_to(const std::string& device) const {
  std::set<std::int64_t> numbers;
  for (const DeedSeen& deed : deeds)
    if (deed.id.device == device) numbers.insert(deed.id.number);
  std::int64_t whole = 0;
  while (numbers.contains(whole + 1)) ++whole;
  return whole;
}

}  // namespace starling
