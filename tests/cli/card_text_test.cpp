#include <doctest/doctest.h>

#include "cli/child.h"
#include "cli/desk.h"

using namespace starling;
using test::check_refused;
using test::contains;
using test::Desk;
using test::Json;
using test::Reply;
using test::ScriptedTerminal;

namespace {

const std::string kShipped = "aws-s3/s3-slow-down";

// A desk with a deck of one's own and an editor that runs `script` on the file "$1".
class EditingDesk : public Desk {
 public:
  EditingDesk() {
    begin();
    add_deck("kinds.toml", test::kEveryKind);
  }
  void edit_by(const std::string& script) {
    folder.write("editor", "#!/bin/sh\n" + script + "\n");
    std::filesystem::permissions(folder / "editor", std::filesystem::perms::owner_all);
    editor = "'" + (folder / "editor").string() + "'";
  }
  [[nodiscard]] std::string deck() const { return test::text_of(home() / "decks/kinds.toml"); }
  [[nodiscard]] bool has_changes() const { return std::filesystem::exists(home() / "decks/changes/aws-s3.toml"); }
};

const std::string kNewFront = "sed -i 's/^front = .*/front = \"Mine now?\"/' \"$1\"";

}  // namespace

TEST_CASE("card show has the text of a card of every kind, and where it lies") {
  EditingDesk desk;
  const std::vector<std::pair<std::string, std::string>> rows{
      {"basic", "Basic answer"},       {"typed", "Johann Wolfgang von Goethe"}, {"number", "24"},
      {"choice", "+ Two"},             {"choice", "Three is odd."},             {"ordered", "one"},
      {"cloze", "three"},              {"code", "mid = (lo + hi) // 2"},        {"basic", "decks/kinds.toml:7"}};
  for (const auto& [id, part] : rows) {
    CAPTURE(id);
    const Reply shown = desk("card show kinds/" + id);
    CAPTURE(shown.out);
    CHECK(shown.exit == 0);
    CHECK(contains(shown.out, part));
    CHECK(test::widest(shown.out) <= 80);
  }
  const Json json = desk("card show kinds/choice --json").json();
  CHECK(json["card"] == "kinds/choice");
  CHECK(json["kind"] == "choice");
  CHECK(json["own_version"] == false);
  CHECK(json["options"].size() == 3);
  CHECK(json["sides"][0]["front"] == "Which is even?");
  check_refused(desk, "card show kinds/nothing", "there is no item 'kinds/nothing'");
  check_refused(desk, "card show S3", "aws-s3/");
}

TEST_CASE("a shipped card that is edited is an own version; one that is left as it was is none") {
  EditingDesk desk;
  desk.edit_by("true");
  const Reply same = desk("card edit " + kShipped);
  CHECK(same.exit == 1);
  CHECK(same.out == "Nothing was changed.\n");
  CHECK_FALSE(desk.has_changes());

  desk.edit_by(kNewFront);
  const Reply changed = desk("card edit " + kShipped);
  CHECK(changed.exit == 0);
  CHECK(contains(changed.out, "Your own version of the card is in decks/changes/aws-s3.toml."));
  const Json shown = desk("card show " + kShipped + " --json").json();
  CHECK(shown["own_version"] == true);
  CHECK(shown["sides"][0]["front"] == "Mine now?");
  CHECK(desk("deck check").exit == 0);
  CHECK(desk("deck check aws-s3").exit == 0);
  CHECK(desk("deck check decks/changes/aws-s3.toml").exit == 0);
}

TEST_CASE("an editor that is not there leaves everything as it was, and is named") {
  EditingDesk desk;
  desk.editor = "no-such-editor";
  for (const std::string& card : {kShipped, std::string("kinds/basic")}) {
    const Reply reply = desk("card edit " + card);
    CHECK(reply.exit == 1);
    CHECK(reply.out == "The editor 'no-such-editor' was not found: set $EDITOR.\n");
  }
  CHECK_FALSE(desk.has_changes());
  CHECK(desk.deck() == test::kEveryKind);
}

