// `backup` and `restore`: the text of the study folder into one archive, and back.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "backup/backup.h"
#include "cli/commands.h"
#include "cli/open_study.h"
#include "cli/places.h"
#include "cli/screen/backup.h"
#include "cli/wire/backup.h"
#include "settings/settings.h"
#include "source/source.h"

namespace starling {

namespace {

constexpr Operand<File> kTarget{"FILE"};
constexpr Operand<File> kArchive{"FILE"};
constexpr Switch kForce{"--force", "replace FILE where it is there"};
constexpr Switch kCarryOut{"--apply", "do it; without, it is only said what would be done"};

// "starling-2026-11-25-2241.zip" in backups/, with a number where that is there.
std::filesystem::path free_target(const StudyFolder& folder, const std::string& name) {
  std::filesystem::path target = folder.backups() / name;
  std::error_code error;
  for (int number = 2; std::filesystem::exists(std::filesystem::symlink_status(target, error)); ++number)
    target = folder.backups() / fmt::format("{}-{}.zip", name.substr(0, name.size() - 4), number);
  return target;
}

Exit run_backup(const Arguments& arguments, World& world) {
  const StudyFolder folder(study_home(world));
  std::error_code error;
  if (!std::filesystem::is_directory(folder.root(), error))
    throw UsageError(fmt::format("there is no study folder at {}", folder.root().string()));
  const auto named = arguments.value(kTarget);
  const std::filesystem::path target =
      named ? without_tilde(*named, world.user) : free_target(folder, backup_name(moment_of(arguments, world, folder), day_rule(folder)));
  if (const std::string wrong = wrong_with_target(target, arguments.has(kForce)); !wrong.empty()) throw UsageError(wrong);

  const BackupDone done = make_backup(folder.root(), target, arguments.has(kForce));
  world.out << (arguments.json ? to_json(done) : backup_screen(done, text_width(world)));
  const bool whole = std::ranges::none_of(done.left_out, &LeftOut::is_text);
  return whole ? Exit::Ok : Exit::NotMet;
}

std::vector<ArchivedText> texts_in(const std::filesystem::path& archive) {
  const FileText bytes = read_file(archive, kMostKeptBytes);
  if (bytes.fault == FileFault::Missing) throw UsageError(fmt::format("there is no file {}", archive.string()));
  if (!bytes) throw FileError(fmt::format("{} {}", archive.string(), bytes.reason));
  ArchiveRead read = read_archive(*bytes);
  if (!read.refusal.empty())
    throw TextError({{archive.string(), 1, 1, "", "archive", Severity::Error, read.refusal + "; nothing was changed"}});
  return std::move(read.texts);
}

// Settings that no command could read then are said before and after.
void tell_bad_settings(const RestorePlan& plan, World& world) {
  const auto step = std::ranges::find(plan.steps, "starling.toml", &RestoreStep::name);
  if (step == plan.steps.end() || step->fate == Fate::Same) return;
  const SettingsFile file = read_settings(step->text, "starling.toml");
  if (file.settings) return;
  for (const Problem& problem : file.problems) world.err << to_line(problem) << '\n';
  world.err << "With these settings no command can go on until they are mended.\n";
}

// As it is named, or below the study folder, where backup writes.
std::filesystem::path archive_named(const std::string& name, const StudyFolder& folder, const World& world) {
  std::filesystem::path archive = without_tilde(name, world.user);
  std::error_code error;
  if (archive.is_absolute() || std::filesystem::exists(archive, error)) return archive;
  const auto inside = folder.root() / archive;
  return std::filesystem::exists(inside, error) ? inside : archive;
}

Exit run_restore(const Arguments& arguments, World& world) {
  const StudyFolder folder(study_home(world));
  const std::filesystem::path archive = archive_named(arguments.operand(kArchive), folder, world);
  const std::vector<ArchivedText> texts = texts_in(archive);
  if (!arguments.has(kCarryOut)) {
    const RestorePlan plan = plan_restore(folder.root(), texts);
    if (!plan.refusal.empty()) throw BackupError(plan.refusal);
    world.out << (arguments.json ? restore_json(archive, plan, false, {})
                                 : preview_screen(archive, folder.root(), plan, Style(world.colour), text_width(world)));
    tell_bad_settings(plan, world);
    return Exit::Ok;
  }
  const RestoreDone done = restore(folder.root(), texts, moment_of(arguments, world, folder), day_rule(folder));
  world.out << (arguments.json ? restore_json(archive, done.plan, true, done.kept_in)
                               : restored_screen(done, text_width(world)));
  tell_bad_settings(done.plan, world);
  return Exit::Ok;
}

}  // namespace

const Command kBackupCommand{.name = "backup",
                             .operands = {maybe(kTarget)},
                             .summary = "all your text into one zip, marked words too: keep it yours",
                             .options = {&kForce},
                             .examples = {"starling backup", "starling backup ~/stick/starling.zip --force"},
                             .run = run_backup};

const Command kRestoreCommand{.name = "restore",
                              .operands = {one(kArchive)},
                              .summary = "bring the text of a backup back; deletes nothing",
                              .options = {&kCarryOut},
                              .examples = {"starling restore backups/starling-2026-11-25-2241.zip",
                                           "starling restore ~/stick/starling.zip --apply"},
                              .run = run_restore};

}  // namespace starling
