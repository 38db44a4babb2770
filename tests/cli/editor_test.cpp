#include "cli/editor.h"

#include <csignal>
#include <cstdint>

#include "cli/child.h"
#include "cli/desk.h"

using namespace starling;
using test::contains;
using test::TemporaryFolder;

namespace {

// A folder with a deck, and programs that stand for editors.
class Tools {
 public:
  TemporaryFolder folder;
  Tools() { folder.write("deck.toml", "old\n"); }

  // `script` is what a shell runs; the file is "$1" where no line is named.
  std::string program(const std::string& name, const std::string& script) {
    folder.write(name, "#!/bin/sh\n" + script + "\n");
    std::filesystem::permissions(folder / name, std::filesystem::perms::owner_all);
    return "'" + (folder / name).string() + "'";
  }
  [[nodiscard]] std::filesystem::path deck() const { return folder / "deck.toml"; }
  EditorRun run(const std::string& command) { return run_editor(command, deck(), 14); }
};

std::uintptr_t what_happens_on(int signal) {
  struct sigaction now {};
  ::sigaction(signal, nullptr, &now);
  return reinterpret_cast<std::uintptr_t>(now.sa_handler);
}

}  // namespace

TEST_CASE("an editor that cannot be found, fails or is killed is named, and nothing is said where it wrote something") {
  Tools tools;
  CHECK(sentence_of(tools.run("")) == "No editor was found: set $EDITOR.");
  CHECK(sentence_of(tools.run("no-such-editor --wait")) == "The editor 'no-such-editor' was not found: set $EDITOR.");
  CHECK(sentence_of(tools.run("/nowhere/vim")) == "The editor '/nowhere/vim' was not found: set $EDITOR.");
  CHECK(sentence_of(tools.run("false")) == "The editor 'false' failed with exit code 1. Nothing was changed.");
  CHECK(sentence_of(tools.run("true")) == "Nothing was changed.");
  const std::string killed = sentence_of(tools.run(tools.program("dies", "kill -9 $$")));
  CHECK(contains(killed, "dies' was ended by signal 9 (Killed). Nothing was changed."));
  const EditorRun wrote = tools.run(tools.program("writes", "echo new > \"$1\""));
  CHECK(wrote.changed);
  CHECK(wrote.end == EditorEnd::Closed);
  CHECK(sentence_of(wrote).empty());
  const EditorRun both = tools.run(tools.program("half", "echo other > \"$1\"; exit 3"));
  CHECK(both.changed);
  CHECK(contains(sentence_of(both), "failed with exit code 3. What it wrote is there."));
}

TEST_CASE("the editor opens at the line, in the way that it takes one") {
  Tools tools;
  struct Row {
    const char* name;
    const char* arguments;  // %: the file
  };
  for (const Row& row : {Row{"vi", "+14 %"}, {"vim", "+14 %"}, {"nvim", "+14 %"}, {"nano", "+14 %"}, {"emacs", "+14 %"},
                         {"micro", "+14 %"}, {"kak", "+14 %"}, {"vim.basic", "+14 %"}, {"hx", "%:14"},
                         {"code", "--goto %:14"}, {"codium", "--goto %:14"}, {"gedit", "%"}}) {
    CAPTURE(row.name);
    const std::string seen = (tools.folder / "seen").string();
    CHECK(tools.run(tools.program(row.name, "echo \"$*\" > '" + seen + "'")).end == EditorEnd::Closed);
    std::string wanted = row.arguments;
    wanted.replace(wanted.find('%'), 1, tools.deck().string());
    CHECK(test::text_of(seen) == wanted + "\n");
  }
  // Debian's `editor` leads to the one that was chosen.
  (void)tools.program("nano", "exit 0");
  std::filesystem::create_symlink(tools.folder / "nano", tools.folder / "editor");
  CHECK(editor_arguments(tools.folder / "editor", "f", 3) == std::vector<std::string>{"+3", "f"});
}

TEST_CASE("the command may have arguments and quoted blanks, and a file name is never read by the shell") {
  Tools tools;
  const std::string seen = (tools.folder / "seen").string();
  const std::string command = tools.program("my editor", "printf '%s|' \"$@\" > '" + seen + "'");
  const auto odd = tools.folder / "a $(touch gone) \"b\".toml";
  CHECK(run_editor(command + " --wait 'two words'", odd, 1).end == EditorEnd::Closed);
  CHECK(test::text_of(seen) == "--wait|two words|" + odd.string() + "|");
  CHECK(run_editor("VAR=1 " + command, odd, 1).end == EditorEnd::Closed);
  CHECK(test::text_of(seen) == odd.string() + "|");
}

