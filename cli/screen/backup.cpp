#include "cli/screen/backup.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "cli/shell_word.h"
#include "view/view.h"

namespace starling {

namespace {

constexpr std::size_t kMostNames = 20;
constexpr std::string_view kIndent = "         ";

std::string size_text(std::uint64_t bytes) {
  constexpr double kKilobyte = 1000;
  constexpr double kMegabyte = 1'000'000;
  const auto size = static_cast<double>(bytes);
  return size < kMegabyte ? fmt::format("{:.0f} kB", std::max(1.0, size / kKilobyte)) : fmt::format("{:.1f} MB", size / kMegabyte);
}

std::string damaged_lines_text(const std::vector<DamagedLine>& damaged, std::string_view what, int width) {
  std::string text;
  for (std::size_t i = 0; i < std::min(damaged.size(), kMostNames); ++i)
    text += hanging("damaged  ", fmt::format("{}:{}: {}", damaged[i].name, damaged[i].line, what), width);
  if (damaged.size() > kMostNames)
    text += fmt::format("{}and {}\n", kIndent, counted(static_cast<int>(damaged.size() - kMostNames), "more line"));
  return text;
}

std::string step_text(const RestoreStep& step, const Style& style, int width) {
  const std::string lines = counted(step.lines, "line");
  switch (step.fate) {
    case Fate::New:
      return hanging(style.good("new      "), step.lines > 0 ? fmt::format("{}: {}", step.name, lines) : step.name, width);
    case Fate::Changed:
      return hanging(style.warn("changed  "), step.name, width);
    case Fate::Lines:
      return hanging(style.good("lines    "),
                     fmt::format("{}: {} that the folder does not have, into {}", step.name, lines, step.target), width);
    case Fate::Renamed:
      return hanging(style.warn("left out "), fmt::format("{}: it was renamed since and is {} now", step.name, step.target), width);
    case Fate::Same:
      return {};
  }
  return {};
}

int count_of(const RestorePlan& plan, Fate fate) {
  return static_cast<int>(std::ranges::count(plan.steps, fate, &RestoreStep::fate));
}

std::string only_here_text(const RestorePlan& plan, int width) {
  std::string text;
  for (std::size_t i = 0; i < std::min(plan.only_here.size(), kMostNames); ++i)
    text += hanging("stays    ", fmt::format("{}: only here", plan.only_here[i]), width);
  if (plan.only_here.size() > kMostNames)
    text += fmt::format("{}and {} that are only here\n", kIndent,
                        counted(static_cast<int>(plan.only_here.size() - kMostNames), "more text"));
  return text;
}

}  // namespace

std::string backup_screen(const BackupDone& done, int width) {
  std::string text = paragraph(fmt::format("Copied {}, {} of history among them, and read them back: {} ({})",
                                           counted(static_cast<int>(done.texts), "text"),
                                           counted(done.lines, "line"), done.file.string(),
                                           size_text(done.archive_bytes)),
                               width);
  for (std::size_t i = 0; i < std::min(done.left_out.size(), kMostNames); ++i)
    text += hanging("left out ", fmt::format("{} {}", done.left_out[i].name, done.left_out[i].why), width);
  if (done.left_out.size() > kMostNames)
    text += fmt::format("{}and {}\n", kIndent, counted(static_cast<int>(done.left_out.size() - kMostNames), "more file"));
  return text + damaged_lines_text(done.damaged, "copied as it is; starling doctor says more", width);
}

std::string preview_screen(const std::filesystem::path& archive, const std::filesystem::path& home,
                           const RestorePlan& plan, const Style& style, int width) {
  std::string text = paragraph(fmt::format("{} into {}", archive.string(), home.string()), width) + "\n";
  for (const RestoreStep& step : plan.steps) text += step_text(step, style, width);
  if (const int same = count_of(plan, Fate::Same); same > 0)
    text += fmt::format("same     {}\n", counted(same, "text"));
  text += only_here_text(plan, width);
  text += damaged_lines_text(plan.damaged, "not taken", width);
  if (changes_nothing(plan)) return text + (count_of(plan, Fate::Renamed) > 0 ? "\nAll else is here already.\n" : "\nAll of it is here already.\n");
  if (count_of(plan, Fate::Changed) > 0)
    text += "\n" + paragraph("What is changed is copied to backups/ first. Nothing is deleted.", width);
  return text + fmt::format("\nNothing was done yet. Do it: starling restore {} --apply\n", shell_word(archive.string()));
}

std::string restored_screen(const RestoreDone& done, int width) {
  std::string left_out;
  for (const RestoreStep& step : done.plan.steps)
    if (step.fate == Fate::Renamed) left_out += paragraph(fmt::format("Left out: {}, which was renamed since and is {} now", step.name, step.target), width);
  if (changes_nothing(done.plan)) return left_out.empty() ? "All of it was here already.\n" : left_out + "All else was here already.\n";
  std::string text = fmt::format("Restored: {} new, {} changed, {} of history into files of their own.\n",
                                 count_of(done.plan, Fate::New), count_of(done.plan, Fate::Changed),
                                 counted(count_of(done.plan, Fate::Lines), "file"));
  if (!done.kept_in.empty())
    text += paragraph(fmt::format("What was there before is in {}", done.kept_in.string()), width);
  return text + left_out + damaged_lines_text(done.plan.damaged, "not taken", width);
}

}  // namespace starling
