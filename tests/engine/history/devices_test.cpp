// Several devices write one history: in whatever order and however often their files arrive, it is the same one.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "support/history.h"

namespace starling {
namespace {

using namespace test;

template <class Value>
void shuffle(std::vector<Value>& values, SplitMix64& dice) {
  for (std::size_t left = values.size(); left > 1; --left) std::swap(values[left - 1], values[dice.below(left)]);
}

// A device with a clock of its own, and what has reached it of the others' deeds.
struct Device {
  std::string name;
  std::chrono::milliseconds clock_ahead{};
  std::int64_t number = 0;
  std::vector<Deed> known;

  void write(std::vector<Event> events, Instant now) {
    const Instant at = now + clock_ahead;
    const std::int64_t wall = at.time_since_epoch().count();
    std::int64_t largest = 0;
    for (const Deed& deed : known)
      if (Instant(std::chrono::milliseconds(deed.order)) <= at + 24h) largest = std::max(largest, deed.order);
    const Day day(std::chrono::floor<std::chrono::days>(at.time_since_epoch() - 4h));
    known.push_back({{name, ++number}, std::max(wall, largest + 1), at, 60min, day, std::move(events)});
    known = in_order(std::move(known));
  }
  void receive(const Device& other) {
    if (&other == this) return;
    known.insert(known.end(), other.known.begin(), other.known.end());
    known = in_order(std::move(known));
  }
};

// What a learner does on one of three devices, undoing what that device knows of.
void live(Device& device, SplitMix64& dice, int on_day, Instant now) {
  std::optional<DeedId> target;
  switch (below(dice, 8)) {
    case 0:
      if ((target = last_to_undo(device.known))) return device.write({Undone{*target}}, now);
      break;
    case 1:
      if ((target = last_to_redo(device.known))) return device.write({Redone{*target}}, now);
      break;
    case 2:
      if (!device.known.empty() && below(dice, 2) == 0)
        return device.write({undone(pick(dice, device.known)), redone(pick(dice, device.known))}, now);
      if (!device.known.empty())
        return device.write({Undone{pick(dice, device.known).id}, Redone{pick(dice, device.known).id}}, now);
      break;
    default:
      break;
  }
  device.write(anything(dice, on_day), now);
}

// Three devices: one a little fast, one a little slow, one whose clock is a year slow now and then; the first was
// cloned.
std::vector<Device> three_devices(SplitMix64& dice, int deeds) {
  std::vector<Device> devices{{"aaaaaa", 0ms, 0, {}}, {"bbbbbb", 3h, 0, {}}, {"cccccc", -40min, 0, {}}};
  for (int i = 0; i < deeds; ++i) {
    if (i == deeds / 2) devices.push_back(devices.front());
    Device& device = devices[dice.below(devices.size())];
    if (device.name == "cccccc") device.clock_ahead = below(dice, 6) == 0 ? -365 * 24h : -40min;
    live(device, dice, i / 4, Instant(day(i / 4).time_since_epoch() + 8h + std::chrono::minutes(7 * i)));
    if (below(dice, 5) == 0) devices[dice.below(devices.size())].receive(device);
  }
  return devices;
}

// Every deed that one of the devices wrote, as one list.
std::vector<Deed> all_deeds(const std::vector<Device>& devices) {
  std::vector<Deed> all;
  for (const Device& device : devices)
    for (const Deed& deed : device.known)
      if (std::ranges::find(all, deed) == all.end()) all.push_back(deed);
  std::ranges::sort(all, [](const Deed& a, const Deed& b) {
    return std::tuple(a.order, a.id.device, a.id.number, checksum_of(a)) <
           std::tuple(b.order, b.id.device, b.id.number, checksum_of(b));
  });
  return all;
}

// The deeds as the lines of files, a file for each device and month; then split, copied and out of order.
std::vector<std::vector<std::string>> scattered(const std::vector<Deed>& deeds, SplitMix64& dice) {
  std::map<std::string, std::vector<std::string>> by_name;
  for (const Deed& deed : deeds) by_name[deed.id.device + to_string(deed.day).substr(0, 7)].push_back(written(deed));
  std::vector<std::vector<std::string>> files;
  for (auto& [name, lines] : by_name) {
    const auto cut = lines.begin() + below(dice, static_cast<int>(lines.size()) + 1);
    files.emplace_back(lines.begin(), cut);
    files.emplace_back(cut, lines.end());
    if (below(dice, 3) == 0)
      files.emplace_back(lines.begin(), lines.begin() + below(dice, static_cast<int>(lines.size()) + 1));
    if (below(dice, 3) == 0) shuffle(files.back(), dice);
  }
  shuffle(files, dice);
  return files;
}

std::vector<Deed> read_all(const std::vector<std::vector<std::string>>& files) {
  std::vector<Deed> deeds;
  for (const auto& lines : files)
    for (const std::string& line : lines) deeds.push_back(read_line(line).deed.value());
  return in_order(std::move(deeds));
}

struct Everything {
  ItemStates items;
  PlanProgress plan;
  std::map<std::string, std::vector<Measurement>> metrics;
  std::optional<Weights> weights;
  std::optional<DeedId> to_undo, to_redo;
  bool operator==(const Everything&) const = default;
};
Everything folded(const std::vector<Deed>& deeds) {
  const auto adoption = memory_in_use(deeds);
  return {fold_items(deeds, model()), fold_plan(deeds),     fold_plan(deeds).metrics,
          adoption ? std::optional(adoption->weights) : std::nullopt, last_to_undo(deeds), last_to_redo(deeds)};
}

TEST_CASE("files of three devices give one history, in any order of arrival, split and twice over") {
  int clones = 0;
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    SplitMix64 dice(Seed{seed});
    const std::vector<Deed> all = all_deeds(three_devices(dice, 16));
    for (std::size_t i = 1; i < all.size(); ++i) clones += all[i - 1].id == all[i].id;
    CAPTURE(seed);
    const std::vector<Deed> once = read_all(scattered(all, dice));
    REQUIRE(once == all);
    const Everything expected = folded(all);
    for (int arrival = 0; arrival < 2; ++arrival) REQUIRE(folded(read_all(scattered(all, dice))) == expected);
  }
  CHECK(clones > 100);
}

TEST_CASE("devices that have heard of each other's deeds stand where a third one stands that read all files") {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    SplitMix64 dice(Seed{seed});
    std::vector<Device> devices = three_devices(dice, 40);
    const Everything expected = folded(all_deeds(devices));
    for (int round = 0; round < 2; ++round)
      for (Device& device : devices)
        for (const Device& other : devices) device.receive(other);
    for (const Device& device : devices) REQUIRE(folded(device.known) == expected);
  }
}

