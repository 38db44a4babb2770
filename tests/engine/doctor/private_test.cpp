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

TEST_CASE("whatever the history holds in the learner's words is searched") {
  const ItemId card = *ItemId::parse("aws-s3/s3-slow-down");
  const ItemId story = *ItemId::parse("story/larkfield-cells");
  const Answered telling{story, Grade::Good, std::nullopt, Phase::Review, 0, {day("2026-11-28"), std::nullopt}, {}};
  struct Row {
    Event event;
    const char* what;
  };
  for (const Row& row :
       {Row{GoalsSet{3, {"sleep", "ring Larkfield"}}, "a goal"}, {Mocked{"design", "", {}, {}, {"say less of Larkfield"}, ""}, "feedback of a mock"},
        {Mocked{"design", "", {}, {}, {}, "Larkfield"}, "a note"}, {Mocked{"design", "", {}, {{"larkfield-fit", 3}}, {}, ""}, "a part of a score"},
        {Designed{"", "Billing", "", {}, {{"larkfield-fit", 3}}, ""}, "a part of a score"}, {Debriefed{"Why did you leave Larkfield?", "", "", {}, {}}, "a question of the interview"},
        {Debriefed{"Why?", "", "", {"Who is at Larkfield?"}, {}}, "a follow-up of the interview"}, {Debriefed{"Why?", "", "larkfield-cells", {}, {}}, "the id of a story"},
        {InterviewOutcome{"waiting", {"Larkfield ref"}}, "a reason of the outcome"}, {Designed{"", "Larkfield billing", "", {}, {}, ""}, "a title"},
        {Designed{"", "Billing", "", {}, {}, "Larkfield"}, "a note"}, {Solved{"", "Larkfield puzzle", "", {}, true, {}, ""}, "a title"},
        {Solved{"lc-0076", "", "", {}, true, {}, "as at Larkfield"}, "a note"}, {Solved{"", "", "", {}, true, {"larkfield-sort"}, ""}, "a pattern"},
        {Studied{"design", 20, "Larkfield wiki"}, "a note"}, {TaskDone{"w01-d1-read", 1, {}, "Larkfield notes"}, "a note"},
        {TaskDone{"own-call-larkfield", 1, {}, ""}, "the id of a task of your own"}, {Measured{"story-quality", 3, "", "Larkfield"}, "a note"},
        {Measured{"story-quality", 3, "Larkfield points", ""}, "a unit"}, {Flagged{card, "not so at Larkfield"}, "a flag"},
        {Won{"cut paging at Larkfield", {}, "", {}}, "a win"}, {Won{"cut paging", {"larkfield"}, "", {}}, "a win"},
        {SettingSet{"level", "\"Larkfield\"", {}}, "a setting as it was"}, {SettingSet{"level", {}, "\"Larkfield\""}, "a setting"},
        {Replanned{"add own-call", {}, "{ title = \"Call\\nLarkfield\" }"}, "a change of the plan"},
        {Replanned{"round bar-raiser", "{ interviewer = \"ex Larkfield\" }", {}}, "a change of the plan"}, {telling, "the id of a story"},
        {Suspended{*ItemId::parse("my-stories/larkfield-cells#opening")}, "the id of a story"}, {Buried{*ItemId::parse("probe/larkfield-cells/3"), day("2026-11-28")}, "the id of a story"},
        {Renamed{story, *ItemId::parse("story/cells")}, "the id of a story"}, {Unknown{"sung", R"({"k":"sung","tune":"of\nLarkfield"})"}, "what a newer version wrote"}}) {
    const Patient patient;
    patient.put("stories/cells.toml", kMarkingStory);
    patient.put(".gitignore", "stories/\n");
    Deed told = deed("k3f9x2", 1);
    told.events = {row.event};
    const std::string text = line(told);
    CAPTURE(text);
    patient.put("log/k3f9x2/2026-11.jsonl", text);
    const PrivateCheck seen = check_private(patient.folder());
    const auto at = std::min(text.find("Larkfield"), text.find("larkfield"));
    CHECK(places(seen) == List{"log/k3f9x2/2026-11.jsonl:1:" + std::to_string(at + 1) + " marked-word"});
    for (const Finding& finding : seen.findings) CHECK(finding.text.ends_with(std::string(" (") + row.what + ")"));
    CHECK(seen.deeds == 1);
  }
}

TEST_CASE("a backslash in a note hides no word behind it") {
  const Patient patient;
  patient.put("stories/cells.toml", "schema = 1\n[story]\nid = \"cells\"\ntitle = \"Cells\"\n[[confidential]]\nword = \"Tango\"\n");
  patient.put(".gitignore", "stories/\n");
  Deed note = deed("k3f9x2", 1);
  note.events = {Studied{"design", 20, "on \\\\files\\tango"}};
  const std::string text = line(note);
  patient.put("log/k3f9x2/2026-11.jsonl", text + text.substr(0, text.size() / 2) + "\n");  // and half of it
  CHECK(places(check_private(patient.folder())).front().ends_with(" marked-word"));
  note.events = {Studied{"design", 20, "on \\\\files\\none"}};
  patient.put("log/k3f9x2/2026-11.jsonl", line(note));
  CHECK(places(check_private(patient.folder())) == List{});
}

TEST_CASE("two places of one deed are two columns, and an id is told once a file") {
  const Patient patient;
  patient.put("stories/cells.toml", kMarkingStory);
  patient.put(".gitignore", "stories/\n");
  Deed goals = deed("k3f9x2", 1);
  goals.events = {GoalsSet{1, {"Larkfield", "and ana@example.com of Larkfield"}}};
  const std::string text = line(goals);
  const auto first = text.find("Larkfield");
  const std::string name = "log/k3f9x2/2026-11.jsonl";
  patient.put(name, text + line(deed("k3f9x2", 2, "story/larkfield-cells")) + line(deed("k3f9x2", 3, "story/larkfield-cells")) + line(deed("k3f9x2", 4)));
  CHECK(places(check_private(patient.folder())) ==
        List{name + ":1:" + std::to_string(first + 1) + " marked-word", name + ":1:" + std::to_string(text.find("ana@") + 1) + " mail-address",
             name + ":1:" + std::to_string(text.find("Larkfield", first + 1) + 1) + " marked-word",
             name + ":2:" + std::to_string(line(deed("k3f9x2", 2, "story/larkfield-cells")).find("larkfield") + 1) + " marked-word"});
}

TEST_CASE("a line of the history that cannot be read is searched as it stands") {
  const Patient patient;
  patient.put("stories/cells.toml", kMarkingStory);
  patient.put(".gitignore", "stories/\n");
  const std::string name = "log/k3f9x2/2026-11.jsonl";
  patient.put(name, line(deed("k3f9x2", 1)) + "{\"v\":1,\"note\":\"at\\nLarkfield\"}\n{\"v\":1,\"d\":\"k3f9x2\",\"note\":\"Larkf");
  CHECK(places(check_private(patient.folder())) == List{name + ":2:20 marked-word"});
  patient.put(name, "{\"note\":\"Larkfield");
  CHECK(places(check_private(patient.folder())) == List{name + ":1:10 marked-word"});
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