TEST_CASE("an edit that breaks the file is told with its place, edited again or put back") {
  EditingDesk desk;
  desk.edit_by("echo 'broken [' >> \"$1\"");
  const Reply script = desk("card edit kinds/basic");
  CHECK(script.exit == 3);
  CHECK(contains(script.err, "decks/kinds.toml:"));
  CHECK(contains(script.out, "decks/kinds.toml has a mistake now."));
  desk.add_deck("kinds.toml", test::kEveryKind);

  ScriptedTerminal terminal;
  desk.terminal = &terminal;
  desk.in = "u\n";
  const Reply back = desk("card edit kinds/basic");
  CHECK(back.exit == 1);
  CHECK(contains(back.out, "e, Enter: edit again · u, Enter: put back what was there · Enter: leave it so\n"));
  CHECK(contains(back.out, "decks/kinds.toml is as it was."));
  CHECK(desk.deck() == test::kEveryKind);

  // Broken, mended the second time.
  desk.edit_by("if grep -q broken \"$1\"; then sed -i '/broken/d' \"$1\"; else echo 'broken [' >> \"$1\"; fi");
  desk.in = "e\n";
  const Reply mended = desk("card edit kinds/basic");
  CHECK(mended.exit == 0);
  CHECK(desk.deck() == test::kEveryKind);

  // The same of an own version: what is put back is that there was none.
  desk.edit_by("echo 'broken [' >> \"$1\"");
  desk.in = "e\nu\n";
  CHECK(desk("card edit " + kShipped).exit == 1);
  CHECK_FALSE(desk.has_changes());
}

TEST_CASE("card add writes a card of each kind from texts and checks it") {
  Desk desk;
  desk.begin();
  CHECK(desk("deck new mine").exit == 0);
  const auto add = [&](std::vector<std::string> more) {
    std::vector<std::string> words{"card", "add", "mine"};
    words.insert(words.end(), more.begin(), more.end());
    return desk.run(words);
  };
  CHECK(contains(add({"--front", "What is a lease?", "--back", "A lock that \"ends\"."}).out, "Added mine/what-is-a-lease, decks/mine.toml:"));
  CHECK(add({"--kind", "reversible", "--front", "SNS", "--back", "fan-out"}).exit == 0);
  CHECK(contains(add({"--kind", "cloze", "--text", "Two of {{1::three}} is a quorum."}).out, "mine/two-of-three-is-a-quorum"));
  CHECK(add({"--kind", "typed", "--front", "Faust?", "--answer", "Goethe", "--accept", "J. W. Goethe", "--accept", "von Goethe"}).exit == 0);
  CHECK(add({"--kind", "number", "--front", "Days a week?", "--answer", "7", "--unit", "d"}).exit == 0);
  CHECK(add({"--kind", "choice", "--front", "Even?", "--right", "Two", "--wrong", "Three", "--wrong", "Five"}).exit == 0);
  CHECK(add({"--kind", "ordered", "--front", "Order", "--step", "one", "--step", "two", "--step", "three"}).exit == 0);
  CHECK(add({"--kind", "scenario", "--front", "It is down. What first?", "--back", "Look.", "--tag", "ops"}).exit == 0);
  CHECK(add({"--kind", "code", "--front", "Finish", "--lang", "python", "--code", "x = {{1::1}}\ny = 2"}).exit == 0);
  CHECK(desk("deck check mine").exit != 3);
  CHECK(desk("deck show mine --json").json()["cards"].size() == 9);
  CHECK(desk("card show mine/faust --json").json()["accept"] == Json{"J. W. Goethe", "von Goethe"});

  const std::string before = test::text_of(desk.home() / "decks/mine.toml");
  const std::vector<std::pair<std::vector<std::string>, std::string>> refused{
      {{"--front", "What is a lease?", "--back", "x"}, "there is a card 'what-is-a-lease' already, decks/mine.toml:"},
      {{"--front", "No back"}, "card 'no-back' has no back"},
      {{"--front", "???", "--back", "x"}, "no Latin letters for an id"},
      {{"--front", "A", "--back", "x", "--id", "Not Kebab"}, "must be lower-case words"},
      {{"--kind", "number", "--front", "N?", "--answer", "seven"}, "takes a number, not 'seven'"},
      {{"--kind", "basik", "--front", "A", "--back", "x"}, "basic"}};
  for (const auto& [words, part] : refused) {
    const Reply reply = add(words);
    CAPTURE(reply.err);
    CHECK(reply.exit == 2);
    CHECK(contains(reply.err, part));
  }
  CHECK(test::text_of(desk.home() / "decks/mine.toml") == before);
  check_refused(desk, "card add aws-s3 --front A --back B", "is a shipped deck");
  check_refused(desk, "card add mien --front A --back B", "starling deck new mien");
}

