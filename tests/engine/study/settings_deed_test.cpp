#include "study/settings_deed.h"

#include <doctest/doctest.h>

#include <sys/stat.h>

#include "engine/study/learner.h"

using namespace starling;
using namespace starling::test;

namespace {

// As `config KEY VALUE` does.
SettingsChanged config(Study& study, std::string_view key, std::string_view value) {
  return study.change_settings([&](const std::string& text) { return set_setting(text, key, value); });
}

std::string settings_file_of(const Learner& learner) { return text_of(learner.home() / "starling.toml"); }

Deed deed_of(std::vector<Event> events) { return Deed{{"k3f9x2", 1}, 0, {}, {}, {}, std::move(events)}; }

std::string put_back(std::string_view text, const Deed& deed, Back direction) {
  return settings_back(text, std::span(&deed, 1), direction).text;
}

}  // namespace

TEST_CASE("a setting that was set is taken back and brought back, in the file and in the history, on any machine") {
  const Learner learner;
  {
    Study study = learner.on("2026-11-25");
    const SettingsChanged done = config(study, "level", "\"L7\"");
    REQUIRE(done.deed);
    CHECK(done.deed->events == std::vector<Event>{SettingSet{"level", {}, "\"L7\""}});
  }
  const std::string after = settings_file_of(learner);
  CHECK(learner.on("2026-11-26").settings().level == "L7");
  Study study = learner.on("2026-11-26");
  CHECK(study.undo().size() == 1);
  CHECK(learner.on("2026-11-26").settings().level == "L6");
  CHECK(study.redo().size() == 1);
  CHECK(settings_file_of(learner) == after);
  CHECK(study.take_remarks().empty());
  CHECK(study.undo().size() == 1);
  CHECK(study.undo().empty());
}

TEST_CASE("what an editor changed since is left alone, which is told, and the deed counts as taken back") {
  const Learner learner;
  Study study = learner.on("2026-11-25");
  (void)config(study, "hours_per_week", "16");
  const std::string edited = set_setting(settings_file_of(learner), "hours_per_week", "18").text;
  learner.write("starling.toml", edited);
  CHECK(study.undo().size() == 1);
  CHECK(settings_file_of(learner) == edited);
  CHECK(study.take_remarks() == std::vector<std::string>{"hours_per_week is 18 by now: the file stays as it is"});
  CHECK(study.redo().size() == 1);
  CHECK(settings_file_of(learner) == edited);
  CHECK(study.take_remarks().size() == 1);
}

TEST_CASE("several undone at once are put back last first") {
  const Learner learner;
  Study study = learner.on("2026-11-25");
  for (const char* minutes : {"30", "35", "40"}) (void)config(study, "review.minutes_per_day", minutes);
  CHECK(study.undo(2).size() == 2);
  CHECK(learner.on("2026-11-25").settings().minutes_per_day == 30);
  CHECK(study.redo(2).size() == 2);
  CHECK(learner.on("2026-11-25").settings().minutes_per_day == 40);
  CHECK(study.undo(3).size() == 3);
  CHECK(read_settings(settings_file_of(learner), "s").settings->minutes_per_day == 25);
}

TEST_CASE("a start and an interview that were moved together go back together, though one alone could not be read") {
  const std::string early = "start = 2026-11-23\ninterview = 2027-05-07\n", late = "start = 2027-06-07\ninterview = 2027-11-19\n";
  const Deed later = deed_of(settings_events(early, late));
  CHECK(put_back(late, later, Back::Undo) == early);
  CHECK(put_back(early, later, Back::Redo) == late);
  const Deed earlier = deed_of(settings_events(late, early));
  CHECK(put_back(early, earlier, Back::Undo) == late);
  CHECK(put_back(late, earlier, Back::Redo) == early);
}

TEST_CASE("an undo that the power cut off between the file and the history is finished by the next one") {
  const Learner learner;
  Study study = learner.on("2026-11-25");
  (void)config(study, "level", "\"L7\"");
  const std::string after = settings_file_of(learner);
  // The file has it already, the history does not.
  learner.write("starling.toml", set_setting(after, "level", "\"L6\"").text);
  CHECK(study.undo().size() == 1);
  CHECK(study.take_remarks().empty());
  CHECK(study.undo().empty());
}

TEST_CASE("a change that the power cut off between the history and the file is made by the same command again") {
  const Learner learner;
  const std::string before = settings_file_of(learner);
  Study study = learner.on("2026-11-25");
  (void)config(study, "level", "\"L7\"");
  learner.write("starling.toml", before);
  const SettingsChanged again = config(study, "level", "\"L7\"");
  CHECK(again.changed);
  CHECK(study.undo(2).size() == 2);
  CHECK(study.take_remarks().empty());
  CHECK(learner.on("2026-11-25").settings().level == "L6");
}

