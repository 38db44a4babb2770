// A learner and the cards of their stories: when they begin, how they are spaced, what keeps their history.
#include <doctest/doctest.h>

#include "engine/study/learner.h"
#include "study/rename_story.h"

using namespace starling;
using namespace starling::test;

namespace {

struct StoryText {
  std::string id = "night";
  std::string opening = "In 2024 we woke each night.";
  std::string action = "I read every page of May. I dropped nine alarms. I showed Vos the log.";
  std::string metrics = "[[metric]]\nname = \"pages\"\nbefore = \"23\"\nafter = \"2\"\n";
  std::string more = "";  // of [story]
};

void write(const Learner& learner, const StoryText& s) {
  learner.write("stories/" + s.id + ".toml",
                "schema = 1\n[story]\nid = \"" + s.id + "\"\ntitle = \"" + s.id + "\"\n" + s.more + "[[principle]]\nid = \"OW\"\nstrength = \"primary\"\n[sections]\nsituation = \"" +
                    s.opening + " Nobody slept well.\"\ntask = \"One two three four five.\"\naction = \"" + s.action +
                    "\"\nresult = \"One two three four five.\"\nreflection = \"One two three four five.\"\n" + s.metrics);
}

void tell(const Learner& learner, const char* day = "2026-11-25", std::string_view story = "story/night") {
  Study study = learner.on(day);
  (void)answer(study, story, Grade::Good, 150s);
}

Wish of_stories() {
  Wish wish;
  wish.wanted = [](const Item& each) { return is_of_stories(each.id); };
  return wish;
}

std::vector<std::string> asked_on(const Learner& learner, const char* day) { return ids(learner.on(day).agenda(of_stories())); }

const std::string kNight = "my-stories/night#";

}  // namespace

TEST_CASE("the cards of a story begin when it was told, one of them a day") {
  const Learner learner;
  write(learner, {});
  CHECK(asked_on(learner, "2026-11-25").empty());
  {
    const Study study = learner.on("2026-11-25");
    const auto waits = study.agenda().waits(found(study, kNight + "opening"));
    REQUIRE(waits);
    CHECK(waits->why == Why::Needs);
    CHECK(waits->need->text() == "story/night");
    CHECK(reason_of(study.standpoint(), study.agenda(), found(study, kNight + "opening")) == "It is not asked yet: story/night is told first.");
  }
  tell(learner);
  CHECK(asked_on(learner, "2026-11-25") == std::vector<std::string>{kNight + "opening", "my-stories/ownership#principle"});
  {
    Study study = learner.on("2026-11-25");
    (void)answer(study, kNight + "opening", Grade::Easy);
    const auto waits = study.agenda().waits(found(study, kNight + "beat-1"));
    REQUIRE(waits);
    CHECK(waits->why == Why::Sibling);
  }
  CHECK(asked_on(learner, "2026-11-26").front() == kNight + "beat-1");
}

TEST_CASE("a story that was suspended before it was told asks nothing") {
  const Learner learner;
  write(learner, {});
  {
    Study study = learner.on("2026-11-25");
    (void)study.suspend({item("story/night")});
  }
  CHECK(asked_on(learner, "2026-11-26").empty());
}

TEST_CASE("a card is not due on the day of a sibling where there is room on another") {
  const Learner learner;
  write(learner, {});
  tell(learner);
  Study study = learner.on("2026-11-25");
  const Day first = answer(study, kNight + "opening", Grade::Easy).due();
  Study next = learner.on("2026-11-26");
  const Day second = answer(next, kNight + "beat-1", Grade::Easy).due();
  CHECK(first != second);
}

