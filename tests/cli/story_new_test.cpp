// A new story: from five questions, from Markdown, from a win, and from its title.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <functional>
#include <sstream>
#include <utility>

#include "cli/desk.h"

using namespace starling;
using test::check_refused;
using test::contains;
using test::Desk;
using test::Json;
using test::Reply;
using test::ScriptedTerminal;
using test::text_of;
using test::widest;

namespace {

std::filesystem::path file(const Desk& desk, const std::string& name) { return desk.home() / "stories" / name; }
bool there(const Desk& desk, const std::string& name) { return std::filesystem::exists(file(desk, name)); }
Story made(const Desk& desk, const std::string& name) {
  const StoryFile read = read_story(text_of(file(desk, name)), name);
  REQUIRE(read.story);
  return *read.story;
}
// As one line, however it was wrapped.
std::string flat(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}
std::size_t stories(const Desk& desk) {
  if (!std::filesystem::exists(desk.home() / "stories")) return 0;
  return static_cast<std::size_t>(std::ranges::distance(std::filesystem::directory_iterator(desk.home() / "stories")));
}

// A screen on which something happens elsewhere once a question is asked.
class Meanwhile : public std::stringbuf {
 public:
  Meanwhile(std::string question, std::function<void()> happens) : question_(std::move(question)), happens_(std::move(happens)) {}

 private:
  int sync() override {
    if (happens_ && contains(str(), question_)) std::exchange(happens_, nullptr)();
    return 0;
  }
  std::string question_;
  std::function<void()> happens_;
};

}  // namespace

TEST_CASE("five short questions make a draft with what was said at its place") {
  Desk desk;
  desk.begin();
  desk.editor = "true";
  ScriptedTerminal terminal;
  desk.terminal = &terminal;
  desk.in = "\n   \nNight \"pages\" were cut\n?\nXY\nBE\nlast spring\n2025-01 to 2025-05\nSenior engineer, 2 teams, 14 people\nnight pages a week: 23 to 2\n";
  const Reply reply = desk("story new");
  CHECK(reply.exit == 0);
  CHECK(contains(reply.out, "1 of 5. What happened, in one line?"));
  CHECK(contains(reply.out, "A story needs a title."));
  CHECK(contains(reply.out, "Coverage lacks most: Customer Obsession has no story yet."));
  CHECK(contains(reply.out, "(Enter: CO Customer Obsession; ? lists all)"));
  CHECK(contains(reply.out, "There is no principle 'XY'"));
  CHECK(contains(reply.out, "That cannot be read as a time"));
  const Story story = made(desk, "night-pages-were-cut.toml");
  CHECK(story.title == "Night \"pages\" were cut");
  CHECK(principles()[primary_principle(story).value()].code == "BE");
  CHECK(story.when == "2025-01 to 2025-05");
  CHECK(story.role == "Senior engineer");
  CHECK(story.teams == 2);
  CHECK(story.people == 14);
  REQUIRE(story.metrics.size() == 1);
  CHECK(story.metrics[0].after == "2");
  CHECK(story.draft);
}

TEST_CASE("Enter takes the principle that is proposed, with its reason, and leaves the other answers out") {
  Desk desk;
  desk.begin();
  ScriptedTerminal terminal;
  desk.terminal = &terminal;
  desk.in = "\n\n\n\n";
  CHECK(desk.run({"story", "new", "Night pages"}).exit == 0);
  const Story story = made(desk, "night-pages.toml");
  CHECK(principles()[primary_principle(story).value()].code == "CO");
  CHECK(story.when.empty());
  CHECK(story.metrics.empty());
  // With a title and a principle nothing is asked.
  desk.in = "";
  const Reply quiet = desk.run({"story", "new", "--title", "Day pages", "--principle", "DD"});
  CHECK(quiet.exit == 0);
  CHECK_FALSE(contains(quiet.out, "of 5."));
  CHECK(there(desk, "day-pages.toml"));
}

