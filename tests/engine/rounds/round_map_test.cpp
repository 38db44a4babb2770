// Stories given to rounds, held against every way to give them.
#include "rounds/round_map.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "engine/rounds/some_bank.h"

using namespace starling;
using namespace starling::test;

namespace {

using MapWorth = std::tuple<int, int, int>;  // stories, backups, worth in sum

MapWorth worth_of_map(const std::vector<MapPlace>& map, const std::vector<std::size_t>& principles, const std::vector<MapStory>& stories) {
  MapWorth sum{0, 0, 0};
  for (std::size_t i = 0; i < map.size(); ++i) {
    if (map[i].story) ++std::get<0>(sum), std::get<2>(sum) += 2 * worth_of(stories[*map[i].story], principles[i]);
    if (map[i].backup) ++std::get<1>(sum), std::get<2>(sum) += worth_of(stories[*map[i].backup], principles[i]);
  }
  return sum;
}

// Every story goes nowhere, or to a place as its story or its backup.
void try_all(std::size_t story, std::vector<MapPlace>& map, const std::vector<std::size_t>& principles, const std::vector<MapStory>& stories,
             MapWorth& best) {
  if (story == stories.size()) {
    best = std::max(best, worth_of_map(map, principles, stories));
    return;
  }
  try_all(story + 1, map, principles, stories, best);
  for (std::size_t i = 0; i < map.size(); ++i) {
    if (worth_of(stories[story], principles[i]) == 0) continue;
    for (auto* seat : {&map[i].story, &map[i].backup}) {
      if (*seat) continue;
      *seat = story;
      try_all(story + 1, map, principles, stories, best);
      seat->reset();
    }
  }
}

std::vector<MapStory> some_stories(std::uint64_t seed, const BankShape& shape) {
  SplitMix64 dice(Seed{seed + 1000});
  std::vector<MapStory> stories;
  for (BankStory& each : some_bank(seed, shape))
    stories.push_back({std::move(each), static_cast<double>(below(dice, 5)) / 4, below(dice, 4) == 0});
  return stories;
}

void check_map(const std::vector<MapPlace>& map, const std::vector<std::size_t>& principles, const std::vector<MapStory>& stories) {
  std::set<std::size_t> told;
  for (std::size_t i = 0; i < map.size(); ++i) {
    CHECK((map[i].story || !map[i].backup));
    for (const auto& seat : {map[i].story, map[i].backup}) {
      if (!seat) continue;
      CHECK(told.insert(*seat).second);
      CHECK(worth_of(stories[*seat], principles[i]) > 0);
    }
  }
}

}  // namespace

TEST_CASE("the map is the best of every way to give the stories out") {
  for (std::uint64_t seed = 0; seed < 120; ++seed) {
    CAPTURE(seed);
    SplitMix64 dice(Seed{seed});
    const BankShape shape{1 + seed % 6, 2 + seed % 4, 1 + seed % 3, 5};
    std::vector<std::size_t> principles(1 + below(dice, 4));
    for (std::size_t& each : principles) each = below(dice, shape.principles);
    const std::vector<MapStory> stories = some_stories(seed, shape);
    const std::vector<MapPlace> map = round_map(principles, stories);
    check_map(map, principles, stories);
    std::vector<MapPlace> none(principles.size());
    MapWorth best{0, 0, 0};
    try_all(0, none, principles, stories, best);
    CHECK(worth_of_map(map, principles, stories) == best);
  }
}

TEST_CASE("a place that would be left empty comes before a better story elsewhere") {
  const std::size_t ow = *find_principle("OW");
  const std::size_t dd = *find_principle("DD");
  const std::vector<MapStory> stories{{{"both", codes("OW"), codes("DD"), 5.0}}, {{"one", 0, codes("OW"), 1.0}}};
  const std::vector<MapPlace> map = round_map(std::vector{ow, dd}, stories);
  CHECK(map[0].story == 1);
  CHECK(map[1].story == 0);
}

TEST_CASE("of two stories the better one is told and the other is its backup, and one told before comes last") {
  const std::size_t ow = *find_principle("OW");
  std::vector<MapStory> stories{{{"a", codes("OW"), 0, 4.0}}, {{"b", codes("OW"), 0, 4.5}}, {{"c", codes("OW"), 0, 3.0}}};
  CHECK(round_map(std::vector{ow}, stories)[0].story == 1);
  CHECK(round_map(std::vector{ow}, stories)[0].backup == 0);
  stories[1].told_before = true;
  CHECK(round_map(std::vector{ow}, stories)[0].story == 0);
  CHECK(round_map(std::vector{ow}, stories)[0].backup == 2);
}

TEST_CASE("sixty stories and eight rounds of three principles: the order of the stories changes nothing") {
  const std::vector<MapStory> stories = some_stories(4, {60, 16, 4, 25});
  std::vector<MapStory> turned(stories.rbegin(), stories.rend());
  std::vector<std::size_t> principles;
  for (std::size_t i = 0; i < 24; ++i) principles.push_back(i % kPrincipleCount);
  const std::vector<MapPlace> map = round_map(principles, stories);
  const std::vector<MapPlace> other = round_map(principles, turned);
  check_map(map, principles, stories);
  for (std::size_t i = 0; i < map.size(); ++i) {
    CHECK(stories[map[i].story.value()].story.id == turned[other[i].story.value()].story.id);
    CHECK(map[i].backup.has_value());
  }
}

TEST_CASE("no places and no stories are no mistake") {
  CHECK(round_map({}, {}).empty());
  CHECK_FALSE(round_map(std::vector<std::size_t>{3}, {})[0].story);
  CHECK(round_map({}, some_stories(1, {})).empty());
}