TEST_CASE("Ctrl-C and Ctrl-backslash in the editor end the editor alone") {
  Tools tools;
  const auto before = what_happens_on(SIGINT);
  const std::string self = std::to_string(::getpid());
  const EditorRun both = tools.run(tools.program("rings", "kill -INT " + self + "; kill -QUIT " + self));
  CHECK(both.end == EditorEnd::Closed);
  CHECK(what_happens_on(SIGINT) == before);
  CHECK(what_happens_on(SIGQUIT) == reinterpret_cast<std::uintptr_t>(SIG_DFL));
  const EditorRun own = tools.run(tools.program("obeys", "kill -INT $$; sleep 5"));
  CHECK(own.end == EditorEnd::Killed);
  CHECK(own.number == SIGINT);
}

TEST_CASE("a terminal that closes while a new card is written leaves no half card in the deck") {
  Tools tools;
  const auto before = what_happens_on(SIGHUP);
  const std::string self = std::to_string(::getpid());
  const EditorRun closed = tools.run(tools.program("closes", "kill -HUP " + self + "; kill -TERM " + self + "; kill -HUP $$; sleep 5"));
  CHECK(closed.end == EditorEnd::Killed);
  CHECK(closed.number == SIGHUP);
  CHECK(what_happens_on(SIGHUP) == before);
  test::Desk desk;
  desk.begin();
  REQUIRE(desk("deck new mine").exit == 0);
  const std::string deck = test::text_of(desk.home() / "decks/mine.toml");
  desk.editor = tools.program("hangs-up", "kill -HUP " + self + "; kill -HUP $$; sleep 5");
  CHECK(desk("card add mine").exit == 1);
  CHECK(test::text_of(desk.home() / "decks/mine.toml") == deck);
}

TEST_CASE("the editor is that of VISUAL, of EDITOR, or the first usual one that is there") {
  TemporaryFolder folder;
  CHECK(editor_command("code --wait", "vi", "") == "code --wait");
  CHECK(editor_command(" ", "ed", "") == "ed");
  CHECK(editor_command("", "", folder.path().string()).empty());
  const auto add = [&](const char* name) {
    folder.write(name, "#!/bin/sh\n");
    std::filesystem::permissions(folder / name, std::filesystem::perms::owner_all);
  };
  add("vi");
  CHECK(editor_command("", "", "/nowhere:" + folder.path().string()) == "vi");
  add("nano");
  CHECK(editor_command("", "", folder.path().string()) == "nano");
  CHECK(editor_command("", "", folder.path().string(), false).empty());
  CHECK(editor_command("", "ed", folder.path().string(), false) == "ed");
}

TEST_CASE("a reply that a program reads has nothing of the editor in it, and without a terminal none is begun that was not named") {
  test::Desk desk;
  desk.begin();
  desk.folder.write("draws", "#!/bin/sh\necho drawn\n");
  std::filesystem::permissions(desk.folder / "draws", std::filesystem::perms::owner_all);
  const auto said = [&](const std::string& editor) {
    test::Child child(desk, {"card", "edit", "aws-s3/s3-slow-down", "--json", "--date", "2026-11-23"},
                      {"PATH=/usr/bin:/bin", "EDITOR=" + editor});
    std::string all;
    for (std::string part = child.read(); !part.empty(); part = child.read()) all += part;
    return all;
  };
  const std::string reply = said((desk.folder / "draws").string());
  CHECK_FALSE(contains(reply, "drawn"));
  CHECK(test::Json::parse(reply)["changed"] == false);
  CHECK(said("").empty());
  for (const char* line : {"card edit aws-s3/s3-slow-down", "deck new mine --edit", "story edit pages"})
    test::check_refused(desk, line, "there is no terminal for an editor; without one, set $EDITOR");
  CHECK_FALSE(std::filesystem::exists(desk.home() / "decks/mine.toml"));
  REQUIRE(desk("deck new mine").exit == 0);
  test::check_refused(desk, "card add mine", "set $EDITOR");
}