TEST_CASE("who leaves before the last question has made nothing") {
  Desk desk;
  desk.begin();
  ScriptedTerminal terminal;
  desk.terminal = &terminal;
  for (const char* in : {"", "A title\n", "A title\nBE\n", "A title\nBE\n2025\nlead\n"}) {
    desk.in = in;
    const Reply left = desk("story new");
    CHECK(left.exit == 1);
    CHECK(contains(left.out, "Nothing was made."));
    CHECK(stories(desk) == 0);
  }
}

TEST_CASE("a title that is taken is asked for again, and nothing is written over") {
  Desk desk;
  desk.begin();
  desk.folder.write("study/stories/night-pages.toml", "my own words");
  check_refused(desk, "story new Night pages --principle BE", "there is a story 'night-pages' already");
  ScriptedTerminal terminal;
  desk.terminal = &terminal;
  desk.in = "Night pages\nOther pages\n\n\n\n\n";
  const Reply reply = desk("story new");
  CHECK(contains(reply.out, "There is a story 'night-pages' already"));
  CHECK(there(desk, "other-pages.toml"));
  CHECK(text_of(file(desk, "night-pages.toml")) == "my own words");
}

TEST_CASE("without a terminal a principle that nobody named is coverage's next gap, and the screen says so") {
  Desk desk;
  desk.begin();
  const Reply reply = desk("story new Night pages");
  CHECK(reply.exit == 0);
  CHECK(contains(flat(reply.out), "for Customer Obsession. No principle was named, and coverage lacks that one most"));
  const Json json = desk("story new Day pages --json").json();
  CHECK(json["principle"] == "ownership");
  CHECK(json["why"] == "Ownership has no story yet");
  CHECK(desk("story new Named --principle BE --json").json()["why"].is_null());
  check_refused(desk, "story new", "needs a title");
  CHECK(desk.run({"story", "new", " \u2003 "}).exit == 2);
  CHECK(desk.run({"story", "new", "\x01\x07"}).exit == 2);
  check_refused(desk, "story new \xf0\x9f\x9a\x80", "no Latin letters for an id");
}

TEST_CASE("a story comes from a Markdown file without a guess at principle and figures") {
  Desk desk;
  desk.begin();
  desk.folder.write("quiet_nights-2.md", "## S\nA push.\n## Action\nI did 5 things for customers.\n## Learning\nMore.\n");
  const std::string path = (desk.folder / "quiet_nights-2.md").string();
  const Reply reply = desk.run({"story", "new", "--from", path});
  CHECK(reply.exit == 0);
  CHECK(contains(flat(reply.out), "It has no principle and no figures yet"));
  const Story story = made(desk, "quiet-nights-2.toml");
  CHECK(story.title == "quiet nights 2");
  CHECK(trimmed(story.sections[2]) == "I did 5 things for customers.");
  CHECK(trimmed(story.sections[4]) == "More.");
  CHECK(story.angles.empty());
  CHECK(story.metrics.empty());
  check_refused(desk, "story new --from " + path, "there is a story 'quiet-nights-2' already");
  CHECK(desk.run({"story", "new", "Named", "--from", path, "--principle", "OW", "--json"}).json()["principle"] == "ownership");
  CHECK(made(desk, "named.toml").title == "Named");
}

TEST_CASE("a whole story from Markdown is a draft, and that is said, there and on the day's screen") {
  Desk desk;
  desk.begin();
  std::string text = "# Night pages\n";
  for (const char* section : {"Situation", "Task", "Action", "Result", "Learning"})
    text += fmt::format("\n## {}\nWe had five or more words.\n", section);
  desk.folder.write("whole.md", text);
  CHECK(contains(desk("today --date 2026-12-07").out, "Stories: none yet"));
  const Reply made = desk("story new --from " + (desk.folder / "whole.md").string() + " --principle OW");
  CHECK(contains(flat(made.out), "It is whole, and a draft counts nowhere: take the line 'draft = true' out of it."));
  const std::string day = desk("today --date 2026-12-07").out;
  CHECK(contains(day, "Stories: 1 draft "));
  CHECK(contains(day, "starling story list\n"));
  std::string whole = text_of(file(desk, "night-pages.toml"));
  whole.erase(whole.find("draft = true\n"), 13);
  desk.folder.write("study/stories/night-pages.toml", whole);
  CHECK_FALSE(contains(desk("today --date 2026-12-07").out, "draft"));
  CHECK_FALSE(contains(flat(desk("story new Half --principle DD").out), "It is whole"));
}

