// Wins: lines of the learner as a list, and which of them could fill a gap.
#include <doctest/doctest.h>

#include <algorithm>

#include "engine/report/deeds.h"
#include "report/report.h"

using namespace starling;
using namespace starling::test;

namespace {

Story made_of(const DeedId& win, const std::string& id) {
  Story story;
  story.id = id;
  story.from_win = to_string(win);
  return story;
}

Win plain(int number, const std::string& text, std::vector<std::string> tags = {}) {
  return {number, {"k3f9x2", number}, day(number), {text, std::move(tags), "", {}}, ""};
}

std::vector<int> numbers(const std::vector<Win>& wins) {
  std::vector<int> list;
  for (const Win& win : wins) list.push_back(win.number);
  return list;
}

std::size_t at(std::string_view principle) { return find_principle(principle).value(); }

}  // namespace

TEST_CASE("wins stand in the order of history, each under its number, and an undo takes the number back") {
  Deeds deeds;
  deeds.add(3, Won{"first", {"unasked"}, "", {}}).add(1, Won{"second", {}, "peak", 2024}).add(4, Won{"third", {}, "", {}});
  const std::vector<Win> wins = wins_of(fold_plan(deeds.list), {});
  CHECK(numbers(wins) == std::vector{1, 2, 3});
  CHECK(wins[1].day == day(1));
  CHECK(year_of(wins[1]) == 2024);
  CHECK(year_of(wins[0]) == 2026);
  deeds.add(5, WinDropped{deeds.list[1].id});
  CHECK(numbers(wins_of(fold_plan(deeds.list), {})) == std::vector{1, 3});
  CHECK(win_number(fold_plan(deeds.list), deeds.list[1].id) == 2);
  CHECK(win_number(fold_plan(deeds.list), deeds.list[2].id) == 3);
  CHECK(win_number(fold_plan(deeds.list), deeds.list[3].id) == 0);
  deeds.add(5, Undone{deeds.list[3].id});
  CHECK(numbers(wins_of(fold_plan(deeds.list), {})) == std::vector{1, 2, 3});
  deeds.add(5, Undone{deeds.list[2].id});
  CHECK(numbers(wins_of(fold_plan(deeds.list), {})) == std::vector{1, 2});
  CHECK(describe(deeds.list[0]) == "the win \"first\"");
}

TEST_CASE("a story that names the deed of a win is made of it") {
  Deeds deeds;
  deeds.add(1, Won{"first", {}, "", {}}).add(1, Won{"second", {}, "", {}});
  const DeedId first = deeds.list[0].id;
  const std::vector<Story> stories{made_of(first, "a"), made_of(first, "b"), made_of({"zzzzzz", 7}, "c")};
  const std::vector<Win> wins = wins_of(fold_plan(deeds.list), stories);
  CHECK(wins[0].story == "a");
  CHECK(wins[1].story.empty());
}

TEST_CASE("a tag is found whatever its case, and a principle under any of its names") {
  const Win win = plain(1, "a line", {"unasked", "ow"});
  CHECK(has_tag(win, "Unasked"));
  CHECK(has_tag(win, "ownership"));
  CHECK(has_tag(win, "OW"));
  CHECK_FALSE(has_tag(win, "earn-trust"));
  CHECK_FALSE(has_tag(win, "peak"));
  Win mined = win;
  mined.what.kind = "peak";
  CHECK(has_tag(mined, "peak"));
}

TEST_CASE("a gap is offered the wins that name its principle, then those whose words speak of it, at most three") {
  const std::vector<Win> wins{plain(1, "Disagreed with the director about the date"),
                              plain(2, "Wrote a course for new people"),
                              plain(3, "Said something", {"HB"}),
                              plain(4, "Argued against the launch and pushed back twice"),
                              plain(5, "I disagreed once more"),
                              plain(6, "Refused a shortcut")};
  CHECK(numbers(wins_for(at("HB"), wins)) == std::vector{3, 4, 6});
  CHECK(numbers(wins_for(at("LC"), wins)) == std::vector{2});
  CHECK(wins_for(at("FR"), wins).empty());
  std::vector<Win> used = wins;
  used[2].story = "it";
  CHECK(numbers(wins_for(at("HB"), used)) == std::vector{4, 6, 5});
  CHECK(wins_for(at("HB"), std::vector<Win>{}).empty());
}

TEST_CASE("a word is found at the beginning of a word only") {
  CHECK(numbers(wins_for(at("IS"), std::vector{plain(1, "We SIMPLIFIED the form")})) == std::vector{1});
  CHECK(wins_for(at("HS"), std::vector{plain(1, "We were the latest and greatest")}).empty());  // no "test"
  CHECK(wins_for(at("BE"), std::vector{plain(1, "I moved payments")}).empty());
  CHECK(numbers(wins_for(at("BE"), std::vector{plain(1, "Equal pay!")})) == std::vector{1});
}

TEST_CASE("a win that answers a prompt is one for some principle, whatever its words") {
  for (const MinePrompt& prompt : mine_prompts(2026)) {
    CAPTURE(prompt.kind);
    Win win = plain(1, "xyz");
    win.what.kind = prompt.kind;
    int principles_found = 0;
    for (std::size_t i = 0; i < kPrincipleCount; ++i) principles_found += static_cast<int>(wins_for(i, std::vector{win}).size());
    CHECK(principles_found >= 1);
  }
}

TEST_CASE("every principle is recognised by words of its own") {
  for (std::size_t i = 0; i < kPrincipleCount; ++i) {
    CAPTURE(principles()[i].id);
    const auto words = words_of_principle(i);
    CHECK(words.size() >= 8);
    for (const std::string_view word : words) CHECK(numbers(wins_for(i, std::vector{plain(1, std::string(word))})) == std::vector{1});
  }
}

TEST_CASE("a prompt has an answer once a win has its kind and year") {
  const std::vector<MinePrompt> prompts = mine_prompts(2026);
  Win win = plain(4, "the launch");
  win.what.kind = "peak";
  win.what.year = 2025;
  const std::vector<MinedPrompt> mined = mined_prompts(prompts, std::vector{win});
  int answered = 0;
  for (const MinedPrompt& each : mined)
    if (each.win) {
      ++answered;
      CHECK(each.prompt.kind == "peak");
      CHECK(each.prompt.year == 2025);
    }
  CHECK(answered == 1);
}
