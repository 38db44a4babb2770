#include <doctest/doctest.h>
#include <sys/stat.h>

#include <map>

#include "engine/backup/folder.h"

namespace fs = std::filesystem;
using namespace starling;

namespace {

const std::string kLog = "log/k3f9x2/2026-11.jsonl";

const DayRule& berlin() {
  static const DayRule kRule("Europe/Berlin", 4);
  return kRule;
}
Instant evening() { return berlin().moment(test::day("2026-11-25"), std::chrono::minutes(22 * 60 + 41)); }

RestoreDone put_back(const test::Folder& folder, const std::vector<ArchivedText>& texts) {
  return restore(folder.home(), texts, evening(), berlin());
}

const RestoreStep& step(const RestorePlan& plan, const std::string& name) {
  for (const RestoreStep& each : plan.steps)
    if (each.name == name) return each;
  FAIL("no step for " << name);
  return plan.steps.front();
}

// Every file below a folder, by its name from there.
std::map<std::string, std::string> everything(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files[fs::relative(entry.path(), folder).string()] = test::text_of(entry.path());
  return files;
}

}  // namespace

TEST_CASE("a folder comes back from its backup in an empty place, byte for byte and private") {
  const test::Folder from;
  from.fill();
  make_backup(from.home(), from.place() / "copy.zip", false);
  const test::Folder to;

  const ArchiveRead read = read_archive(test::text_of(from.place() / "copy.zip"));
  REQUIRE(read.refusal.empty());
  const RestoreDone done = put_back(to, read.texts);

  CHECK(everything(to.home()) == everything(from.home()));
  CHECK(done.kept_in.empty());
  struct stat status {};
  REQUIRE(::stat(to.home().c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0700);
  REQUIRE(::stat((to / kLog).c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("a story that was renamed since stays out while it is here under its new id, and comes back after an undo") {
  const test::Folder folder;
  folder.fill();
  const std::vector<ArchivedText> texts = collect_texts(folder.home()).texts;
  Deed renamed;
  renamed.id = {"k3f9x2", 3};
  renamed.at = evening();
  renamed.order = renamed.at.time_since_epoch().count();
  renamed.day = test::day("2026-11-25");
  renamed.events = {Renamed{*ItemId::parse("story/checkout"), *ItemId::parse("story/cells")}};
  folder.put(kLog, folder.text(kLog) + written(renamed) + "\n");
  fs::rename(folder / "stories/checkout.toml", folder / "stories/cells.toml");

  const RestorePlan plan = plan_restore(folder.home(), texts);
  CHECK(step(plan, "stories/checkout.toml").fate == Fate::Renamed);
  CHECK(step(plan, "stories/checkout.toml").target == "stories/cells.toml");
  CHECK(changes_nothing(plan));
  (void)put_back(folder, texts);
  CHECK_FALSE(fs::exists(folder / "stories/checkout.toml"));
  // Where the backup has both, the old id was another story's by then.
  std::vector<ArchivedText> both = texts;
  both.push_back({"stories/cells.toml", folder.text("stories/cells.toml")});
  CHECK(step(plan_restore(folder.home(), both), "stories/checkout.toml").fate == Fate::New);

  // Lost under its new id too, or never renamed after all: then it is a text that is not here.
  fs::remove(folder / "stories/cells.toml");
  CHECK(step(plan_restore(folder.home(), texts), "stories/checkout.toml").fate == Fate::New);
  folder.put("stories/cells.toml", "id = \"cells\"\n");
  Deed undo = renamed;
  undo.id.number = 4;
  undo.order += 1;
  undo.events = {undone(renamed)};
  folder.put(kLog, folder.text(kLog) + written(undo) + "\n");
  CHECK(step(plan_restore(folder.home(), texts), "stories/checkout.toml").fate == Fate::New);
}

TEST_CASE("a preview says what is new, changed, the same and only here, and touches nothing") {
  const test::Folder folder;
  folder.fill();
  std::vector<ArchivedText> texts = collect_texts(folder.home()).texts;
  folder.put("starling.toml", "level = \"L7\"\n");
  fs::remove(folder / "stories/checkout.toml");
  folder.put("stories/newer.toml", "x");
  const auto before = everything(folder.home());

  const RestorePlan plan = plan_restore(folder.home(), texts);

  CHECK(plan.refusal.empty());
  CHECK(step(plan, "starling.toml").fate == Fate::Changed);
  CHECK(step(plan, "stories/checkout.toml").fate == Fate::New);
  CHECK(step(plan, "decks/own.toml").fate == Fate::Same);
  CHECK(step(plan, kLog).fate == Fate::Same);
  CHECK(plan.only_here == std::vector<std::string>{"stories/newer.toml"});
  CHECK_FALSE(changes_nothing(plan));
  CHECK(everything(folder.home()) == before);
}

TEST_CASE("a text that is replaced is kept first, and what is only here stays") {
  const test::Folder folder;
  folder.fill();
  const std::vector<ArchivedText> texts = collect_texts(folder.home()).texts;
  folder.put("starling.toml", "level = \"L7\"\n");
  folder.put("decks/problems/lc.toml", "mine\n");
  folder.put("stories/newer.toml", "newer\n");

  const RestoreDone done = put_back(folder, texts);

  CHECK(done.kept_in == folder / "backups/before-restore-2026-11-25-2241");
  CHECK(folder.text("starling.toml") == "level = \"L6\"\n");
  CHECK(folder.text("decks/problems/lc.toml") == "schema = 1\n");
  CHECK(folder.text("stories/newer.toml") == "newer\n");
  CHECK(everything(done.kept_in) ==
        std::map<std::string, std::string>{{"starling.toml", "level = \"L7\"\n"}, {"decks/problems/lc.toml", "mine\n"}});

  folder.put("starling.toml", "level = \"L5\"\n");
  CHECK(put_back(folder, texts).kept_in == folder / "backups/before-restore-2026-11-25-2241-2");
}

TEST_CASE("restoring twice changes nothing the second time") {
  const test::Folder folder;
  folder.fill();
  const std::vector<ArchivedText> texts = collect_texts(folder.home()).texts;
  folder.put(kLog, test::line("k3f9x2", 2));
  put_back(folder, texts);
  const auto before = everything(folder.home());

  const RestoreDone again = put_back(folder, texts);

  CHECK(changes_nothing(again.plan));
  CHECK(everything(folder.home()) == before);
}

TEST_CASE("history that is longer here than in the archive stays as it is") {
  const test::Folder folder;
  folder.fill();
  const std::vector<ArchivedText> texts = collect_texts(folder.home()).texts;
  const std::string longer = folder.text(kLog) + test::line("k3f9x2", 3);
  folder.put(kLog, longer);

  const RestoreDone done = put_back(folder, texts);

  CHECK(changes_nothing(done.plan));
  CHECK(folder.text(kLog) == longer);
}

TEST_CASE("lines that are only in the archive come in a file of their own") {
  const test::Folder folder;
  folder.fill();
  const std::vector<ArchivedText> texts = collect_texts(folder.home()).texts;
  const std::string here = test::line("k3f9x2", 2) + test::line("k3f9x2", 3);
  folder.put(kLog, here);

  const RestoreDone done = put_back(folder, texts);

  CHECK(step(done.plan, kLog).fate == Fate::Lines);
  CHECK(step(done.plan, kLog).lines == 1);
  CHECK(step(done.plan, kLog).target == "log/k3f9x2/2026-11.restored-1.jsonl");
  CHECK(folder.text(kLog) == here);
  CHECK(folder.text("log/k3f9x2/2026-11.restored-1.jsonl") == test::line("k3f9x2", 1));
  CHECK(done.kept_in.empty());
}

TEST_CASE("a second file of restored lines has another name, also where the archive brings one along") {
  const test::Folder folder;
  folder.fill();
  const std::vector<ArchivedText> texts{
      {kLog, test::line("k3f9x2", 7), 0},
      {"log/k3f9x2/2026-11.restored-1.jsonl", test::line("k3f9x2", 8), 0},
      {"log/k3f9x2/2026-11.restored-2.jsonl", test::line("k3f9x2", 9), 0}};
  folder.put("log/k3f9x2/2026-11.restored-1.jsonl", test::line("k3f9x2", 5));

  put_back(folder, texts);

  CHECK(folder.text("log/k3f9x2/2026-11.restored-1.jsonl") == test::line("k3f9x2", 5));
  CHECK(folder.text("log/k3f9x2/2026-11.restored-2.jsonl") == test::line("k3f9x2", 9));
  CHECK(folder.text("log/k3f9x2/2026-11.restored-3.jsonl") == test::line("k3f9x2", 7));
  CHECK(folder.text("log/k3f9x2/2026-11.restored-4.jsonl") == test::line("k3f9x2", 8));
}

TEST_CASE("lines that stand in another file of the folder are not taken again") {
  const test::Folder folder;
  folder.put("starling.toml", "");
  folder.put("log/k3f9x2/2026-11.sync-conflict.jsonl", test::line("k3f9x2", 1) + test::line("k3f9x2", 2));

  const RestoreDone done = put_back(folder, {{kLog, test::line("k3f9x2", 1) + test::line("k3f9x2", 2), 0}});

  CHECK(changes_nothing(done.plan));
  CHECK_FALSE(fs::exists(folder / kLog));
}

TEST_CASE("damaged lines of an archive are not taken and are named; lines of a newer version are") {
  const test::Folder folder;
  folder.put("starling.toml", "");
  std::string newer = test::line("k3f9x2", 2);
  newer = newer.substr(0, newer.find(",\"c\":"));
  newer.replace(newer.find("\"v\":1"), 5, "\"v\":9");
  char checksum[32];
  std::snprintf(checksum, sizeof checksum, ",\"c\":\"%08x\"}\n", line_checksum(newer));
  newer += checksum;
  const std::string last = test::line("k3f9x2", 3);
  const std::string text = test::line("k3f9x2", 1) + "<<<<<<< ours\n" + newer + last.substr(0, last.size() - 1);

  const RestoreDone done = put_back(folder, {{kLog, text, 0}});

  CHECK(folder.text(kLog) == test::line("k3f9x2", 1) + newer + last);
  REQUIRE(done.plan.damaged.size() == 1);
  CHECK(done.plan.damaged[0].line == 2);
}

TEST_CASE("what stands in the way of a text is named, and nothing is done") {
  const test::Folder folder;
  folder.fill();
  const std::vector<ArchivedText> texts{{"decks/own.toml", "other\n", 0}, {"stories/checkout.toml", "other\n", 0}};
  fs::remove(folder / "stories/checkout.toml");
  fs::create_directory(folder / "stories/checkout.toml");

  CHECK(plan_restore(folder.home(), texts).refusal == "'stories/checkout.toml' is no plain file");
  CHECK_THROWS_AS(put_back(folder, texts), BackupError);
  CHECK(folder.text("decks/own.toml") == "[deck]\nid = \"own\"\n");

  fs::remove_all(folder / "stories");
  folder.put("stories", "a file");
  CHECK(plan_restore(folder.home(), texts).refusal ==
        "'stories' is no folder here, so 'stories/checkout.toml' cannot be put back");

  fs::remove(folder / "stories");
  fs::create_directory(folder / "stories");
  fs::create_symlink("nowhere", folder / "stories/checkout.toml");
  CHECK(plan_restore(folder.home(), texts).refusal == "'stories/checkout.toml' is a link to nothing");
}

TEST_CASE("texts behind links are put back behind them") {
  const test::Folder folder;
  folder.place().write("dotfiles/starling.toml", "level = \"L7\"\n");
  fs::create_directories(folder.home());
  fs::create_symlink("../dotfiles/starling.toml", folder / "starling.toml");

  put_back(folder, {{"starling.toml", "level = \"L6\"\n", 0}});

  CHECK(fs::is_symlink(folder / "starling.toml"));
  CHECK(test::text_of(folder.place() / "dotfiles/starling.toml") == "level = \"L6\"\n");
}

TEST_CASE("no order of backups, losses and restores loses a line of the history") {
  const test::Folder folder;
  folder.put("starling.toml", "");
  std::vector<std::vector<ArchivedText>> backups;
  std::string all;
  for (int number = 1; number <= 12; ++number) {
    const std::string next = test::line("k3f9x2", number);
    all += next;
    folder.put(kLog, number % 4 == 0 ? next : folder.text(kLog) + next);  // every fourth time the file is lost before
    backups.push_back(collect_texts(folder.home()).texts);
  }
  fs::remove_all(folder / "log");

  for (const std::size_t which : {11, 2, 6, 10, 2, 0, 7, 3}) put_back(folder, backups[which]);

  std::string found;
  for (const auto& [name, text] : everything(folder / "log")) found += text;
  for (int number = 1; number <= 12; ++number) {
    const std::string line = test::line("k3f9x2", number);
    const std::size_t at = found.find(line);
    INFO(number);
    CHECK(at != found.npos);
    CHECK(found.find(line, at + 1) == found.npos);
  }
}