TEST_CASE("where the file cannot be written nothing was changed, and there is nothing to undo") {
  const Learner learner;
  Study study = learner.on("2026-11-25");
  REQUIRE(::mkdir((learner.home() / "elsewhere").c_str(), 0700) == 0);
  const auto file = learner.home() / "starling.toml";
  const std::string text = settings_file_of(learner);
  // A link into a folder that is gone when it is written.
  learner.write("elsewhere/s.toml", text);
  std::filesystem::remove(file);
  std::filesystem::create_symlink("elsewhere/s.toml", file);
  CHECK_THROWS_AS((void)study.change_settings([&](const std::string& now) {
    std::filesystem::remove_all(learner.home() / "elsewhere");
    return set_setting(now, "level", "\"L7\"");
  }), FileError);
  std::filesystem::remove(file);
  learner.write("starling.toml", text);
  CHECK(study.undo().empty());
}

TEST_CASE("a change that says nothing new, or mends a file that could not be read, is no deed") {
  const Learner learner;
  Study study = learner.on("2026-11-25");
  CHECK_FALSE(config(study, "start", "2026-11-23").changed);
  CHECK_FALSE(config(study, "start", "\"soon\"").deed);
  learner.write("starling.toml", "level = \"L5\"\n");
  const SettingsChanged mended = config(study, "level", "\"L7\"");
  CHECK(mended.changed);
  CHECK_FALSE(mended.deed);
  CHECK(settings_file_of(learner) == "level = \"L7\"\n");
  CHECK(study.undo().empty());
}

TEST_CASE("every setting goes back to what it was, byte for byte in the template") {
  const std::string whole = settings_text({"L6", day("2026-11-23"), day("2027-05-07"), 15.0});
  for (const auto& [key, value] : std::vector<std::pair<std::string, std::string>>{
           {"level", "\"L7\""}, {"start", "2026-11-30"}, {"interview", "2027-05-14"}, {"hours_per_week", "16"},
           {"day.rest_days", "[]"}, {"day.slots.noon", "0"}, {"review.desired_retention", "0.85"},
           {"review.learning_steps", "[\"5m\"]"}, {"review.leech_action", "\"suspend\""}, {"review.load_balance", "false"}}) {
    CAPTURE(key);
    const std::string after = set_setting(whole, key, value).text;
    const Deed deed = deed_of(settings_events(whole, after));
    REQUIRE(deed.events.size() == 1);
    const std::string undone = put_back(after, deed, Back::Undo);
    // The other slots are written out beside it, and 0.90 is 0.9.
    if (key != "day.slots.noon" && key != "review.desired_retention") CHECK(undone == whole);
    CHECK(settings_events(undone, whole).empty());
    CHECK(put_back(undone, deed, Back::Redo) == after);
  }
}

TEST_CASE("a deed with a key or a value that is none, from wherever it came, leaves the file alone") {
  const std::string text = "level = \"L6\"\n";
  for (const SettingSet& set : {SettingSet{"colour", "\"red\"", "\"L6\""}, SettingSet{"level", "\"L9\"", "\"L6\""},
                                SettingSet{"level", "\"L7\"\nhours_per_week = 99", "\"L6\""},
                                SettingSet{"level", "\"L7\" # x", "\"L6\""}, SettingSet{"", "", "\"L6\""},
                                SettingSet{"review.retention.a\nb", "0.9", {}}}) {
    CAPTURE(set.key);
    const SettingsBack result = settings_back(text, std::vector{deed_of({set})}, Back::Undo);
    const bool harmless = set.before == "\"L7\" # x" || set.before->starts_with("\"L7\"\n");
    CHECK(result.text == (harmless ? "level = \"L7\"\n" : text));
    CHECK(result.left.size() == (harmless ? 0 : 1));
  }
}

TEST_CASE("how often the texts may have changed rises with each change, with its undo and with its redo, and never falls") {
  const Learner learner;
  Study study = learner.on("2026-11-25");
  // Counted by another program that reads what was written here.
  const auto count = [&] { return learner.on("2026-11-25").store().changes_of_texts(); };
  CHECK(count() == 0);
  (void)config(study, "interview", "2027-05-28");
  CHECK(count() == 1);
  (void)study.log({TaskDone{"w01-d1-environment", 1, {}, ""}});
  CHECK(count() == 1);
  (void)study.undo(2);
  CHECK(count() == 2);
  (void)study.redo(2);
  CHECK(count() == 3);
  (void)study.change_texts([](const StudyTexts& now) { return StudyTexts{now.settings, with_dropped("", "w05-d1-sliding-window").text, now.rounds}; });
  CHECK(count() == 4);
}
