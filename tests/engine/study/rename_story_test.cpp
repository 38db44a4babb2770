// Another id for a story: its history, its probes and its file.
#include "study/rename_story.h"

#include <doctest/doctest.h>

#include "engine/study/learner.h"

using namespace starling;
using namespace starling::test;

namespace {

std::string story_text(const std::string& id, const std::string& more = "") {
  return "# mine\n[story]\nid = \"" + id + "\"  # the id\ntitle = \"T\"\n[[principle]]\nid = \"OW\"\n[sections]\n"
         "situation = \"One two three four five.\"\ntask = \"One two three four five.\"\naction = \"One two three four five.\"\n"
         "result = \"One two three four five.\"\nreflection = \"One two three four five.\"\n" + more;
}

std::string file(const Learner& learner, const std::string& name) { return text_of(learner.home() / "stories" / name); }
bool there(const Learner& learner, const std::string& name) { return std::filesystem::exists(learner.home() / "stories" / name); }

// One told story and one of its probes asked.
void begin(const Learner& learner) {
  learner.write("stories/old.toml", story_text("old"));
  Study study = learner.on("2026-11-25");
  (void)study.answer(found(study, "story/old"), Grade::Good, 90s);
  (void)study.log({Imported{item("probe/old/3"), Phase::Review, study.model().first_review(Grade::Good), Instant(1'795'000'000'000ms),
                            *parse_day("2026-11-18"), Due{*parse_day("2026-12-05"), {}}, 2, 0}});
}

}  // namespace

TEST_CASE("a renamed story goes on with its history and its probes, and its file has the new name") {
  const Learner learner;
  begin(learner);
  Study study = learner.on("2026-11-26");
  const ItemState before = state(study, "story/old");
  const ItemState probe = state(study, "probe/old/3");
  const StoryRenaming renaming = plan_story_renaming(study, "old", "new-one");
  REQUIRE(renaming.refused.empty());
  CHECK(renaming.tellings == 1);
  CHECK(renaming.probes == 1);
  const Deed deed = carry_out(study, renaming);
  CHECK(describe(deed) == "the rename of story/old to story/new-one");
  CHECK(file(learner, "new-one.toml") == "# mine\n[story]\nid = \"new-one\"  # the id\n" + story_text("old").substr(story_text("old").find("title")));
  CHECK_FALSE(there(learner, "old.toml"));
  CHECK(state(study, "story/new-one") == before);
  CHECK(state(study, "probe/new-one/3") == probe);
  CHECK_FALSE(seen(state(study, "story/old")));
  CHECK(study.library().story("new-one") != nullptr);
  CHECK(study.states() == fold_items(study.store().deeds(), study.model()));
}

TEST_CASE("an undo gives the story its history and its file back, and a redo takes both along again") {
  const Learner learner;
  begin(learner);
  {
    Study study = learner.on("2026-11-26");
    (void)carry_out(study, plan_story_renaming(study, "old", "new-one"));
  }
  {
    Study study = learner.on("2026-11-26");
    CHECK(describe(study.undo().front()) == "the rename of story/old to story/new-one");
    CHECK(study.take_remarks() == std::vector<std::string>{"the story 'new-one' is 'old' again, in stories/old.toml"});
  }
  CHECK(file(learner, "old.toml") == story_text("old"));
  CHECK_FALSE(there(learner, "new-one.toml"));
  CHECK(state(learner.on("2026-11-26"), "story/old").reviews == 1);
  {
    Study study = learner.on("2026-11-26");
    (void)study.redo();
    CHECK(study.take_remarks().size() == 1);
  }
  CHECK(there(learner, "new-one.toml"));
  CHECK(state(learner.on("2026-11-26"), "story/new-one").reviews == 1);
}

TEST_CASE("what loop.toml says was told goes along with a renamed story, and comes back with it") {
  const Learner learner;
  begin(learner);
  const std::string rounds = "# mine\nschema = 1\n\n[[round]]\nid = \"a\"\ntitle = \"A\"\nkind = \"behavioural\"\nused = [\"other\", \"old\"]\n\n[[round]]\nid = \"b\"\ntitle = \"B\"\nkind = \"behavioural\"\nused = [\"old\"]\n";
  learner.write("loop.toml", rounds);
  Study study = learner.on("2026-11-26");
  CHECK(describe(carry_out(study, plan_story_renaming(study, "old", "new-one"))) == "the rename of story/old to story/new-one");
  CHECK(study.library().rounds()[0].used == std::vector<std::string>{"other", "new-one"});
  CHECK(study.library().rounds()[1].used == std::vector<std::string>{"new-one"});
  CHECK(text_of(learner.home() / "loop.toml").starts_with("# mine\n"));
  (void)study.undo();
  CHECK(text_of(learner.home() / "loop.toml") == rounds);
  (void)study.redo();
  CHECK(study.take_remarks().size() == 2);
  study.read_texts_again();
  CHECK(study.library().rounds()[1].used == std::vector<std::string>{"new-one"});
}