TEST_CASE("a reworded text goes on with its history, and what is gone is asked no more but kept") {
  const Learner learner;
  write(learner, {});
  tell(learner);
  for (const char* part : {"opening", "beat-1", "beat-3", "metric-pages"}) {
    Study study = learner.on("2026-11-25");
    (void)answer(study, kNight + part, Grade::Easy);
  }
  const ItemState opening = state(learner.on("2026-11-26"), kNight + "opening");
  const ItemState third = state(learner.on("2026-11-26"), kNight + "beat-3");
  REQUIRE(opening.reviews == 1);
  write(learner, {.opening = "Each night of 2024 a phone rang.", .action = "I read it all. I dropped nine alarms.", .metrics = ""});
  {
    const Study study = learner.on("2026-11-26");
    CHECK(state(study, kNight + "opening") == opening);
    CHECK(study.library().card(item(kNight + "opening")).back == "Each night of 2024 a phone rang.");
    CHECK(study.library().find(item(kNight + "beat-3")) == nullptr);
    CHECK(study.library().find(item(kNight + "metric-pages")) == nullptr);
    CHECK(state(study, kNight + "beat-3") == third);
    CHECK_FALSE(holds(study.agenda(of_stories()), kNight + "beat-3"));
  }
  write(learner, {});
  CHECK(state(learner.on("2026-11-27"), kNight + "beat-3") == third);
  CHECK(learner.on("2026-11-27").library().find(item(kNight + "beat-3")) != nullptr);
}

TEST_CASE("the answers go with a story to another id, and come back with it") {
  const Learner learner;
  write(learner, {});
  tell(learner);
  {
    Study study = learner.on("2026-11-25");
    (void)answer(study, kNight + "opening", Grade::Good);
    (void)answer(study, "my-stories/ownership#principle", Grade::Good);
  }
  const ItemState opening = state(learner.on("2026-11-26"), kNight + "opening");
  const ItemState principle = state(learner.on("2026-11-26"), "my-stories/ownership#principle");
  Study study = learner.on("2026-11-26");
  const StoryRenaming renaming = plan_story_renaming(study, "night", "quiet");
  CHECK(renaming.cards == 1);
  const Deed deed = carry_out(study, renaming);
  CHECK(describe(deed) == "the rename of story/night to story/quiet");
  CHECK(state(study, "my-stories/quiet#opening") == opening);
  CHECK_FALSE(seen(state(study, kNight + "opening")));
  CHECK(state(study, "my-stories/ownership#principle") == principle);
  (void)study.undo();
  CHECK(state(study, kNight + "opening") == opening);
  CHECK_FALSE(seen(state(study, "my-stories/quiet#opening")));
  CHECK(learner.on("2026-11-26").library().find(item(kNight + "opening")) != nullptr);
}

TEST_CASE("drafts and stories that are put away are not asked, and go on when they are back") {
  const Learner learner;
  write(learner, {});
  tell(learner);
  for (const char* more : {"draft = true\n", "archived = true\n"}) {
    write(learner, {.more = more});
    CHECK(asked_on(learner, "2026-11-26").empty());
    CHECK(learner.on("2026-11-26").library().deck_head(kStoryDeck)->cards == 0);
  }
  write(learner, {});
  CHECK(asked_on(learner, "2026-11-26").size() == 2);
}

TEST_CASE("the setting switches them off, and on again with all they had") {
  const Learner learner;
  write(learner, {});
  tell(learner);
  {
    Study study = learner.on("2026-11-25");
    (void)answer(study, kNight + "opening", Grade::Easy);
  }
  learner.write("starling.toml", kPlainSettings + "[story]\ncards = false\n");
  {
    const Study study = learner.on("2026-11-26");
    CHECK(ids(study.agenda(of_stories())).empty());
    CHECK(study.library().find(item(kNight + "opening")) == nullptr);
    CHECK(study.library().deck_head(kStoryDeck) == nullptr);
    CHECK(study.library().deck(kStoryDeck) == nullptr);
    CHECK(study.library().find(item("story/night")) != nullptr);
  }
  learner.write("starling.toml", kPlainSettings);
  CHECK(state(learner.on("2026-11-26"), kNight + "opening").reviews == 1);
}

TEST_CASE("several stories for one principle ask for it once, and begin with the first that is told") {
  const Learner learner;
  write(learner, {});
  write(learner, {.id = "other"});
  const Study study = learner.on("2026-11-25");
  int asked = 0;
  for (const Item& each : study.library().items()) asked += is_principle_card(each.id) ? 1 : 0;
  CHECK(asked == 1);
}

