#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "doctor/cache_findings.h"
#include "doctor/folder_findings.h"
#include "doctor/text_findings.h"
#include "engine/doctor/patient.h"

namespace fs = std::filesystem;
using namespace starling;
using namespace starling::test;
using List = std::vector<std::string>;

namespace {

// The number of a process that has ended.
pid_t ended_process() {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(0);
  ::waitpid(child, nullptr, 0);
  return child;
}

void mend_all(const FindingList& findings) {
  for (const Finding& each : findings)
    if (each.mend) CHECK_FALSE(mend(*each.mend).empty());
}

}  // namespace

TEST_CASE("what git has to know is asked for, and put behind what is there") {
  const Patient patient;
  const fs::path home = patient.folder().root();
  CHECK(findings_in_git_files(home).empty());

  fs::remove(home / ".gitignore");
  patient.put(".gitattributes", "*.png binary");
  const FindingList found = findings_in_git_files(home);
  CHECK(told(found) == List{"note git-attributes .gitattributes", "note git-ignore .gitignore"});
  CHECK(found[0].text ==
        "there is no line 'log/** -text merge=union': without it two machines' lines do not merge by themselves");

  fs::create_directory(home / ".git");
  CHECK(findings_in_git_files(home)[0].gravity == Gravity::Warning);

  mend_all(found);
  CHECK(findings_in_git_files(home).empty());
  CHECK(text_of(home / ".gitattributes") == "*.png binary\nlog/** -text merge=union\n");
}

TEST_CASE("a folder that others may look into is told, and can be closed") {
  const Patient patient;
  const fs::path home = patient.folder().root();
  CHECK_FALSE(finding_in_mode(home, "stories"));

  REQUIRE(::chmod(home.c_str(), 0755) == 0);
  const auto found = finding_in_mode(home, "stories");
  REQUIRE(found);
  CHECK(found->text == "others of this machine may look into it (mode 755): stories");

  mend_all({*found});
  CHECK_FALSE(finding_in_mode(home, "stories"));
}

TEST_CASE("a folder that cannot be written is an error that says so") {
  const Patient patient;
  const fs::path home = patient.folder().root();
  CHECK_FALSE(finding_in_writing(home, "study"));
  CHECK_FALSE(finding_in_writing(home / "not-there", "study"));

  REQUIRE(::chmod(home.c_str(), 0500) == 0);
  const bool is_root = ::geteuid() == 0;  // who may write everywhere
  if (is_root) REQUIRE(::seteuid(65534) == 0);
  const auto found = finding_in_writing(home, "study");
  if (is_root) REQUIRE(::seteuid(0) == 0);
  REQUIRE(::chmod(home.c_str(), 0700) == 0);

  REQUIRE(found);
  CHECK(told({*found}) == List{"error not-writable study"});
  CHECK(found->text == "nothing can be written in it: no answer can be kept");
  CHECK(found->advice == "look at its mode and its owner");
}

TEST_CASE("a history that git leaves out is named") {
  const Patient patient;
  const std::vector<std::string> names{"log/k3f9x2/2026-11.jsonl"};
  CHECK_FALSE(finding_in_ignored(patient.folder().root(), names));
  for (const std::string line : {"log/", "*.jsonl", "log/k3f9x2"}) {
    patient.put(".gitignore", "backups/\n" + line + "\n");
    const auto found = finding_in_ignored(patient.folder().root(), names);
    REQUIRE(found);
    CHECK(told({*found}) == List{"note history-ignored log/k3f9x2/2026-11.jsonl"});
  }
}

TEST_CASE("half-written files are leftovers once their program is gone") {
  const Patient patient;
  const std::string gone = std::to_string(ended_process());
  patient.put("decks/own.toml." + gone + ".tmp", "half");
  patient.put("decks/own.toml." + gone + "-3.tmp", "half");
  patient.put("decks/own.toml." + std::to_string(::getpid()) + ".tmp", "on its way");
  patient.put("decks/mine.tmp", "the learner's");
  patient.put("decks/1.tmp", "the learner's");
  patient.put("decks/draft." + gone + ".tmp", "the learner's");

  const FindingList found = findings_of_leftovers(patient / "decks", "decks/");

  CHECK(told(found) == List{"note leftover decks/own.toml." + gone + "-3.tmp", "note leftover decks/own.toml." + gone + ".tmp"});
  mend_all(found);
  CHECK(findings_of_leftovers(patient / "decks", "decks/").empty());
  CHECK(fs::exists(patient / "decks/mine.tmp"));
  CHECK(fs::exists(patient / "decks/1.tmp"));
  CHECK(fs::exists(patient / ("decks/draft." + gone + ".tmp")));
  CHECK(fs::exists(patient / "decks/own.toml"));
}

