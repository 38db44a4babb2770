// What leaves the house: pages to hand to others, and a push.
#include <sys/wait.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "cli/desk.h"

using namespace starling;
using namespace starling::test;

namespace {

// The fictional stories, one of which marks a firm that its title, its employer, its id and its first sentence name.
void add_marked_stories(Desk& desk) {
  for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(STARLING_SOURCE_ROOT) / "tests/stories"))
    if (file.path().extension() == ".toml") desk.folder.write("study/stories/" + file.path().filename().string(), text_of(file.path()));
  std::string text = text_of(desk.home() / "stories/refund-in-a-day.toml");
  const auto put = [&](const std::string& old, const std::string& fresh) {
    REQUIRE(contains(text, old));
    text.replace(text.find(old), old.size(), fresh);
  };
  put("id = \"refund-in-a-day\"", "id = \"brennholt-refund\"");
  put("title = \"Money back within a day\"", "title = \"Money back at Brennholt\"");
  put("her money at Brennholt Pay", "her money (ana@example.com) at Brennholt Pay");
  put("before = \"6.1 days\"", "before = \"6.1 days at brennholt  pay\"");
  put("[score]", "[[confidential]]\nword = \"Brennholt Pay\"\npublic = \"a payment firm\"\n[[confidential]]\nword = \"Brennholt\"\n[score]");
  put("tags = [", "private_names = [\"Odile\"]\ntags = [");
  desk.folder.write("study/stories/refund-in-a-day.toml", text);
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

const std::vector<std::string> kExports{"sheet", "sheet --format md", "sheet --format html", "sheet --principle CO", "coverage --format md", "coverage --format csv",
                                        "coverage --format html", "loop --format md", "loop --format html"};

}  // namespace

TEST_CASE("no page that is handed to others shows a marked word, and each says what it left out") {
  Desk desk;
  desk.begin();
  add_marked_stories(desk);
  std::vector<std::string> exports = kExports;
  const Json loop = desk("loop --json").json();
  for (const Json& round : loop["rounds"])
    for (const char* format : {"text", "md", "html"}) exports.push_back("loop sheet " + round["id"].get<std::string>() + " --format " + format);
  int masked = 0;
  for (const std::string& words : exports) {
    CAPTURE(words);
    const Reply reply = desk(words);
    CHECK(reply.exit == 0);
    CHECK_FALSE(contains(lower(reply.out), "brennholt"));
    CHECK_FALSE(contains(lower(reply.out), "kestrow"));
    const Reply whole = desk(words + " --unmasked");
    if (!contains(lower(whole.out), "brennholt")) continue;
    ++masked;
    CHECK(contains(reply.err, "masked; --unmasked leaves"));
    CHECK(contains(whole.err, "in it unmasked"));
    CHECK(std::ranges::count(reply.err, '\n') == 1);
    CHECK(desk(words + " --quiet").err.empty());
  }
  CHECK(masked >= 12);
}

TEST_CASE("goals that name a marked word are masked on the pages of a week and a month, and whole on the screen") {
  Desk desk;
  desk.begin();
  add_marked_stories(desk);
  const auto say = [&](const std::string& week) { return desk.run({"week", week, "--goals", "tell Brennholt Pay twice"}).exit; };
  REQUIRE(say("1") == 0);
  REQUIRE(say("2") == 0);
  REQUIRE(say("5") == 0);  // the first of month 2, a goal of month 1's page
  for (const std::string pages : {"week", "month"}) {
    CAPTURE(pages);
    CHECK(contains(desk(pages).out, "tell Brennholt Pay twice"));
    CHECK(contains(desk(pages + " --json").out, "Brennholt Pay"));
    for (const std::string format : {"md", "html"}) {
      const Reply masked = desk(pages + " --format " + format);
      CHECK(contains(masked.out, "tell a payment firm twice"));
      CHECK_FALSE(contains(lower(masked.out), "brennholt"));
      CHECK(contains(masked.err, "masked; --unmasked leaves"));
      const Reply whole = desk(pages + " --unmasked --format " + format);
      CHECK(contains(whole.out, "tell Brennholt Pay twice"));
      CHECK(contains(whole.err, "in it unmasked"));
      CHECK(desk(pages + " --quiet --format " + format).err.empty());
    }
  }
  Desk plain;
  plain.begin();
  for (const char* words : {"week --format md", "month --format html"}) CHECK(plain(words).err.empty());
}

