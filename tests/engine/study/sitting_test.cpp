#include <doctest/doctest.h>

#include <algorithm>

#include "learner.h"

using namespace starling;
using test::day;
using test::answer;
using test::holds;
using test::ids;
using test::item;
using test::kOwnDeck;
using test::kOwnHead;
using test::mine;
using test::own_card;
using test::preview;
using test::state;

namespace {

const std::string kSittingSettings = "start = 2026-11-23\ninterview = 2027-05-07\n[day]\ntime_zone = \"UTC\"\n";

struct Sitter : test::Learner {
  explicit Sitter(const std::string& settings = kSittingSettings) : test::Learner(settings) {}
};

}  // namespace

TEST_CASE("a card needs its week, its level and the cards before it") {
  Sitter learner;
  learner.write("decks/mine.toml", kOwnDeck);
  const Study study = learner.on("2026-11-23");

  const Agenda queue = study.agenda(mine());

  // `second` may follow in the same sitting, after the card it needs; one direction of a pair a day.
  CHECK(ids(queue) == std::vector<std::string>{"mine/first", "mine/second", "mine/pair#f"});
  CHECK(reason_of(study.standpoint(), queue, test::found(study, "mine/later")) ==
        "It is not asked yet: it opens in week 3, day 1, on Mon 7 Dec.");
  CHECK(holds(learner.on("2026-12-07").agenda(mine()), "mine/later"));
  CHECK_FALSE(holds(learner.on("2026-12-06").agenda(mine()), "mine/later"));
}

TEST_CASE("a card whose need was never met waits even when it comes first in the file") {
  Sitter learner;
  learner.write("decks/mine.toml", kOwnHead + own_card("second", "Second?", "Two", "needs = [\"first\"]\n") +
                                        own_card("first", "First?", "One"));
  Study study = learner.on("2026-11-23");
  CHECK(ids(study.agenda(mine())) == std::vector<std::string>{"mine/first"});
  (void)answer(study, "mine/first", Grade::Easy);
  CHECK(ids(study.agenda(mine())) == std::vector<std::string>{"mine/second"});
}

TEST_CASE("a rest day asks nothing new") {
  Sitter learner;
  learner.write("decks/mine.toml", kOwnDeck);
  CHECK(learner.on("2026-11-29").agenda(mine()).cards().empty());  // a Sunday
  CHECK_FALSE(learner.on("2026-11-28").agenda(mine()).cards().empty());
}

TEST_CASE("nothing new is begun in the last days before the interview") {
  Sitter learner;
  learner.write("decks/mine.toml", kOwnDeck);
  CHECK_FALSE(learner.on("2027-04-15").agenda(mine()).cards().empty());
  CHECK(learner.on("2027-04-16").agenda(mine()).cards().empty());
  CHECK(learner.on("2027-05-07").agenda(mine()).cards().empty());
}

TEST_CASE("the minutes cut the queue, and what waits is counted") {
  Sitter learner(kSittingSettings + "[review]\nminutes_per_day = 1\n");
  const Study study = learner.on("2026-12-14");  // week 4: many cards are open
  const Agenda queue = study.agenda();
  CHECK(queue.counts().fresh == 2);  // 25 seconds each
  CHECK(queue.counts().minutes <= 1);
  CHECK(queue.counts().fresh_deferred > 20);
}

TEST_CASE("answers of today use up the day's minutes") {
  Sitter learner(kSittingSettings + "[review]\nminutes_per_day = 2\n");
  learner.write("decks/mine.toml", kOwnDeck);
  Study study = learner.on("2026-12-14");
  const int before = study.agenda().counts().fresh;
  REQUIRE(before >= 4);
  (void)answer(study, "mine/first", Grade::Easy, std::chrono::seconds(70));
  const AgendaCounts after = study.agenda().counts();
  CHECK(after.spent_minutes == doctest::Approx(70.0 / 60));
  CHECK(after.fresh < before);
  CHECK(after.spent_minutes + after.minutes <= 2.5);  // the last one may begin within them
}

TEST_CASE("an answer counts, comes back when it was promised, and can be taken back") {
  Sitter learner;
  learner.write("decks/mine.toml", kOwnDeck);
  Study study = learner.on("2026-11-23");

  const auto promised = preview(study, "mine/first")[index_of(Grade::Easy)];
  const test::Gave done = answer(study, "mine/first", Grade::Easy, std::chrono::seconds(8));

  CHECK(done.after.standing == promised.after);
  CHECK(done.after.standing.phase == Phase::Review);
  CHECK(done.view().interval_days >= 1);
  CHECK_FALSE(holds(study.agenda(), "mine/first"));
  Study then = learner.on(promised.after.due.day);
  CHECK(holds(then.agenda(), "mine/first"));

  const auto undone = then.undo();
  REQUIRE(undone.size() == 1);
  CHECK(answer_in(undone[0])->item == item("mine/first"));
  CHECK(state(then, "mine/first") == ItemState{});
  CHECK(then.redo().size() == 1);
  CHECK(state(then, "mine/first") == done.after);
  CHECK(then.redo().empty());
}