TEST_CASE("a flag is of one card of a story, and no card is renamed into another deck or story") {
  const Learner learner;
  write(learner, {});
  tell(learner);
  Study study = learner.on("2026-11-25");
  Sitting sitting(study, of_stories());
  REQUIRE(sitting.question()->item->id == item(kNight + "opening"));
  (void)sitting.flag("dull");
  CHECK(study.flags_on(item(kNight + "opening")).size() == 1);
  CHECK(study.flags_on(item(kNight + "beat-1")).empty());
  for (const auto& [from, to] : {std::pair{"my-stories/night#opening", "mine/a"}, {"mine/a#f", "my-stories/night"}, {"my-stories", "mine"},
                                 {"mine", "my-stories"}, {"my-stories/night", "my-stories/quiet"}})
    CHECK(plan_renaming(study, from, to).refused.find("starling story rename") != std::string::npos);
  (void)answer(study, kNight + "opening", Grade::Good);
  CHECK(plan_renaming(study, kNight + "opening", kNight + "beat-1").refused.empty());
}

TEST_CASE("a card leads to the line of the story that it is made of") {
  const Learner learner;
  write(learner, {});
  const Study study = learner.on("2026-11-25");
  const TextPlace place = study.library().place_of(item(kNight + "beat-2"));
  CHECK(place.name == "stories/night.toml");
  CHECK(text_of(place.path).find("action") != std::string::npos);
  const EditPlace edit = place_to_edit(study.library(), item(kNight + "beat-2"));
  CHECK(edit.place.line == place.line);
  CHECK(edit.refused.empty());
  CHECK_FALSE(edit.made);
}

TEST_CASE("no deck takes the name of the stories' deck") {
  const Learner learner;
  std::string deck = kOwnHead + own_card("a", "Question?", "Answer");
  deck.replace(deck.find("mine"), 4, "my-stories");
  learner.write("decks/mine.toml", deck);
  const Study study = learner.on("2026-11-25");
  CHECK(std::ranges::any_of(study.problems(), [](const Problem& problem) { return problem.rule == "reserved-id"; }));
}

TEST_CASE("a question asks for a story once the learner met which one is told for its principle") {
  const Learner learner;
  write(learner, {});
  tell(learner);
  const auto wanted = [](const Item& each) {
    return each.id.schedule() == kStorySchedule && each.needs.front().text() == "my-stories/ownership" && each.levels == Levels::Both;
  };
  const char* later = "2027-01-20";
  Wish wish;
  wish.wanted = wanted;
  std::string id;
  {
    const Study study = learner.on(later);
    for (const Item& each : study.library().items())
      if (id.empty() && wanted(each) && each.opens <= 50) id = each.id.text();
    REQUIRE_FALSE(id.empty());
    const auto waits = study.agenda().waits(found(study, id));
    REQUIRE(waits);
    CHECK(waits->why == Why::Needs);
    CHECK(study.agenda(wish).cards().empty());
  }
  {
    Study study = learner.on("2026-11-26");
    (void)answer(study, "my-stories/ownership#principle", Grade::Good);
  }
  CHECK(holds(learner.on(later).agenda(wish), id));
  Study study = learner.on(later);
  CHECK(study.library().card(item(id)).back == "“night”: In 2024 we woke each night.");
  (void)answer(study, id, Grade::Good);
  CHECK_FALSE(holds(study.agenda(), std::string(item(id).whole())));  // the other half of it waits until tomorrow
  learner.write("starling.toml", kPlainSettings + "[story]\ncards = false\n");
  CHECK(learner.on(later).library().find(item(id)) == nullptr);
}

TEST_CASE("the core of the stories is that of the texts, however often it was kept") {
  const Learner learner;
  const auto is_right = [&] {
    const Study study = learner.on("2026-11-25");
    CHECK(study.library().core() == story_core(bank_of(study.library().stories())));
    return study.library().core().stories.size();
  };
  CHECK(is_right() == 0);
  write(learner, {});
  CHECK(is_right() == 1);
  CHECK(is_right() == 1);
  write(learner, {.id = "second"});
  CHECK(is_right() == 2);
  CHECK(is_right() == 2);
  std::filesystem::remove(learner.home() / "stories/night.toml");
  CHECK(is_right() == 1);
}
