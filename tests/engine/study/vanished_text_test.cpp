// A file that was there when the folder was opened, and is not when its text is wanted.
#include <doctest/doctest.h>

#include <array>

#include "engine/study/learner.h"

using namespace starling;
using namespace starling::test;

namespace {

constexpr const char* kStory =
    "schema = 1\n[story]\nid = \"night-pages\"\ntitle = \"Night pages\"\n[sections]\nsituation = \"We woke each night.\"\n";

// Leaves the heads of all texts in the cache, and no text that can be read.
void spoil_texts(Store& store) {
  std::vector<ParsedFile> files = store.parsed_files();
  for (ParsedFile& file : files) file.outline = file.content = file.words = "x";
  store.keep_parsed(files, {});
}

}  // namespace

TEST_CASE("a story or a deck that vanishes while the folder is open is no longer asked, and a search passes it over") {
  const DeckLearner learner(2);
  learner.write("stories/night-pages.toml", kStory);
  REQUIRE(learner.on("2026-11-25").library().story("night-pages") != nullptr);
  Store store(store_place(learner.place()));
  spoil_texts(store);

  const Study study = learner.on("2026-11-25");
  const Library library(study.folder(), study.content(), study.settings().plan, {}, store);
  const Timeline& timeline = study.timeline();
  std::filesystem::remove(learner.home() / "stories/night-pages.toml");
  std::filesystem::remove(learner.home() / "decks/mine.toml");

  CHECK(library.find(item("story/night-pages")) == nullptr);
  CHECK(library.find(item("mine/c0")) == nullptr);
  CHECK_THROWS_AS((void)library.card(item("mine/c0")), FileError);
  constexpr std::array kKinds{SearchKind::Cards, SearchKind::Stories};
  CHECK(search_view(library, timeline, "Question woke", kKinds, 10, {}).rows.empty());
}
