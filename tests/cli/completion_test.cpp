// What Tab offers, for every place of a line; and the pages made from the command table.
#include "cli/completion.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "cli/desk.h"
#include "cli/manual.h"
#include "cli/reference.h"

using namespace starling;
using test::contains;
using test::Desk;
using test::Reply;

namespace {

using Words = std::vector<std::string>;

Completion at(const Words& words) { return complete(words, commands()); }

Words offered(const Words& words) {
  Words list;
  for (const OfferedWord& candidate : at(words).words) list.push_back(candidate.word);
  return list;
}

bool holds(const Words& list, const std::string& word) { return std::ranges::count(list, word) == 1; }
// The lines that a shell is given.
Words lines(Desk& desk, Words words) {
  words.insert(words.begin(), {"complete", "--"});
  std::istringstream out(desk.run(words).out);
  Words list;
  for (std::string line; std::getline(out, line);) list.push_back(line);
  return list;
}

}  // namespace

TEST_CASE("commands and their second words are offered, each once, with what they are for") {
  const Words first = offered({""});
  for (const std::string word : {"today", "story", "deck", "card", "completion", "man"}) CHECK(holds(first, word));
  CHECK_FALSE(holds(first, "complete"));
  CHECK(offered({"st"}) == Words{"story", "stats"});
  CHECK(offered({"deck", ""}) == Words{"list", "check", "show", "new"});
  CHECK(offered({"deck", "s"}) == Words{"show"});
  CHECK(offered({"--json", "deck", "--quiet", "l"}) == Words{"list"});
  CHECK(offered({"help", "for"}) == Words{"forecast"});
  CHECK(at({"redo"}).words.front().help == "redo what the last undo took, or the last N");
  CHECK(at({"dec"}).words.front().help == "list, check, show, new");
  CHECK(offered({"nonsense", ""}).empty());
}

TEST_CASE("options of the command and of every command are offered") {
  const Words all = offered({"forecast", "--"});
  CHECK(holds(all, "--days"));
  CHECK(holds(all, "--json"));
  CHECK_FALSE(holds(all, "--apply"));
  CHECK(offered({"optimise", "--ap"}) == Words{"--apply"});
  CHECK(offered({"optimize", "--ap"}) == Words{"--apply"});
  CHECK(offered({"--j"}) == Words{"--json"});
  CHECK(offered({"forecast", "--", "--d"}).empty());
}

TEST_CASE("words of a choice are offered behind the option, behind its equals sign and after a comma") {
  CHECK(offered({"init", "--level", ""}) == Words{"L6", "L7"});
  CHECK(offered({"stats", "--by", "d"}) == Words{"deck", "day"});
  CHECK(offered({"--color", "a"}) == Words{"auto", "always"});
  CHECK(offered({"simulate", "--policy=f"}) == Words{"final-pass"});
  CHECK(at({"simulate", "--policy=f"}).before == "--policy=");
  CHECK(offered({"review", "--kind", "card,"}) == Words{"card", "story", "probe", "problem", "exercise"});
  CHECK(at({"review", "--kind", "card,s"}).before == "card,");
  CHECK(at({"review", "--kind=card,s"}).before == "--kind=card,");
  CHECK(holds(offered({"story", "new", "Night", "--principle", "own"}), "ownership"));
  CHECK(offered({"answer", "aws-s3/consistency", ""}) == Words{"again", "hard", "good", "easy"});
  CHECK(offered({"answer", "--seconds", "9", "aws-s3/consistency", "g"}) == Words{"good"});
  CHECK(offered({"completion", ""}) == Words{"bash", "zsh", "fish"});
  CHECK(offered({"forecast", "--days", ""}).empty());
  CHECK(offered({"answer", "a", "b", ""}).empty());
}

