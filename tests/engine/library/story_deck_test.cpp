// The cards that stories make of themselves.
#include "library/story_deck.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <set>

#include "engine/probe/probed_stories.h"
#include "support/history.h"

using namespace starling;
using namespace starling::test;

namespace {

Story told() {
  Story story;
  story.id = "night-pages";
  story.title = "Night pages";
  story.file = "stories/night-pages.toml";
  story.angles = {{2, Strength::Primary}, {5, Strength::Secondary}};
  story.sections.fill("Five words are quite enough.");
  story.sections[0] = "In 2024 we woke each night. Nobody slept.";
  story.sections[2] = "I read every page of May. I dropped nine alarms. Vos disagreed. I showed him the log.";
  story.metrics = {{"night pages a week", "23", "2"}, {"run cost", "100 %", "109 % after a year of 12 months"}, {"mood", "", "better"}};
  return story;
}

std::vector<std::string> ids(const std::vector<Item>& items) {
  std::vector<std::string> list;
  for (const Item& item : items) list.push_back(item.id.text());
  return list;
}

Card card(const Deck& deck, std::string_view id) {
  const auto found = std::ranges::find(deck.cards, id, &Card::id);
  REQUIRE(found != deck.cards.end());
  return *found;
}
Card card(const Story& story, std::string_view id) { return card(story_deck({&story, 1}), id); }

Verdict says(const Card& card, std::string_view typed) { return check_answer(card, face(card, "", Seed{0}), typed).verdict; }

}  // namespace

TEST_CASE("a story is asked by its opening, its beats, its figures, and by its principle") {
  const std::vector<Item> items = story_card_items(told());
  CHECK(ids(items) == std::vector<std::string>{"my-stories/night-pages#opening", "my-stories/night-pages#beat-1", "my-stories/night-pages#beat-2",
                                               "my-stories/night-pages#beat-3", "my-stories/night-pages#metric-night-pages-a-week",
                                               "my-stories/night-pages#metric-run-cost", "my-stories/night-pages#metric-mood",
                                               "my-stories/" + std::string(principles()[2].id) + "#principle"});
  for (const Item& item : items) {
    CHECK(item.needs == std::vector<ItemId>{story_item("night-pages")});
    CHECK(item.away == Away::No);
    CHECK(item.opens == 0);
    CHECK(item.usual == traits(ItemKind::Card).usual);
  }
  const Story story = told();
  CHECK(card(story, "night-pages#opening").front == "How does “Night pages” begin?");
  CHECK(card(story, "night-pages#opening").back == "In 2024 we woke each night.");
  CHECK(card(story, "night-pages#beat-1").front == "What did you do first in “Night pages”?");
  CHECK(card(story, "night-pages#beat-2").front == "What did you do next in “Night pages”?\n\nI read every page of May.");
  CHECK(card(story, "night-pages#beat-2").back == "I dropped nine alarms. Vos disagreed.");
  CHECK(card(story, "night-pages#beat-3").front == "What did you do next in “Night pages”?\n\nVos disagreed.");
}

TEST_CASE("a figure is typed where there is one number, and graded by the learner where there is none or several") {
  const Story story = told();
  const Card pages = card(story, "night-pages#metric-night-pages-a-week");
  CHECK(pages.front == "“Night pages”, night pages a week: from 23 to what?");
  CHECK(pages.kind == CardKind::Number);
  CHECK(says(pages, "2") == Verdict::Right);
  CHECK(says(pages, "two") == Verdict::Right);
  CHECK(says(pages, "3") == Verdict::Wrong);
  CHECK(face(pages, "", Seed{0}).extra == "night pages a week: 23 → 2");
  CHECK(card(story, "night-pages#metric-run-cost").kind == CardKind::Basic);
  CHECK(card(story, "night-pages#metric-mood").front == "“Night pages”, mood: what did it come to?");
  CHECK(card(story, "night-pages#metric-mood").back == "better");
  Story yearly = told();
  yearly.metrics = {{"income", "170,000 EUR a year", "1.8 M EUR a year"}};
  const Card income = card(yearly, "night-pages#metric-income");
  for (const char* right : {"1.8 M EUR a year", "1.8 M EUR", "1.8 million", "1,800,000"}) CHECK(says(income, right) == Verdict::Right);
  for (const char* wrong : {"1.8 M hours", "1.8", "170,000 EUR"}) CHECK(says(income, wrong) == Verdict::Wrong);
  Story before = told();
  before.metrics = {{"", "40 ms", ""}};
  CHECK(card(before, "night-pages#metric-1").front == "“Night pages”, the figure: what was it before?");
  CHECK(says(card(before, "night-pages#metric-1"), "0.04 s") == Verdict::Right);
}