TEST_CASE("readiness as a page, flagged cards, a debrief in Markdown and a calendar are masked, their screens and JSON whole") {
  Desk desk;
  desk.begin();
  add_marked_stories(desk);
  REQUIRE(desk("answer story/brennholt-refund good").exit == 0);
  REQUIRE(desk.run({"card", "flag", "my-stories/brennholt-refund#opening", "unclear at Brennholt"}).exit == 0);
  REQUIRE(desk.run({"debrief", "add", "--question", "Why did you leave Brennholt?", "--story", "brennholt-refund", "--follow-up", "Who is at Brennholt Pay?"}).exit == 0);
  REQUIRE(desk.run({"debrief", "outcome", "waiting", "--reason", "Brennholt has my reference"}).exit == 0);
  REQUIRE(desk.run({"plan", "add", "Call Brennholt", "--on", "2026-12-08", "--minutes", "20"}).exit == 0);
  struct Row {
    const char* page;
    const char* whole;  // where the learner reads it
    const char* shown;
  };
  for (const Row& row : {Row{"readiness --html", "readiness --json", "Money back at […]"}, {"deck check --flags", "deck check --flags --json", "my-stories/refund#opening"},
                         {"debrief --format md", "debrief", "Why did you leave \\[…\\]?"}, {"ics --weeks all", "ics --weeks all --json", "Call […]"}}) {
    CAPTURE(row.page);
    const Reply page = desk(row.page);
    CHECK(page.exit == 0);
    CHECK_FALSE(contains(lower(page.out), "brennholt"));
    CHECK(contains(page.out, row.shown));
    CHECK(contains(page.err, "masked; --unmasked leaves"));
    CHECK(std::ranges::count(page.err, '\n') == 1);
    CHECK(contains(lower(desk(row.whole).out), "brennholt"));
    CHECK(desk(row.whole).err.empty());
    const Reply unmasked = desk(std::string(row.page) + " --unmasked");
    CHECK(contains(unmasked.out, "Brennholt"));
    CHECK(contains(unmasked.err, "in it unmasked"));
    CHECK(desk(std::string(row.page) + " --quiet").err.empty());
  }
  const std::string file = (desk.folder / "plan.ics").string();
  REQUIRE(desk.run({"ics", "--output", file, "--json"}).exit == 0);
  CHECK_FALSE(contains(lower(text_of(file)), "brennholt"));
  REQUIRE(desk("debrief --write").exit == 0);
  CHECK(contains(text_of(desk.home() / "notes/debrief.md"), "Brennholt"));
  check_refused(desk, "readiness --unmasked", "--html");
  check_refused(desk, "deck check --unmasked", "--flags");
  Desk plain;
  plain.begin();
  for (const char* words : {"ics --weeks all", "readiness --html", "deck check --flags", "debrief --format md"}) CHECK(plain(words).err.empty());
}

TEST_CASE("an id of no story that a round says was told is masked as those of stories are") {
  Desk desk;
  desk.begin();
  add_marked_stories(desk);
  desk.folder.write("study/loop.toml", "schema = 1\n[[round]]\nid = \"a\"\ntitle = \"A\"\nkind = \"behavioural\"\nprinciples = [\"ownership\"]\nused = [\"brennholt-old\"]\n");
  CHECK(contains(desk("loop").out, "brennholt-old"));
  for (const char* format : {"md", "html"}) CHECK_FALSE(contains(lower(desk(std::string("loop --format ") + format).out), "brennholt"));
}

TEST_CASE("an id stays an id within a sentence too") {
  Desk desk;
  desk.begin();
  desk.folder.write("study/stories/larkfield-cells.toml",
                    "schema = 1\n[story]\nid = \"larkfield-cells\"\ntitle = \"Cells\"\n[[principle]]\nid = \"ownership\"\nstrength = \"primary\"\n[sections]\n"
                    "situation = \"There were many cells in one region.\"\ntask = \"I had to move every one of them.\"\n"
                    "action = \"I moved each of them in one night.\"\nresult = \"All of them moved without a page.\"\n"
                    "reflection = \"I would do it sooner the next time.\"\n[[confidential]]\nword = \"Larkfield\"\npublic = \"an online grocer\"\n");
  REQUIRE(contains(desk("coverage --format md --unmasked").out, "No answered follow-up yet: larkfield-cells"));
  for (const char* words : {"coverage --format md", "coverage --format html"}) {
    CAPTURE(words);
    CHECK(contains(desk(words).out, "No answered follow-up yet: an-online-grocer-cells"));
  }
}

TEST_CASE("the sheet says the public words and warns of an address that stands in it") {
  Desk desk;
  desk.begin();
  add_marked_stories(desk);
  const Reply reply = desk("sheet --format md --principle CO");
  CHECK(contains(reply.out, "Money back at \\[…\\]"));
  CHECK(contains(reply.out, "at a payment firm, where I ran"));
  CHECK(contains(reply.err, "marked words are masked; --unmasked leaves them. Addresses, numbers or private names stand in it: "));
  CHECK(contains(reply.err, "ana@example.com"));
  CHECK(contains(desk("loop --format md").out + desk("coverage --format csv").out, "refund"));
}

