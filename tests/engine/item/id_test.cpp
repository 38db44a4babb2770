#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

#include "item/item.h"

namespace starling {
namespace {

struct Named {
  std::string text;
  ItemKind kind;
  std::string group, name, whole, schedule;
};

TEST_CASE("the name of an item says what it is, what it belongs to and which of its schedules it is") {
  const std::vector<Named> table{
      {"aws-s3/consistency", ItemKind::Card, "aws-s3", "consistency", "aws-s3/consistency", ""},
      {"aws-s3/consistency#f", ItemKind::Card, "aws-s3", "consistency", "aws-s3/consistency", "#f"},
      {"lp/l6-l7#12", ItemKind::Card, "lp", "l6-l7", "lp/l6-l7", "#12"},
      {"0/0", ItemKind::Card, "0", "0", "0/0", ""},
      {"stories/checkout", ItemKind::Card, "stories", "checkout", "stories/checkout", ""},
      {"memory-models/fsrs", ItemKind::Card, "memory-models", "fsrs", "memory-models/fsrs", ""},
      {"story-telling/memory", ItemKind::Card, "story-telling", "memory", "story-telling/memory", ""},
      {"lp/story", ItemKind::Card, "lp", "story", "lp/story", ""},
      {"my-stories/cells#opening", ItemKind::Card, "my-stories", "cells", "my-stories/cells", "#opening"},
      {"my-stories/cells#beat-12", ItemKind::Card, "my-stories", "cells", "my-stories/cells", "#beat-12"},
      {"my-stories/cells#metric-run-cost-2", ItemKind::Card, "my-stories", "cells", "my-stories/cells", "#metric-run-cost-2"},
      {"my-stories/dive-deep#principle", ItemKind::Card, "my-stories", "dive-deep", "my-stories/dive-deep", "#principle"},
      {"my-stories/cells", ItemKind::Card, "my-stories", "cells", "my-stories/cells", ""},
      {"my-stories-2/cells#f", ItemKind::Card, "my-stories-2", "cells", "my-stories-2/cells", "#f"},
      {"story/checkout-cells", ItemKind::Story, "story", "checkout-cells", "story/checkout-cells", ""},
      {"probe/checkout-cells/3", ItemKind::Probe, "checkout-cells", "3", "probe/checkout-cells/3", ""},
      {"probe/7/120", ItemKind::Probe, "7", "120", "probe/7/120", ""},
      {"question/7f2c", ItemKind::Question, "question", "7f2c", "question/7f2c", ""},
      {"question/7f2c#story", ItemKind::Question, "question", "7f2c", "question/7f2c", "#story"},
      {"problem/lc-0076", ItemKind::Problem, "problem", "lc-0076", "problem/lc-0076", ""},
      {"exercise/url-shortener", ItemKind::Exercise, "exercise", "url-shortener", "exercise/url-shortener", ""},
  };
  for (const Named& named : table) {
    CAPTURE(named.text);
    const auto id = ItemId::parse(named.text);
    REQUIRE(id);
    CHECK(id->text() == named.text);
    CHECK(id->kind() == named.kind);
    CHECK(id->group() == named.group);
    CHECK(id->name() == named.name);
    CHECK(id->whole() == named.whole);
    CHECK(id->schedule() == named.schedule);
  }
}

TEST_CASE("what is no name of an item is none") {
  const std::vector<std::string> table{
      "", "/", "a", "a/", "/a", "//", "a//b", "a/b/", "a/b/c", "#f", "a#f", "a#f/b", "a/#f", "a/b#", "a/b##", "a/b#f#r",
      "a/b#F", "a/b#f-g", "a/b#f/c", "A/b", "a/B", "a b/c", "a/b c", " a/b", "a/b ", "a/b\n", "a/b\r", "a\t/b", "a_b/c",
      "a.b/c", "a/b:c", "../b", "a/..", "-a/b", "a-/b", "a/-b", "a/b-", "a--b/c", "a/b--c", "a/-", "-/a",
      // Reserved words, where they begin another kind or none.
      "memory/a", "memory/weights", "memory", "story", "story/", "story/a#f", "story/a/1", "story/A", "question/a#1", "question/a#", "question/a#stories",
      "problem/a#f", "exercise/a#f", "card", "problem//a",
      // A probe has a story and a number from 1.
      "probe/a", "probe/a/", "probe//1", "probe/a/0", "probe/a/01", "probe/a/-1", "probe/a/b", "probe/a/1#f",
      "probe/a/1/2", "probe/a/1234567890", "probe/1", "probe/a-/1",
      // In the deck of stories a schedule is one of four, and nowhere else.
      "my-stories/a#f", "my-stories/a#1", "my-stories/a#", "my-stories/a#beat", "my-stories/a#beat-", "my-stories/a#beat-0",
      "my-stories/a#beat-01", "my-stories/a#beat-x", "my-stories/a#metric", "my-stories/a#metric-", "my-stories/a#metric-a-",
      "my-stories/a#metric-A", "my-stories/a#opening-1", "my-stories/a#principle-x", "my-stories/a/b#opening", "a/b#beat-1",
      "a/b#metric-cost", "my-stories-2/a#beat-1", "story/a#opening",
      // Other letters, and bytes that are no letters.
      "\xc3\xa9t\xc3\xa9/b", "a/\xc3\xa9", "a/b#\xc3\xa9", "a/e\xcc\x81", "\xef\xbc\x81/b", "a\xe2\x80\x8b/b", "a/\xff",
      "a\xe2\x88\x95" "b", "a\x7f/b", "a/b\x1b[31m"};
  for (const std::string& text : table) {
    CAPTURE(text);
    CHECK_FALSE(ItemId::parse(text));
  }
  for (const std::string_view text :
       {std::string_view("a\0/b", 4), std::string_view("a/b\0", 4), std::string_view("a/b#\0", 5)})
    CHECK_FALSE(ItemId::parse(text));
}

TEST_CASE("a name is at most 400 letters long") {
  const std::string longest = "deck/" + std::string(395, 'a');
  CHECK(ItemId::parse(longest));
  CHECK_FALSE(ItemId::parse(longest + "a"));
  CHECK_FALSE(ItemId::parse(std::string(1'000'000, 'a') + "/b"));
  CHECK_FALSE(ItemId::parse("a/" + std::string(1'000'000, '/')));
}

TEST_CASE("no single byte put into a name, or in place of one of its own, makes a name of another text") {
  for (const std::string_view name : {"aws-s3/consistency#f", "story/cells", "probe/cells/3", "my-stories/cells#beat-2"}) {
    for (std::size_t at = 0; at <= name.size(); ++at)
      for (int byte = 0; byte < 256; ++byte) {
        std::string longer(name);
        longer.insert(at, 1, static_cast<char>(byte));
        std::string other(name);
        if (at < name.size()) other[at] = static_cast<char>(byte);
        for (const std::string& text : {longer, other}) {
          const auto id = ItemId::parse(text);
          if (!id) continue;
          CHECK(id->text() == text);
          CHECK(std::string(id->whole()) + std::string(id->schedule()) == text);
          CHECK(std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f; }));
        }
      }
  }
}