TEST_CASE("a Markdown file that is no story is refused with file, line and column, and makes nothing") {
  Desk desk;
  desk.begin();
  struct Row {
    std::string text;
    std::string said;
  };
  for (const Row& row : {Row{"", ":1:1: error: the file is empty"},
                         {"Words only.\n", ":1:1: error: no heading says what belongs where; put each part under a heading of its own"},
                         {"## Action\nCaf\xe9\n", ":2:4: error: this is not UTF-8"},
                         {"## Action\na\x07\n", ":2:2: error: a control character"},
                         {"## Action\n{{x}}\n", ":1:1: error: action: a passage begins with its length"},
                         {"## Action\n" + std::string(1'000'001, 'a'), ":1:1: error: the file has more than 1000000 bytes"}}) {
    desk.folder.write("a.md", row.text);
    const Reply reply = desk.run({"story", "new", "--from", (desk.folder / "a.md").string()});
    CAPTURE(row.said);
    CHECK(reply.exit == 3);
    CHECK(reply.out.empty());
    CHECK(contains(reply.err, row.said));
    CHECK(stories(desk) == 0);
  }
  CHECK(desk.run({"story", "new", "--from", (desk.folder / "none.md").string()}).exit == 2);
  CHECK(desk.run({"story", "new", "--from", desk.home().string()}).exit == 2);
  std::string words = "## Action\n";
  for (int i = 0; i < 20'000; ++i) words += "word ";
  desk.folder.write("long.md", words);
  CHECK(desk.run({"story", "new", "--from", (desk.folder / "long.md").string()}).exit == 0);
}

TEST_CASE("a story that is made of a win names it, and stands with it from then on") {
  Desk desk;
  desk.begin();
  desk.run({"win", "told the director \"no\" in {{front}} of all"});
  check_refused(desk, "story new --from-win 2", "there is no win 2");
  const Json json = desk("story new --from-win 1 --principle HB --json").json();
  CHECK(json["title"] == "told the director \"no\" in {{front}} of all");
  CHECK(json["from_win"] == desk("win list --json").json()["wins"][0]["deed"]);
  const std::string id = json["id"];
  const Story story = made(desk, id + ".toml");
  CHECK(trimmed(story.sections[0]) == "told the director \"no\" in { {front} } of all");
  CHECK(desk("win list --json").json()["wins"][0]["story"] == id);
  CHECK(desk("win list --open --json").json()["wins"].empty());
  CHECK(contains(desk("win list").out, "story " + id));
  CHECK(contains(desk("story show " + id).out, "From win 1 (2026-11-23): told the director"));
  check_refused(desk, "story new --from-win 1", "win 1 is the story '" + id + "' already");
  check_refused(desk, "story new --from-win 1 --from a.md", "--from does not go with --from-win");
}

TEST_CASE("the questions fit a narrow terminal") {
  Desk desk;
  desk.begin();
  ScriptedTerminal terminal;
  terminal.width = 40;
  desk.terminal = &terminal;
  desk.in = "Night\n?\n\n\n\n\n";
  CHECK(widest(desk("story new").out) <= 42);  // with the mark in front of an answer
  CHECK(there(desk, "night.toml"));
}

TEST_CASE("a story that is made while another of its id is asked for stays as it is") {
  Desk desk;
  desk.begin();
  desk.editor = "true";
  ScriptedTerminal terminal;
  desk.terminal = &terminal;
  desk.in = "BE\n\n\n\n";
  const std::string other = "schema = 1\n[story]\nid = \"night-pages\"\ntitle = \"Somebody else's\"\n";
  Meanwhile screen("2 of 5", [&] { desk.folder.write("study/stories/night-pages.toml", other); });
  std::ostream out(&screen);
  const Reply reply = desk.run_onto(out, "story new Night pages");
  CHECK(reply.exit == 2);
  CHECK(contains(reply.err, "there is a story 'night-pages' already"));
  CHECK(text_of(file(desk, "night-pages.toml")) == other);
}
