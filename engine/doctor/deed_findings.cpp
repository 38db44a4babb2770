#include "doctor/deed_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <numeric>
#include <tuple>

namespace starling {

namespace {

using std::chrono::days;

constexpr std::size_t kMostGaps = 20;
constexpr std::chrono::minutes kUsualSkew{10};  // between clocks of machines

std::string place_text(const LogSeen& log, const DeedSeen& deed) {
  return fmt::format("{}:{}", log.files[deed.file].name, deed.place.line);
}

Finding at(const LogSeen& log, const DeedSeen& deed, Gravity gravity, std::string rule) {
  return {gravity, std::move(rule), log.files[deed.file].name, deed.place.line, 0, "", "", {}};
}

std::string plural(std::size_t count, std::string_view one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}
std::string_view stands(std::size_t count) { return count == 1 ? "stands" : "stand"; }

std::string wall_time(Instant at, std::chrono::minutes offset) {
  const auto wall = at.time_since_epoch() + offset;
  const auto midnight = std::chrono::floor<days>(wall);
  const auto clock = std::chrono::hh_mm_ss(wall - midnight);
  return fmt::format("{} {:02}:{:02}", to_string(Day(midnight)), clock.hours().count(), clock.minutes().count());
}

// Deeds that meet a condition, told by the first of them and their number.
struct Group {
  const DeedSeen* first = nullptr;
  std::size_t count = 0;
  void add(const DeedSeen& deed) {
    if (!first) first = &deed;
    ++count;
  }
};

// By device.
template <class Condition>
std::map<std::string, Group> group(const LogSeen& log, Condition condition) {
  std::map<std::string, Group> groups;
  for (const DeedSeen& deed : log.deeds)
    if (condition(deed)) groups[deed.id.device].add(deed);
  return groups;
}

// Same deed twice, and two under one number: both show when deeds are sorted.
void add_doubles(const LogSeen& log, FindingList& found) {
  std::vector<std::size_t> order(log.deeds.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto key = [&](std::size_t i) { return std::tie(log.deeds[i].id, log.deeds[i].checksum); };
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return std::tuple(key(a), a) < std::tuple(key(b), b); });
  std::size_t twice = 0;
  bool in_several = false;
  std::map<std::string, std::pair<std::size_t, std::string>> clones;  // count, and the first two places
  for (std::size_t i = 1; i < order.size(); ++i) {
    const DeedSeen& before = log.deeds[order[i - 1]];
    const DeedSeen& deed = log.deeds[order[i]];
    if (before.id != deed.id) continue;
    if (before.checksum == deed.checksum) {
      ++twice;
      in_several = in_several || before.file != deed.file;
      continue;
    }
    auto& [count, text] = clones[deed.id.device];
    if (count++ == 0)
      text = fmt::format("{} in {} and in {}", to_string(deed.id), place_text(log, before), place_text(log, deed));
  }
  if (twice > 0)
    found.push_back({Gravity::Note, "same-deed", "log", 0, 0,
                     fmt::format("{} {} {}: each counts once", plural(twice, "deed"), stands(twice),
                                 in_several ? "in several files" : "more than once in a file"),
                     "", {}});
  for (const auto& [device, clone] : clones)
    found.push_back({Gravity::Note, "clone", "log", 0, 0,
                     fmt::format("{} of {} {} for two different deeds, {} first: the folder or the machine was copied",
                                 plural(clone.first, "number"), device, stands(clone.first), clone.second),
                     "both count; each machine goes on under a name of its own", {}});
}

void add_gaps(const LogSeen& log, FindingList& found) {
  std::vector<DeedId> ids;
  ids.reserve(log.deeds.size());
  for (const DeedSeen& deed : log.deeds) ids.push_back(deed.id);
  const std::vector<Gap> gaps = gaps_in(std::move(ids));
  for (std::size_t i = 0; i < std::min(gaps.size(), kMostGaps); ++i) {
    const Gap& gap = gaps[i];
    const std::string numbers =
        gap.first == gap.last ? fmt::format("{} is", gap.first) : fmt::format("{} to {} are", gap.first, gap.last);
    found.push_back({Gravity::Warning, "gap", "log", 0, 0, fmt::format("{}: {} not here", gap.device, numbers),
                     "they come with the next sync of that machine, or with 'starling restore FILE'", {}});
  }
  if (gaps.size() > kMostGaps)
    found.push_back({Gravity::Warning, "gap", "log", 0, 0, fmt::format("{} more gaps", gaps.size() - kMostGaps), "", {}});
}

void add_clocks(const LogSeen& log, Instant now, FindingList& found) {
  const std::int64_t latest = (now + days(1)).time_since_epoch().count();
  // What was written later about the same item has an order behind it, but a time of its own.
  const auto of_future = group(log, [&](const DeedSeen& deed) { return deed.at > now + days(1); });
  for (const auto& [device, ahead] : of_future) {
    Finding finding = at(log, *ahead.first, Gravity::Warning, "clock-ahead");
    finding.text = fmt::format("{} of {} {} in the future, this one on {}: its clock was wrong",
                               plural(ahead.count, "deed"), device, ahead.count == 1 ? "lies" : "lie",
                               wall_time(ahead.first->at, ahead.first->offset));
    finding.advice =
        "they count; what an answer there put off comes back by the right clock once it is answered again: starling answer ID GRADE";
    found.push_back(std::move(finding));
  }
  // The order goes on from the largest that was known, so a clock that was behind shows as a distance to it.
  const auto behind = [&](const DeedSeen& deed) {
    return deed.order <= latest && deed.order - deed.at.time_since_epoch().count() > std::chrono::milliseconds(days(1)).count();
  };
  for (const auto& [device, slow] : group(log, behind)) {
    Finding finding = at(log, *slow.first, Gravity::Note, "clock-behind");
    finding.text = fmt::format("{} of {} {} by a clock that was behind the history, this one on {}",
                               plural(slow.count, "deed"), device, slow.count == 1 ? "was written" : "were written",
                               wall_time(slow.first->at, slow.first->offset));
    finding.advice = "they count; or this clock was right, and an earlier one was ahead";
    found.push_back(std::move(finding));
  }
  const DeedSeen* last = nullptr;
  for (const DeedSeen& deed : log.deeds)
    if (deed.order <= latest && (!last || deed.at > last->at)) last = &deed;
  // A machine whose clock was named already is not named again.
  if (last && last->at > now + kUsualSkew && !of_future.contains(last->id.device)) {
    Finding finding = at(log, *last, Gravity::Warning, "clock-now");
    finding.text = fmt::format("this deed of {} is from {}, which this machine's clock has not reached",
                               last->id.device, wall_time(last->at, last->offset));
    finding.advice = "look at the clock of this machine and of the one that wrote it";
    found.push_back(std::move(finding));
  }
}

// A study day is the date of its time, or the one before where it is early; one that the learner named is any day before.
void add_days(const LogSeen& log, FindingList& found) {
  const auto misfit = [](const DeedSeen& deed) {
    const Day date(std::chrono::floor<days>(deed.at.time_since_epoch() + deed.offset));
    return deed.day > date || (deed.day < date - days(1) && !deed.may_name_its_day);
  };
  for (const auto& [device, wrong] : group(log, misfit)) {
    Finding finding = at(log, *wrong.first, Gravity::Warning, "day-misfit");
    finding.text = fmt::format("{} of {} {} on a day that does not fit the time, this one on {} at {}",
                               plural(wrong.count, "deed"), device, stands(wrong.count), to_string(wrong.first->day),
                               wall_time(wrong.first->at, wrong.first->offset));
    finding.advice = "they count for that day";
    found.push_back(std::move(finding));
  }
}

}  // namespace