TEST_CASE("card add without texts opens a template, which is gone again where nothing was written") {
  EditingDesk desk;
  desk.edit_by("true");
  CHECK(desk("card add kinds --kind cloze").exit == 1);
  CHECK(desk.deck() == test::kEveryKind);
  desk.edit_by("sed -i 's/^id = \"\"/id = \"quorum\"/' \"$1\"");
  CHECK(desk("card add kinds --kind cloze").exit == 0);
  CHECK(desk("card show kinds/quorum --json").json()["kind"] == "cloze");
}

TEST_CASE("deck new makes a deck that can be added to, once") {
  Desk desk;
  desk.begin();
  const Reply made = desk.run({"deck", "new", "mine", "--title", "What I forget"});
  CHECK(made.exit == 0);
  CHECK(contains(made.out, "mine.toml"));
  CHECK(desk("deck show mine --json").json()["deck"]["title"] == "What I forget");
  CHECK(desk("deck check mine").exit == 0);
  check_refused(desk, "deck new mine", "there is a deck 'mine' already");
  check_refused(desk, "deck new Mine", "such as 'mine'");
  check_refused(desk, "deck new story", "story-cards");
  check_refused(desk, "deck new aws-s3", "cards/aws-s3.toml");
}

TEST_CASE("card rename moves the history, in the file too where the old id stands, and is taken back as one") {
  EditingDesk desk;
  CHECK(desk("answer kinds/basic good").exit == 0);
  const Reply renamed = desk("card rename kinds/basic first");
  CHECK(renamed.exit == 0);
  CHECK(contains(renamed.out, "Renamed kinds/basic to kinds/first in decks/kinds.toml: 1 answer goes on."));
  CHECK(contains(desk.deck(), "id = \"first\""));
  CHECK(desk("why kinds/first --json").json()["state"] == "learning");
  CHECK(contains(desk("undo").out, "the rename of kinds/basic to kinds/first"));
  CHECK(desk("why kinds/first --json").json()["state"] == "new");
  const Json again = desk("card rename kinds/basic kinds/first --json").json();
  CHECK(again["renamed"][0]["from"] == "kinds/basic");
  CHECK(again["renamed"][0]["to"] == "kinds/first");
  CHECK(again["file"].is_null());
  check_refused(desk, "card rename kinds/gone kinds/first", "has no history");
}

TEST_CASE("a card with a history that is in no deck is named by deck check, today and doctor, with the way to mend it") {
  EditingDesk desk;
  CHECK(desk("answer kinds/basic good").exit == 0);
  std::string text = desk.deck();
  text.replace(text.find("\"basic\""), 7, "\"basics\"");
  desk.add_deck("kinds.toml", text);
  const std::string sentence = "kinds/basic has 1 answer and is in no deck; kinds/basics is new and may be the same: "
                               "starling card rename kinds/basic kinds/basics";
  const Reply check = desk("deck check");
  CHECK(check.exit == 1);
  CHECK(contains(check.out, "warning: " + sentence));
  CHECK(desk("deck check --json").json()["problems"][0]["rule"] == "lost-item");
  bool told = false;
  const Json today = desk("today --json").json();
  for (const Json& notice : today["notices"]) told = told || (notice["kind"] == "lost" && notice["text"] == sentence);
  CHECK(told);
  CHECK(contains(desk("doctor --json").out, "starling card rename kinds/basic kinds/basics"));
  CHECK(desk("card rename kinds/basic kinds/basics").exit == 0);
  CHECK(desk("deck check").exit == 0);
  CHECK_FALSE(contains(desk("today").out, "in no deck"));
}

