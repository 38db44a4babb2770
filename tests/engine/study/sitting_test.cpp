#include <doctest/doctest.h>

#include <algorithm>

#include "study/study.h"
#include "support/home.h"

using namespace starling;
using test::day;

namespace {

const std::string kSettings = "start = 2026-11-23\ninterview = 2027-05-07\n[day]\ntime_zone = \"UTC\"\n";

// A learner with a folder, who can open it on any day.
struct Learner {
  test::TemporaryFolder home;
  FixedClock clock{Instant{}};

  explicit Learner(const std::string& settings = kSettings) { home.write("starling.toml", settings); }

  [[nodiscard]] Study on(const char* date) const {
    return Study(StudyFolder(home.path()), ContentFolder(test::shipped_content()), clock, parse_day_and_time(date));
  }
};

const char* kOwnDeck = R"(schema = 1
[deck]
id = "mine"
title = "Mine"
area = "mixed"
weeks = [1]
[[card]]
id = "first"
kind = "basic"
front = "First?"
back = "One"
[[card]]
id = "second"
kind = "basic"
front = "Second?"
back = "Two"
needs = ["first"]
[[card]]
id = "pair"
kind = "reversible"
front = "CAP"
back = "consistency, availability, partition tolerance"
[[card]]
id = "later"
kind = "basic"
front = "Later?"
back = "Week three"
week = 3
[[card]]
id = "for-l7"
kind = "basic"
front = "L7?"
back = "Only"
level = ["L7"]
)";

std::vector<std::string> ids(const Queue& queue) {
  std::vector<std::string> list;
  for (const QueuedCard& card : queue.cards) list.push_back(card.item->id);
  return list;
}

bool holds(const Queue& queue, const std::string& item) {
  const auto list = ids(queue);
  return std::find(list.begin(), list.end(), item) != list.end();
}

QueueFilter mine() {
  QueueFilter filter;
  filter.deck = "mine";
  return filter;
}

}  // namespace

TEST_CASE("a card needs its week, its level and the cards before it") {
  Learner learner;
  learner.home.write("decks/mine.toml", kOwnDeck);
  const Study study = learner.on("2026-11-23");

  const Queue queue = study.queue(mine());

  // `second` may follow in the same sitting, after the card it needs; one direction of a pair a day.
  CHECK(ids(queue) == std::vector<std::string>{"mine/first", "mine/second", "mine/pair#f"});
  const CardItem* later = study.library().find("mine/later");
  REQUIRE(later);
  CHECK(locked_because(study.library(), {}, study.settings(), study.queue_day(), *later) == "it opens in week 3, day 1");
  CHECK(holds(learner.on("2026-12-07").queue(mine()), "mine/later"));
  CHECK_FALSE(holds(learner.on("2026-12-06").queue(mine()), "mine/later"));
}

TEST_CASE("a card whose need was never met waits even when it comes first in the file") {
  Learner learner;
  learner.home.write("decks/mine.toml", R"(schema = 1
[deck]
id = "mine"
title = "Mine"
area = "mixed"
weeks = [1]
[[card]]
id = "second"
kind = "basic"
front = "Second?"
back = "Two"
needs = ["first"]
[[card]]
id = "first"
kind = "basic"
front = "First?"
back = "One"
)");
  Study study = learner.on("2026-11-23");
  CHECK(ids(study.queue(mine())) == std::vector<std::string>{"mine/first"});
  (void)study.answer("mine/first", Grade::Easy, {});
  CHECK(ids(study.queue(mine())) == std::vector<std::string>{"mine/second"});
}

TEST_CASE("a rest day asks nothing new") {
  Learner learner;
  learner.home.write("decks/mine.toml", kOwnDeck);
  CHECK(learner.on("2026-11-29").queue(mine()).cards.empty());  // a Sunday
  CHECK_FALSE(learner.on("2026-11-28").queue(mine()).cards.empty());
}

TEST_CASE("nothing new is begun in the last days before the interview") {
  Learner learner;
  learner.home.write("decks/mine.toml", kOwnDeck);
  CHECK_FALSE(learner.on("2027-04-30").queue(mine()).cards.empty());
  CHECK(learner.on("2027-05-03").queue(mine()).cards.empty());
  CHECK(learner.on("2027-05-07").queue(mine()).cards.empty());
}

TEST_CASE("the minutes cut the queue, and what waits is counted") {
  Learner learner(kSettings + "[review]\nminutes_per_day = 1\n");
  const Study study = learner.on("2026-12-14");  // week 4: many cards are open
  const Queue queue = study.queue();
  CHECK(queue.fresh == 2);  // 25 seconds each
  CHECK(queue.minutes <= 1);
  CHECK(queue.fresh_deferred > 20);
}