TEST_CASE("the order of history is the same for every arrival, of clones that wrote at one moment too") {
  LearnerHistory history = any_history(Seed{2}, 12);
  std::vector<Deed> deeds = history.deeds;
  for (int i = 0; i < 3; ++i) {
    deeds.push_back(deeds[5]);
    deeds.back().events = {Buried{item("lp/a"), day(i)}};
  }
  const std::vector<Deed> expected = in_order(deeds);
  CHECK(expected.size() == 15);
  SplitMix64 dice(Seed{77});
  for (int arrival = 0; arrival < 200; ++arrival) {
    std::vector<Deed> arrived = deeds;
    arrived.insert(arrived.end(), deeds.begin(), deeds.begin() + below(dice, 15));
    shuffle(arrived, dice);
    REQUIRE(in_order(arrived) == expected);
  }
}

TEST_CASE("a deed comes before another by its order, then by device, then by number") {
  const auto deed = [](std::int64_t order, const char* device, std::int64_t number) {
    return Deed{{device, number}, order, {}, {}, {}, {Suspended{item("lp/a")}}};
  };
  const std::vector<Deed> rising{deed(-5, "zzzzzz", 9), deed(1, "aaaaaa", 9), deed(1, "aaaaaa", 10),
                                 deed(1, "bbbbbb", 1),  deed(2, "aaaaaa", 1)};
  for (std::size_t i = 0; i < rising.size(); ++i)
    for (std::size_t j = 0; j < rising.size(); ++j) CHECK(comes_before(rising[i], rising[j]) == (i < j));
}

TEST_CASE("half of the files adds up to something, and the other half makes it whole") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SplitMix64 dice(Seed{seed});
    const std::vector<Deed> all = all_deeds(three_devices(dice, 30));
    std::vector<std::vector<std::string>> files = scattered(all, dice);
    std::vector<std::vector<std::string>> half(files.begin(),
                                               files.begin() + static_cast<std::ptrdiff_t>(files.size() / 2));
    CHECK_NOTHROW((void)folded(read_all(half)));
    CHECK(folded(read_all(files)) == folded(all));
  }
}

}  // namespace
}  // namespace starling