TEST_CASE("answers of a machine that did not know of a rename are told with the command that brings them over") {
  EditingDesk desk;
  CHECK(desk("answer kinds/basic good").exit == 0);
  CHECK(desk("card rename kinds/basic kinds/first").exit == 0);
  const Reply unanswered = desk("card rename kinds/typed kinds/second");
  CHECK(contains(unanswered.out, "Renamed kinds/typed to kinds/second in decks/kinds.toml; it has no history yet."));
  CHECK(contains(unanswered.out, "starling undo"));
  const std::string renamed = desk.deck();
  desk.add_deck("kinds.toml", test::kEveryKind);  // as the other machine has it
  CHECK(desk("answer kinds/basic good").exit == 0);
  CHECK(desk("answer kinds/typed good").exit == 0);
  desk.add_deck("kinds.toml", renamed);
  for (const char* command : {"deck check --json", "doctor --json"}) {
    const std::string out = desk(command).out;
    CAPTURE(out);
    CHECK(contains(out, "it was renamed to kinds/first: starling card rename kinds/basic kinds/first"));
    CHECK(contains(out, "it was renamed to kinds/second: starling card rename kinds/typed kinds/second"));
  }
  CHECK(contains(desk("card rename kinds/basic kinds/first").out, "1 answer goes on with the 1 that it has"));
  CHECK(desk("card rename kinds/typed kinds/second").exit == 0);
  CHECK(desk("deck check").exit == 0);
  CHECK(desk("why kinds/second --json").json()["reviews"] == 1);
}

TEST_CASE("a card that another machine suspended under its old id is named, and is suspended again by the command named") {
  EditingDesk desk;
  CHECK(desk("card rename kinds/basic kinds/first").exit == 0);
  CHECK(desk("card rename kinds/typed kinds/second").exit == 0);
  const std::string renamed = desk.deck();
  desk.add_deck("kinds.toml", test::kEveryKind);  // as the other machine has it
  CHECK(desk("card suspend kinds/basic").exit == 0);
  CHECK(desk.run({"card", "flag", "kinds/typed", "is wrong"}).exit == 0);
  desk.add_deck("kinds.toml", renamed);
  const std::string check = desk("deck check").out;
  CHECK(contains(check, "kinds/basic is suspended and is in no deck; it was renamed to kinds/first: starling card rename kinds/basic kinds/first"));
  CHECK(contains(check, "starling card rename kinds/typed kinds/second"));
  std::string brought = desk("card rename kinds/basic kinds/first").out;
  std::ranges::replace(brought, '\n', ' ');
  CHECK(contains(brought, "what was suspended, flagged or buried goes on"));
  CHECK(desk("card rename kinds/typed kinds/second").exit == 0);
  CHECK(desk("deck check").exit == 0);
  CHECK(desk("why kinds/first --json").json()["suspended"] == true);
}

TEST_CASE("own decks that cannot be read are named in place of saying that nothing is due") {
  EditingDesk desk;
  CHECK(desk("answer kinds/basic good").exit == 0);
  std::filesystem::rename(desk.home() / "decks", desk.folder / "disk");
  std::filesystem::create_symlink(desk.folder / "not-mounted", desk.home() / "decks");
  CHECK(desk("deck check").exit == 3);
  CHECK(contains(desk("deck check").out, "decks:1:1: error: this folder is a link to nothing"));
  const Reply today = desk("today");
  CHECK_FALSE(contains(today.out, "nothing due"));
  CHECK(contains(today.out, "decks: this folder is a link to nothing"));
  CHECK(desk("doctor").exit == 1);
  std::filesystem::remove(desk.home() / "decks");  // gone altogether
  CHECK(desk("deck check").exit == 1);
  CHECK(contains(desk("today").out, "in no deck"));
}

TEST_CASE("deck check takes the id of a deck, a path in the study folder or any path, and names what is not there") {
  EditingDesk desk;
  for (const std::string& named : {std::string("kinds"), std::string("decks/kinds.toml"), (desk.home() / "decks/kinds.toml").string()}) {
    CAPTURE(named);
    CHECK(desk("deck check " + named).exit == 0);
  }
  check_refused(desk, "deck check kinsd", "there is no file 'kinsd', and no deck of that id; did you mean 'kinds'?");
  check_refused(desk, "deck check /nowhere.toml", "there is no file '/nowhere.toml'");
}

