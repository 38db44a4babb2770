// Opens the study folder of a call.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.h"
#include "cli/screen.h"
#include "cli/world.h"
#include "study/study.h"

namespace starling {

// Takes a study down, or closes it and leaves its thousands of pieces to the end of the process, which takes them at once.
struct StudyCloser {
  bool last = false;
  void operator()(Study* study) const;
};
using OpenStudy = std::unique_ptr<Study, StudyCloser>;

// Where the study folder is or would be. UsageError where neither an option nor the environment says.
[[nodiscard]] const std::filesystem::path& study_home(const World& world);

// Where the folder has no settings: that there is none yet and how to begin one, as UsageError; of a folder with a history
// how they come back, as TextError.
[[noreturn]] void refuse_without_settings(const StudyFolder& folder, const Arguments& arguments);

[[nodiscard]] StudyPlace study_place(const StudyFolder& folder, const World& world);

// Defaults where they cannot be read: what mends a folder is wanted most when something is wrong.
[[nodiscard]] Settings settings_as_far_as_read(const StudyFolder& folder);
// By those settings.
[[nodiscard]] DayRule day_rule(const StudyFolder& folder);
// Now, or what --date pretends.
[[nodiscard]] Instant moment_of(const Arguments& arguments, const World& world, const StudyFolder& folder);

// Problems of decks and stories are told of on `err`, one line each up to a few. Throws as Study does, and UsageError
// where there is no folder: a slip in --home begins no second history.
[[nodiscard]] OpenStudy open_study(const Arguments& arguments, World& world);
// Makes a first folder where there is none; whether it did. TextError where one has a history and no settings: new ones would
// begin the plan anew.
bool begin_where_none(const Arguments& arguments, const World& world);
// The place and the defaults of a first folder, on `err`; nothing with --quiet.
void tell_beginning(const Study& study, const Arguments& arguments, World& world);

// A sentence on `err`: wrapped where a person reads it at a terminal, else on one line.
void put_remark(World& world, std::string_view sentence);
// What came up while something was written, on `err`; nothing with --quiet.
void tell_remarks(Study& study, const Arguments& arguments, World& world);
// What of the history this machine went on without: for the screen of the day, since every command said it before.
void tell_given_up(const Study& study, const Arguments& arguments, World& world);

// Width for text: the terminal's, or of the output, never less than 40 and never more than 100.
[[nodiscard]] int text_width(const World& world);
// A terminal of fewer than 24 rows: screens say the same there in fewer lines, so that nothing scrolls away.
[[nodiscard]] bool is_low(const World& world);

// The decks that can be asked for: those of files, and what the stories make, where they make any.
[[nodiscard]] std::vector<std::string> deck_ids(const Library& library);
// The item of the library in the library, or UsageError with the nearest. TextError here and below where its file cannot
// be read.
[[nodiscard]] const Item& need_item(const Study& study, const std::string& item);
// The item itself, or all schedules of the card that is named without one.
[[nodiscard]] std::vector<ItemId> need_schedules(const Study& study, const std::string& item);
// What of the history this program does not know, since a newer one wrote it; empty where there is nothing of it.
[[nodiscard]] std::string newer_history_sentence(const Study& study);
// How to mend the stories that cannot be read, a sentence each; where there is no story at all, how to write one.
[[nodiscard]] std::vector<std::string> about_missing_stories(const Study& study);
// The id of a story that may be named with "story/" in front.
[[nodiscard]] std::string story_id(std::string_view named);
// A story by id, named either way.
[[nodiscard]] const Story& need_story(const Study& study, const std::string& named);

}  // namespace starling