TEST_CASE("of two files with one id that which is named like it is renamed, and the other stays") {
  const Learner learner;
  begin(learner);
  const std::string copy = text_of(learner.home() / "stories/old.toml");
  learner.write("stories/old-copy.toml", copy);
  Study study = learner.on("2026-11-26");
  (void)carry_out(study, plan_story_renaming(study, "old", "new-one"));
  CHECK(std::filesystem::exists(learner.home() / "stories/new-one.toml"));
  CHECK_FALSE(std::filesystem::exists(learner.home() / "stories/old.toml"));
  CHECK(text_of(learner.home() / "stories/old-copy.toml") == copy);
}

TEST_CASE("a loop.toml that no command can change is left by a rename, which says so") {
  const Learner learner;
  begin(learner);
  learner.write("loop.toml", "schema = 1\nround = [{id = \"a\", title = \"A\", used = [\"old\"]}]\n");
  Study study = learner.on("2026-11-26");
  const StoryRenaming renaming = plan_story_renaming(study, "old", "new-one");
  CHECK(renaming.rounds_left == "what loop.toml says was told stays as it is: loop.toml is written in a way that only an editor can change");
  (void)carry_out(study, renaming);
  CHECK(there(learner, "new-one.toml"));
}

TEST_CASE("two renames come back one after the other, in one undo too") {
  const Learner learner;
  begin(learner);
  Study study = learner.on("2026-11-26");
  (void)carry_out(study, plan_story_renaming(study, "old", "b"));
  (void)carry_out(study, plan_story_renaming(study, "b", "c"));
  CHECK(state(study, "story/c").reviews == 1);
  CHECK(study.undo(2).size() == 2);
  CHECK(file(learner, "old.toml") == story_text("old"));
  CHECK(state(study, "story/old").reviews == 1);
}

TEST_CASE("an undo leaves a file alone that is another one by now, and says so") {
  const Learner learner;
  begin(learner);
  Study study = learner.on("2026-11-26");
  (void)carry_out(study, plan_story_renaming(study, "old", "new-one"));
  learner.write("stories/old.toml", story_text("old", "# written since\n"));
  (void)study.undo();
  const auto remarks = study.take_remarks();
  REQUIRE(remarks.size() == 1);
  CHECK(remarks[0] == "there is a story 'old' already, in stories/old.toml: the file stays as it is, and its history is that of 'old'");
  CHECK(there(learner, "new-one.toml"));
  CHECK(file(learner, "old.toml").ends_with("# written since\n"));
}

TEST_CASE("a file that is called otherwise keeps its name, and nothing that is there is written over") {
  const Learner learner;
  learner.write("stories/my notes.toml", story_text("old"));
  learner.write("stories/taken.toml", "broken = ");
  learner.write("stories/other.toml", story_text("other"));
  Study study = learner.on("2026-11-26");
  CHECK(plan_story_renaming(study, "old", "other").refused == "there is a story 'other' already, in stories/other.toml");
  CHECK(plan_story_renaming(study, "other", "taken").refused == "stories/taken.toml is there already");
  CHECK(plan_story_renaming(study, "old", "old").refused == "both are the same id");
  CHECK(plan_story_renaming(study, "old", "My Story").refused.ends_with("such as 'my-story'"));
  CHECK_FALSE(plan_story_renaming(study, "old", "").refused.empty());
  CHECK_FALSE(plan_story_renaming(study, "nothing", "x").refused.empty());
  (void)carry_out(study, plan_story_renaming(study, "old", "newer"));
  CHECK(file(learner, "my notes.toml") == story_text("newer"));
  CHECK(file(learner, "taken.toml") == "broken = ");
  // Never told: the undo brings the id back all the same.
  (void)study.undo();
  CHECK(file(learner, "my notes.toml") == story_text("old"));
}

TEST_CASE("a rename whose file cannot be changed changes nothing in the history") {
  const Learner learner;
  begin(learner);
  Study study = learner.on("2026-11-26");
  const StoryRenaming renaming = plan_story_renaming(study, "old", "new-one");
  learner.write("stories/new-one.toml", "in the way");
  CHECK_THROWS_AS((void)carry_out(study, renaming), FileError);
  CHECK(file(learner, "old.toml") == story_text("old"));
  CHECK(file(learner, "new-one.toml") == "in the way");
  CHECK(state(study, "story/old").reviews == 1);
  CHECK_FALSE(seen(state(study, "story/new-one")));
}

TEST_CASE("a changed text keeps its history, which hangs on the id") {
  const Learner learner;
  begin(learner);
  const ItemState before = state(learner.on("2026-11-26"), "story/old");
  std::string text = story_text("old");
  text.replace(text.find("title = \"T\""), 11, "title = \"Quite another title\"");
  learner.write("stories/old.toml", text);
  CHECK(state(learner.on("2026-11-26"), "story/old") == before);
}
