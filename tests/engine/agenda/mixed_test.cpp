// New cards and steps come from one deck after the other.
#include "agenda/mixed.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/agenda/any_learner.h"

using namespace starling;
using namespace starling::test;

namespace {

std::vector<Asked> row_of(const std::vector<Item>& items) {
  std::vector<Asked> row;
  for (const Item& each : items) {
    Asked asked;
    asked.item = &each;
    row.push_back(asked);
  }
  return row;
}

std::string decks(const std::vector<Asked>& row) {
  std::string letters;
  for (const Asked& asked : row) letters += asked.item->id.group().front();
  return letters;
}

// `count` new cards of each deck, deck after deck.
Learner of_decks(const std::map<std::string, int>& counts) {
  Learner learner;
  for (const auto& [deck, count] : counts)
    for (int i = 0; i < count; ++i) learner.items.push_back(item(deck + "/c" + std::to_string(i)));
  return learner;
}

// Two of one group one after the other although the first that is left of another one could come.
bool repeats(const std::vector<Asked>& row, std::size_t at, std::string_view before) {
  if (row[at].item->id.group() != before) return false;
  std::set<std::string_view> left;
  for (std::size_t i = at; i < row.size(); ++i) left.insert(row[i].item->id.whole());
  std::set<std::string_view> groups{before};
  for (std::size_t i = at; i < row.size(); ++i) {
    const Item& other = *row[i].item;
    const bool first = groups.insert(other.id.group()).second;
    if (first && std::ranges::none_of(other.needs, [&](const ItemId& need) { return left.contains(need.whole()); }))
      return true;
  }
  return false;
}

}  // namespace

TEST_CASE("no deck comes twice in a row while another one waits, and each keeps its order") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    Dice dice{SplitMix64(Seed{seed})};
    std::vector<Item> items;
    for (int left = dice.below(30); left > 0; --left) {
      const std::string deck(1, static_cast<char>('a' + dice.below(1 + dice.below(5))));
      items.push_back(item(deck + "/c" + std::to_string(items.size())));
      if (items.size() > 1 && dice.one_in(3)) {
        const auto need = static_cast<std::size_t>(dice.below(static_cast<int>(items.size()) - 1));
        items.back().needs = {items[need].id};
      }
    }
    const auto given = row_of(items);
    const std::string before = dice.one_in(2) ? "a" : "";
    const auto row = mixed(given, before, seed);
    REQUIRE(row.size() == given.size());
    std::map<std::string_view, const Item*> last;
    std::set<std::string_view> met;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const Item& each = *row[i].item;
      CAPTURE(each.id.text());
      for (const ItemId& need : each.needs) CHECK(met.contains(need.whole()));
      CHECK(met.insert(each.id.whole()).second);
      const Item*& earlier = last[each.id.group()];
      if (earlier) CHECK(earlier < &each);
      earlier = &each;
      CHECK_FALSE(repeats(row, i, i == 0 ? std::string_view(before) : row[i - 1].item->id.group()));
      const std::vector<Asked> rest(row.begin() + static_cast<std::ptrdiff_t>(i) + 1, row.end());
      std::vector<Asked> as_given;
      for (const Asked& asked : given)
        if (std::ranges::find(rest, asked.item, &Asked::item) != rest.end()) as_given.push_back(asked);
      CHECK(ids(mixed(as_given, each.id.group(), seed)) == ids(rest));
    }
  }
}

TEST_CASE("a deck with many cards begins early, so that as few as can be are left alone at the end") {
  const Learner learner = of_decks({{"a", 2}, {"b", 6}, {"c", 2}});
  const std::string row = decks(learner.on(0).cards());
  CHECK(row.find("bb") == row.size() - 2);
  CHECK(row.find("aa") == std::string::npos);
}

TEST_CASE("the new cards of a day are those that the plan opens first, in an order of the day's own") {
  const Learner learner = of_decks({{"a", 9}, {"b", 9}, {"c", 9}, {"d", 9}, {"e", 9}});
  std::set<std::string> orders;
  for (int day = 0; day < 8; ++day) {
    const Agenda agenda = learner.on(day);
    CHECK(ids(agenda.cards()) == ids(learner.on(day).cards()));
    std::set<std::string> of_day;
    for (const std::string& card : ids(agenda.cards())) of_day.insert(card.substr(0, 1));
    CHECK(of_day == std::set<std::string>{"a", "b", "c"});  // 9, 9 and 2
    orders.insert(decks(agenda.cards()).substr(0, 18));
  }
  CHECK(orders.size() > 1);
}

TEST_CASE("steps that have ended are mixed, and of those that have not the earlier one comes first") {
  Learner learner = of_decks({{"a", 3}, {"b", 3}});
  for (const Item& each : learner.items) (void)learner.answer(each.id.text(), Grade::Again, moment(0));
  for (const auto time : {9h + 0min, 9h + 1min}) {
    const std::string row = decks(learner.on(frame(0, time)).cards());
    CHECK((row == "ababab" || row == "bababa"));
  }
  learner.states.at(id("b/c0")).standing.due.at = moment(0, 9h + 3min).at;
  learner.states.at(id("b/c1")).standing.due.at = moment(0, 9h + 3min).at;
  learner.states.at(id("b/c2")).standing.due.at = moment(0, 9h + 3min).at;
  CHECK(decks(learner.on(frame(0, 9h)).cards()) == "aaabbb");
}

TEST_CASE("after an answer the next new card is of another deck") {
  Learner learner = of_decks({{"a", 5}, {"b", 5}});
  learner.policy.learning_steps = {};
  Agenda agenda = learner.on(0);
  const Ids row = ids(agenda.cards());
  for (std::size_t i = 0; i < row.size(); ++i) {
    CHECK(ids(agenda.cards()) == Ids(row.begin() + static_cast<std::ptrdiff_t>(i), row.end()));
    const Item& first = *agenda.cards().front().item;
    agenda.answered(first, learner.answer(first.id.text(), Grade::Good, moment(0), 5s), moment(0));
  }
  CHECK(agenda.cards().empty());
}
