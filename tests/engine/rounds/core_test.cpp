// The fewest stories that cover the principles twice, held against a search through every set of stories.
#include "rounds/core.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "engine/rounds/some_bank.h"

using namespace starling;
using namespace starling::test;

namespace {

// What a set of stories covers at most where each principle takes one, two … stories: by trying every way to give
// each story to its principles.
class AllWays {
 public:
  AllWays(const std::vector<PrincipleSet>& stories, int times, int most_uses) : stories_(stories), times_(times), most_uses_(most_uses) {
    best_.assign(static_cast<std::size_t>(times), 0);
    std::array<int, kPrincipleCount> counts{};
    give(0, counts);
  }
  [[nodiscard]] const std::vector<int>& best() const { return best_; }

 private:
  void give(std::size_t story, std::array<int, kPrincipleCount>& counts) {
    if (story == stories_.size()) {
      for (int t = 1; t <= times_; ++t) {
        int sum = 0;
        for (const int count : counts) sum += std::min(count, t);
        best_[static_cast<std::size_t>(t - 1)] = std::max(best_[static_cast<std::size_t>(t - 1)], sum);
      }
      return;
    }
    const PrincipleSet all = stories_[story];
    for (PrincipleSet part = all;; part = (part - 1) & all) {
      const bool fits = std::popcount(part) == std::min(std::popcount(all), most_uses_);
      for (std::size_t p = 0; fits && p < kPrincipleCount; ++p) counts[p] += holds(part, p) ? 1 : 0;
      if (fits) give(story + 1, counts);
      for (std::size_t p = 0; fits && p < kPrincipleCount; ++p) counts[p] -= holds(part, p) ? 1 : 0;
      if (part == 0) break;
    }
  }

  const std::vector<PrincipleSet>& stories_;
  int times_;
  int most_uses_;
  std::vector<int> best_;
};

std::vector<PrincipleSet> angles_of(const std::vector<BankStory>& bank, unsigned set) {
  std::vector<PrincipleSet> angles;
  for (std::size_t i = 0; i < bank.size(); ++i)
    if ((set >> i & 1) != 0) angles.push_back(bank[i].angles());
  return angles;
}

// Few before many, then quality in sixths, then the places of the ids, which are in the order of the bank.
std::tuple<int, long, int> rank_of(const std::vector<BankStory>& bank, unsigned set) {
  long quality = 0;
  int places = 0;
  for (std::size_t i = 0; i < bank.size(); ++i) {
    if ((set >> i & 1) == 0) continue;
    quality -= std::lround(6 * bank[i].quality.value_or(0));
    places += static_cast<int>(i);
  }
  return {std::popcount(set), quality, places};
}

unsigned best_by_all_ways(const std::vector<BankStory>& bank, const CoreWish& wish) {
  const unsigned all = (1U << bank.size()) - 1;
  const std::vector<int> wanted = AllWays(angles_of(bank, all), wish.times, wish.most_uses).best();
  unsigned best = all;
  for (unsigned set = 0; set < all; ++set)
    if (rank_of(bank, set) < rank_of(bank, best) && AllWays(angles_of(bank, set), wish.times, wish.most_uses).best() == wanted) best = set;
  return best;
}

unsigned set_of_core(const StoryCore& core) {
  unsigned set = 0;
  for (const CoreStory& each : core.stories) set |= 1U << each.index;
  return set;
}

// What is said of a core is so.
void check_core(const std::vector<BankStory>& bank, const StoryCore& core, const CoreWish& wish) {
  std::array<int, kPrincipleCount> covered{};
  for (const CoreStory& each : core.stories) {
    CHECK((each.told_for & ~bank[each.index].angles()) == 0);
    CHECK(std::popcount(each.told_for) <= wish.most_uses);
    for (std::size_t p = 0; p < kPrincipleCount; ++p) covered[p] += holds(each.told_for, p) ? 1 : 0;
  }
  CHECK(covered == core.covered);
  for (std::size_t p = 0; p < kPrincipleCount; ++p) {
    CHECK(covered[p] <= wish.times);
    CHECK((std::ranges::find(core.missing, p) != core.missing.end()) == (covered[p] < wish.times));
  }
}

int places_covered(const StoryCore& core) {
  int sum = 0;
  for (const int count : core.covered) sum += count;
  return sum;
}

}  // namespace