TEST_CASE("files, folders and what the study folder holds are named by their kind") {
  CHECK(at({"deck", "check", "a", "b"}).from == Offer::From::Files);
  CHECK(at({"optimise", "--from", ""}).from == Offer::From::Files);
  CHECK(at({"--home", ""}).from == Offer::From::Folders);
  CHECK(at({"why", "aws"}).from == Offer::From::Items);
  CHECK(at({"answer", ""}).from == Offer::From::Items);
  CHECK(at({"story", "tell", ""}).from == Offer::From::Stories);
  CHECK(at({"deck", "show", ""}).from == Offer::From::Decks);
  CHECK(at({"review", "--deck=a"}).from == Offer::From::Decks);
  CHECK(at({"next", "--tag", ""}).from == Offer::From::Tags);
  CHECK(at({"--home", "/there", "why", ""}).home == "/there");
  CHECK(at({"why", "--home=/there", ""}).home == "/there");
}

TEST_CASE("a shell is told ids of the study folder, and no folder is made for it") {
  Desk desk;
  CHECK(lines(desk, {"why", ""}) == Words{"words"});
  CHECK_FALSE(std::filesystem::exists(desk.home()));
  desk.begin();
  desk.add_deck("kinds.toml", test::kEveryKind);
  desk.add_sample_stories();
  CHECK(lines(desk, {"why", "kinds/c"}) == Words{"words", "kinds/choice", "kinds/cloze#1", "kinds/code#1"});
  CHECK(lines(desk, {"review", "--deck=kin"}) == Words{"words", "--deck=kinds"});
  CHECK(holds(lines(desk, {"story", "show", ""}), "checkout-cells"));
  CHECK(holds(lines(desk, {"why", "story/ch"}), "story/checkout-cells"));
  CHECK(lines(desk, {"next", "--tag", ""}).size() > 1);
  CHECK(lines(desk, {"deck", "check", "x"}) == Words{"files"});
  CHECK(lines(desk, {"--home", "~"}) == Words{"folders"});
  CHECK(lines(desk, {"redo"}) == Words{"words", "redo\tredo what the last undo took, or the last N"});
  CHECK(lines(desk, {"--home", (desk.folder / "none").string(), "why", ""}) == Words{"words"});
  desk.user = desk.folder / "";
  CHECK(lines(desk, {"--home=~/study", "deck", "show", "kin"}) == Words{"words", "kinds"});
}

TEST_CASE("a broken study folder offers nothing and is left as it is") {
  Desk desk;
  desk.folder.write("study/starling.toml", "levle = 1\n");
  const Reply reply = desk("complete -- why aws");
  CHECK(reply.out.empty());
  CHECK(reply.exit == 3);
}

TEST_CASE("each shell has its script, which asks the program") {
  Desk desk;
  for (const std::string shell : {"bash", "zsh", "fish"}) {
    const Reply reply = desk("completion " + shell);
    CHECK(reply.exit == 0);
    CHECK(contains(reply.out, " complete -- "));
    CHECK(contains(reply.out, "starling completion " + shell));
  }
  CHECK(desk("completion tcsh").exit == 2);
  CHECK(desk("completion").exit == 2);
  CHECK_FALSE(std::filesystem::exists(desk.home()));
}

TEST_CASE("the manual and the reference hold every command and option, and nothing hidden") {
  const std::string manual = manual_page(commands());
  const std::string reference = command_reference(commands());
  for (const Command& command : commands()) {
    CAPTURE(command.name);
    CHECK(contains(reference, "\n## " + std::string(command.name) + "\n") != command.hidden);
    CHECK(contains(manual, "\n.SS \\fB" + std::string(command.name) + "\\fR") != command.hidden);
    for (const Parameter* option : command.options) {
      CHECK(contains(reference, std::string(option->name())));
      CHECK(contains(manual, std::string(option->help().substr(0, 4))));
    }
  }
  std::istringstream page(manual);
  for (std::string line; std::getline(page, line);) {
    CAPTURE(line);
    CHECK((line[0] != '\'' && !(line[0] == '.' && !std::isupper(static_cast<unsigned char>(line[1])) && line != ".nf" && line != ".fi")));
  }
  Desk desk;
  CHECK(desk("man").out == manual);
}
