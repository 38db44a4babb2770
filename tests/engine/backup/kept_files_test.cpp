#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/backup/folder.h"

namespace fs = std::filesystem;
using namespace starling;

namespace {

std::vector<std::string> names_of(const KeptListing& listing) {
  std::vector<std::string> names;
  for (const KeptFile& file : listing.files) names.push_back(file.name);
  return names;
}

std::string why(const KeptListing& listing, const std::string& name) {
  for (const LeftOut& each : listing.left_out)
    if (each.name == name) return each.why;
  return "";
}

}  // namespace

TEST_CASE("texts of a study folder have names that are kept") {
  for (const char* name :
       {"starling.toml", "plan.toml", "loop.toml", ".gitattributes", ".gitignore", "stories/checkout.toml", "decks/a/b/c/d/e.toml",
        "decks/problems/lc-0076.toml", "plans/mine.toml", "notes/2026-11.md", "notes/Gespräch mit Jörg.md", "log/k3f9x2/2026-11.jsonl",
        "log/k3f9x2/2026-11.sync-conflict-20261126-101112-ABCDEFG.jsonl", "log/2026-11 (1).jsonl"}) {
    INFO(name);
    CHECK(is_kept_name(name));
  }
}

TEST_CASE("nothing else has") {
  const std::string long_part(256, 'a');
  for (const std::string& name :
       {std::string(), std::string("/"), std::string("/etc/passwd"), std::string("../starling.toml"),
        std::string("decks/../starling.toml"), std::string("decks/./a.toml"), std::string("decks//a.toml"),
        std::string("decks/a.toml/"), std::string("decks/.a.toml"), std::string("decks/.git/config.toml"),
        std::string("./starling.toml"), std::string("decks\\a.toml"), std::string("decks/..\\a.toml"),
        std::string("C:/decks/a.toml"), std::string("decks/a\x1b[0m.toml"), std::string("decks/a\nb.toml"),
        std::string("decks/a\0.toml", 14), std::string("decks/a\xC2\x9B.toml"), std::string("decks/a\xff.toml"),
        std::string("decks/a/b/c/d/e/f.toml"), std::string("decks/a.toml~"), std::string("decks/a.toml.12.tmp"),
        std::string("decks/#a.toml"), std::string("decks/.toml"), std::string("log/.jsonl"), std::string("log/k3f9x2/lock"),
        std::string("log/k3f9x2/2026-11.toml"), std::string("notes/photo.png"), std::string("notes"),
        std::string("other.toml"), std::string("backups/before/starling.toml"), std::string(".git/config"),
        "decks/" + long_part + ".toml"}) {
    INFO(name);
    CHECK_FALSE(is_kept_name(name));
  }
}

TEST_CASE("every text of a folder is found, by name, and nothing that is made from it") {
  const test::Folder folder;
  folder.fill();
  folder.put("backups/starling-old.zip", "x");
  folder.put(".git/config", "x");
  folder.put("log/k3f9x2/lock", "");
  folder.put("log/k3f9x2/.2026-11.jsonl.swp", "x");
  folder.put("decks/own.toml.4711.tmp", "x");
  folder.put("decks/own.toml~", "x");
  folder.put("recordings/telling.ogg", "x");

  const KeptListing listing = list_kept_files(folder.home());

  CHECK(names_of(listing) == std::vector<std::string>{".gitattributes", ".gitignore", "decks/own.toml",
                                                      "decks/problems/lc.toml", "log/k3f9x2/2026-11.jsonl",
                                                      "notes/2026-11.md", "starling.toml", "stories/checkout.toml"});
  CHECK(listing.left_out.empty());
}

TEST_CASE("a file of the history that counts is kept, whatever a program called it") {
  const test::Folder folder;
  folder.fill();
  folder.put("log/k3f9x2/#2026-12.jsonl", "x");
  CHECK(is_kept_name("log/k3f9x2/#2026-12.jsonl"));
  CHECK(std::ranges::count(names_of(list_kept_files(folder.home())), "log/k3f9x2/#2026-12.jsonl") == 1);
}

TEST_CASE("what lies beside the texts is left out by name, but for what is a copy or too large for a text") {
  const test::Folder folder;
  folder.fill();
  for (const char* name : {"README.md", "drafts/first.toml", "backups/old.zip", "recordings/telling.ogg", "schema/deck.json", ".git/config", "plan.toml~"})
    folder.put(name, "x");

  const KeptListing listing = list_kept_files(folder.home());

  REQUIRE(listing.left_out.size() == 2);
  CHECK(listing.left_out[0].name == "README.md");
  CHECK_FALSE(listing.left_out[0].is_text);
  CHECK(listing.left_out[1].name == "drafts");
}

TEST_CASE("a text whose ending is in large letters is a text") {
  const test::Folder folder;
  folder.fill();
  folder.put("decks/UP.TOML", "x");
  folder.put("notes/Talk.Md", "x");
  CHECK(is_kept_name("decks/UP.TOML"));
  CHECK(list_kept_files(folder.home()).left_out.empty());
}

TEST_CASE("what is passed over is named with its reason") {
  const test::Folder folder;
  folder.fill();
  REQUIRE(::mkfifo((folder / "decks/pipe.toml").c_str(), 0600) == 0);
  fs::create_symlink("nowhere.toml", folder / "decks/dangling.toml");
  fs::create_symlink(".", folder / "decks/round");
  folder.put("notes/photo.png", "x");
  folder.put("stories/a\x1b.toml", "x");
  folder.put("log/a/b/c/d/e/2026-11.jsonl", "x");

  const KeptListing listing = list_kept_files(folder.home());

  CHECK(why(listing, "decks/pipe.toml") == "is no plain file");
  CHECK(why(listing, "decks/dangling.toml") == "is a link whose end is not there");
  CHECK(why(listing, "decks/round") == "is a link in a circle");
  CHECK(why(listing, "notes/photo.png") == "is no text");
  CHECK(why(listing, "stories/a\x1b.toml") == "has a name that cannot be kept, or lies too deep");
  CHECK(why(listing, "log/a/b/c/d/e") == "has a name that cannot be kept, or lies too deep");
  CHECK(listing.left_out.size() == 6);
  CHECK(listing.files.size() == 8);
}

TEST_CASE("links to texts elsewhere are followed, and a folder that is not there is said to be") {
  const test::Folder folder;
  folder.put("starling.toml", "");
  folder.place().write("dotfiles/plan.toml", "x");
  folder.place().write("disk/own.toml", "x");
  fs::create_symlink("../dotfiles/plan.toml", folder / "plan.toml");
  fs::create_symlink("../disk", folder / "decks");
  fs::create_symlink("../not-mounted", folder / "stories");

  const KeptListing listing = list_kept_files(folder.home());

  CHECK(names_of(listing) == std::vector<std::string>{"decks/own.toml", "plan.toml", "starling.toml"});
  CHECK(why(listing, "stories") == "is a link whose end is not there");
}

TEST_CASE("a folder that is not there holds nothing") {
  CHECK(list_kept_files("/nowhere/at/all").files.empty());
}