TEST_CASE("the learner's own screen and JSON stay whole, and a bank without marks is told of nothing") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  for (const std::string& words : kExports) CHECK(desk(words).err.empty());
  add_marked_stories(desk);
  for (const char* words : {"coverage --matrix", "coverage --json", "sheet --json"}) {
    const Reply reply = desk(words);
    CHECK(contains(reply.out, "brennholt-refund"));
    CHECK(reply.err.empty());
  }
}

TEST_CASE("doctor --private ends in 1 where it finds something, and 0 where nothing is") {
  Desk desk;
  desk.begin();
  CHECK(desk("doctor --private").exit == 0);
  CHECK(contains(desk("doctor --private").out, "Nothing private stands in them."));
  add_marked_stories(desk);
  const Reply reply = desk("doctor --private");
  CHECK(reply.exit == 1);
  CHECK(contains(reply.out, "stories/refund-in-a-day.toml:4:"));
  CHECK(widest(reply.out) <= 80);
  const Json json = desk("doctor --private --json").json();
  CHECK(json["clean"] == false);
  CHECK(json["findings"][0]["column"].is_number());
  check_refused(desk, "doctor --private --fix", "--private");
  check_refused(desk, "doctor --install-hook", "git init");
}

TEST_CASE("a push with a marked word is stopped by the hook, and goes through without one") {
  if (std::system("git --version >/dev/null 2>&1") != 0) {
    MESSAGE("git is not there");
    return;
  }
  Desk desk;
  desk.begin();
  const std::string home = "'" + desk.home().string() + "'";
  const auto shell = [&](const std::string& line) {
    const std::string words = "cd " + home + " && export HOME='" + desk.folder.path().string() + "' GIT_CONFIG_NOSYSTEM=1 XDG_CACHE_HOME='" + (desk.folder / "cache").string() +
                              "' XDG_STATE_HOME='" + (desk.folder / "state").string() + "' && " + line + " >>'" + (desk.folder / "said").string() + "' 2>&1";
    return WEXITSTATUS(std::system(words.c_str()));
  };
  const std::string starling = std::string("'") + test::kProgram + "'";
  REQUIRE(shell("git init -q --bare '" + (desk.folder / "bare's remote").string().replace((desk.folder / "bare's remote").string().find('\''), 1, "'\\''") + "'") == 0);
  REQUIRE(shell("git init -q . && git config user.name Ana && git config user.email ana@localhost && git remote add origin \"../bare's remote\"") == 0);
  REQUIRE(shell(starling + " --home . doctor --install-hook") == 0);
  const auto commit_and_push = [&] { return shell("git add -A && git commit -q -m one && git push -q origin HEAD:main"); };

  CHECK(commit_and_push() == 0);

  desk.folder.write("study/stories/cells.toml", "schema = 1\n[story]\nid = \"cells\"\ntitle = \"Cells\"\n[[confidential]]\nword = \"Larkfield\"\n");
  desk.folder.write("study/notes/one.md", "All is well at Larkfield.\n");
  CHECK(commit_and_push() != 0);
  const std::string said = text_of(desk.folder / "said");
  CHECK(contains(said, "notes/one.md:1:16"));
  CHECK(contains(said, "The push is stopped: take these words out"));

  desk.folder.write("study/notes/one.md", "All is well.\n");
  desk.folder.write("study/.gitignore", "stories/\n");
  CHECK(shell("git rm -q --cached stories/cells.toml") == 0);
  CHECK(commit_and_push() == 0);

  // What a command was told stays in the history, so that leaving log/ out is the only way.
  const std::string log = text_of(desk.folder / "said");
  REQUIRE(shell(starling + " --home . week --goals 'ring Larkfield'") == 0);
  CHECK(commit_and_push() != 0);
  CHECK(contains(text_of(desk.folder / "said").substr(log.size()), "(a goal)"));
  CHECK(contains(text_of(desk.folder / "said").substr(log.size()), "Lines of the history stay as they are"));
  desk.folder.write("study/.gitignore", "stories/\nlog/\n");
  CHECK(shell("git rm -rq --cached log && git reset -q --soft HEAD~1") == 0);
  CHECK(commit_and_push() == 0);

  // A program that moved: that of the PATH looks, and without one nothing is pushed.
  std::string hook = text_of(desk.home() / ".git/hooks/pre-push");
  hook.replace(hook.find("program='"), hook.find('\n', hook.find("program='")) - hook.find("program='"), "program='/nowhere/starling'");
  desk.folder.write("study/.git/hooks/pre-push", hook);
  desk.folder.write("study/notes/one.md", "All is very well.\n");
  const std::string path = std::filesystem::path(test::kProgram).parent_path().string();
  CHECK(shell("git add -A && git commit -q -m two && PATH=/usr/bin:/bin git push -q origin HEAD:main") != 0);
  CHECK(shell("PATH='" + path + "':$PATH git push -q origin HEAD:main") == 0);
}
