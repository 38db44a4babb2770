#include "backup/restore.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "backup/kept_files.h"
#include "backup/lines.h"
#include "source/source.h"

namespace starling {

namespace {

constexpr std::string_view kRestored = ".restored-";

bool is_there(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::exists(std::filesystem::symlink_status(path, error));
}

// The learner's own files have no bounds here.
FileText read_own(const std::filesystem::path& path) { return read_file(path, std::numeric_limits<std::size_t>::max()); }

// Why no text can stand at `name`; empty where it can.
std::string in_the_way(const std::filesystem::path& home, const std::string& name) {
  std::error_code error;
  for (std::size_t slash = name.find('/'); slash != name.npos; slash = name.find('/', slash + 1)) {
    const std::string folder = name.substr(0, slash);
    if (is_there(home / folder) && !std::filesystem::is_directory(home / folder, error))
      return fmt::format("'{}' is no folder here, so '{}' cannot be put back", folder, name);
  }
  if (is_there(home / name) && !file_stamp(home / name))
    return fmt::format("'{}' is no plain file here, so it cannot be put back", name);
  return {};
}

// "2026-11" of "2026-11.jsonl" and of "2026-11.restored-3.jsonl".
std::string_view first_name(std::string_view name) {
  name.remove_suffix(kLogEnding.size());
  const std::size_t at = name.rfind(kRestored);
  if (at == name.npos) return name;
  const std::string_view number = name.substr(at + kRestored.size());
  const bool is_number = !number.empty() && number.find_first_not_of("0123456789") == number.npos;
  return is_number ? name.substr(0, at) : name;
}

// The lines that are not in the folder yet.
class MissingLines {
 public:
  explicit MissingLines(const std::filesystem::path& home) {
    for (const KeptFile& file : list_kept_files(home).files)
      if (is_log_name(file.name))
        if (const auto text = read_own(file.path))
          for_each_line(*text, [&](std::string_view line, int) { here_.emplace(line); });
  }

  // Those of `log`, each with its line feed; they count as here from now on. Damaged ones are left out and named.
  std::string take(const ArchivedText& log, int& count, std::vector<DamagedLine>& damaged) {
    std::vector<DamagedLine> left_out = damaged_lines(log);
    std::set<int> bad;
    for (const DamagedLine& line : left_out) bad.insert(line.line);
    std::string taken;
    for_each_line(log.text, [&](std::string_view line, int number) {
      if (bad.contains(number) || !here_.emplace(line).second) return;
      taken.append(line).append("\n");
      ++count;
    });
    std::ranges::move(left_out, std::back_inserter(damaged));
    return taken;
  }

 private:
  std::unordered_set<std::string> here_;
};

// What became of the names of stories, by the history in the folder.
Names names_in(const std::filesystem::path& home) {
  std::vector<Deed> deeds;
  for (const KeptFile& file : list_kept_files(home).files) {
    const auto text = is_log_name(file.name) ? read_own(file.path) : FileText{};
    if (!text) continue;
    for_each_line(*text, [&](std::string_view line, int) {
      LineRead read = read_line(line);
      if (read.deed && (renames(*read.deed) || is_control(*read.deed))) deeds.push_back(*std::move(read.deed));
    });
  }
  deeds = in_order(std::move(deeds));
  return Names(deeds, read_ledger(deeds));
}

bool is_written(const RestoreStep& step) { return step.fate != Fate::Same && step.fate != Fate::Renamed; }

class Planning {
 public:
  Planning(const std::filesystem::path& home, const std::vector<ArchivedText>& texts)
      : home_(home), texts_(texts), missing_(home) {
    for (const ArchivedText& text : texts) names_.insert(text.name);
  }

  RestorePlan take() {
    for (const ArchivedText& text : texts_) {
      plan_.steps.push_back(is_log_name(text.name) ? lines_step(text) : text_step(text));
      const RestoreStep& step = plan_.steps.back();
      if (is_written(step) && plan_.refusal.empty()) plan_.refusal = in_the_way(home_, step.target);
    }
    for (const KeptFile& file : list_kept_files(home_).files)
      if (!names_.contains(file.name)) plan_.only_here.push_back(file.name);
    return std::move(plan_);
  }

 private:
  RestoreStep text_step(const ArchivedText& text) {
    RestoreStep step{text.name, Fate::New, text.name, text.text, 0};
    if (!is_there(home_ / text.name)) {
      if (const std::string now = renamed_to(text.name); !now.empty()) step = {text.name, Fate::Renamed, now, "", 0};
      return step;
    }
    step.fate = Fate::Changed;
    const auto here = read_own(home_ / text.name);
    if (!here && plan_.refusal.empty()) plan_.refusal = fmt::format("'{}' {}", text.name, here.reason);
    if (here && *here == text.text) step = {text.name, Fate::Same, text.name, "", 0};
    return step;
  }