TEST_CASE("siblings have the same whole, other items have not") {
  const auto whole = [](std::string_view text) { return std::string(ItemId::parse(text)->whole()); };
  CHECK(whole("deck/a#f") == whole("deck/a#r"));
  CHECK(whole("deck/a#f") == whole("deck/a"));
  CHECK(whole("deck/a#f") != whole("deck/a-f"));
  CHECK(whole("probe/a/1") != whole("probe/a/11"));
  CHECK(whole("my-stories/a#opening") == whole("my-stories/a#metric-cost"));
}

TEST_CASE("all schedules of a card have one text, and each of what a story makes has its own") {
  const auto id = [](std::string_view text) { return *ItemId::parse(text); };
  CHECK(card_of(id("deck/a#f")) == "deck/a");
  CHECK(name_in_deck(id("deck/a#f")) == "a");
  const ItemId beat = id("my-stories/a#beat-2");
  CHECK(card_of(beat) == "my-stories/a#beat-2");
  CHECK(name_in_deck(beat) == "a#beat-2");
  CHECK(is_of_stories(beat));
  for (const char* other : {"deck/a", "my-stories-2/a", "story/my-stories", "probe/my-stories/1"}) CHECK_FALSE(is_of_stories(id(other)));
  CHECK(is_principle_card(id("my-stories/ownership#principle")));
  CHECK_FALSE(is_principle_card(id("my-stories/principle#opening")));
  CHECK_FALSE(same_direction(beat));
  CHECK_FALSE(same_direction(id("my-stories/a")));
}

TEST_CASE("equal names are one item, and names are in the order of their letters") {
  const auto id = [](std::string_view text) { return *ItemId::parse(text); };
  CHECK(id("deck/a#f") == id("deck/a#f"));
  CHECK(id("deck/a#f") != id("deck/a#r"));
  CHECK(id("deck/a") < id("deck/a#f"));
  CHECK(id("deck/b") < id("story/a"));
  const std::unordered_set<ItemId> items{id("deck/a"), id("deck/a"), id("deck/a#1"), id("story/a")};
  CHECK(items.size() == 3);
}

TEST_CASE("a name keeps all its parts when it is copied and moved") {
  for (const char* text : {"a/b#1", "a-deck-with-a-long-name/and-a-card-with-one#f"}) {
    const ItemId first = *ItemId::parse(text);
    ItemId second = *ItemId::parse("probe/x/9");
    second = first;
    const ItemId third = std::move(second);
    CHECK(third == first);
    CHECK(third.whole() == first.whole());
    CHECK(third.schedule() == first.schedule());
    CHECK(third.kind() == ItemKind::Card);
  }
}

TEST_CASE("a story's item carries its id") {
  CHECK(story_item("checkout-cells") == *ItemId::parse("story/checkout-cells"));
  CHECK(story_item("checkout-cells").kind() == ItemKind::Story);
}

TEST_CASE("a part of a name is lower-case words between single hyphens") {
  for (const char* part : {"a", "0", "a1-b2", "memory", "l6-l7"}) CHECK(is_item_name(part));
  for (const char* part : {"", "-", "a-", "-a", "a--b", "A", "a b", "a/b", "a#b", "\xc3\xa9"})
    CHECK_FALSE(is_item_name(part));
}

}  // namespace
}  // namespace starling
