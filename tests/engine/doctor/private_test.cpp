// What a push would publish, and the hook that stops it.
#include <filesystem>

#include "doctor/git_ignored.h"
#include "engine/doctor/patient.h"

namespace fs = std::filesystem;
using namespace starling;
using namespace starling::test;
using List = std::vector<std::string>;

namespace {

constexpr const char* kMarkingStory =
    "schema = 1\n[story]\nid = \"cells\"\ntitle = \"Cells at Larkfield\"\nprivate_names = [\"Ana Petrov\"]\n"
    "[sections]\nsituation = \"\"\"It was \\\nProject \\\nHeron.\"\"\"\n"
    "[[confidential]]\nword = \"Larkfield\"\npublic = \"an online grocer\"\n[[confidential]]\nword = \"Project Heron\"\n";

List places(const PrivateCheck& seen) {
  List list;
  for (const Finding& finding : seen.findings) list.push_back(place_of(finding) + " " + finding.rule);
  return list;
}

}  // namespace

TEST_CASE("a folder without marked words has nothing private in it") {
  const Patient patient;
  const PrivateCheck seen = check_private(patient.folder());
  CHECK(places(seen) == List{});
  CHECK(seen.files > 2);
  CHECK(seen.marked == 0);
}

TEST_CASE("marked words, addresses, numbers and names are told by their place in stories, notes and wins") {
  const Patient patient;
  patient.put("stories/cells.toml", kMarkingStory);
  patient.put("notes/month-1.md", "Fine.\nLARKFIELD's Ana Petrov: ana@example.com, 555-867-5309\n");
  Deed win = deed("k3f9x2", 1);
  win.events = {Won{"cut paging at Larkfield", {}, "", {}}};
  patient.put("log/k3f9x2/2026-11.jsonl", line(win));

  const PrivateCheck seen = check_private(patient.folder());

  const std::string log = line(win);
  const std::string column = std::to_string(log.find("Larkfield") + 1);
  CHECK(places(seen) == List{"log/k3f9x2/2026-11.jsonl:1:" + column + " marked-word", "notes/month-1.md:2:1 marked-word", "notes/month-1.md:2:13 private-name",
                             "notes/month-1.md:2:25 mail-address", "notes/month-1.md:2:42 phone-number", "stories/cells.toml:4:19 marked-word",
                             "stories/cells.toml:5:19 private-name", "stories/cells.toml:8:1 marked-word", "stories/cells.toml:11:9 marked-word",
                             "stories/cells.toml:14:9 marked-word"});
  CHECK(seen.wins == 1);
  CHECK(seen.marked == 2);
}

TEST_CASE("a story that git leaves out is not searched, and what it marks is searched for all the same") {
  const Patient patient;
  patient.put("stories/cells.toml", kMarkingStory);
  patient.put(".gitignore", "backups/\nstories/\n");
  CHECK(places(check_private(patient.folder())) == List{});
  CHECK(check_private(patient.folder()).ignored == 1);
  patient.put("notes/one.md", "Larkfield");
  CHECK(places(check_private(patient.folder())) == List{"notes/one.md:1:1 marked-word"});
}

TEST_CASE("a story that cannot be read is found: nobody knows what it marks") {
  const Patient patient;
  patient.put("stories/broken.toml", "[story\n");
  CHECK(places(check_private(patient.folder())) == List{"stories/broken.toml unread"});
}

TEST_CASE("lines of .gitignore leave out what git leaves out") {
  struct Row {
    const char* lines;
    const char* name;
    bool out;
  };
  for (const Row& row : {Row{"stories/\n", "stories/a.toml", true}, {"/stories\n", "stories/a.toml", true}, {"stories/a.toml\n", "stories/a.toml", true},
                         {"a.toml", "stories/a.toml", true}, {"*.toml\n!a.toml\n", "stories/a.toml", false}, {"stories/\n!stories/a.toml\n", "stories/a.toml", true},
                         {"# stories/\n", "stories/a.toml", false}, {"notes/\n", "stories/a.toml", false}, {"a.toml/\n", "stories/a.toml", false},
                         {"stories/*.toml\r\n", "stories/a.toml", true}, {"/a.toml\n", "stories/a.toml", false}, {"*\n!**/a.toml\n", "stories/a.toml", false},
                         {"**/a.toml\n", "stories/a.toml", false}, {"story*/\n", "stories/a.toml", false}, {"stor*\n", "stories/b/a.toml", true}}) {
    CAPTURE(std::string(row.lines));
    CAPTURE(std::string(row.name));
    CHECK(is_ignored(row.lines, row.name) == row.out);
  }
}

TEST_CASE("what git keeps already is pushed although it is ignored") {
  const Patient patient;
  patient.put(".gitignore", "stories/\n");
  CHECK(GitIgnored(patient.folder().root())("stories/cells.toml"));
  patient.put(".git/index", std::string("DIRC\0\0\0\2\0\0\0\1", 12) + "…stories/cells.toml" + '\0');
  CHECK_FALSE(GitIgnored(patient.folder().root())("stories/cells.toml"));
  CHECK(GitIgnored(patient.folder().root())("stories/other.toml"));
}

TEST_CASE("the hook is made where there is a repository and nobody else's hook") {
  const Patient patient;
  const fs::path home = patient.folder().root();
  CHECK(install_push_hook(home, "/opt/starling").refused.find("git init") != std::string::npos);
  fs::create_directories(home / ".git");
  const HookDone done = install_push_hook(home, "/opt/it's here/starling");
  CHECK(done.refused.empty());
  CHECK_FALSE(done.renewed);
  CHECK(text_of(done.file).find("program='/opt/it'\\''s here/starling'\n") != std::string::npos);
  CHECK((fs::status(done.file).permissions() & fs::perms::owner_exec) != fs::perms::none);
  CHECK(install_push_hook(home, "/usr/bin/starling").renewed);
  CHECK(text_of(done.file).find("program='/usr/bin/starling'\n") != std::string::npos);

  patient.put(".git/hooks/pre-push", "#!/bin/sh\nexit 0\n");
  const HookDone refused = install_push_hook(home, "/usr/bin/starling");
  CHECK(refused.refused.find("'/usr/bin/starling' --home '" + home.string() + "' doctor --private || exit 1") != std::string::npos);
  CHECK(text_of(done.file) == "#!/bin/sh\nexit 0\n");

  fs::remove(done.file);
  patient.put(".git/config", "[core]\n\thooksPath = /elsewhere\n");
  CHECK(install_push_hook(home, "/usr/bin/starling").refused.find("elsewhere") != std::string::npos);
  CHECK_FALSE(fs::exists(done.file));
}
