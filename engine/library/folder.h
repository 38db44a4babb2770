// The study folder of one learner and the folder of shipped content: where things lie, and how a new one is made.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "source/source.h"

namespace starling {

// What git has to know of a study folder: lines of the history merge by themselves, and copies and recordings are not
// for it.
inline constexpr std::string_view kMergeLine = "log/** -text merge=union";
inline constexpr std::string_view kBackupsLine = "backups/";

// How a starling.toml comes back that is not there.
inline constexpr std::string_view kBringSettingsBack = "'starling init' makes one, 'starling restore FILE' brings the old one";

// Names inside a study folder.
class StudyFolder {
 public:
  explicit StudyFolder(std::filesystem::path root) : root_(std::move(root)) {}

  [[nodiscard]] const std::filesystem::path& root() const { return root_; }
  [[nodiscard]] std::filesystem::path settings() const { return root_ / "starling.toml"; }
  [[nodiscard]] std::filesystem::path plan() const { return root_ / "plan.toml"; }
  // The rounds of the interview.
  [[nodiscard]] std::filesystem::path loop() const { return root_ / "loop.toml"; }
  // Plans of the learner's own.
  [[nodiscard]] std::filesystem::path plans() const { return root_ / "plans"; }
  [[nodiscard]] std::filesystem::path stories() const { return root_ / "stories"; }
  [[nodiscard]] std::filesystem::path decks() const { return root_ / "decks"; }
  // Own versions of shipped cards.
  [[nodiscard]] std::filesystem::path changes() const { return decks() / "changes"; }
  // Problems, exercises and questions of the learner's own.
  [[nodiscard]] std::filesystem::path problems() const { return decks() / "problems"; }
  [[nodiscard]] std::filesystem::path exercises() const { return decks() / "exercises"; }
  [[nodiscard]] std::filesystem::path questions() const { return decks() / "questions"; }
  // What the learner writes beside: reviews of months, notes of one's own.
  [[nodiscard]] std::filesystem::path notes() const { return root_ / "notes"; }
  [[nodiscard]] std::filesystem::path log() const { return root_ / "log"; }
  [[nodiscard]] std::filesystem::path schemas() const { return root_ / kSchemaFolder; }
  [[nodiscard]] std::filesystem::path backups() const { return root_ / "backups"; }

  [[nodiscard]] bool exists() const;

  // Makes the folder, its sub-folders, the schemas, starling.toml with `settings_text`, and what git has to know: that
  // lines of the history merge by themselves, and what is not for it. Keeps every other file that is there. Throws
  // FileError.
  void make(const std::string& settings_text) const;

  // The schemas that the first lines of texts name (source/schema_line.h), as this program has them; one of another
  // version is written over. Throws FileError.
  void put_schemas() const;

 private:
  std::filesystem::path root_;
};

// Names inside the shipped content.
class ContentFolder {
 public:
  explicit ContentFolder(std::filesystem::path root) : root_(std::move(root)) {}

  [[nodiscard]] const std::filesystem::path& root() const { return root_; }
  [[nodiscard]] std::filesystem::path cards() const { return root_ / "cards"; }
  [[nodiscard]] std::filesystem::path plan(const std::string& id) const { return root_ / "plans" / (id + ".toml"); }
  [[nodiscard]] std::filesystem::path problems() const { return root_ / "problems"; }
  [[nodiscard]] std::filesystem::path exercises() const { return root_ / "exercises"; }
  [[nodiscard]] std::filesystem::path questions() const { return root_ / "questions"; }
  [[nodiscard]] std::filesystem::path plans() const { return root_ / "plans"; }
  [[nodiscard]] std::filesystem::path example_stories() const { return root_ / "examples" / "stories"; }

 private:
  std::filesystem::path root_;
};

}  // namespace starling