TEST_CASE("answers of today use up the day's minutes") {
  Learner learner(kSettings + "[review]\nminutes_per_day = 2\n");
  learner.home.write("decks/mine.toml", kOwnDeck);
  Study study = learner.on("2026-12-14");
  const int before = study.queue().fresh;
  REQUIRE(before == 4);
  (void)study.answer("mine/first", Grade::Easy, std::chrono::seconds(70));
  const Queue after = study.queue();
  CHECK(after.spent_minutes == doctest::Approx(70.0 / 60));
  CHECK(after.fresh == 2);
}

TEST_CASE("an answer counts, comes back when it was promised, and can be taken back") {
  Learner learner;
  learner.home.write("decks/mine.toml", kOwnDeck);
  Study study = learner.on("2026-11-23");

  const auto promised = study.preview("mine/first")[static_cast<std::size_t>(Grade::Easy) - 1];
  const Answered done = study.answer("mine/first", Grade::Easy, std::chrono::seconds(8));

  CHECK(done.after.standing == promised.after);
  CHECK(done.after.standing.phase == Phase::Review);
  CHECK(done.interval_days >= 1);
  CHECK_FALSE(holds(study.queue(), "mine/first"));
  Study then = learner.on(to_string(promised.after.due.day).c_str());
  CHECK(holds(then.queue(), "mine/first"));

  const auto undone = then.undo();
  REQUIRE(undone);
  CHECK(undone->item == "mine/first");
  CHECK(then.state("mine/first") == ItemState{});
  CHECK(then.redo());
  CHECK(then.state("mine/first") == done.after);
  CHECK_FALSE(then.redo());
}

TEST_CASE("a card in a step comes back the same day, at the end when nothing else is left") {
  Learner learner;
  learner.home.write("decks/mine.toml", kOwnDeck);
  Study study = learner.on("2026-11-23T09:00");
  (void)study.answer("mine/first", Grade::Again, {});
  CHECK(ids(study.queue(mine())).back() == "mine/first");
  CHECK(ids(learner.on("2026-11-23T09:01").queue(mine())).front() == "mine/first");
  CHECK(ids(learner.on("2026-11-25T09:00").queue(mine())).front() == "mine/first");
}

TEST_CASE("the card nearest to being lost is asked first") {
  Learner learner;
  learner.home.write("decks/mine.toml", kOwnDeck);
  {
    Study study = learner.on("2026-11-23");
    (void)study.answer("mine/first", Grade::Easy, {});
    (void)study.answer("mine/second", Grade::Hard, {});
    (void)study.answer("mine/second", Grade::Easy, {});
  }
  const Queue queue = learner.on("2027-01-12").queue(mine());
  REQUIRE(queue.due >= 2);
  for (int i = 1; i < queue.due; ++i)
    CHECK(*queue.cards[static_cast<std::size_t>(i) - 1].recall <= *queue.cards[static_cast<std::size_t>(i)].recall);
}

TEST_CASE("suspended and buried cards are out of sight, and come back") {
  Learner learner;
  learner.home.write("decks/mine.toml", kOwnDeck);
  Study study = learner.on("2026-11-23");
  study.suspend("mine/first");
  study.bury_until_tomorrow("mine/pair#f");
  CHECK_FALSE(holds(study.queue(), "mine/first"));
  CHECK_FALSE(holds(study.queue(), "mine/pair#f"));
  CHECK(holds(study.queue(), "mine/second"));  // a card put away holds nobody up
  CHECK(holds(learner.on("2026-11-24").queue(), "mine/pair#f"));
  CHECK_FALSE(holds(learner.on("2027-01-04").queue(), "mine/first"));
  study.unsuspend("mine/first");
  CHECK(holds(study.queue(), "mine/first"));
}

TEST_CASE("a deck with a mistake is reported and the rest is asked") {
  Learner learner;
  learner.home.write("decks/broken.toml", "schema = 1\n[deck\n");
  learner.home.write("decks/mine.toml", kOwnDeck);
  const Study study = learner.on("2026-11-23");
  REQUIRE(study.problems().size() == 1);
  CHECK(study.problems()[0].file == "decks/broken.toml");
  CHECK(study.problems()[0].line == 2);
  CHECK(holds(study.queue(), "mine/first"));
}