  // "stories/quiet.toml" for a story that a rename made of this one; empty where it is none, or is not there. Where the
  // archive has both, the old id was given to another story since.
  std::string renamed_to(std::string_view name) {
    constexpr std::string_view kFolder = "stories/";
    constexpr std::string_view kTomlEnding = ".toml";
    if (!name.starts_with(kFolder) || !name.ends_with(kTomlEnding)) return {};
    const auto story = ItemId::parse(fmt::format("story/{}", name.substr(kFolder.size(), name.size() - kFolder.size() - kTomlEnding.size())));
    if (!story) return {};
    if (!story_names_) story_names_ = names_in(home_);
    const ItemId& now = story_names_->led_to(*story);
    std::string file = fmt::format("{}{}{}", kFolder, now.name(), kTomlEnding);
    return now != *story && is_there(home_ / file) && !names_.contains(file) ? file : std::string();
  }

  RestoreStep lines_step(const ArchivedText& log) {
    RestoreStep step{log.name, Fate::New, log.name, "", 0};
    step.text = missing_.take(log, step.lines, plan_.damaged);
    if (step.lines == 0) {
      step.fate = Fate::Same;
    } else if (is_there(home_ / log.name)) {
      step.fate = Fate::Lines;
      step.target = name_beside(log.name);
    }
    return step;
  }

  std::string name_beside(std::string_view name) {
    for (int number = 1;; ++number) {
      std::string beside = fmt::format("{}{}{}{}", first_name(name), kRestored, number, kLogEnding);
      if (!is_there(home_ / beside) && names_.insert(beside).second) return beside;
    }
  }

  const std::filesystem::path& home_;
  const std::vector<ArchivedText>& texts_;
  MissingLines missing_;
  std::optional<Names> story_names_;  // read when first asked for
  std::set<std::string, std::less<>> names_;  // that are in the archive or chosen
  RestorePlan plan_;
};

std::filesystem::path new_folder_for_old(const std::filesystem::path& home, Instant at, const DayRule& rule) {
  const std::string iso = rule.iso(at);
  const std::string name = fmt::format("before-restore-{}-{}{}", iso.substr(0, 10), iso.substr(11, 2), iso.substr(14, 2));
  std::filesystem::path folder = home / "backups" / name;
  for (int number = 2; is_there(folder); ++number) folder = home / "backups" / fmt::format("{}-{}", name, number);
  return folder;
}

void put(const std::filesystem::path& folder, const std::string& name, const std::string& text) {
  make_folder((folder / name).parent_path());
  write_file(folder / name, text);
}

// The texts that will be replaced, as they are now.
void keep_old(const std::filesystem::path& home, const RestorePlan& plan, const std::filesystem::path& folder) {
  for (const RestoreStep& step : plan.steps) {
    if (step.fate != Fate::Changed) continue;
    const auto here = read_own(home / step.name);
    if (!here) throw BackupError(fmt::format("'{}' {}", step.name, here.reason));
    put(folder, step.name, *here);
  }
}

void write_new(const std::filesystem::path& home, const RestorePlan& plan) {
  for (const RestoreStep& step : plan.steps) {
    if (!is_written(step)) continue;
    if (step.fate != Fate::Changed && is_there(home / step.target))
      throw BackupError(fmt::format("'{}' was made by another program meanwhile; try again", step.target));
    put(home, step.target, step.text);
  }
}

}  // namespace

std::string_view to_string(Fate fate) {
  switch (fate) {
    case Fate::New:
      return "new";
    case Fate::Changed:
      return "changed";
    case Fate::Lines:
      return "lines";
    case Fate::Renamed:
      return "renamed";
    case Fate::Same:
      return "same";
  }
  return "";
}

RestorePlan plan_restore(const std::filesystem::path& home, const std::vector<ArchivedText>& texts) {
  return Planning(home, texts).take();
}

bool changes_nothing(const RestorePlan& plan) {
  return std::ranges::none_of(plan.steps, is_written);
}

RestoreDone restore(const std::filesystem::path& home, const std::vector<ArchivedText>& texts, Instant at,
                    const DayRule& rule) {
  RestoreDone done{plan_restore(home, texts), {}};
  if (!done.plan.refusal.empty()) throw BackupError(done.plan.refusal);
  if (std::ranges::any_of(done.plan.steps, [](const RestoreStep& step) { return step.fate == Fate::Changed; })) {
    done.kept_in = new_folder_for_old(home, at, rule);
    keep_old(home, done.plan, done.kept_in);
  }
  write_new(home, done.plan);
  if (!changes_nothing(plan_restore(home, texts)))
    throw BackupError(fmt::format("{} does not hold what was written to it", home.string()));
  return done;
}

}  // namespace starling