TEST_CASE("a disk with little room is told before it is full") {
  CHECK_FALSE(finding_in_room(kLittleRoom));
  const auto found = finding_in_room(3'456'789);
  REQUIRE(found);
  CHECK(found->text == "the disk has 3.5 MB left: answers may soon not be kept");
  CHECK(free_bytes_at("/").has_value());
  CHECK_FALSE(free_bytes_at("/nowhere/at/all"));
}

TEST_CASE("texts that are passed over are told, and what is no text is not") {
  const Patient patient;
  REQUIRE(::mkfifo((patient / "decks/pipe.toml").c_str(), 0600) == 0);
  fs::create_symlink("nowhere.toml", patient / "stories/dangling.toml");
  patient.put("notes/photo.png", "x");
  REQUIRE(::mkfifo((patient / "notes/pipe").c_str(), 0600) == 0);

  CHECK(told(findings_in_files(patient.folder().root())) ==
        List{"error passed-over decks/pipe.toml", "error passed-over notes/pipe", "error passed-over stories/dangling.toml"});
}

TEST_CASE("decks, stories and plans that lie or are called so that nobody reads them are told") {
  const Patient patient;
  const List read{"decks/b.toml", "decks/problems/b.toml", "decks/exercises/b.toml", "decks/questions/b.toml", "decks/changes/b.toml",
                  "stories/b.toml", "plans/b.toml", "notes/aws/b.toml", "decks/README.md"};
  const List unread{"decks/aws/queues.toml", "decks/plans/b.toml", "decks/problems/old/b.toml", "decks/up.TOML", "plans/old/b.toml", "stories/old/aa.toml"};
  for (const std::string& name : read) patient.put(name, "a = 1\n");
  for (const std::string& name : unread) patient.put(name, "a = 1\n");

  const FindingList found = findings_in_files(patient.folder().root());

  List expected;
  for (const std::string& name : unread) expected.push_back("warning unread-text " + name);
  CHECK(told(found) == expected);
  REQUIRE(!found.empty());
  CHECK(found[0].text == "nobody reads this file: of decks/ is read what lies in decks/ itself, under a name that ends in .toml");
  CHECK(found[2].text == "nobody reads this file: of decks/problems/ is read what lies in decks/problems/ itself, under a name that ends in .toml");
}

TEST_CASE("decks on a disk that is not mounted are told") {
  const Patient patient;
  fs::remove_all(patient / "decks");
  fs::create_symlink("../not-mounted", patient / "decks");

  const Finding found = only(findings_in_files(patient.folder().root()));

  CHECK(place_of(found) == "decks");
  CHECK(found.text == "is a link whose end is not there: it is passed over");
}

TEST_CASE("texts without a reader of their own are at least TOML") {
  const Patient patient;
  patient.put("plan.toml", "weeks = \n");
  patient.put("decks/problems/own.toml", "a = 1\na = 2\n");
  patient.put("decks/exercises/own.toml", "a = 1\n");
  patient.put("notes/2026-11.md", "= no TOML =\n");

  const FindingList found = findings_in_files(patient.folder().root());

  // The library reads plan.toml, and says what is wrong with it.
  REQUIRE(found.size() == 1);
  CHECK(found[0].file == "decks/problems/own.toml");
  CHECK(found[0].line == 2);
}

TEST_CASE("copies of sync programs among the texts are told with what they are copies of") {
  const Patient patient;
  patient.put("starling.sync-conflict-20261126-101112-ABCDEFG.toml", "x = 1\n");
  patient.put("decks/own (conflicted copy 2026-11-26 101112).toml", kOwnDeck);

  const FindingList found = findings_in_files(patient.folder().root());

  CHECK(told(found) == List{"warning conflict-copy starling.sync-conflict-20261126-101112-ABCDEFG.toml",
                            "warning conflict-copy decks/own (conflicted copy 2026-11-26 101112).toml"});
  CHECK(found[0].text == "a sync program left this copy of starling.toml");
  CHECK(found[1].text == "a sync program left this copy of decks/own.toml");
}

TEST_CASE("states and items that are not those of the text are told") {
  ItemStates told_states;
  told_states[*ItemId::parse("t/a")].reviews = 3;
  told_states[*ItemId::parse("t/b")].reviews = 1;
  CHECK(findings_in_states(told_states, told_states).empty());

  ItemStates kept = told_states;
  kept[*ItemId::parse("t/b")].reviews = 2;
  kept[*ItemId::parse("t/c")].reviews = 2;
  CHECK(only(findings_in_states(kept, told_states)).text ==
        "the cache has another state of 2 items than the history, t/b first");
  CHECK(only(findings_in_states({}, told_states)).advice == "'starling doctor --rebuild' makes the cache anew");

  const std::vector<Item> items{{*ItemId::parse("t/a"), "mixed", 0, {}, Levels::Both, Away::No, {}, 1}};
  CHECK(findings_in_items(items, items).empty());
  CHECK(only(findings_in_items({}, items)).rule == "cache-texts");
}
