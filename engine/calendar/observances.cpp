#include <algorithm>
#include <utility>

#include "calendar/zone.h"

namespace starling {

namespace {

using std::chrono::floor;
using std::chrono::hours;
using std::chrono::seconds;
using std::chrono::sys_seconds;

Observance never_began(sys_seconds first, seconds offset, std::string name, bool summer) {
  return {std::min(first, sys_seconds{}), offset, offset, std::move(name), summer};
}

// cctz tells of a change by the wall clock on both sides of it.
sys_seconds instant_of(const cctz::time_zone& zone, const cctz::time_zone::civil_transition& change) {
  const auto left = zone.lookup(change.from);
  if (left.kind == cctz::time_zone::civil_lookup::SKIPPED) return left.trans;
  const auto reached = zone.lookup(change.to);
  return reached.kind == cctz::time_zone::civil_lookup::REPEATED ? reached.trans : reached.pre;
}

Observance begun_at(const cctz::time_zone& zone, sys_seconds since) {
  const auto now = zone.lookup(since);
  return {since, seconds(zone.lookup(since - seconds(1)).offset), seconds(now.offset), now.abbr, now.is_dst};
}

std::vector<Observance> observances_of(const cctz::time_zone& zone, sys_seconds first, sys_seconds last) {
  std::vector<Observance> list;
  cctz::time_zone::civil_transition change;
  if (zone.prev_transition(first + seconds(1), &change)) {
    list.push_back(begun_at(zone, instant_of(zone, change)));
  } else {
    const auto now = zone.lookup(first);
    list.push_back(never_began(first, seconds(now.offset), now.abbr, now.is_dst));
  }
  for (sys_seconds at = first; zone.next_transition(at, &change);) {
    const sys_seconds next = instant_of(zone, change);
    if (next <= at || next > last) break;
    list.push_back(begun_at(zone, next));
    at = next;
  }
  return list;
}

// The first second at which the zone is not as it is at `same`; `other` is one.
sys_seconds change_between(const PosixZone& zone, sys_seconds same, sys_seconds other) {
  const seconds offset = zone.offset(same);
  while (other - same > seconds(1)) {
    const sys_seconds middle = same + (other - same) / 2;
    (zone.offset(middle) == offset ? same : other) = middle;
  }
  return other;
}

// A rule repeats every year, and no two of its changes lie within an hour.
std::vector<Observance> observances_of(const PosixZone& zone, sys_seconds first, sys_seconds last) {
  constexpr hours kYear{367 * 24};
  const auto summer = [&](seconds offset) { return zone.summer && offset == zone.summer->offset; };
  std::vector<Observance> list{never_began(first, zone.offset(first), "", summer(zone.offset(first)))};
  if (!zone.summer) return list;
  for (sys_seconds at = first - kYear; at <= last; at += hours(1)) {
    const seconds before = zone.offset(at);
    const seconds after = zone.offset(at + hours(1));
    if (before == after) continue;
    const sys_seconds since = change_between(zone, at, at + hours(1));
    if (since > last) break;
    if (since <= first) list.clear();
    list.push_back({since, before, after, "", summer(after)});
  }
  return list;
}

}  // namespace

std::vector<Observance> NamedZone::observances(Instant first, Instant last) const {
  return std::visit([&](const auto& zone) { return observances_of(zone, floor<seconds>(first), floor<seconds>(last)); }, rule);
}

}  // namespace starling