TEST_CASE("what a telling takes for a figure a card takes too") {
  int typed = 0;
  for (const ProbedText& each : probed_texts()) {
    const Deck deck = story_deck({&each.story, 1});
    for (const StoryMetric& metric : each.story.metrics) {
      const FigureAsked asked{FigureAsked::Of::Metric, "", "", {metric.after}};
      for (const Card& card : deck.cards) {
        if (card.kind != CardKind::Number || !card.back.ends_with("→ " + metric.after)) continue;
        CAPTURE(each.name);
        CAPTURE(card.id);
        ++typed;
        CHECK(figures_given(asked, metric.after).all());
        CHECK(says(card, metric.after) == Verdict::Right);
        CHECK(says(card, std::to_string(card.number)) == Verdict::Right);
        CHECK(says(card, std::to_string(card.number + 1)) != Verdict::Right);
        CHECK_FALSE(figures_given(asked, std::to_string(card.number + 1)).all());
      }
    }
  }
  CHECK(typed > 10);
}

TEST_CASE("a changed text keeps its ids, and nothing is there twice, however the file is edited") {
  using Edit = std::function<void(Story&)>;
  struct Edited {
    Edit edit;
    std::size_t kept;  // of the eight ids
    std::size_t all;
  };
  const std::vector<Edited> edits{
      {[](Story& s) { s.title = "Quiet nights"; }, 8, 8},
      {[](Story& s) { s.sections[0] = "Each night of 2024 a phone rang. Nobody slept."; }, 8, 8},
      {[](Story& s) { s.sections[2] = "I read all pages of May. I cut nine alarms. I sent him the log."; }, 8, 8},
      {[](Story& s) { s.sections[2] = "I read every page of May. I rang Vos. I dropped nine alarms. I showed him the log."; }, 8, 9},
      {[](Story& s) { s.sections[2] = "I read every page of May. I showed him the log."; }, 7, 7},
      {[](Story& s) { s.metrics[0].after = "4"; }, 8, 8},
      {[](Story& s) { std::swap(s.metrics[0], s.metrics[2]); }, 8, 8},
      {[](Story& s) { s.metrics.erase(s.metrics.begin()); }, 7, 7},
      {[](Story& s) { s.metrics.push_back(s.metrics[0]); }, 8, 9},
      {[](Story& s) { s.metrics.push_back({"Night-Pages, a week!", "1", "2"}), s.metrics.push_back({"night pages a week 2", "1", "2"}); }, 8, 10},
      {[](Story& s) { s.metrics[2].name = "夜"; }, 7, 8},
      {[](Story& s) { s.angles[0].principle = 9; }, 7, 8},
      {[](Story& s) { s.metrics[2] = {"mood", " ", ""}; }, 7, 7},
  };
  const std::vector<std::string> before = ids(story_card_items(told()));
  for (std::size_t i = 0; i < edits.size(); ++i) {
    CAPTURE(i);
    Story story = told();
    edits[i].edit(story);
    const std::vector<std::string> after = ids(story_card_items(story));
    CHECK(std::set(after.begin(), after.end()).size() == after.size());
    CHECK(after.size() == edits[i].all);
    CHECK(static_cast<std::size_t>(std::ranges::count_if(before, [&](const std::string& id) { return std::ranges::find(after, id) != after.end(); })) == edits[i].kept);
    CHECK(story_deck({&story, 1}).cards.size() == after.size());
  }
}

TEST_CASE("a word that is withheld is in no id") {
  Story story = told();
  story.metrics = {{"load of Blue Bird", "1", "2"}, {"calls from Ragna", "1", "2"}, {"calls", "1", "2"}};
  story.confidential = {{"blue bird", "a service"}};
  story.private_names = {"Ragna"};
  const std::vector<std::string> all = ids(story_card_items(story));
  CHECK(std::vector(all.begin() + 4, all.begin() + 7) ==
        std::vector<std::string>{"my-stories/night-pages#metric-1", "my-stories/night-pages#metric-2", "my-stories/night-pages#metric-calls"});
}

