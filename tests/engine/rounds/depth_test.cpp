// How many stories a principle has of its own, held against every way to give the stories out.
#include "rounds/depth.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "engine/rounds/some_bank.h"

using namespace starling;
using namespace starling::test;

namespace {

// First how many of the other principles have a story, then how many stories are left for this one.
class EveryWay {
 public:
  EveryWay(const std::vector<BankStory>& bank, std::size_t principle) : bank_(bank), principle_(principle) { give(0, 0, 0); }
  [[nodiscard]] int depth() const { return best_.second; }

 private:
  void give(std::size_t story, PrincipleSet others, int own) {
    if (story == bank_.size()) {
      best_ = std::max(best_, {std::popcount(others), own});
      return;
    }
    give(story + 1, others, own);
    for (std::size_t p = 0; p < kPrincipleCount; ++p) {
      if (!holds(bank_[story].angles(), p)) continue;
      if (p == principle_)
        give(story + 1, others, own + 1);
      else if (!holds(others, p))
        give(story + 1, others | set_of(p), own);
    }
  }

  const std::vector<BankStory>& bank_;
  std::size_t principle_;
  std::pair<int, int> best_{0, 0};
};

}  // namespace

TEST_CASE("the depth of a principle is what every way to give the stories out finds") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    const std::vector<BankStory> bank = some_bank(seed, {1 + seed % 8, 2 + seed % 5, 1 + seed % 4, 2});
    const auto depths = story_depths(bank);
    for (std::size_t p = 0; p < kPrincipleCount; ++p) CHECK(depths[p] == EveryWay(bank, p).depth());
  }
}

TEST_CASE("a story that another principle cannot do without is not counted twice") {
  const std::vector<BankStory> bank{{"a", codes("OW"), codes("DD"), {}}, {"b", codes("OW"), 0, {}}, {"c", codes("OW"), 0, {}}};
  CHECK(story_depths(bank)[*find_principle("OW")] == 2);
  CHECK(story_depths(bank)[*find_principle("DD")] == 1);
  CHECK(story_depths(bank)[*find_principle("HB")] == 0);
}