TEST_CASE("an edited deck is read again and keeps its cards' history") {
  Learner learner;
  learner.home.write("decks/mine.toml", kOwnDeck);
  {
    Study study = learner.on("2026-11-23");
    (void)study.answer("mine/first", Grade::Easy, {});
  }
  std::string text = kOwnDeck;
  text.replace(text.find("First?"), 6, "The first of all?");
  learner.home.write("decks/mine.toml", text);
  const Study study = learner.on("2026-11-24");
  CHECK(study.library().card(*study.library().find("mine/first")).front == "The first of all?");
  CHECK(study.state("mine/first").reviews == 1);
}

TEST_CASE("what was kept of the decks equals what a fresh reading gives") {
  Learner learner;
  learner.home.write("decks/mine.toml", kOwnDeck);
  learner.home.write("decks/lost.toml", "schema = 1\n[deck]\nid = \"lost\"\ntitle = \"L\"\narea = \"mixed\"\nweeks = [1]\n"
                                        "[[card]]\nid = \"a\"\nkind = \"basic\"\nfront = \"A?\"\nback = \"A\"\nneeds = [\"nowhere\"]\n");
  std::vector<std::string> first_fronts;
  std::vector<std::string> first_problems;
  for (int reading = 0; reading < 2; ++reading) {
    const Study study = learner.on("2026-11-23");
    std::vector<std::string> fronts;
    for (const CardItem& item : study.library().items) fronts.push_back(item.id + study.face_of(item).front);
    std::vector<std::string> problems;
    for (const Problem& problem : study.problems()) problems.push_back(to_line(problem));
    CHECK(problems.size() == 1);
    if (reading == 0) {
      first_fronts = fronts;
      first_problems = problems;
    }
    CHECK(fronts == first_fronts);
    CHECK(problems == first_problems);
    CHECK(fronts.size() > 250);
  }
  std::filesystem::remove(learner.home / "decks/lost.toml");
  CHECK(learner.on("2026-11-23").problems().empty());
}

TEST_CASE("opening a folder whose files did not change writes nothing") {
  Learner learner;
  learner.home.write("decks/mine.toml", kOwnDeck);
  for (const auto& file : std::filesystem::directory_iterator(test::shipped_content() / "examples/stories"))
    learner.home.write("stories/" + file.path().filename().string(), test::text_of(file.path()));
  { const Study first = learner.on("2026-11-23"); }
  const auto bytes = [&] { return test::text_of(learner.home / "history.db") + test::text_of(learner.home / "history.db-wal"); };
  const std::string before = bytes();
  const Study second = learner.on("2026-11-23");
  CHECK(second.library().stories.size() == 5);
  CHECK(bytes() == before);
}

TEST_CASE("stories that were told come back, and untold ones wait in the order of their files") {
  Learner learner;
  for (const auto& file : std::filesystem::directory_iterator(test::shipped_content() / "examples/stories"))
    learner.home.write("stories/" + file.path().filename().string(), test::text_of(file.path()));
  Study study = learner.on("2026-11-23");
  const auto first = study.stories_today();
  REQUIRE(first.size() == 2);
  CHECK(first[0].story->id == "checkout-cells");
  CHECK(first[0].reason == "not told yet");

  const Answered told = study.answer("story/checkout-cells", Grade::Good, std::chrono::seconds(165),
                                     Beats{Grade::Good, Grade::Good, Grade::Hard, Grade::Good, Grade::Good});

  CHECK(told.after.standing.phase == Phase::Review);
  CHECK(told.interval_days >= 1);
  CHECK(study.stories_today().size() == 1);  // one of the day's two was told
  const Study then = learner.on(to_string(told.after.standing.due.day).c_str());
  REQUIRE_FALSE(then.stories_today().empty());
  CHECK(then.stories_today()[0].story->id == "checkout-cells");
  CHECK(then.coverage().principles[1].tellings == 1);
}

TEST_CASE("a folder without stories, decks or history opens") {
  Learner learner("");
  const Study study = learner.on("2026-11-23");
  CHECK(study.start() == day("2026-11-23"));
  CHECK(study.interview() == day("2027-05-07"));
  CHECK(study.stories_today().empty());
  CHECK(study.position().week == 1);
}

TEST_CASE("without dates in the settings the plan starts on the day of the first answer") {
  Learner learner("");
  {
    Study study = learner.on("2026-11-23");
    (void)study.answer("lp-dive-deep/meaning", Grade::Good, {});
  }
  const Study later = learner.on("2026-12-22");
  CHECK(later.start() == day("2026-11-23"));
  CHECK(later.position().week == 5);
}

TEST_CASE("settings that are wrong stop the program with their place") {
  Learner learner("level = \"L6\"\nnew_per_day = 3\n");
  CHECK_THROWS_AS((void)learner.on("2026-11-23"), TextError);
}