FindingList findings_in_deeds(const LogSeen& log, Instant now) {
  FindingList found;
  add_gaps(log, found);
  add_doubles(log, found);
  add_clocks(log, now, found);
  add_days(log, found);
  return found;
}

namespace {

void add_missing(FindingList& found, const MissingLines& lines, Gravity gravity, const std::string& advice) {
  if (lines.here < lines.written) found.push_back({gravity, "own-lines-missing", "log", 0, 0, to_sentence(lines), advice, {}});
}

}  // namespace

FindingList findings_of_given_up(const LogSeen& log, const std::vector<MissingLines>& names, const std::filesystem::path& file) {
  FindingList found;
  for (const MissingLines& name : names)
    add_missing(found, {name.device, name.written, log.whole_up_to(name.device)}, Gravity::Warning,
                fmt::format("{}; where it is gone for good, delete {}", kBringLinesBack, file.string()));
  return found;
}

FindingList findings_in_own_lines(const LogSeen& log, const DeviceState& state) {
  const std::int64_t newest = log.newest(state.device);
  FindingList found;
  add_missing(found, {state.device, surely_written(state), newest}, Gravity::Error, std::string(kBringLinesBack));
  if (newest > state.last.number)
    found.push_back({Gravity::Note, "own-lines-foreign", "log", 0, 0,
                     fmt::format("{}-{} is here, and this machine wrote only up to {}: the folder or the machine was copied",
                                 state.device, newest, state.last.number),
                     "it goes on under a new name with the next deed", {}});
  return found;
}

}  // namespace starling