TEST_CASE("a principle is one question, and each story that is told first for it is right") {
  std::vector<Story> stories{told(), told(), told(), told()};
  stories[0].draft = true;
  stories[1].id = stories[1].title = "b";
  stories[2].id = stories[2].title = "c";
  stories[3].id = stories[3].title = "d";
  stories[3].angles = {{9, Strength::Primary}, {2, Strength::Secondary}};
  const std::string id = std::string(principles()[2].id) + "#principle";
  const Deck deck = story_deck(stories);
  CHECK(std::ranges::count(deck.cards, id, &Card::id) == 1);
  const Card asked = card(deck, id);
  CHECK(asked.back == "One of these:\n- “b”: In 2024 we woke each night.\n- “c”: In 2024 we woke each night.");
  CHECK(asked.extra == "Told for it as well: “d”.");
  CHECK(story_of_card(stories, item("my-stories/" + id)) == &stories[1]);
  CHECK(story_of_card(stories, item("my-stories/c#opening")) == &stories[2]);
  CHECK(story_of_card(stories, item("my-stories/nobody#opening")) == nullptr);
}

TEST_CASE("a story may be called as a principle is") {
  std::vector<Story> stories{told(), told()};
  stories[1].id = principles()[2].id;
  std::set<std::string> names;
  for (const Card& each : story_deck(stories).cards) CHECK(names.insert(each.id).second);
  CHECK(story_of_card(stories, item("my-stories/" + stories[1].id + "#principle")) == &stories[0]);
  CHECK(story_of_card(stories, item("my-stories/" + stories[1].id + "#opening")) == &stories[1]);
}

TEST_CASE("cards of a draft wait, of a story that is put away they are retired, and neither answers for a principle") {
  const auto away = [](const Story& story) {
    std::set<Away> all;
    for (const Item& item : story_card_items(story)) {
      all.insert(item.away);
      CHECK_FALSE(is_principle_card(item.id));
    }
    return all;
  };
  Story story = told();
  story.draft = true;
  CHECK(away(story) == std::set{Away::Draft});
  story = told();
  story.sections[4] = "";
  CHECK(away(story) == std::set{Away::Draft});
  story = told();
  story.archived = true;
  CHECK(away(story) == std::set{Away::Retired});
}

TEST_CASE("an introduction is asked by its opening alone") {
  Story intro = told();
  intro.kind = StoryKind::Intro;
  intro.text = "I build maps that pilots read. I started as a clerk in a harbour and learned that nobody trusts a number without a name beside it.";
  CHECK(ids(story_card_items(intro)) == std::vector<std::string>{"my-stories/night-pages#opening"});
  CHECK(card(intro, "night-pages#opening").back == "I build maps that pilots read.");
  CHECK(story_card_items(intro).front().away == Away::No);
}

TEST_CASE("a card knows the line of its story that it was made of") {
  const std::string text = "[story]\nid = \"a\"\n[[principle]]\nid = \"OW\"\nstrength = \"secondary\"\n[[principle]]\nid = \"DD\"\n[sections]\n"
                           "situation = \"One.\"\naction = \"\"\"\nI went. I saw.\"\"\"\n[[metric]]\nname = \"x\"\n[[metric]]\nname = \"y\"\n";
  Story story = told();
  story.metrics = {{"x", "1", "2"}, {"y", "1", "2"}};
  story.angles = {{1, Strength::Secondary}, {2, Strength::Primary}};
  const auto line = [&](const std::string& schedule) { return line_of_card(story, item("my-stories/night-pages#" + schedule), text); };
  CHECK(line("opening") == 9);
  CHECK(line("beat-2") == 10);
  CHECK(line("metric-x") == 13);
  CHECK(line("metric-y") == 15);
  CHECK(line("principle") == 7);
}

TEST_CASE("a text without end makes cards that can be read") {
  Story story = told();
  story.sections[2].clear();
  for (int i = 0; i < 20'000; ++i) story.sections[2] += i % 100 == 99 ? "I went. " : "word ";
  const Deck deck = story_deck({&story, 1});
  for (const Card& each : deck.cards) {
    CHECK(each.front.size() < 600);
    CHECK(each.back.size() < 700);
  }
  CHECK(story_card_items(story).size() <= 1 + kMostBeats + story.metrics.size() + 1);
}

TEST_CASE("items and cards are the same ones of every story that is there") {
  std::vector<Story> stories;
  std::set<std::string> named;
  for (const ProbedText& each : probed_texts()) {
    const std::vector<Item> items = story_card_items(each.story);
    const Deck deck = story_deck({&each.story, 1});
    REQUIRE(items.size() == deck.cards.size());
    for (std::size_t i = 0; i < items.size(); ++i) CHECK(name_in_deck(items[i].id) == deck.cards[i].id);
    for (const Item& each_item : items) named.insert(each_item.id.text());
    stories.push_back(each.story);
  }
  CHECK(story_deck(stories).cards.size() == named.size());
}