TEST_CASE("the core is what a search through every set of stories finds") {
  for (std::uint64_t seed = 0; seed < 90; ++seed) {
    CAPTURE(seed);
    const BankShape shape{2 + seed % 6, 3 + seed % 4, 2 + seed % 3, 1 + seed % 5};
    const CoreWish wish{1 + static_cast<int>(seed % 2), 1 + static_cast<int>(seed / 2 % 3)};
    const std::vector<BankStory> bank = some_bank(seed, shape);
    const StoryCore core = story_core(bank, wish);
    check_core(bank, core, wish);
    const unsigned best = best_by_all_ways(bank, wish);
    CHECK(rank_of(bank, set_of_core(core)) == rank_of(bank, best));
  }
}

TEST_CASE("nine stories, where every set is looked at") {
  for (std::uint64_t seed = 500; seed < 506; ++seed) {
    CAPTURE(seed);
    const std::vector<BankStory> bank = some_bank(seed, {9, 5, 3, 3});
    const CoreWish wish{2, 2};
    const StoryCore core = story_core(bank, wish);
    check_core(bank, core, wish);
    CHECK(rank_of(bank, set_of_core(core)) == rank_of(bank, best_by_all_ways(bank, wish)));
  }
}

TEST_CASE("sixty stories: every principle twice, no story more than thrice, and no fewer stories than a third of the places") {
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    CAPTURE(seed);
    const std::vector<BankStory> bank = some_bank(seed, {60, 16, 2 + seed % 5, 25});
    const StoryCore core = story_core(bank);
    check_core(bank, core, {});
    CHECK(core.missing.empty());
    CHECK(places_covered(core) == 32);
    CHECK(core.stories.size() >= 11);
  }
}

TEST_CASE("the order of the stories changes nothing") {
  const std::vector<BankStory> bank = some_bank(3, {40, 16, 4, 2});
  std::vector<BankStory> turned(bank.rbegin(), bank.rend());
  std::set<std::string> ids;
  std::set<std::string> turned_ids;
  for (const CoreStory& each : story_core(bank).stories) ids.insert(bank[each.index].id);
  for (const CoreStory& each : story_core(turned).stories) turned_ids.insert(turned[each.index].id);
  CHECK(ids == turned_ids);
}

TEST_CASE("what cannot be covered twice is named, and the rest is covered all the same") {
  const std::vector<BankStory> bank{{"a", codes("OW"), codes("DD"), 4.0}, {"b", codes("DD"), codes("OW HB"), 3.0}, {"c", codes("OW"), 0, 5.0}};
  const StoryCore core = story_core(bank);
  CHECK(core.stories.size() == 2);  // c adds nothing: two for OW, two for DD, one for HB
  CHECK(core.covered[*find_principle("HB")] == 1);
  CHECK(core.missing.size() == 14);
  CHECK(story_core({}).stories.empty());
  CHECK(story_core({}).missing.size() == kPrincipleCount);
}

TEST_CASE("with too few stories, more principles once come before fewer of them twice") {
  const std::vector<BankStory> bank{{"a", codes("CO"), kAllPrinciples & ~codes("CO"), 4.0}, {"b", codes("OW"), kAllPrinciples & ~codes("OW"), 4.0}};
  const StoryCore core = story_core(bank);
  CHECK(places_covered(core) == 6);
  CHECK(std::ranges::max(core.covered) == 1);
}

TEST_CASE("of equally few stories the better ones are kept, and of equally good ones those whose ids come first") {
  const PrincipleSet angles = codes("OW DD");
  const std::vector<BankStory> bank{{"d", angles, 0, 4.0}, {"b", angles, 0, 4.0}, {"c", angles, 0, 5.0}, {"a", angles, 0, 3.0}};
  const StoryCore core = story_core(bank);
  REQUIRE(core.stories.size() == 2);
  CHECK(bank[core.stories[0].index].id == "b");
  CHECK(bank[core.stories[1].index].id == "c");
}