TEST_CASE("a card in a step comes back the same day, at the end when nothing else is left") {
  Sitter learner;
  learner.write("decks/mine.toml", kOwnDeck);
  Study study = learner.on("2026-11-23T09:00");
  (void)answer(study, "mine/first", Grade::Again);
  CHECK(ids(study.agenda(mine())).back() == "mine/first");
  CHECK(ids(learner.on("2026-11-23T09:01").agenda(mine())).front() == "mine/first");
  CHECK(ids(learner.on("2026-11-25T09:00").agenda(mine())).front() == "mine/first");
}

TEST_CASE("the card nearest to being lost is asked first") {
  Sitter learner;
  learner.write("decks/mine.toml", kOwnDeck);
  {
    Study study = learner.on("2026-11-23");
    (void)answer(study, "mine/first", Grade::Easy);
    (void)answer(study, "mine/second", Grade::Hard);
    (void)answer(study, "mine/second", Grade::Easy);
  }
  const Agenda queue = learner.on("2027-01-12").agenda(mine());
  REQUIRE(queue.counts().due >= 2);
  for (int i = 1; i < queue.counts().due; ++i)
    CHECK(*queue.cards()[static_cast<std::size_t>(i) - 1].recall <= *queue.cards()[static_cast<std::size_t>(i)].recall);
}

TEST_CASE("suspended and buried cards are out of sight, and come back") {
  Sitter learner;
  learner.write("decks/mine.toml", kOwnDeck);
  Study study = learner.on("2026-11-23");
  (void)study.suspend(item("mine/first"));
  (void)study.bury_until_tomorrow(item("mine/pair#f"));
  CHECK_FALSE(holds(study.agenda(mine()), "mine/first"));
  CHECK_FALSE(holds(study.agenda(mine()), "mine/pair#f"));
  CHECK(holds(study.agenda(mine()), "mine/second"));  // a card put away holds nobody up
  CHECK(holds(learner.on("2026-11-24").agenda(mine()), "mine/pair#f"));
  CHECK_FALSE(holds(learner.on("2027-01-04").agenda(mine()), "mine/first"));
  (void)study.unsuspend(item("mine/first"));
  CHECK(holds(study.agenda(mine()), "mine/first"));
}

TEST_CASE("b and s give no sibling in place of the card: it waits as after an answer, and comes again when that is taken back") {
  Sitter learner;
  learner.write("decks/mine.toml", kOwnHead + "[[card]]\nid = \"pair\"\nkind = \"reversible\"\nfront = \"Left\"\nback = \"Right\"\n");
  Study study = learner.on("2026-11-23");
  Sitting sitting(study, mine());
  for (const bool buries : {true, false}) {
    CAPTURE(buries);
    REQUIRE(sitting.question());
    CHECK(sitting.question()->item->id == item("mine/pair#f"));
    (void)(buries ? sitting.bury() : sitting.put_away());
    CHECK_FALSE(sitting.question());
    sitting.read_texts_again();
    CHECK_FALSE(sitting.question());
    REQUIRE(sitting.take_back());
    REQUIRE(sitting.question());
    REQUIRE(sitting.bring_back());
    CHECK_FALSE(sitting.question());
    REQUIRE(sitting.take_back());
  }
}

TEST_CASE("of two sittings that ask the same card one answer is kept, and the other sitting goes on") {
  Sitter learner;
  learner.write("decks/mine.toml", kOwnDeck);
  Study here = learner.on("2026-11-23");
  Study there = learner.on("2026-11-23");
  Sitting first(here, mine());
  Sitting second(there, mine());
  REQUIRE(first.question()->item->id == item("mine/first"));
  REQUIRE(second.question()->item->id == item("mine/first"));
  REQUIRE(first.answer(Grade::Easy, std::nullopt));
  CHECK_FALSE(second.answer(Grade::Easy, std::nullopt));
  CHECK(state(there, "mine/first").reviews == 1);
  CHECK(second.summary().answers == 0);
  // News of another card keep no answer from being kept.
  REQUIRE(second.question());
  CHECK(second.question()->item->id == item("mine/second"));
  CHECK(second.answer(Grade::Easy, std::nullopt));
  REQUIRE(first.question());
  CHECK_FALSE(first.answer(Grade::Good, std::nullopt));
  REQUIRE(first.question());
  CHECK(first.answer(Grade::Good, std::nullopt));
  CHECK(state(learner.on("2026-11-23"), "mine/second").reviews == 1);
}

TEST_CASE("a deck with a mistake is reported and the rest is asked") {
  Sitter learner;
  learner.write("decks/broken.toml", "schema = 1\n[deck\n");
  learner.write("decks/mine.toml", kOwnDeck);
  const Study study = learner.on("2026-11-23");
  REQUIRE(study.problems().size() == 1);
  CHECK(study.problems()[0].file == "decks/broken.toml");
  CHECK(study.problems()[0].line == 2);
  CHECK(holds(study.agenda(mine()), "mine/first"));
}

