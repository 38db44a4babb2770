// A cache that cannot be relied on is made anew, and nothing is wrong meanwhile.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "log_folder.h"

namespace starling {
namespace {

using test::check_adds_up;
using test::LogFolder;

struct Kept {
  LogFolder folder;
  std::vector<Deed> deeds;

  Kept() {
    test::LearnerHistory history = test::any_history(Seed{11}, 60);
    deeds = history.deeds;
    folder.append(deeds);
    Store store = folder.open();
    (void)store.catch_up();
    store.keep_parsed(std::vector{ParsedFile{"a.toml", 1, 2, 3, 4, "a", "problems", "outline", "content"}}, {});
  }
  [[nodiscard]] std::string bytes() const { return test::text_of(folder.database()); }
  void put(const std::string& bytes) const {
    for (const char* end : {"-wal", "-shm"}) std::filesystem::remove(folder.database().string() + end);
    std::ofstream(folder.database(), std::ios::binary | std::ios::trunc) << bytes;
  }
  void check() const {
    Store store = folder.open();
    (void)store.catch_up();
    check_adds_up(store, deeds);
  }
};

TEST_CASE("a cache that is gone, empty, cut, of another program or full of rubbish is made anew") {
  const Kept kept;
  { Store(kept.folder.open()).rebuild(); }
  const std::string whole = kept.bytes();
  std::filesystem::remove_all(kept.folder.cache());
  kept.check();
  for (const std::string& bytes : {std::string(), std::string("a diary"), std::string(5000, '\0'), std::string(9000, 'x'),
                                   whole.substr(0, whole.size() / 2), whole.substr(0, 100)}) {
    kept.put(bytes);
    kept.check();
  }
  Store other = kept.folder.open("another build");
  CHECK(other.catch_up());
  check_adds_up(other, kept.deeds);
}

TEST_CASE("a wrong bit in the cache changes nothing that is read from it") {
  Kept kept;
  {
    Store store = kept.folder.open();
    store.rebuild();
    store.keep_parsed(std::vector{ParsedFile{"a.toml", 1, 2, 3, 4, "a", "problems", "outline", "content"}}, {});
  }
  std::string whole = kept.bytes();
  // What lies in the write-ahead log is gathered by a copy.
  {
    SplitMix64 dice(Seed{3});
    for (int i = 0; i < 150; ++i) {
      std::string flipped = whole;
      flipped[dice.below(flipped.size())] ^= static_cast<char>(1 << dice.below(8));
      kept.put(flipped);
      CAPTURE(i);
      Store store = kept.folder.open();
      (void)store.catch_up();
      CHECK(store.states() == fold_items(kept.deeds, test::model_after(kept.deeds)));
      const auto outline = store.parsed_part("a.toml", ParsedPart::Outline);
      CHECK((!outline || *outline == "outline"));
      for (const ParsedFile& file : store.parsed_files()) CHECK((file.path != "a.toml" || file.problems == "problems"));
    }
  }
}

TEST_CASE("a file of lines that was cut, replaced, renamed or removed is read anew") {
  Kept kept;
  const auto file = kept.folder.file_of(kept.deeds.front());
  const std::string text = test::text_of(file);

  std::filesystem::rename(file, file.parent_path() / "renamed by a sync program.jsonl");
  kept.check();
  std::filesystem::rename(file.parent_path() / "renamed by a sync program.jsonl", file);
  kept.check();

  const std::size_t half = text.rfind('\n', text.size() / 2) + 1;
  std::ofstream(file, std::ios::binary | std::ios::trunc) << text.substr(0, half);
  Store store = kept.folder.open();
  (void)store.catch_up();
  CHECK(store.states() == fold_items(store.deeds(), test::model_after(store.deeds())));
  CHECK(store.deeds().size() < kept.deeds.size());
  std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
  (void)store.catch_up();
  check_adds_up(store, kept.deeds);

  std::filesystem::remove_all(kept.folder.log());
  (void)store.catch_up();
  CHECK(store.states().empty());
}

TEST_CASE("a line that is damaged in its place is not taken for the one it was") {
  Kept kept;
  const auto file = kept.folder.file_of(kept.deeds.front());
  std::string text = test::text_of(file);
  text[text.find("\"day\"") + 8] ^= 1;
  std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
  Store store = kept.folder.open();
  (void)store.catch_up();
  CHECK(store.deeds().size() == kept.deeds.size() - 1);
  CHECK(store.states() == fold_items(store.deeds(), test::model_after(store.deeds())));
}

TEST_CASE("without a place for a cache everything works from memory") {
  Kept kept;
  for (const auto& place : {std::optional<std::filesystem::path>(), std::optional<std::filesystem::path>("/proc/no-such-place")}) {
    Store store({place, kept.folder.log(), "one"});
    (void)store.catch_up();
    check_adds_up(store, kept.deeds);
  }
}

TEST_CASE("two programs with one cache both see everything") {
  Kept kept;
  Store one = kept.folder.open();
  Store two = kept.folder.open();
  test::LearnerHistory history;
  history.device = "zzzzzz";
  for (int i = 0; i < 6; ++i) {
    history.answer("lp/late", Grade::Good, 500 + i);
    kept.folder.append(history.deeds.back());
    kept.deeds.push_back(history.deeds.back());
    Store& turn = i % 2 == 0 ? one : two;
    (void)turn.catch_up();
    check_adds_up(turn, in_order(kept.deeds));
  }
  (void)one.catch_up();
  check_adds_up(one, in_order(kept.deeds));
}

TEST_CASE("a start without news reads nothing anew") {
  const Kept kept;
  Store store = kept.folder.open();
  CHECK_FALSE(store.catch_up());
  CHECK_FALSE(store.catch_up());
}

TEST_CASE("a parsed file is there in all its parts until its file is gone") {
  Kept kept;
  Store store = kept.folder.open();
  REQUIRE(store.parsed_files().size() == 1);
  CHECK(store.parsed_files()[0].name == "a");
  CHECK(store.parsed_part("a.toml", ParsedPart::Content) == "content");
  CHECK_FALSE(store.parsed_part("b.toml", ParsedPart::Content));
  store.keep_parsed({}, std::vector<std::string>{"a.toml"});
  CHECK(store.parsed_files().empty());
}

}  // namespace
}  // namespace starling
