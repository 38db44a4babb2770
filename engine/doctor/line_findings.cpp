#include "doctor/line_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "source/source.h"

namespace starling {

namespace {

constexpr int kMostOfOneKind = 10;  // of one file; the rest is counted

std::string_view rule_of(LineFault fault) {
  switch (fault) {
    case LineFault::Checksum:
      return "line-checksum";
    case LineFault::Newer:
      return "line-newer";
    case LineFault::Broken:
    case LineFault::None:
      break;
  }
  return "line-broken";
}

Finding of_fault(const FaultSeen& seen, const FileSeen& file) {
  Finding finding{Gravity::Error, std::string(rule_of(seen.fault)), file.name, seen.place.line, 0, "", "", {}};
  if (seen.fault == LineFault::Newer) {
    finding.gravity = Gravity::Warning;
    finding.text = "this line was written by a newer Starling: it is kept and not counted";
    finding.advice = "update Starling on this machine";
  } else if (seen.fault == LineFault::Checksum) {
    finding.text = "this line is not as it was written (wrong checksum): it is passed over";
    finding.advice = "take the line from a backup or from another machine, or delete it";
  } else if (is_conflict_marker(seen.text)) {
    finding.rule = "line-marker";
    finding.text = "git left a conflict marker here";
    finding.advice = "delete this line and keep all others";
  } else {
    finding.text = "this is no line of Starling, or half of one: it is passed over";
    finding.advice = "take the line from a backup or from another machine, or delete it";
  }
  return finding;
}

void add_faults(const LogSeen& log, FindingList& found) {
  std::map<std::pair<std::size_t, std::string>, int> counts;
  for (const FaultSeen& fault : log.faults) {
    Finding finding = of_fault(fault, log.files[fault.file]);
    if (++counts[{fault.file, finding.rule}] <= kMostOfOneKind) found.push_back(std::move(finding));
  }
  for (const auto& [key, count] : counts)
    if (count > kMostOfOneKind)
      found.push_back({key.second == "line-newer" ? Gravity::Warning : Gravity::Error, key.second,
                       log.files[key.first].name, 0, 0, fmt::format("{} more lines of this file are like that",
                                                                    count - kMostOfOneKind), "", {}});
}

// Whether a line that was kept was cut, as far as this machine knows.
bool is_cut_short(const FileSeen& file, const LogSeen& log, const std::vector<MissingLines>& written) {
  return std::ranges::any_of(written, [&](const MissingLines& name) {
    return file.name.starts_with("log/" + name.device + "/") && log.newest(name.device) < name.written;
  });
}

void add_ends(const FileSeen& file, const LogSeen& log, const std::vector<MissingLines>& written, FindingList& found) {
  if (!file.readable) {
    found.push_back({Gravity::Error, "file-unreadable", file.name, 0, 0, "this file of the history cannot be read",
                     "look at its mode and its owner", {}});
  } else if (file.torn_bytes > 0) {
    found.push_back({Gravity::Note, "torn-end", file.name, 0, 0,
                     fmt::format("the last {} bytes are half a line: {}", file.torn_bytes,
                                 is_cut_short(file, log, written) ? "they are passed over" : "nothing that was told as kept"),
                     "", {}});
  } else if (!file.ends_in_line_feed) {
    found.push_back({Gravity::Note, "no-line-feed", file.name, 0, 0,
                     "the last line has no line feed: the next one that is written brings it", "", {}});
  }
}

// Names that are no month of a device: a sync program, or a restored backup.
bool is_own_name(std::string_view name) {
  const std::string_view file = name.substr(name.rfind('/') + 1);
  return !original_of(file);
}

void add_copies(const LogSeen& log, FindingList& found) {
  using Key = std::pair<DeedId, std::uint32_t>;
  std::map<std::size_t, std::vector<Key>> of_copies;
  std::set<Key> elsewhere;
  for (const DeedSeen& deed : log.deeds) {
    if (is_own_name(log.files[deed.file].name))
      elsewhere.insert({deed.id, deed.checksum});
    else
      of_copies[deed.file].push_back({deed.id, deed.checksum});
  }
  for (std::size_t i = 0; i < log.files.size(); ++i) {
    const FileSeen& file = log.files[i];
    if (is_own_name(file.name)) continue;
    const auto alone = std::ranges::count_if(of_copies[i], [&](const Key& key) { return !elsewhere.contains(key); });
    Finding finding{Gravity::Note, "conflict-copy", file.name, 0, 0, "", "", {}};
    if (alone == 0) {
      finding.text = "a sync program left this copy, and every deed in it stands in another file too";
      finding.advice = "it may be deleted";
    } else {
      finding.text = fmt::format("a sync program left this copy, and {} of its deeds are in no other file: they count",
                                 alone);
      finding.advice = "keep it";
    }
    found.push_back(std::move(finding));
  }
}

}  // namespace

FindingList findings_in_lines(const LogSeen& log, const std::optional<DeviceState>& own, const std::vector<MissingLines>& given_up) {
  std::vector<MissingLines> written = given_up;
  if (own) written.push_back({own->device, surely_written(*own), 0});
  FindingList found;
  add_faults(log, found);
  for (const FileSeen& file : log.files) add_ends(file, log, written, found);
  add_copies(log, found);
  for (const std::string& sentence : log.passed_over)
    found.push_back({Gravity::Warning, "passed-over", "", 0, 0, sentence + ": it is passed over", "", {}});
  for (const auto& [kind, count] : log.unknown)
    found.push_back({Gravity::Warning, "unknown-event", "log", 0, 0,
                     fmt::format("{} event{} '{}' written by a newer Starling: kept, and not counted", count,
                                 count == 1 ? "" : "s", kind),
                     "update Starling on this machine", {}});
  return found;
}

}  // namespace starling