TEST_CASE("an edited deck is read again and keeps its cards' history") {
  Sitter learner;
  learner.write("decks/mine.toml", kOwnDeck);
  {
    Study study = learner.on("2026-11-23");
    (void)answer(study, "mine/first", Grade::Easy);
  }
  std::string text = kOwnDeck;
  text.replace(text.find("First?"), 6, "The first of all?");
  learner.write("decks/mine.toml", text);
  const Study study = learner.on("2026-11-24");
  CHECK(study.library().card(item("mine/first")).front == "The first of all?");
  CHECK(state(study, "mine/first").reviews == 1);
}

TEST_CASE("what was kept of the decks equals what a fresh reading gives") {
  Sitter learner;
  learner.write("decks/mine.toml", kOwnDeck);
  learner.write("decks/lost.toml", "schema = 1\n[deck]\nid = \"lost\"\ntitle = \"L\"\narea = \"mixed\"\nweeks = [1]\n"
                                        "[[card]]\nid = \"a\"\nkind = \"basic\"\nfront = \"A?\"\nback = \"A\"\nneeds = [\"nowhere\"]\n");
  std::vector<std::string> first_fronts;
  std::vector<std::string> first_problems;
  for (int reading = 0; reading < 2; ++reading) {
    const Study study = learner.on("2026-11-23");
    std::vector<std::string> fronts;
    for (const Item& each : study.library().items())
      if (each.id.kind() == ItemKind::Card) fronts.push_back(each.id.text() + study.face_of(each.id).front);
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
  std::filesystem::remove(learner.home() / "decks/lost.toml");
  CHECK(learner.on("2026-11-23").problems().empty());
}

TEST_CASE("opening a folder makes nothing in it, and the second time nothing in the cache either") {
  Sitter learner;
  learner.write("decks/mine.toml", kOwnDeck);
  for (const auto& file : std::filesystem::directory_iterator(test::shipped_content() / "examples/stories"))
    learner.write("stories/" + file.path().filename().string(), test::text_of(file.path()));
  const auto bytes_below = [](const std::filesystem::path& folder) {
    std::string all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
      if (entry.is_regular_file() && !entry.path().string().ends_with("-shm"))
        all += entry.path().string() + test::text_of(entry.path());
    return all;
  };
  const std::string folder = bytes_below(learner.home());
  { const Study first = learner.on("2026-11-23"); }
  const std::string cache = bytes_below(learner.cache());
  const Study second = learner.on("2026-11-23");
  CHECK(second.library().stories().size() == 5);
  CHECK(bytes_below(learner.home()) == folder);
  CHECK(bytes_below(learner.cache()) == cache);
}

TEST_CASE("stories that were told come back, and untold ones wait in the order of their files") {
  Sitter learner;
  for (const auto& file : std::filesystem::directory_iterator(test::shipped_content() / "examples/stories"))
    learner.write("stories/" + file.path().filename().string(), test::text_of(file.path()));
  Study study = learner.on("2026-11-23");
  const std::vector<Asked> first = study.agenda().stories();
  REQUIRE(first.size() == 2);
  CHECK(first[0].item->id == item("story/checkout-cells"));
  CHECK(first[0].reason == Reason::New);

  const std::vector<Part> parts{{"situation", Grade::Good}, {"task", Grade::Good}, {"action", Grade::Hard}};
  const Did did = study.answer(test::found(study, "story/checkout-cells"), Grade::Good, std::chrono::seconds(165), parts);
  const test::Gave told{did, state(study, "story/checkout-cells")};
  CHECK(answer_in(did.deed)->parts == parts);

  CHECK(told.after.standing.phase == Phase::Review);
  CHECK(told.view().interval_days >= 1);
  CHECK(study.agenda().stories().size() == 1);  // one of the day's two was told
  const Study then = learner.on(told.due());
  REQUIRE_FALSE(then.agenda().stories().empty());
  CHECK(then.agenda().stories()[0].item->id == item("story/checkout-cells"));
  CHECK(coverage_view(then.standpoint()).coverage.principles[1].tellings == 1);
}

TEST_CASE("a folder without stories, decks or history opens") {
  Sitter learner("");
  const Study study = learner.on("2026-11-23");
  CHECK(study.timeline().start() == day("2026-11-23"));
  CHECK(study.timeline().interview() == day("2027-05-07"));
  CHECK(study.agenda().stories().empty());
  CHECK(study.frame().plan_week == 1);
}

TEST_CASE("without dates in the settings the plan starts on the day of the first answer") {
  Sitter learner("");
  {
    Study study = learner.on("2026-11-23");
    (void)answer(study, "lp-dive-deep/meaning", Grade::Good);
  }
  const Study later = learner.on("2026-12-22");
  CHECK(later.timeline().start() == day("2026-11-23"));
  CHECK(later.frame().plan_week == 5);
}

TEST_CASE("settings that are wrong stop the program with their place") {
  Sitter learner("level = \"L6\"\nnew_per_day = 3\n");
  CHECK_THROWS_AS((void)learner.on("2026-11-23"), TextError);
}