TEST_CASE("an id that was changed in the editor is named with what takes its history along, where it has one") {
  EditingDesk desk;
  desk.edit_by("sed -i 's/^id = \"basic\"/id = \"renamed\"/' \"$1\"");
  CHECK(desk("card edit kinds/basic").out == "Changed decks/kinds.toml.\n");
  desk.add_deck("kinds.toml", test::kEveryKind);
  CHECK(desk("answer kinds/basic easy").exit == 0);
  const Json renamed = desk("card edit kinds/basic --json").json();
  CHECK(renamed["text"] == "Changed decks/kinds.toml. Its history goes on with: starling card rename kinds/basic kinds/renamed");
  CHECK(desk("card rename kinds/basic kinds/renamed").exit == 0);
  CHECK(desk("why kinds/renamed --json").json()["reviews"] == 1);

  // In a sitting as well.
  Desk sitting;
  sitting.begin();
  sitting.add_deck("kinds.toml", test::kEveryKind);
  sitting.editor = desk.editor;
  ScriptedTerminal terminal;
  sitting.terminal = &terminal;
  CHECK(sitting("answer kinds/basic easy --date 2026-11-23").exit == 0);
  terminal.keys = {'e', 'q'};
  (void)sitting("review --deck kinds --date 2027-02-01 --limit 1");
  std::string after = terminal.seen.back();
  std::ranges::replace(after, '\n', ' ');
  CAPTURE(after);
  CHECK(contains(after, "starling card rename kinds/basic kinds/renamed"));
}

TEST_CASE("an own version of a shipped card that was given another id is a mistake, since it would never be asked") {
  EditingDesk desk;
  desk.edit_by("sed -i 's/^id = \"s3-slow-down\"/id = \"mine\"/' \"$1\"");
  const Reply reply = desk("card edit " + kShipped);
  CHECK(reply.exit == 3);
  CHECK(contains(reply.err, "decks/changes/aws-s3.toml:"));
  CHECK(contains(reply.err, "no shipped card has the id 'mine', so this is never asked: an own version keeps 's3-slow-down'"));
  ScriptedTerminal terminal;
  desk.terminal = &terminal;
  std::filesystem::remove(desk.home() / "decks/changes/aws-s3.toml");
  desk.in = "u\n";
  CHECK(desk("card edit " + kShipped).exit == 1);
  CHECK_FALSE(desk.has_changes());
}

TEST_CASE("the id of a story that was told is named when an edit changed it") {
  EditingDesk desk;
  desk.add_sample_stories();
  CHECK(desk("answer story/checkout-cells good").exit == 0);
  desk.edit_by("sed -i 's/^id = \"checkout-cells\"/id = \"cells\"/' \"$1\"");
  CHECK(contains(desk("story edit checkout-cells --json").json()["text"].get<std::string>(), "starling story rename checkout-cells cells"));
}

TEST_CASE("a story is edited where it is, and an example is not") {
  EditingDesk desk;
  check_refused(desk, "story edit checkout-cells", "is an example to read");
  desk.add_sample_stories();
  desk.edit_by("echo '# seen' >> \"$1\"");
  const Reply edited = desk("story edit checkout-cells");
  CHECK(edited.exit == 0);
  CHECK(contains(edited.out, "Changed stories/"));
  desk.edit_by("echo 'broken [' >> \"$1\"");
  CHECK(desk("story edit checkout-cells").exit == 3);
  check_refused(desk, "story edit nothing", "there is no story 'nothing'");
}

TEST_CASE("cards that are added to one deck at once are all there") {
  EditingDesk desk;
  std::deque<test::Child> programs;
  for (const char* id : {"one", "two", "three", "four"})
    programs.emplace_back(desk, std::vector<std::string>{"card", "add", "kinds", "--id", id, "--front", std::string("What is ") + id + "?", "--back", "A number"});
  for (const test::Child& each : programs) CHECK(contains(each.read_all(), "Added kinds/"));
  for (const char* id : {"one", "two", "three", "four"}) CHECK(contains(desk.deck(), std::string("id = \"") + id + "\""));
}

TEST_CASE("an own version that was made since the folder was opened is gone on with, and others stay") {
  EditingDesk desk;
  desk.edit_by(kNewFront);
  const Study study(desk.place(), FixedClock(Instant{}), DayAndTime{test::day("2026-11-25"), {}});
  REQUIRE(desk("card edit " + kShipped).exit == 0);
  const std::string text = test::text_of(desk.home() / "decks/changes/aws-s3.toml");
  const EditPlace again = place_to_edit(study.library(), *ItemId::parse(kShipped));
  CHECK(again.refused.empty());
  CHECK_FALSE(again.made);
  CHECK(test::text_of(desk.home() / "decks/changes/aws-s3.toml") == text);
}
